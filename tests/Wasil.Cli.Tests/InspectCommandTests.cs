using System.Text.Json;

namespace Wasil.Cli.Tests;

public sealed class InspectCommandTests(Files files) : IClassFixture<Files>
{
    // A name, an import, a 64-bit memory, a start function, a custom section.
    private static readonly byte[] Small = Modules.Module(
        "01 01 60 00 00", "02 01 03'env' 01'f' 00 00", "03 01 00", "05 01 05 01 02", "07 01 01'g' 00 01", "08 01",
        "0a 01 02 00 0b",
        "00 04'name' 00 06 05'small' 01 06 01 01 03'run'", "00 05'other' 2a");

    [Fact]
    public void Text()
    {
        string file = files.Write("small.wasm", Small);
        CommandLine result = CommandLine.Run("inspect", file);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            $"""
            {file}: {Small.Length} bytes
            name      small
            features  memory64
            hosts     none
            unserved  env.f: func [] -> []
            start     func 1 run
            memory 0  i64 1 2

            sections      offset        size
              type           0xa           4  1
              import        0x10           9  1
              function      0x1b           2  1
              memory        0x1f           4  1
              export        0x25           5  1
              start         0x2c           1
              code          0x2f           4  1
              custom        0x35          21  "name"
              custom        0x4c           7  "other"

            imports (1)
              env.f: func [] -> []

            exports (1)
              g: func [] -> []

            """,
            result.Out);
    }

    [Fact]
    public void Json()
    {
        string file = files.Write("small.wasm", Small);
        CommandLine result = CommandLine.Run("inspect", "--json", file);
        Assert.Equal(0, result.ExitCode);
        using var document = JsonDocument.Parse(result.Out);
        JsonElement root = document.RootElement;
        Assert.Equal("small", root.GetProperty("name").GetString());
        Assert.Equal(Small.Length, root.GetProperty("size").GetInt32());
        Assert.Equal("memory64", root.GetProperty("features")[0].GetString());
        Assert.Equal("env.f", root.GetProperty("unserved")[0].GetString());
        Assert.Equal(1, root.GetProperty("start").GetProperty("index").GetInt32());
        Assert.Equal("run", root.GetProperty("start").GetProperty("name").GetString());
        Assert.Equal(2, root.GetProperty("memories")[0].GetProperty("maximum").GetInt32());
        Assert.Equal("env", root.GetProperty("imports")[0].GetProperty("module").GetString());
        Assert.Equal("func [] -> []", root.GetProperty("exports")[0].GetProperty("type").GetString());
        JsonElement custom = root.GetProperty("sections")[8];
        Assert.Equal("other", custom.GetProperty("name").GetString());
        Assert.Equal(Small.Length - 7, custom.GetProperty("offset").GetInt32());
    }

    [Fact]
    public void WhatAGuestNeeds()
    {
        CommandLine result = CommandLine.Run("inspect", Files.Hello);
        Assert.Contains("hosts     WASI preview 1\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("  _start: func [] -> []\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesDoNotReachTheTerminalAsTheyAre()
    {
        string file = files.Write("escape.wasm", Modules.Module(
            "01 01 60 00 00", "02 01 01'S' 05 1b 5b '31m' 00 00", "03 01 00", "07 01 03 e2 80 ae 00 01", "0a 01 02 00 0b"));
        CommandLine result = CommandLine.Run("inspect", file);
        Assert.Contains("  S.\\u{1b}[31m: func [] -> []\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("  \\u{202e}: func [] -> []\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("unknown import S.\\u{1b}[31m", CommandLine.Run("run", file).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryProposalHasAName()
    {
        foreach (WasmFeatures feature in Enum.GetValues<WasmFeatures>())
            Assert.Equal(int.PopCount((int)feature), FeatureNames.Of(feature).Count);
    }

    [Fact]
    public void FilesThatAreNoModules()
    {
        string file = files.Write("bad.wasm", [1, 2, 3, 4, 5]);
        CommandLine.Run("inspect", file).AssertFailed(
            1, $"wasil: {file}: magic header not detected: a module begins with the bytes 00 61 73 6d at offset 0x0");
    }
}

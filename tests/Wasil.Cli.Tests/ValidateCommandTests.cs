using System.Text;

namespace Wasil.Cli.Tests;

public sealed class ValidateCommandTests(Files files) : IClassFixture<Files>
{
    [Fact]
    public void AllFilesAreChecked()
    {
        string bad = files.Write("bad.wasm", Modules.Module("01 01 60 00 01 7f", "03 01 00", "0a 01 02 00 0b"));
        string missing = Path.Combine(files.Folder, "missing.wasm");
        CommandLine result = CommandLine.Run("validate", bad, missing, Files.Hello);
        Assert.Equal($"{Files.Hello}: valid\n", result.Out);
        string[] lines = result.Error.Split('\n');
        Assert.StartsWith($"wasil: {bad}: type mismatch", lines[0], StringComparison.Ordinal);
        Assert.Equal($"wasil: {missing}: no such file", lines[1]);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(0, CommandLine.Run("validate", Files.Hello).ExitCode);
    }

    [Fact]
    public void WhatIsNotCompiledIsNamed()
    {
        Assert.Equal(
            new CommandLine(0, $"{Files.Hello}: valid, all functions compiled\n", ""),
            CommandLine.Run("validate", "--compile", Files.Hello));
        // More than is compiled at once: each of 800,000 instructions takes two bytes.
        string large = files.Write(
            "large.wat", Encoding.UTF8.GetBytes($"(func $small) (func $large (local i32) {string.Concat(Enumerable.Repeat("local.get 0 drop ", 800_000))})"));
        CommandLine result = CommandLine.Run("validate", "--compile", large, Files.Hello);
        string[] lines = result.Out.Split('\n');
        Assert.Equal($"{large}: valid, 1 left to the interpreter:", lines[0]);
        Assert.StartsWith("  Function large was refused: ", lines[1], StringComparison.Ordinal);
        Assert.Equal($"{Files.Hello}: valid, all functions compiled", lines[2]);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void AFileWithoutAnEndIsRefused()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no such device.");
        Assert.Equal(new CommandLine(1, "", "wasil: /dev/zero: more than 256 MiB, and no end\n"), CommandLine.Run("validate", "/dev/zero"));
    }

    [Fact]
    public void AFileIsNeeded() => Assert.Equal(
        new CommandLine(
            2, "", "wasil: Required argument 'FILE' missing for command: 'validate'.\n'wasil validate --help' tells what it takes.\n"),
        CommandLine.Run("validate"));
}

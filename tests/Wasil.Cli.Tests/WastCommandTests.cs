namespace Wasil.Cli.Tests;

public sealed class WastCommandTests(Files files) : IClassFixture<Files>
{
    private const string Good = """
        (module (func (export "six") (result i32) (i32.const 6)))
        (assert_return (invoke "six") (i32.const 6))
        (assert_invalid (module (func (result i32))) "type mismatch")
        """;

    private const string Bad = """
        (module (func (export "six") (result i32) (i32.const 6)))
        (assert_return (invoke "six") (i32.const 6))

        (assert_return (invoke "six")
          (i32.const 7))
        (assert_return (invoke "seven"))
        """;

    [Fact]
    public void AScriptThatHolds()
    {
        string file = Write("good.wast", Good);
        Assert.Equal(new CommandLine(0, $"{file}: 2 passed\n", ""), CommandLine.Run("wast", file));
    }

    [Fact]
    public void FailuresHaveTheirLine()
    {
        string file = Write("bad.wast", Bad);
        CommandLine result = CommandLine.Run("wast", file);
        string[] lines = result.Out.Split('\n');
        Assert.StartsWith($"{file}:4: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{file}:6: ", lines[1], StringComparison.Ordinal);
        Assert.Equal($"{file}: 1 passed, 2 failed", lines[2]);
        Assert.Equal("", result.Error);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public void FoldersAreSearched()
    {
        string folder = Directory.CreateDirectory(Path.Combine(files.Folder, "suite", "inner")).Parent!.FullName;
        string bad = Write("suite/a.wast", Bad), good = Write("suite/inner/b.wast", Good);
        string broken = Write("suite/c.wast", "(module)\n(assert_everything)\n");
        CommandLine result = CommandLine.Run("wast", folder);
        Assert.Contains($"{bad}: 1 passed, 2 failed\n", result.Out, StringComparison.Ordinal);
        Assert.Contains($"{good}: 2 passed\n", result.Out, StringComparison.Ordinal);
        Assert.Contains(
            $"{broken}:2:2: unknown operator assert_everything\n  (assert_everything)\n   ^\n", result.Out, StringComparison.Ordinal);
        Assert.EndsWith("\n3 scripts: 3 passed, 3 failed\n", result.Out, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);

        string empty = Directory.CreateDirectory(Path.Combine(files.Folder, "empty")).FullName;
        CommandLine.Run("wast", empty).AssertFailed(1, $"wasil: {empty}: there are no scripts *.wast");
        string missing = Path.Combine(files.Folder, "missing.wast");
        Assert.Equal($"wasil: {missing}: no such file\n", CommandLine.Run("wast", missing).Error);
    }

    [Fact]
    public void ThreadsOfAScriptRunAtOnce()
    {
        // Neither thread can end unless both run, and what they assert counts.
        const string Script = """
            (module $Shared (memory (export "m") 1 1 shared))
            (thread $A (shared (module $Shared))
              (register "shared" $Shared)
              (module (memory (import "shared" "m") 1 1 shared)
                (func (export "meet") (result i32)
                  (i32.atomic.store (i32.const 0) (i32.const 1))
                  (drop (memory.atomic.notify (i32.const 0) (i32.const 1)))
                  (loop (br_if 0 (i32.eqz (i32.atomic.load (i32.const 4)))))
                  (i32.const 5)))
              (assert_return (invoke "meet") (i32.const 5)))
            (thread $B (shared (module $Shared))
              (register "shared" $Shared)
              (module (memory (import "shared" "m") 1 1 shared)
                (func (export "meet") (result i32)
                  (drop (memory.atomic.wait32 (i32.const 0) (i32.const 0) (i64.const -1)))
                  (i32.atomic.store (i32.const 4) (i32.const 1))
                  (i32.atomic.load (i32.const 0))))
              (assert_return (invoke "meet") (i32.const RESULT)))
            (wait $A)
            (wait $B)
            """;
        string good = Write("threads.wast", Script.Replace("RESULT", "1", StringComparison.Ordinal));
        Assert.Equal(new CommandLine(0, $"{good}: 2 passed\n", ""), CommandLine.Run("wast", good));
        string bad = Write("threads-bad.wast", Script.Replace("RESULT", "2", StringComparison.Ordinal) + "\n(wait $C)");
        CommandLine result = CommandLine.Run("wast", bad);
        Assert.StartsWith($"{bad}:18: ", result.Out, StringComparison.Ordinal);
        Assert.Contains($"{bad}:21: no thread $C was started\n", result.Out, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public void FeaturesAreTurnedOnAndOff()
    {
        string wide = Write("wide.wast", "(module (func (param i64 i64 i64 i64) (result i64 i64) "
            + "(i64.add128 (local.get 0) (local.get 1) (local.get 2) (local.get 3))))");
        Assert.Equal(1, CommandLine.Run("wast", wide).ExitCode);
        Assert.Equal(0, CommandLine.Run("wast", wide, "--features", "wide-arithmetic").ExitCode);
        Assert.Equal(0, CommandLine.Run("wast", "--features", "all", wide).ExitCode);
        Assert.Equal(1, CommandLine.Run("wast", "--features", "all,-wide-arithmetic", wide).ExitCode);
        Assert.Equal(1, CommandLine.Run("wast", "--features", "wasm2", wide).ExitCode);
        string wat = Write("wide.wat", "(memory 0 (pagesize 1))");
        Assert.Equal(1, CommandLine.Run("validate", wat).ExitCode);
        Assert.Equal(0, CommandLine.Run("validate", wat, "--features", "custom-page-sizes").ExitCode);
        Assert.Equal(
            new CommandLine(
                2, "", "wasil: --features: there is no feature \"-warp\"\n'wasil wast --help' tells what it takes.\n"),
            CommandLine.Run("wast", wide, "--features", "simd,-warp"));
    }

    [Fact]
    public void FeaturesAreCalledAsInspectPrintsThem()
    {
        Assert.True(FeatureNames.TryParse("none," + string.Join(',', FeatureNames.Of(WasmFeatures.All)), out var features, out _));
        Assert.Equal(WasmFeatures.All, features);
    }

    private string Write(string name, string text) => files.Write(name, System.Text.Encoding.UTF8.GetBytes(text));
}

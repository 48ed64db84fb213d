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

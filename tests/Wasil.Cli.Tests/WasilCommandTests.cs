namespace Wasil.Cli.Tests;

public sealed class WasilCommandTests
{
    [Fact]
    public void ACommandIsNeeded() => Assert.Equal(
        new CommandLine(2, "", "wasil: Required command was not provided.\n'wasil --help' tells what it takes.\n"),
        CommandLine.Run());

    [Fact]
    public void AnUnknownCommandIsRefused() => Assert.Equal(2, CommandLine.Run("fly").ExitCode);

    [Fact]
    public void HelpNamesTheCommands()
    {
        CommandLine result = CommandLine.Run("--help");
        Assert.Equal(0, result.ExitCode);
        foreach (string command in new[] { "run", "validate", "inspect", "wat", "wasm", "wast" })
            Assert.Contains($"  {command} ", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("65536", 65536)]
    [InlineData("64k", 65536)]
    [InlineData("64KiB", 65536)]
    [InlineData("1MB", 1048576)]
    [InlineData("2G", 2147483648)]
    [InlineData("7B", 7)]
    [InlineData("", -1)]
    [InlineData("K", -1)]
    [InlineData("iB", -1)]
    [InlineData("-1", -1)]
    [InlineData("1.5M", -1)]
    [InlineData("9000000T", -1)]
    [InlineData("9999999999999999999", -1)]
    public void Sizes(string text, long bytes)
    {
        Assert.Equal(bytes >= 0, ByteSize.TryParse(text, out long parsed));
        Assert.Equal(Math.Max(bytes, 0), parsed);
    }
}

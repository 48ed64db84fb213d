using System.Text;

namespace Wasil.Cli.Tests;

/// <summary><c>wasil wat</c> and <c>wasil wasm</c>.</summary>
public sealed class TextCommandTests(Files files) : IClassFixture<Files>
{
    private const string Six = "(module\n  (type (;0;) (func (result i32)))\n  (export \"six\" (func 0))\n"
        + "  (func (;0;) (type 0) (result i32)\n    i32.const 6)\n)\n";

    [Fact]
    public void AModuleIsPrintedAndAssembled()
    {
        string text = files.Write("there.wat", Encoding.UTF8.GetBytes(Six));
        Assert.Equal(new CommandLine(0, "", ""), CommandLine.Run("wasm", text));
        string module = Path.Combine(files.Folder, "there.wasm");
        Assert.Equal(new CommandLine(0, "6\n", ""), CommandLine.Run("run", module, "--invoke", "six"));
        Assert.Equal(new CommandLine(0, Six, ""), CommandLine.Run("wat", module));

        string back = Path.Combine(files.Folder, "back.wat");
        Assert.Equal(new CommandLine(0, "", ""), CommandLine.Run("wat", module, "-o", back));
        Assert.Equal(Six, File.ReadAllText(back));
        string again = Path.Combine(files.Folder, "again.wasm");
        Assert.Equal(new CommandLine(0, "", ""), CommandLine.Run("wasm", back, "--output", again));
        Assert.Equal(File.ReadAllBytes(module), File.ReadAllBytes(again));
    }

    [Fact]
    public void ATextIsPrintedFlat() => Assert.Equal(
        new CommandLine(0, Six, ""),
        CommandLine.Run("wat", files.Write("flat.wat", "(func (export \"six\") (result i32) (i32.const 6))"u8.ToArray())));

    [Fact]
    public void AProgramSurvives()
    {
        string text = Path.Combine(files.Folder, "hello.wat");
        string module = Path.Combine(files.Folder, "hello.wasm");
        Assert.Equal(0, CommandLine.Run("wat", Files.Hello, "-o", text).ExitCode);
        Assert.Equal(0, CommandLine.Run("wasm", text).ExitCode);
        Assert.Equal(new CommandLine(0, "hello from C\n", ""), CommandLine.Run("run", module));
        Assert.Equal(new CommandLine(0, "hello from C\n", ""), CommandLine.Run("run", text));
    }

    [Fact]
    public void ErrorsPointIntoTheSource()
    {
        string malformed = files.Write("malformed.wat", "(module\n\t(func (i32.cons 1)))\n"u8.ToArray());
        string message = $"wasil: {malformed}:2:9: unknown operator i32.cons\n  \t(func (i32.cons 1)))\n  \t       ^";
        CommandLine.Run("wasm", malformed).AssertFailed(1, message);
        CommandLine.Run("wat", malformed).AssertFailed(1, message);
        CommandLine.Run("run", malformed).AssertFailed(1, message);
        CommandLine.Run("inspect", malformed).AssertFailed(1, message);
        CommandLine.Run("validate", malformed).AssertFailed(1, message);
        string invalid = files.Write("invalid.wat", "(func $f\n  i32.const 1\n  f32.neg\n  drop)"u8.ToArray());
        CommandLine result = CommandLine.Run("validate", invalid);
        Assert.StartsWith($"wasil: {invalid}:3:3: type mismatch", result.Error, StringComparison.Ordinal);
        Assert.Contains(": f32.neg in function 0 $f\n", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("\n    f32.neg\n    ^\n", result.Error, StringComparison.Ordinal);
        string latin = files.Write("latin.wat", "(func ;; \u00e4\n"u8.ToArray()[..^2]);
        Assert.StartsWith($"wasil: {latin}:1:10: malformed UTF-8 encoding\n", CommandLine.Run("run", latin).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AnInvalidModuleIsAssembledAsItIs() => Assert.Equal(
        0, CommandLine.Run("wasm", files.Write("mistyped.wat", "(func i32.const 1 f32.neg drop)"u8.ToArray())).ExitCode);

    [Fact]
    public void FilesThatCannotBe()
    {
        CommandLine.Run("wasm", Files.Hello).AssertFailed(1, $"wasil: {Files.Hello}: is in the binary format already");
        string named = files.Write("named.wasm", "(module)"u8.ToArray());
        CommandLine.Run("wasm", named).AssertFailed(2, $"wasil: {named}: needs -o OUT, as its name ends in .wasm");
        Assert.Equal(new CommandLine(0, "\0asm\x01\0\0\0", ""), CommandLine.Run("wasm", named, "-o", "-"));
        string nowhere = Path.Combine(files.Folder, "nowhere", "x.wat");
        CommandLine.Run("wat", Files.Hello, "-o", nowhere).AssertFailed(1, $"wasil: {nowhere}: no such file");
        CommandLine.Run("wat", Files.Hello, "-o", files.Folder).AssertFailed(1, $"wasil: {files.Folder}: is a directory");

        // Nothing is written of a module whose last function is cut.
        string cut = files.Write("cut.wasm", Modules.Module("01 01 60 00 00", "03 01 00", "0a 01 03 00 01 41"));
        string output = Path.Combine(files.Folder, "cut.wat");
        CommandLine result = CommandLine.Run("wat", cut, "-o", output);
        Assert.StartsWith($"wasil: {cut}: unexpected end", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
        Assert.False(File.Exists(output));
    }

    // Deeper than any stack: nothing on the way through text recurses.
    [Theory]
    [InlineData("(func ", "block ", "end ", ")")]
    [InlineData("(func ", "(block ", ")", ")")]
    [InlineData("(func (result i32) ", "(i32.eqz ", ")", ")")]
    [InlineData("(func (drop ", "(i32.eqz ", ")", "))")]
    [InlineData("(func ", "(if (i32.const 0) (then ", "))", ")")]
    [InlineData("(global i32 ", "(i32.add ", ")", ")")]
    [InlineData("", "(type (sub (struct))) ", "", "")]
    [InlineData("(rec ", "(type (sub (struct (field (ref null 0))))) ", "", ")")]
    [InlineData("", "(module ", ")", "")]
    [InlineData("", "(; ", ";)", "")]
    [InlineData("", "(@a ", ")", "")]
    [InlineData("(type ", "(sub ", ")", ")")]
    [InlineData("", "(", ")", "")]
    public void DepthEndsNoProcess(string head, string open, string close, string tail)
    {
        const int Depth = 300_000;

        var text = new StringBuilder(head);
        for (int i = 0; i < Depth; i++)
            text.Append(open);
        for (int i = 0; i < Depth; i++)
            text.Append(close);
        string source = files.Write("deep.wat", Encoding.UTF8.GetBytes(text.Append(tail).ToString()));
        string module = Path.Combine(files.Folder, "deep.wasm");
        File.Delete(module);
        foreach (string[] command in new string[][] { ["wasm", source], ["validate", source] })
            AssertEnds(command);
        if (File.Exists(module))
            AssertEnds("wat", module, "-o", Path.Combine(files.Folder, "printed.wat"));
    }

    private static void AssertEnds(params string[] command)
    {
        CommandLine result = CommandProcess.Run(command);
        Assert.True(result.ExitCode is 0 or 1, $"{command[0]}: {result.ExitCode}\n{result.Error}");
        Assert.Equal(result.ExitCode == 1, result.Error.StartsWith("wasil: ", StringComparison.Ordinal));
    }
}

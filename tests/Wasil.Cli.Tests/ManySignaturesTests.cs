using System.Globalization;
using System.Text;

namespace Wasil.Cli.Tests;

/// <summary>
/// Past some thousands of signatures their values travel in another way. It happens once in a process and stays so, hence a
/// process of its own.
/// </summary>
public sealed class ManySignaturesTests(Files files) : IClassFixture<Files>
{
    private const int Signatures = 10_600;
    private const int CallsInAFunction = 200;
    private static readonly string[] Types = ["i32", "i64", "f32", "f64"];

    [Fact]
    public void AllOfThemAreCalledCorrectly()
    {
        var text = new StringBuilder("(module (table funcref (elem");
        for (int i = 0; i < Signatures; i++)
            text.Append(CultureInfo.InvariantCulture, $" $f{i}");
        text.Append("))");
        // Each has eight parameters and gives the last two of them back, the other way round.
        for (int i = 0; i < Signatures; i++)
        {
            string[] types = TypesOf(i);
            text.Append(CultureInfo.InvariantCulture, $"(type $t{i} (func (param {string.Join(' ', types)}) (result {types[7]} {types[6]})))");
            text.Append(CultureInfo.InvariantCulture, $"(func $f{i} (type $t{i}) local.get 7 local.get 6)");
        }

        for (int i = 0; i < Signatures; i += CallsInAFunction)
        {
            text.Append(CultureInfo.InvariantCulture, $"(func $c{i}");
            for (int k = i; k < i + CallsInAFunction; k++)
            {
                string[] types = TypesOf(k);
                string call = k % 2 == 0 ? $"call $f{k}" : $"i32.const {k} call_indirect (type $t{k})";
                for (int p = 0; p < types.Length; p++)
                    text.Append(CultureInfo.InvariantCulture, $" {types[p]}.const {k + p}");
                text.Append(CultureInfo.InvariantCulture, $" {call} {types[6]}.const {k + 6} {types[6]}.ne (if (then unreachable))");
                text.Append(CultureInfo.InvariantCulture, $" {types[7]}.const {k + 7} {types[7]}.ne (if (then unreachable))");
            }

            text.Append(')');
        }

        text.Append("(func (export \"_start\")");
        for (int i = 0; i < Signatures; i += CallsInAFunction)
            text.Append(CultureInfo.InvariantCulture, $" call $c{i}");
        text.Append("))");
        string file = files.Write("signatures.wat", Encoding.ASCII.GetBytes(text.ToString()));
        Assert.Equal(new CommandLine(0, "", ""), CommandProcess.Run("run", file));
    }

    private static string[] TypesOf(int number)
    {
        var types = new string[8];
        for (int i = types.Length - 1; i >= 0; i--, number /= 4)
            types[i] = Types[number % 4];
        return types;
    }
}

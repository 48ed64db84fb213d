using System.Globalization;
using Wasil.Syntax;

namespace Wasil;

/// <summary>
/// A module that follows the binary format but breaks a rule of the specification's
/// <see href="https://webassembly.github.io/spec/core/valid/index.html">validation</see>. Messages begin with the words the
/// specification's test suite uses, as "type mismatch".
/// </summary>
public sealed class InvalidModuleException : WasmException
{
    private readonly string _problem;

    internal InvalidModuleException(
        string problem, long offset = -1, int? functionIndex = null, string? functionName = null, string? instruction = null)
        : base(Describe(problem, Place(offset), functionIndex, functionName, instruction))
    {
        _problem = problem;
        Offset = offset;
        FunctionIndex = functionIndex;
        FunctionName = functionName;
        Instruction = instruction;
    }

    private InvalidModuleException(InvalidModuleException inBytes, TextPosition position)
        : base(
            position.Describe(
                Describe(inBytes._problem, "", inBytes.FunctionIndex, inBytes.FunctionName, inBytes.Instruction)),
            inBytes)
    {
        _problem = inBytes._problem;
        Offset = position.Offset;
        Line = position.Line;
        Column = position.Column;
        FunctionIndex = inBytes.FunctionIndex;
        FunctionName = inBytes.FunctionName;
        Instruction = inBytes.Instruction;
    }

    /// <summary>The index of the function whose body is invalid, or null where the fault lies elsewhere.</summary>
    public int? FunctionIndex { get; }

    /// <summary>That function's name, where the module's name section has one.</summary>
    public string? FunctionName { get; }

    /// <summary>
    /// The byte, counted from the start of the module or of the text, at which the invalid instruction stands; -1 where the
    /// fault is not in an instruction.
    /// </summary>
    public long Offset { get; }

    /// <summary>
    /// The line of a text in which the invalid instruction stands, counted from 1; null for the binary format, and where the
    /// fault is not in an instruction.
    /// </summary>
    public int? Line { get; }

    /// <summary>The column in that line, in code points counted from 1.</summary>
    public int? Column { get; }

    /// <summary>The mnemonic of the invalid instruction, or null where the fault is not in an instruction.</summary>
    public string? Instruction { get; }

    /// <summary>The failure of a text, that was first told of what was made of it.</summary>
    internal static InvalidModuleException InText(InvalidModuleException inBytes, TextPosition position) =>
        new(inBytes, position);

    private static string Place(long offset) =>
        offset < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" at offset 0x{offset:x}");

    private static string Describe(string problem, string place, int? functionIndex, string? functionName, string? instruction)
    {
        var invariant = CultureInfo.InvariantCulture;
        string what = instruction is null ? "" : $": {instruction}";
        string where = functionIndex is not { } index ? ""
            : functionName is null ? string.Create(invariant, $" in function {index}")
            : string.Create(invariant, $" in function {index} ${functionName}");
        return $"{problem}{what}{where}{place}";
    }
}

using System.Globalization;

namespace Wasil;

/// <summary>
/// A module that follows the binary format but breaks a rule of the specification's
/// <see href="https://webassembly.github.io/spec/core/valid/index.html">validation</see>. Messages begin with the words the
/// specification's test suite uses, as "type mismatch".
/// </summary>
public sealed class InvalidModuleException : WasmException
{
    internal InvalidModuleException(
        string problem, long offset = -1, int? functionIndex = null, string? functionName = null, string? instruction = null)
        : base(Describe(problem, offset, functionIndex, functionName, instruction))
    {
        Offset = offset;
        FunctionIndex = functionIndex;
        FunctionName = functionName;
        Instruction = instruction;
    }

    /// <summary>The index of the function whose body is invalid, or null where the fault lies elsewhere.</summary>
    public int? FunctionIndex { get; }

    /// <summary>That function's name, where the module's name section has one.</summary>
    public string? FunctionName { get; }

    /// <summary>
    /// The byte, counted from the start of the module, at which the invalid instruction stands; -1 where the fault is not in
    /// an instruction.
    /// </summary>
    public long Offset { get; }

    /// <summary>The mnemonic of the invalid instruction, or null where the fault is not in an instruction.</summary>
    public string? Instruction { get; }

    private static string Describe(string problem, long offset, int? functionIndex, string? functionName, string? instruction)
    {
        var invariant = CultureInfo.InvariantCulture;
        string at = offset < 0 ? "" : string.Create(invariant, $" at offset 0x{offset:x}");
        string what = instruction is null ? "" : $": {instruction}";
        string where = functionIndex is not { } index ? ""
            : functionName is null ? string.Create(invariant, $" in function {index}")
            : string.Create(invariant, $" in function {index} ${functionName}");
        return $"{problem}{what}{where}{at}";
    }
}

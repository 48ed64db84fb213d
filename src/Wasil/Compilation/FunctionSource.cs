using Wasil.Execution;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Compilation;

/// <summary>The instructions that a method is made from: a function's own, or those that are left of it from a loop on.</summary>
/// <param name="code">The instructions, without the locals before them.</param>
/// <param name="baseOffset">Where in the module the function's own instructions are.</param>
/// <param name="locals">The kinds of all locals, parameters first.</param>
/// <param name="parameters">How many of the locals have a value that somebody else has given them.</param>
internal class FunctionSource(ReadOnlyMemory<byte> code, int baseOffset, ValKind[] locals, int parameters)
{
    public ReadOnlyMemory<byte> Code { get; } = code;

    public int BaseOffset { get; } = baseOffset;

    public ValKind[] Locals { get; } = locals;

    public int Parameters { get; } = parameters;

    /// <summary>Whether the parameters come in the slots of an interpreter's frame, not as arguments.</summary>
    public virtual bool IsInSlots => false;

    /// <summary>Where an instruction is in the module.</summary>
    /// <param name="offset">Where it is, taken that these instructions lie at <see cref="BaseOffset"/>.</param>
    public virtual int OriginOf(int offset) => offset;

    public static FunctionSource Of(ModuleTypes types, int functionIndex)
    {
        (ValKind[] locals, ByteRange code) = FunctionBody.Read(types, functionIndex);
        return new FunctionSource(
            types.Module.Bytes.Slice(code.Offset, code.Length), code.Offset, locals, types.FuncTypeOf((uint)functionIndex).Parameters.Length);
    }
}

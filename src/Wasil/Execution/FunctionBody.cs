using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Execution;

/// <summary>The body of a function that a module defines, its locals told from its instructions.</summary>
/// <param name="Locals">The kinds of all locals, parameters first.</param>
/// <param name="Code">Where the instructions are.</param>
internal readonly record struct FunctionBody(ValKind[] Locals, ByteRange Code)
{
    /// <param name="types">A valid module.</param>
    /// <param name="functionIndex">A function that it defines.</param>
    public static FunctionBody Read(ModuleTypes types, int functionIndex)
    {
        ByteRange body = types.Module.Code[functionIndex - types.ImportedFunctions];
        var reader = new ByteReader(types.Module.Slice(body), body.Offset, "code");
        ReadOnlySpan<ValType> parameters = types.FuncTypeOf((uint)functionIndex).Parameters;
        var kinds = new ArrayBuilder<ValKind>(parameters.Length);
        foreach (ValType parameter in parameters)
            kinds.Add(parameter.Kind);
        uint groups = reader.ReadU32();
        for (uint i = 0; i < groups; i++)
        {
            uint count = reader.ReadU32();
            ValKind kind = ValKinds.Of(reader.ReadValueType(out _));
            for (uint n = 0; n < count; n++)
                kinds.Add(kind);
        }

        return new FunctionBody(kinds.ToArray(), new ByteRange(body.Offset + reader.Position, body.Length - reader.Position));
    }
}

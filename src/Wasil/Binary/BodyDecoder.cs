using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Binary;

/// <summary>
/// Reads every instruction of a module's function bodies, for whoever must know that a module is well-formed and does not
/// validate it. The validator finds the same mistakes on its own way through the bodies.
/// </summary>
internal static class BodyDecoder
{
    /// <summary>Reads all bodies.</summary>
    /// <exception cref="MalformedModuleException">A body is no sequence of instructions with its blocks closed.</exception>
    public static void DecodeBodies(Module module)
    {
        var control = new Stack<Opcode>();
        foreach (var body in module.Code)
        {
            control.Clear();
            DecodeBody(module, body, control);
        }
    }

    private static void DecodeBody(Module module, ByteRange body, Stack<Opcode> control)
    {
        var reader = new ByteReader(module.Slice(body), body.Offset, "code");
        for (uint runs = reader.ReadU32(); runs > 0; runs--)
        {
            reader.ReadU32();
            reader.ReadValueType(out _);
        }

        int start = reader.Position;
        var instructions = new InstructionReader(reader.Bytes[start..], reader.Offset, "code");
        while (instructions.Next(out var instruction))
        {
            reader.Position = start + instructions.Position;
            if (instruction.Opcode == Opcode.End && control.Count == 0)
            {
                if (!reader.AtEnd)
                    reader.Fail($"section size mismatch: {reader.Remaining} bytes follow the function's END opcode");
                return;
            }

            if (!Nest(instruction.Opcode, control))
            {
                string mnemonic = InstructionInfo.Of(instruction.Opcode).Mnemonic;
                Fail(instruction, $"END opcode expected: {mnemonic} does not belong to this block");
            }

            if (NeedsDataCount(instruction.Opcode) && module.DataCount is null)
                Fail(instruction, "data count section required");
        }

        reader.Fail("unexpected end of section or function: END opcode expected", reader.Bytes.Length);
    }

    private static bool Nest(Opcode opcode, Stack<Opcode> control)
    {
        switch (opcode)
        {
            case Opcode.Block or Opcode.Loop or Opcode.If or Opcode.Try or Opcode.TryTable:
                control.Push(opcode);
                return true;
            case Opcode.End:
                control.Pop();
                return true;
            case Opcode.Else:
                return Continue(opcode, control, Opcode.If, Opcode.If);
            case Opcode.Catch or Opcode.CatchAll:
                return Continue(opcode, control, Opcode.Try, Opcode.Catch);
            case Opcode.Delegate:
                return control.TryPop(out var block) && block == Opcode.Try;
            default:
                return true;
        }
    }

    /// <summary>Replaces the block on top by its next part, if it is a block that has such a part.</summary>
    private static bool Continue(Opcode part, Stack<Opcode> control, Opcode after, Opcode orAfter)
    {
        if (!control.TryPop(out var top) || (top != after && top != orAfter))
            return false;
        control.Push(part);
        return true;
    }

    private static bool NeedsDataCount(Opcode opcode) =>
        opcode is Opcode.MemoryInit or Opcode.DataDrop or Opcode.ArrayNewData or Opcode.ArrayInitData;

    private static void Fail(in Instruction instruction, string problem) =>
        throw new MalformedModuleException(problem, instruction.Offset, "code");
}

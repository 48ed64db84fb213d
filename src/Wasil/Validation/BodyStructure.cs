using System.Diagnostics.CodeAnalysis;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Validation;

/// <summary>
/// The part of the binary format that stays unread until bodies are validated: that blocks match, that a body ends where its
/// size says, and that the instructions are among those that are enabled.
/// </summary>
internal static class BodyStructure
{
    /// <summary>
    /// Throws if some body is not in the binary format. A module that is both malformed and invalid is malformed, since
    /// decoding comes first; called when a module was found invalid.
    /// </summary>
    /// <exception cref="MalformedModuleException">A body is not in the binary format.</exception>
    public static void Require(Module module, WasmFeatures features)
    {
        var blocks = new Stack<Opcode>();
        foreach (var body in module.Code)
        {
            var bytes = module.Slice(body);
            var locals = new ByteReader(bytes, body.Offset, "code");
            ReadLocals(ref locals);
            Require(module, features, body, new InstructionReader(bytes[locals.Position..], locals.Offset, "code"), blocks);
        }
    }

    private static void ReadLocals(ref ByteReader reader)
    {
        int start = reader.Position;
        ulong total = 0;
        for (int runs = reader.ReadCount(2); runs > 0; runs--)
        {
            total += reader.ReadU32();
            if (total > uint.MaxValue) reader.Fail("too many locals", start);
            reader.ReadValueType(out _);
        }
    }

    private static void Require(
        Module module, WasmFeatures features, ByteRange body, InstructionReader reader, Stack<Opcode> blocks)
    {
        blocks.Clear();
        blocks.Push(Opcode.Block);
        while (blocks.Count > 0 && reader.Next(out var instruction))
        {
            var info = InstructionInfo.Of(instruction.Opcode);
            if ((info.Features & features) != info.Features) FailDisabled(instruction, features);
            switch (instruction.Opcode)
            {
                case Opcode.Block or Opcode.Loop or Opcode.If or Opcode.Try or Opcode.TryTable:
                    blocks.Push(instruction.Opcode);
                    break;
                case Opcode.Else:
                    if (blocks.Pop() != Opcode.If) FailMisplaced(instruction);
                    blocks.Push(instruction.Opcode);
                    break;
                case Opcode.Catch or Opcode.CatchAll:
                    if (blocks.Pop() is not (Opcode.Try or Opcode.Catch)) FailMisplaced(instruction);
                    blocks.Push(instruction.Opcode);
                    break;
                case Opcode.Delegate:
                    if (blocks.Pop() != Opcode.Try) FailMisplaced(instruction);
                    break;
                case Opcode.End:
                    blocks.Pop();
                    break;
                case Opcode.MemoryInit or Opcode.DataDrop or Opcode.ArrayNewData or Opcode.ArrayInitData
                    when module.DataCount is null:
                    FailDataCount(instruction.Offset);
                    break;
            }
        }
        if (blocks.Count > 0 || !reader.AtEnd) FailAtEnd(module, body, reader.Offset);
    }

    /// <summary>Throws: the blocks of a body or constant expression do not end where it does.</summary>
    /// <param name="module">The module.</param>
    /// <param name="body">The body or expression.</param>
    /// <param name="offset">Where reading stopped: before its end, or there with blocks left open.</param>
    [DoesNotReturn]
    public static void FailAtEnd(Module module, ByteRange body, int offset)
    {
        const byte End = 0x0b;
        string problem;
        if (offset < body.End) problem = $"section size mismatch: {body.End - offset} bytes follow the END opcode";
        // The size of a body is not part of its grammar, so the specification reads on behind it and the suite expects
        // the words for what is found there.
        else if (body.End >= module.Bytes.Length) problem = "unexpected end of section or function: END opcode expected";
        else problem = module.Bytes.Span[body.End] == End ? "section size mismatch" : "END opcode expected";
        throw new MalformedModuleException(problem, offset, "code");
    }

    /// <summary>Throws: an instruction's feature is off.</summary>
    [DoesNotReturn]
    public static void FailDisabled(in Instruction instruction, WasmFeatures features)
    {
        var info = InstructionInfo.Of(instruction.Opcode);
        int code = (int)instruction.Opcode;
        string bytes = code < 0x100 ? $"{code:x2}" : $"f{code >> 12:x} {code & 0xfff:x2}";
        throw new MalformedModuleException(
            $"illegal opcode {bytes}: {info.Mnemonic} needs {info.Features & ~features}, which is off",
            instruction.Offset, "code");
    }

    /// <summary>Throws: an <c>else</c>, <c>catch</c> or <c>delegate</c> is not in a block that has it.</summary>
    [DoesNotReturn]
    public static void FailMisplaced(in Instruction instruction) =>
        throw new MalformedModuleException(
            $"END opcode expected, found {InstructionInfo.Of(instruction.Opcode).Mnemonic}", instruction.Offset, "code");

    /// <summary>Throws: an instruction names a data segment, and there is no data count section.</summary>
    [DoesNotReturn]
    public static void FailDataCount(int offset) =>
        throw new MalformedModuleException("data count section required", offset, "code");
}

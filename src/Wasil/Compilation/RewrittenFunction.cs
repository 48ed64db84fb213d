using Wasil.Binary;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Compilation;

/// <summary>A function that does what another one does, or the rest of it, by instructions that were mostly copied from there.</summary>
internal sealed class RewrittenFunction : FunctionSource
{
    private readonly FunctionSource _original;
    private readonly (int Start, int Shift)[] _origins;

    private RewrittenFunction(
        FunctionSource original, byte[] code, ValKind[] locals, int parameters, bool isInSlots, (int Start, int Shift)[] origins)
        : base(code, original.BaseOffset, locals, parameters)
    {
        _original = original;
        _origins = origins;
        IsInSlots = isInSlots;
    }

    public override bool IsInSlots { get; }

    public override int OriginOf(int offset)
    {
        int low = 0, high = _origins.Length;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (_origins[middle].Start <= offset)
                low = middle;
            else
                high = middle;
        }

        return _original.OriginOf(offset - _origins[low].Shift);
    }

    /// <summary>Writes instructions, and notes which of them come from where.</summary>
    public sealed class Writer(FunctionSource original)
    {
        private readonly ByteWriter _out = new(original.Code.Length + 64);
        private readonly List<(int Start, int Shift)> _origins = [];

        /// <summary>What was written, as a function.</summary>
        /// <param name="locals">Its locals.</param>
        /// <param name="parameters">How many of them have a value that somebody else has given them.</param>
        /// <param name="isInSlots">Whether these come in slots.</param>
        public RewrittenFunction ToFunction(ValKind[] locals, int parameters, bool isInSlots) =>
            new(original, _out.ToArray(), locals, parameters, isInSlots, [.. _origins]);

        /// <summary>Copies instructions.</summary>
        public void Copy(int start, int end)
        {
            NoteOrigin(start);
            _out.WriteBytes(original.Code.Span[start..end]);
        }

        /// <summary>Writes an instruction for another one that is at a position.</summary>
        public void WriteFor(int position, Opcode opcode)
        {
            NoteOrigin(position);
            Write(opcode);
        }

        /// <summary>Writes an opcode of one byte.</summary>
        public void Write(Opcode opcode) => _out.WriteByte((byte)opcode);

        /// <summary>Writes an index, a label or a count.</summary>
        public void WriteIndex(uint value) => _out.WriteU32(value);

        /// <summary>Writes a block that takes no values.</summary>
        /// <param name="opcode">Which kind of block.</param>
        /// <param name="type">What it gives, by the code of a value type.</param>
        public void WriteBlock(Opcode opcode, byte type = Instruction.EmptyBlockType + 0x80)
        {
            Write(opcode);
            _out.WriteByte(type);
        }

        /// <summary>Writes an <c>i32.const</c>.</summary>
        public void WriteConstant(int value)
        {
            Write(Opcode.I32Const);
            _out.WriteS64(value);
        }

        /// <summary>Writes an access of a local.</summary>
        public void WriteLocal(Opcode opcode, uint local)
        {
            Write(opcode);
            WriteIndex(local);
        }

        /// <summary>Writes a branch, or several by a table, for one that is at a position.</summary>
        public void WriteBranch(int position, in InstructionReader reader, in Instruction branch, Func<uint, uint> label)
        {
            WriteFor(position, branch.Opcode);
            if (branch.Opcode != Opcode.BrTable)
            {
                WriteIndex(label(branch.Index));
                return;
            }

            WriteIndex((uint)branch.ListCount);
            foreach (uint target in reader.Labels(branch))
                WriteIndex(label(target));
            WriteIndex(label(branch.DefaultLabel));
        }

        private void NoteOrigin(int position)
        {
            int shift = _out.Length - position;
            if (_origins.Count == 0 || _origins[^1].Shift != shift)
                _origins.Add((original.BaseOffset + _out.Length, shift));
        }
    }
}

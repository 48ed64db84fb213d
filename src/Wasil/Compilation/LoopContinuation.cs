using Wasil.Binary;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Compilation;

/// <summary>
/// What is left of a function when it stands at the start of one of its loops, as a body of its own whose parameters are all of
/// the function's locals. It is instructions again, so that everything which reads functions reads this as well.
/// </summary>
/// <remarks>
/// The blocks around the loop stay, what stands in them before the loop goes. Where a loop is around it, that is needed for the
/// next round: it is jumped over as long as a local says that the loop was not reached yet (docs/RATIONALE.md, "From the
/// interpreter into a loop").
/// </remarks>
internal sealed class LoopContinuation : FunctionSource
{
    private readonly (int Start, int Shift)[] _origins;

    private LoopContinuation(
        ReadOnlyMemory<byte> code, int baseOffset, ValKind[] locals, int parameters, (int Start, int Shift)[] origins)
        : base(code, baseOffset, locals, parameters) => _origins = origins;

    public override bool IsInSlots => true;

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

        return offset - _origins[low].Shift;
    }

    /// <summary>What is left of a function at a loop, above which nothing waits on the operand stack.</summary>
    /// <param name="types">The module.</param>
    /// <param name="function">The function.</param>
    /// <param name="loop">The offset of the loop's instruction in the module.</param>
    /// <returns>Null where what is around the loop cannot be entered in the middle.</returns>
    public static LoopContinuation? TryMake(ModuleTypes types, FunctionSource function, int loop) =>
        new Maker(types, function).TryMake(loop - function.BaseOffset);

    /// <summary>Whether blocks of a type take values from the operand stack.</summary>
    public static bool HasParameters(ModuleTypes types, in Instruction block) =>
        block.BlockType >= 0 && ((FuncType)types.Types[(int)block.BlockType].Composite).Parameters.Length > 0;

    private sealed class Maker(ModuleTypes types, FunctionSource function)
    {
        private const byte I32 = 0x7f;

        private readonly ByteWriter _out = new(function.Code.Length + 64);
        private readonly List<(int Start, int Shift)> _origins = [];
        private readonly List<Enclosing> _around = [];
        private readonly uint _isFirst = (uint)function.Locals.Length;

        public LoopContinuation? TryMake(int loop)
        {
            if (!FindAround(loop))
                return null;
            bool isInLoop = _around.Exists(block => block.Opcode == Opcode.Loop);
            if (isInLoop)
                SetIsFirst(true);
            int at = 0;
            bool isAgain = false;
            foreach (Enclosing block in _around)
            {
                if (isAgain && !SkipAtFirst(at, block.Start, block.Opcode == Opcode.If ? block.Else < 0 : null))
                    return null;
                OpenBlock(block, isAgain);
                isAgain |= block.Opcode == Opcode.Loop;
                at = block.Else < 0 ? block.Body : block.Else + 1;
            }

            if (isAgain && !SkipAtFirst(at, loop, null))
                return null;
            if (isInLoop)
                SetIsFirst(false);
            CopyRest(loop);
            ValKind[] locals = isInLoop ? [.. function.Locals, ValKind.I32] : function.Locals;
            return new LoopContinuation(
                _out.ToArray(), function.BaseOffset, locals, function.Locals.Length, [.. _origins]);
        }

        private bool FindAround(int loop)
        {
            var reader = new InstructionReader(function.Code.Span, function.BaseOffset);
            while (reader.Position < loop)
            {
                int start = reader.Position;
                reader.Next(out Instruction instruction);
                switch (instruction.Opcode)
                {
                    case Opcode.Block or Opcode.Loop or Opcode.If or Opcode.Try or Opcode.TryTable:
                        _around.Add(new Enclosing(instruction.Opcode, start, reader.Position, -1, HasParameters(types, instruction)));
                        break;
                    case Opcode.Else:
                        _around[^1] = _around[^1] with { Else = start };
                        break;
                    case Opcode.Catch or Opcode.CatchAll:
                        _around[^1] = _around[^1] with { Opcode = Opcode.Catch };
                        break;
                    case Opcode.End or Opcode.Delegate:
                        _around.RemoveAt(_around.Count - 1);
                        break;
                }
            }

            // A handler has an exception that nobody else could hand over.
            return reader.Position == loop && !_around.Exists(block => block.HasParameters || block.Opcode == Opcode.Catch);
        }

        /// <summary>Copies what stands before a block or the loop, for the rounds after the first.</summary>
        /// <param name="start">Where it starts.</param>
        /// <param name="end">Where it ends.</param>
        /// <param name="condition">For an <c>if</c>, which takes the condition that the code gives: the one for the first round.</param>
        private bool SkipAtFirst(int start, int end, bool? condition)
        {
            if (start == end)
                return true;
            WriteOpcode(Opcode.Block);
            if (condition is { } first)
            {
                _out.WriteByte(I32);
                WriteOpcode(Opcode.I32Const);
                _out.WriteByte(first ? (byte)1 : (byte)0);
            }
            else
            {
                _out.WriteByte(Instruction.EmptyBlockType + 0x80);
            }

            WriteLocal(Opcode.LocalGet);
            WriteOpcode(Opcode.BrIf);
            _out.WriteByte(0);
            if (condition is not null)
                WriteOpcode(Opcode.Drop);
            if (!CopyDeeper(start, end))
                return false;
            WriteOpcode(Opcode.End);
            return true;
        }

        /// <summary>Copies instructions into one block more than they were in.</summary>
        private bool CopyDeeper(int start, int end)
        {
            uint depth = 0;
            var reader = new InstructionReader(function.Code.Span[..end], function.BaseOffset) { Position = start };
            while (reader.Position < end)
            {
                int position = reader.Position;
                reader.Next(out Instruction instruction);
                switch (instruction.Opcode)
                {
                    case Opcode.Br or Opcode.BrIf or Opcode.BrOnNull or Opcode.BrOnNonNull:
                        NoteOrigin(position);
                        WriteOpcode(instruction.Opcode);
                        _out.WriteU32(Deeper(instruction.Index));
                        continue;
                    case Opcode.BrTable:
                        NoteOrigin(position);
                        WriteOpcode(instruction.Opcode);
                        _out.WriteU32((uint)instruction.ListCount);
                        foreach (uint label in reader.Labels(instruction))
                            _out.WriteU32(Deeper(label));
                        _out.WriteU32(Deeper(instruction.DefaultLabel));
                        continue;
                    case Opcode.BrOnCast or Opcode.BrOnCastFail or Opcode.Rethrow when instruction.Index >= depth:
                        return false;
                    case Opcode.TryTable:
                        foreach (CatchClause clause in reader.Catches(instruction))
                        {
                            if (clause.Label >= depth)
                                return false;
                        }

                        depth++;
                        break;
                    case Opcode.Delegate:
                        if (instruction.Index >= --depth)
                            return false;
                        break;
                    case Opcode.Block or Opcode.Loop or Opcode.If or Opcode.Try:
                        depth++;
                        break;
                    case Opcode.End:
                        depth--;
                        break;
                }

                Copy(position, reader.Position);
            }

            return true;

            uint Deeper(uint label) => label < depth ? label : label + 1;
        }

        private void OpenBlock(Enclosing block, bool isAgain)
        {
            if (block.Opcode != Opcode.If)
            {
                Copy(block.Start, block.Body);
            }
            else if (isAgain)
            {
                Copy(block.Start, block.Else < 0 ? block.Body : block.Else + 1);
            }
            else
            {
                WriteOpcode(Opcode.Block);
                Copy(block.Start + 1, block.Body);
            }
        }

        /// <summary>Copies the loop and all that is behind it, without the other ways of an <c>if</c> that will not be entered
        /// again.</summary>
        private void CopyRest(int loop)
        {
            int depth = 0, around = _around.Count - 1, from = loop;
            int outermost = _around.FindIndex(block => block.Opcode == Opcode.Loop);
            if (outermost < 0)
                outermost = _around.Count;
            bool isSkipping = false;
            var reader = new InstructionReader(function.Code.Span, function.BaseOffset) { Position = loop };
            while (true)
            {
                int position = reader.Position;
                if (!reader.Next(out Instruction instruction))
                    break;
                switch (instruction.Opcode)
                {
                    case Opcode.Block or Opcode.Loop or Opcode.If or Opcode.Try or Opcode.TryTable:
                        depth++;
                        break;
                    case Opcode.Else when depth == 0 && around <= outermost:
                        Copy(from, position);
                        isSkipping = true;
                        break;
                    case Opcode.End or Opcode.Delegate when depth > 0:
                        depth--;
                        break;
                    case Opcode.End or Opcode.Delegate:
                        around--;
                        if (isSkipping)
                            from = position;
                        isSkipping = false;
                        break;
                }
            }

            Copy(from, function.Code.Length);
        }

        private void SetIsFirst(bool value)
        {
            WriteOpcode(Opcode.I32Const);
            _out.WriteByte(value ? (byte)1 : (byte)0);
            WriteLocal(Opcode.LocalSet);
        }

        private void WriteLocal(Opcode opcode)
        {
            WriteOpcode(opcode);
            _out.WriteU32(_isFirst);
        }

        // All that is written here has an opcode of one byte.
        private void WriteOpcode(Opcode opcode) => _out.WriteByte((byte)opcode);

        private void Copy(int start, int end)
        {
            NoteOrigin(start);
            _out.WriteBytes(function.Code.Span[start..end]);
        }

        private void NoteOrigin(int position)
        {
            int shift = _out.Length - position;
            if (_origins.Count == 0 || _origins[^1].Shift != shift)
                _origins.Add((function.BaseOffset + _out.Length, shift));
        }
    }

    /// <summary>A block around the loop.</summary>
    /// <param name="Opcode">What it is; a handler of a <c>try</c> is <c>catch</c>.</param>
    /// <param name="Start">Where its instruction starts.</param>
    /// <param name="Body">Where that ends.</param>
    /// <param name="Else">Where the <c>else</c> is, if the loop is behind that; else -1.</param>
    /// <param name="HasParameters">Whether it takes values from the operand stack.</param>
    private readonly record struct Enclosing(Opcode Opcode, int Start, int Body, int Else, bool HasParameters);
}

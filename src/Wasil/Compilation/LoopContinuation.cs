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
internal static class LoopContinuation
{
    /// <summary>What is left of a function at a loop, above which nothing waits on the operand stack.</summary>
    /// <param name="types">The module.</param>
    /// <param name="function">The function.</param>
    /// <param name="loop">The offset of the loop's instruction in the module.</param>
    /// <returns>Null where what is around the loop cannot be entered in the middle.</returns>
    public static RewrittenFunction? TryMake(ModuleTypes types, FunctionSource function, int loop) =>
        new Maker(types, function).TryMake(loop - function.BaseOffset);

    /// <summary>Whether blocks of a type take values from the operand stack.</summary>
    public static bool HasParameters(ModuleTypes types, in Instruction block) =>
        block.BlockType >= 0 && ((FuncType)types.Types[(int)block.BlockType].Composite).Parameters.Length > 0;

    private sealed class Maker(ModuleTypes types, FunctionSource function)
    {
        private const byte I32 = 0x7f;

        private readonly RewrittenFunction.Writer _out = new(function);
        private readonly List<Enclosing> _around = [];
        private readonly uint _isFirst = (uint)function.Locals.Length;

        public RewrittenFunction? TryMake(int loop)
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
            return _out.ToFunction(locals, function.Locals.Length, isInSlots: true);
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
            if (condition is { } first)
            {
                _out.WriteBlock(Opcode.Block, I32);
                _out.WriteConstant(first ? 1 : 0);
            }
            else
            {
                _out.WriteBlock(Opcode.Block);
            }

            _out.WriteLocal(Opcode.LocalGet, _isFirst);
            _out.Write(Opcode.BrIf);
            _out.WriteIndex(0);
            if (condition is not null)
                _out.Write(Opcode.Drop);
            if (!CopyDeeper(start, end))
                return false;
            _out.Write(Opcode.End);
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
                    case Opcode.Br or Opcode.BrIf or Opcode.BrOnNull or Opcode.BrOnNonNull or Opcode.BrTable:
                        _out.WriteBranch(position, reader, instruction, Deeper);
                        continue;
                    case var opcode when (opcode == Opcode.Rethrow || InstructionInfo.IsConditionalBranch(opcode)) && instruction.Index >= depth:
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

                _out.Copy(position, reader.Position);
            }

            return true;

            uint Deeper(uint label) => label < depth ? label : label + 1;
        }

        private void OpenBlock(Enclosing block, bool isAgain)
        {
            if (block.Opcode != Opcode.If)
            {
                _out.Copy(block.Start, block.Body);
            }
            else if (isAgain)
            {
                _out.Copy(block.Start, block.Else < 0 ? block.Body : block.Else + 1);
            }
            else
            {
                _out.Write(Opcode.Block);
                _out.Copy(block.Start + 1, block.Body);
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
                        _out.Copy(from, position);
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

            _out.Copy(from, function.Code.Length);
        }

        private void SetIsFirst(bool value)
        {
            _out.WriteConstant(value ? 1 : 0);
            _out.WriteLocal(Opcode.LocalSet, _isFirst);
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

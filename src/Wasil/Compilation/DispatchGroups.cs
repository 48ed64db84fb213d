using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Compilation;

/// <summary>
/// A function that is one loop around one table of branches, as Go's compiler makes all of its functions: each piece of code is behind a block
/// of its own, and whoever goes to another piece says in a local which, and starts the loop again. Here the pieces are put
/// into groups, each a loop with a table of its own behind one block of the outer loop, so that a group is code which is
/// entered at its start and can be a method of its own (docs/RATIONALE.md, "Large functions are split").
/// </summary>
/// <remarks>
/// From:
/// <code>
/// loop                                            loop
///   block block block block                         block block
///     (br_table 0 1 2 3 (local.get $next))            (br_table 0 0 1 1 (local.get $next))
///   end A                                           end
///   end B                                           loop
///   end C                                             block block (br_table 0 1 (local.get $next)) end A end B
///   end D                                             (local.set $next (i32.const 2))
/// end                                               end
///                                                   end
///                                                   loop
///                                                     block block (br_table 0 1 (i32.sub (local.get $next) (i32.const 2))) end C end D
///                                                   end
///                                                 end
/// </code>
/// </remarks>
internal static class DispatchGroups
{
    // For fewer, or less code, methods are large for another reason.
    private const int LeastPieces = 32;

    // Of Go's code, a byte becomes two to three of CIL, and a method's own limit is 24,000.
    private const int GroupBytes = 5_000;

    // Pieces that are looked at for whether a group may start there: of what a compiler made nearly every one will do.
    private const int MaximumTries = 10_000;

    // The groups' tables together are at most so many times as long as the function's, whose order may be any.
    private const int MaximumTableGrowth = 4;

    /// <summary>The function in groups; null where it is something else.</summary>
    /// <param name="function">The function.</param>
    /// <param name="isForced">Whether few pieces and small groups do as well.</param>
    public static RewrittenFunction? TryMake(FunctionSource function, bool isForced)
    {
        var maker = new Maker(function, isForced ? 2 : LeastPieces, isForced ? 16 : GroupBytes);
        return maker.FindTable() && maker.FindPieces() && maker.FormGroups() ? maker.Write() : null;
    }

    private sealed class Maker(FunctionSource function, int leastPieces, int groupBytes)
    {
        private readonly RewrittenFunction.Writer _out = new(function);

        // Where the pieces start and end, and which pieces are the first of their groups.
        private readonly List<(int Start, int End)> _pieces = [];
        private readonly List<int> _groups = [];
        private uint[] _table = [];

        // For each piece, the first and the last number that the table leads there by.
        private (int First, int Last)[] _numbers = [];
        private uint _default;
        private int _loopBody;
        private int _tableEnd;
        private int _blocks = -1;
        private uint _next;

        private ReadOnlySpan<byte> Code => function.Code.Span;

        /// <summary>Finds a loop that has nothing before its table but a block for each piece.</summary>
        public bool FindTable()
        {
            var reader = new InstructionReader(Code, function.BaseOffset);
            Opcode before = default;
            uint local = 0;
            while (reader.Next(out Instruction instruction))
            {
                switch (instruction.Opcode)
                {
                    case Opcode.Loop when instruction.BlockType == Instruction.EmptyBlockType:
                        (_loopBody, _blocks) = (reader.Position, 0);
                        break;
                    case Opcode.Block when instruction.BlockType == Instruction.EmptyBlockType && _blocks >= 0:
                        _blocks++;
                        break;
                    case Opcode.LocalGet when before == Opcode.Block:
                        local = instruction.Index;
                        break;
                    case Opcode.BrTable when before == Opcode.LocalGet && _blocks >= leastPieces:
                        (_next, _tableEnd, _default) = (local, reader.Position, instruction.DefaultLabel);
                        _table = new uint[instruction.ListCount];
                        int count = 0;
                        foreach (uint label in reader.Labels(instruction))
                            _table[count++] = label;
                        return function.Locals[_next] == ValKind.I32 && _default < _blocks && Array.TrueForAll(_table, label => label < _blocks);
                    default:
                        _blocks = -1;
                        break;
                }

                before = instruction.Opcode;
            }

            return false;
        }

        /// <summary>Finds the pieces; false where one branches to another without the table.</summary>
        public bool FindPieces()
        {
            uint depth = 0;
            bool isBetween = true;
            var reader = new InstructionReader(Code, function.BaseOffset) { Position = _tableEnd };
            int start = reader.Position;
            while (reader.Next(out Instruction instruction))
            {
                switch (instruction.Opcode)
                {
                    case Opcode.Block or Opcode.Loop or Opcode.If:
                        depth++;
                        break;
                    case Opcode.End when depth > 0:
                        depth--;
                        break;
                    case Opcode.End:
                        int end = reader.Position - 1;
                        if (isBetween)
                        {
                            // Of the innermost block, behind the table.
                            if (end != start)
                                return false;
                            isBetween = false;
                        }
                        else
                        {
                            _pieces.Add((start, end));
                        }

                        start = reader.Position;
                        if (_pieces.Count == _blocks)
                            return true;
                        break;
                    case Opcode.BrTable:
                        foreach (uint label in reader.Labels(instruction))
                        {
                            if (IsPiece(label))
                                return false;
                        }

                        if (IsPiece(instruction.DefaultLabel))
                            return false;
                        break;
                    case Opcode.Br or Opcode.BrIf or Opcode.BrOnNull or Opcode.BrOnNonNull:
                        if (IsPiece(instruction.Index))
                            return false;
                        break;
                    case Opcode.Try or Opcode.TryTable or Opcode.Delegate or Opcode.Rethrow:
                    case var opcode when InstructionInfo.IsConditionalBranch(opcode):
                        return false;
                }
            }

            return false;

            bool IsPiece(uint label) => label >= depth && label - depth < _blocks - 1 - _pieces.Count;
        }

        /// <summary>Puts pieces into groups, where what the local says does not matter from the first piece of one on, and one can
        /// be gone to by the table.</summary>
        public bool FormGroups()
        {
            _numbers = new (int, int)[_blocks];
            Array.Fill(_numbers, (-1, -1));
            for (int i = 0; i < _table.Length; i++)
            {
                ref (int First, int Last) numbers = ref _numbers[_table[i]];
                numbers = (numbers.First < 0 ? i : numbers.First, i);
            }

            var liveness = LocalLiveness.Of(function.Code, function.BaseOffset, function.Locals.Length);
            int bytes = 0, tries = 0;
            _groups.Add(0);
            for (int i = 0; i < _pieces.Count; i++)
            {
                int size = _pieces[i].End - _pieces[i].Start;
                if (bytes > 0 && bytes + size > groupBytes && _numbers[i].First >= 0 && ++tries <= MaximumTries
                    && (liveness.At(_pieces[i].Start)[_next >> 6] >> (int)(_next & 63) & 1) == 0)
                {
                    _groups.Add(i);
                    bytes = 0;
                }

                bytes += size;
            }

            long entries = 0;
            for (int group = 0; group < _groups.Count; group++)
            {
                (int from, int to) = NumbersOf(group);
                entries += to - from + 1;
            }

            return _groups.Count > 1 && entries <= (long)_table.Length * MaximumTableGrowth;
        }

        public RewrittenFunction Write()
        {
            _out.Copy(0, _loopBody);
            foreach (int _ in _groups)
                _out.WriteBlock(Opcode.Block);
            WriteTable(0, _table.Length - 1, label => (uint)GroupOf((int)label));
            for (int group = 0; group < _groups.Count; group++)
            {
                _out.Write(Opcode.End);
                WriteGroup(group);
            }

            _out.Copy(_pieces[^1].End, function.Code.Length);
            return _out.ToFunction(function.Locals, function.Parameters, function.IsInSlots);
        }

        private void WriteGroup(int group)
        {
            int first = _groups[group], end = EndOf(group);
            (int from, int to) = NumbersOf(group);
            _out.WriteBlock(Opcode.Loop);
            for (int i = first; i < end; i++)
                _out.WriteBlock(Opcode.Block);
            // What leads to other groups never comes here.
            WriteTable(from, to, label => IsWithin(label) ? label - (uint)first : 0);
            for (int i = first; i < end; i++)
            {
                _out.Write(Opcode.End);
                WritePiece(i, (uint)(end - 1 - i), (uint)(_groups.Count - 1 - group), IsWithin);
            }

            if (end < _pieces.Count)
            {
                _out.WriteConstant(_numbers[end].First);
                _out.WriteLocal(Opcode.LocalSet, _next);
            }

            _out.Write(Opcode.End);

            bool IsWithin(uint label) => label >= first && label < end;
        }

        /// <summary>Copies a piece.</summary>
        /// <param name="index">Which piece.</param>
        /// <param name="blocks">How many blocks of its group are around it.</param>
        /// <param name="groups">How many blocks of other groups are around the group's loop.</param>
        /// <param name="isWithin">Whether a piece is in the same group.</param>
        private void WritePiece(int index, uint blocks, uint groups, Func<uint, bool> isWithin)
        {
            uint depth = 0, formerly = (uint)(_blocks - 1 - index);
            (int start, int end) = _pieces[index];
            long constant = -1, next = -1;
            var reader = new InstructionReader(Code[..end], function.BaseOffset) { Position = start };
            while (reader.Position < end)
            {
                int position = reader.Position;
                reader.Next(out Instruction instruction);
                long former = constant, known = next;
                constant = next = -1;
                switch (instruction.Opcode)
                {
                    case Opcode.I32Const:
                        constant = (uint)instruction.Immediate;
                        break;
                    case Opcode.LocalSet when instruction.Index == _next:
                        next = former;
                        break;
                    case Opcode.Br when instruction.Index == depth + formerly && known >= 0
                        && isWithin(known < _table.Length ? _table[known] : _default):
                        _out.WriteBranch(position, reader, instruction, _ => depth + blocks);
                        continue;
                    case Opcode.Br or Opcode.BrIf or Opcode.BrOnNull or Opcode.BrOnNonNull or Opcode.BrTable:
                        _out.WriteBranch(position, reader, instruction, label => label < depth ? label : label - formerly + blocks + 1 + groups);
                        continue;
                    case Opcode.Block or Opcode.Loop or Opcode.If:
                        depth++;
                        break;
                    case Opcode.End:
                        depth--;
                        break;
                }

                _out.Copy(position, reader.Position);
            }
        }

        private void WriteTable(int from, int to, Func<uint, uint> label)
        {
            _out.WriteLocal(Opcode.LocalGet, _next);
            if (from > 0)
            {
                _out.WriteConstant(from);
                _out.Write(Opcode.I32Sub);
            }

            _out.Write(Opcode.BrTable);
            _out.WriteIndex((uint)(to - from + 1));
            for (int i = from; i <= to; i++)
                _out.WriteIndex(label(_table[i]));
            _out.WriteIndex(label(_default));
        }

        private int EndOf(int group) => group + 1 < _groups.Count ? _groups[group + 1] : _pieces.Count;

        /// <summary>The numbers that the table leads to a group's pieces by are among these.</summary>
        private (int From, int To) NumbersOf(int group)
        {
            (int from, int to) = (int.MaxValue, -1);
            for (int i = _groups[group]; i < EndOf(group); i++)
            {
                if (_numbers[i].First >= 0)
                    (from, to) = (Math.Min(from, _numbers[i].First), Math.Max(to, _numbers[i].Last));
            }

            return to < 0 ? (0, 0) : (from, to);
        }

        private int GroupOf(int piece)
        {
            int group = _groups.BinarySearch(piece);
            return group < 0 ? ~group - 1 : group;
        }
    }
}

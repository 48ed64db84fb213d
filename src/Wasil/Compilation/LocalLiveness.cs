using Wasil.Instructions;

namespace Wasil.Compilation;

/// <summary>
/// Which locals' values may still be read, at any place of a function without exception handlers. A set of locals is an array of
/// bits.
/// </summary>
internal sealed class LocalLiveness
{
    // Words of bits, over all basic blocks and ways between them, past which every local counts as alive.
    private const long MaximumWords = 2_000_000;

    // To look from within a block to its end must not take long.
    private const int MaximumBlockBytes = 1_000;

    private readonly ReadOnlyMemory<byte> _code;
    private readonly int _baseOffset;
    private readonly int _words;
    private readonly List<int> _starts = [];
    private readonly List<List<int>> _successors = [];
    private ulong[][]? _liveOut;
    private int _edges;

    private LocalLiveness(ReadOnlyMemory<byte> code, int baseOffset, int locals)
    {
        _code = code;
        _baseOffset = baseOffset;
        _words = (locals + 63) / 64;
    }

    /// <param name="code">The function's instructions.</param>
    /// <param name="baseOffset">Where they are in the module.</param>
    /// <param name="locals">How many locals it has, parameters included.</param>
    public static LocalLiveness Of(ReadOnlyMemory<byte> code, int baseOffset, int locals)
    {
        var liveness = new LocalLiveness(code, baseOffset, locals);
        liveness.FindBlocks();
        if ((long)(liveness._starts.Count + liveness._edges) * liveness._words <= MaximumWords)
            liveness.Solve();
        return liveness;
    }

    /// <summary>The locals that may be read from a position on.</summary>
    /// <param name="position">Where an instruction starts, counted from the start of the function's instructions.</param>
    public ulong[] At(int position)
    {
        var live = new ulong[_words];
        if (_liveOut is null)
        {
            Array.Fill(live, ulong.MaxValue);
            return live;
        }

        int block = _starts.BinarySearch(position);
        // Of several blocks that start at one place, the last is the one with the code.
        block = block < 0 ? ~block - 1 : LastFrom(block);
        var written = new ulong[_words];
        ScanBlock(block, position, live, written);
        for (int i = 0; i < _words; i++)
            live[i] |= _liveOut[block][i] & ~written[i];
        return live;
    }

    private int LastFrom(int block)
    {
        while (block + 1 < _starts.Count && _starts[block + 1] == _starts[block])
            block++;
        return block;
    }

    private void ScanBlock(int block, int from, ulong[] read, ulong[] written)
    {
        int end = block + 1 < _starts.Count ? _starts[block + 1] : _code.Length;
        var reader = new InstructionReader(_code.Span[..end], _baseOffset) { Position = from };
        while (reader.Next(out Instruction instruction))
        {
            ulong bit = 1UL << (int)(instruction.Index & 63);
            switch (instruction.Opcode)
            {
                case Opcode.LocalGet:
                    read[instruction.Index >> 6] |= bit & ~written[instruction.Index >> 6];
                    break;
                case Opcode.LocalSet or Opcode.LocalTee:
                    written[instruction.Index >> 6] |= bit;
                    break;
            }
        }
    }

    private void Solve()
    {
        int count = _starts.Count;
        var liveIn = new ulong[count][];
        var written = new ulong[count][];
        _liveOut = new ulong[count][];
        for (int block = 0; block < count; block++)
        {
            ScanBlock(block, _starts[block], liveIn[block] = new ulong[_words], written[block] = new ulong[_words]);
            _liveOut[block] = new ulong[_words];
        }

        // Against the direction of the code, so that a function without loops takes one round and a look.
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int block = count - 1; block >= 0; block--)
            {
                ulong[] liveOut = _liveOut[block];
                foreach (int successor in _successors[block])
                {
                    for (int i = 0; i < _words; i++)
                        liveOut[i] |= liveIn[successor][i];
                }

                for (int i = 0; i < _words; i++)
                {
                    ulong live = liveIn[block][i] | (liveOut[i] & ~written[block][i]);
                    changed |= live != liveIn[block][i];
                    liveIn[block][i] = live;
                }
            }
        }
    }

    private void FindBlocks()
    {
        var open = new List<Open> { new(-1) };
        int current = NewBlock(0, -1);
        var reader = new InstructionReader(_code.Span, _baseOffset);
        while (reader.Next(out Instruction instruction))
        {
            int next = reader.Position;
            switch (instruction.Opcode)
            {
                case Opcode.Block:
                    open.Add(new Open(-1));
                    break;
                case Opcode.Loop:
                    current = NewBlock(next, current);
                    open.Add(new Open(current));
                    break;
                case Opcode.If:
                    open.Add(new Open(-1) { Condition = current });
                    current = NewBlock(next, current);
                    break;
                case Opcode.Else:
                    open[^1].Sources.Add(current);
                    current = NewBlock(next, open[^1].Condition);
                    open[^1].Condition = -1;
                    break;
                case Opcode.End:
                    Open frame = open[^1];
                    open.RemoveAt(open.Count - 1);
                    current = NewBlock(next, current);
                    if (frame.Condition >= 0)
                        AddEdge(frame.Condition, current);
                    foreach (int source in frame.Sources)
                        AddEdge(source, current);
                    break;
                case Opcode.Br:
                    Branch(instruction.Index);
                    current = NewBlock(next, -1);
                    break;
                case var opcode when InstructionInfo.IsConditionalBranch(opcode):
                    Branch(instruction.Index);
                    current = NewBlock(next, current);
                    break;
                case Opcode.BrTable:
                    foreach (uint label in reader.Labels(instruction))
                        Branch(label);
                    Branch(instruction.DefaultLabel);
                    current = NewBlock(next, -1);
                    break;
                case Opcode.Return or Opcode.Unreachable or Opcode.Throw or Opcode.ThrowRef
                    or Opcode.ReturnCall or Opcode.ReturnCallIndirect or Opcode.ReturnCallRef:
                    current = NewBlock(next, -1);
                    break;
                default:
                    if (next - _starts[current] > MaximumBlockBytes)
                        current = NewBlock(next, current);
                    break;
            }
        }

        void Branch(uint label)
        {
            Open target = open[^((int)label + 1)];
            if (target.Header >= 0)
                AddEdge(current, target.Header);
            else if (target.Sources.Count == 0 || target.Sources[^1] != current)
                target.Sources.Add(current);
        }
    }

    private int NewBlock(int start, int from)
    {
        _starts.Add(start);
        _successors.Add([]);
        if (from >= 0)
            AddEdge(from, _starts.Count - 1);
        return _starts.Count - 1;
    }

    private void AddEdge(int from, int to)
    {
        _successors[from].Add(to);
        _edges++;
    }

    /// <summary>A structured instruction that has not ended.</summary>
    /// <param name="Header">A loop's first block, or -1.</param>
    private sealed record Open(int Header)
    {
        /// <summary>The block that tests the condition of an <c>if</c> whose <c>else</c> has not come, or -1.</summary>
        public int Condition { get; set; } = -1;

        /// <summary>The blocks that go to the end.</summary>
        public List<int> Sources { get; } = [];
    }
}

using System.Numerics;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Compilation;

/// <summary>
/// What a function's CIL looks like, written down while it is emitted whole, and which parts of it to put into methods of their
/// own if it turns out to be larger than what the JIT compiler optimises (docs/RATIONALE.md, "Large functions are split").
/// </summary>
internal sealed class FunctionOutline
{
    /// <summary>One byte of wasm never becomes more bytes of CIL over a whole function that was made by a compiler.</summary>
    public const int MostCilPerByte = 20;

    // RyuJIT does not optimise methods of more than 2,000 basic blocks, and some of those that are counted are the same.
    private const int OptimizedBlocks = 2_100;

    // A part's own size. Its analyses are products of blocks and locals.
    private const int MaximumPartCil = 24_000;
    private const int ChunkCil = 8_000;
    private const int MinimumPartCil = 250;
    private const int MaximumPartLocals = 900;
    private const int MaximumExits = 100;
    private const long MaximumPartBlocksTimesLocals = 40_000;

    // All parts together: the JIT compiler takes a millisecond for a small one, and cannot be interrupted before the last.
    private const int MaximumParts = 600;
    private const long MaximumBlocksTimesLocals = 2_000_000;

    // Instructions looked at, all candidates together: those of blocks in blocks overlap.
    private const int MaximumScanned = 3_000_000;

    // A trap behind the function's code, as most of what stands there is.
    private const int ColdCil = 11;

    // What a call of a part is in the rest: the call, a local given or taken, and a place that it may branch to.
    private const int CallCil = 20;
    private const int LocalCil = 9;
    private const int ExitCil = 5;

    private readonly ReadOnlyMemory<byte> _code;
    private readonly int _baseOffset;
    private readonly ValKind[] _localKinds;
    private readonly bool _hasFrame;
    private readonly int _optimizedCil;
    private readonly int _minimumPartCil;
    private readonly List<Block> _blocks = [];
    private readonly List<Block> _open = [];
    private double _frequency = 1;
    private int _branches;
    private bool _isAtLabel = true;
    private bool _refuses;
    private int _scanned;

    /// <param name="code">The function's instructions.</param>
    /// <param name="baseOffset">Where they are in the module.</param>
    /// <param name="localKinds">Its locals.</param>
    /// <param name="hasFrame">Whether all but a few of them live in the frame, where nothing has to be copied for a part.</param>
    /// <param name="splitAbove">Which <see cref="CountingGenerator.Size"/> it may have as a whole; 0 where all is to be split that can be.</param>
    public FunctionOutline(ReadOnlyMemory<byte> code, int baseOffset, ValKind[] localKinds, bool hasFrame, int splitAbove)
    {
        _hasFrame = hasFrame;
        _optimizedCil = splitAbove;
        _minimumPartCil = splitAbove == 0 ? 1 : MinimumPartCil;
        _code = code;
        _baseOffset = baseOffset;
        _localKinds = localKinds;
    }

    /// <summary>What <see cref="CountingGenerator.Size"/> all of it has, and about how many basic blocks.</summary>
    public (int Cil, int Blocks) Size { get; private set; }

    /// <summary>Whether the JIT compiler will not optimise the function as a whole.</summary>
    public bool IsTooLarge => Size.Cil > _optimizedCil || Size.Blocks > OptimizedBlocks;

    /// <summary>An instruction is about to be emitted.</summary>
    /// <param name="position">Where it is.</param>
    /// <param name="instruction">The instruction.</param>
    /// <param name="isStatement">Whether nothing is on the operand stack that is the present block's.</param>
    /// <param name="isReachable">Whether it can be reached.</param>
    /// <param name="control">The blocks around it, before it takes effect.</param>
    /// <param name="cil">The <see cref="CountingGenerator.Size"/> so far.</param>
    /// <param name="coldParts">How many pieces of code wait to be emitted behind the rest.</param>
    public void Add(
        int position, in Instruction instruction, bool isStatement, bool isReachable, List<ControlFrame> control, int cil, int coldParts)
    {
        if (_open.Count == 0)
            Enter(control[0], position, isLoop: false);
        bool isEnd = instruction.Opcode is Opcode.End or Opcode.Else;
        cil += ColdCil * coldParts;
        Size = (cil, _branches + 2 * coldParts);
        if (isStatement)
            _open[^1].Runs[^1].Add(new Point(position, cil, Size.Blocks, _isAtLabel, isEnd, _frequency));
        _isAtLabel = false;
        _refuses |= instruction.Opcode is Opcode.Try or Opcode.TryTable;
        if (!isReachable)
        {
            _frequency = 0;
            return;
        }

        switch (instruction.Opcode)
        {
            case Opcode.Br:
                Branch(instruction.Index, 1);
                _branches++;
                break;
            case var opcode when InstructionInfo.IsConditionalBranch(opcode):
                Branch(instruction.Index, 0.5);
                _branches++;
                if (!_open[^((int)instruction.Index + 1)].IsLoop)
                    _frequency /= 2;
                _isAtLabel = true;
                break;
            case Opcode.BrTable:
                BranchAll(instruction);
                _branches++;
                break;
            case Opcode.CallIndirect:
                _branches += 3;
                break;
        }
    }

    /// <summary>An instruction was emitted.</summary>
    /// <param name="position">Where the next one is.</param>
    /// <param name="instruction">The instruction.</param>
    /// <param name="control">The blocks around what comes next.</param>
    public void AddEffect(int position, in Instruction instruction, List<ControlFrame> control)
    {
        if (control.Count > _open.Count)
        {
            Enter(control[^1], position, instruction.Opcode == Opcode.Loop);
            _isAtLabel = true;
            _branches += instruction.Opcode == Opcode.If ? 3 : 1;
            return;
        }

        if (control.Count < _open.Count)
        {
            Block block = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            block.After = position;
            // What leaves a block is at most what entered it.
            _frequency = block.IsLoop
                ? block.Frequency
                : Math.Min(block.Frequency, block.Incoming + _frequency + block.ElseFrequency);
            _isAtLabel = true;
        }
        else if (instruction.Opcode == Opcode.Else && control[^1].Opcode == Opcode.Else && _open[^1] is { Runs.Count: 1 } arms)
        {
            arms.Runs.Add([]);
            arms.Incoming += _frequency;
            _frequency = arms.ElseFrequency;
            arms.ElseFrequency = 0;
            _isAtLabel = true;
        }
    }

    /// <summary>The parts to be taken out so that the rest is optimised; null where that cannot be done.</summary>
    public CodePart[]? Choose()
    {
        if (_refuses || _open.Count > 0)
            return null;
        var liveness = LocalLiveness.Of(_code, _baseOffset, _localKinds.Length);
        List<Candidate> candidates = FindCandidates(liveness);
        candidates.Sort((first, second) => first.CostPerByte.CompareTo(second.CostPerByte));
        var chosen = new SortedList<int, Candidate>();
        (int cil, int blocks) = Size;
        foreach (Candidate candidate in candidates)
        {
            if (cil <= _optimizedCil * 0.95 && blocks <= OptimizedBlocks * 0.95)
                break;
            if (!MakeRoom(chosen, candidate, ref cil, ref blocks))
                continue;
            chosen.Add(candidate.Part.Start, candidate);
            cil -= candidate.SavedCil;
            blocks -= candidate.SavedBlocks;
        }

        if (chosen.Count > MaximumParts || chosen.Values.Sum(candidate => candidate.BlocksTimesLocals) > MaximumBlocksTimesLocals)
            return null;
        return _optimizedCil == 0 || (cil <= _optimizedCil && blocks <= OptimizedBlocks) ? [.. chosen.Values.Select(candidate => candidate.Part)] : null;
    }

    /// <summary>Takes those out that lie within a candidate; false where one contains or cuts it.</summary>
    private static bool MakeRoom(SortedList<int, Candidate> chosen, Candidate candidate, ref int cil, ref int blocks)
    {
        int first = FirstEndingAfter(chosen, candidate.Part.Start), last = first;
        int saved = 0;
        for (; last < chosen.Count && chosen.Values[last].Part.Start < candidate.Part.End; last++)
        {
            CodePart other = chosen.Values[last].Part;
            if (other.Start < candidate.Part.Start || other.End > candidate.Part.End)
                return false;
            saved += chosen.Values[last].SavedCil;
        }

        if (saved >= candidate.SavedCil)
            return false;
        for (; last > first; last--)
        {
            cil += chosen.Values[last - 1].SavedCil;
            blocks += chosen.Values[last - 1].SavedBlocks;
            chosen.RemoveAt(last - 1);
        }

        return true;
    }

    private static int FirstEndingAfter(SortedList<int, Candidate> chosen, int position)
    {
        int low = 0, high = chosen.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (chosen.Values[middle].Part.End > position)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private List<Candidate> FindCandidates(LocalLiveness liveness)
    {
        var candidates = new List<Candidate>();
        foreach (Block block in _blocks)
        {
            foreach (List<Point> points in block.Runs)
            {
                for (int i = 0; i < points.Count - 1; i++)
                {
                    if (i > 0 && !points[i].IsAtLabel)
                        continue;
                    int size = points[^1].Cil - points[i].Cil;
                    if (points[^1].IsEnd && size >= _minimumPartCil && size <= MaximumPartCil)
                        Consider(block, points[i], points[^1]);
                    if (size > ChunkCil)
                        Cut(block, points, i, acrossLabels: i == 0);
                }
            }
        }

        return candidates;

        // Long runs of statements.
        void Cut(Block block, List<Point> points, int first, bool acrossLabels)
        {
            for (int i = first, next; i < points.Count - 1; i = next)
            {
                next = i + 1;
                while (next < points.Count - 1 && points[next].Cil - points[i].Cil < ChunkCil && (acrossLabels || !points[next].IsAtLabel))
                    next++;
                // What comes last may be a large block.
                if (next > i + 1 && points[next].Cil - points[i].Cil > MaximumPartCil)
                    next--;
                if (points[next].Cil - points[i].Cil is var cil && cil >= _minimumPartCil && cil <= MaximumPartCil)
                    Consider(block, points[i], points[next]);
                if (!acrossLabels && points[next].IsAtLabel)
                    return;
            }
        }

        void Consider(Block block, Point from, Point to)
        {
            if (_scanned < MaximumScanned && Make(block, from, to, liveness) is { } candidate)
                candidates.Add(candidate);
        }
    }

    private Candidate? Make(Block block, Point from, Point to, LocalLiveness liveness)
    {
        int words = (_localKinds.Length + 63) / 64;
        ulong[] touched = new ulong[words], written = new ulong[words], leaving = new ulong[words];
        var exits = new HashSet<Block>();
        int depth = 0;
        var reader = new InstructionReader(_code.Span[..to.Position], _baseOffset) { Position = from.Position };
        while (reader.Next(out Instruction instruction))
        {
            _scanned++;
            switch (instruction.Opcode)
            {
                case Opcode.LocalGet:
                    touched[instruction.Index >> 6] |= 1UL << (int)(instruction.Index & 63);
                    break;
                case Opcode.LocalSet or Opcode.LocalTee:
                    touched[instruction.Index >> 6] |= 1UL << (int)(instruction.Index & 63);
                    written[instruction.Index >> 6] |= 1UL << (int)(instruction.Index & 63);
                    break;
                case Opcode.Block or Opcode.Loop or Opcode.If:
                    depth++;
                    break;
                case Opcode.End:
                    depth--;
                    break;
                case var opcode when opcode == Opcode.Br || InstructionInfo.IsConditionalBranch(opcode):
                    if (!Exit(instruction.Index))
                        return null;
                    break;
                case Opcode.BrTable:
                    _scanned += instruction.ListCount;
                    foreach (uint label in reader.Labels(instruction))
                    {
                        if (!Exit(label))
                            return null;
                    }

                    if (!Exit(instruction.DefaultLabel))
                        return null;
                    break;
                case Opcode.Return:
                    if (!Exit((uint)(depth + block.Depth)))
                        return null;
                    break;
                case Opcode.ReturnCall or Opcode.ReturnCallIndirect or Opcode.ReturnCallRef or Opcode.Rethrow or Opcode.Delegate:
                    // A tail call has to leave the function's own method.
                    return null;
            }
        }

        if (exits.Count > MaximumExits)
            return null;
        _scanned += (exits.Count + 2) * (100 + 2 * words);
        Join(liveness.At(to.Position));
        foreach (Block exit in exits)
        {
            Join(liveness.At(exit.IsLoop ? exit.Start : exit.After));
        }

        ulong[] live = liveness.At(from.Position);
        int locals = 0;
        var entering = new List<int>();
        var leavingLocals = new List<int>();
        for (int i = 0; i < words; i++)
        {
            for (ulong bits = touched[i]; bits != 0; bits &= bits - 1)
            {
                int local = i * 64 + BitOperations.TrailingZeroCount(bits);
                ulong bit = bits & (~bits + 1);
                // A reference would need a place that the collector looks at.
                if (_localKinds[local] == ValKind.Ref)
                    return null;
                locals++;
                if ((live[i] & bit) != 0)
                    entering.Add(local);
                if ((written[i] & leaving[i] & bit) != 0)
                    leavingLocals.Add(local);
            }
        }

        int blocks = to.Blocks - from.Blocks;
        if (locals > MaximumPartLocals || (long)blocks * locals > MaximumPartBlocksTimesLocals)
            return null;
        int crossing = entering.Count + leavingLocals.Count;
        int copied = _hasFrame ? Math.Min(crossing, FunctionPlan.HotLocals) : crossing;
        int saved = to.Cil - from.Cil - CallCil - LocalCil * copied - ExitCil * exits.Count;
        if (_optimizedCil == 0)
            saved = Math.Max(saved, 1);
        return saved < _minimumPartCil / 2
            ? null
            : new Candidate(
                new CodePart(from.Position, to.Position, [.. entering], [.. leavingLocals]), saved, blocks - 1 - exits.Count,
                from.Frequency * (4 + crossing) / saved, (long)blocks * locals);

        void Join(ulong[] set)
        {
            for (int i = 0; i < words; i++)
                leaving[i] |= set[i];
        }

        bool Exit(uint label)
        {
            int up = (int)label - depth;
            if (up < 0)
                return true;
            _scanned += up / 8;
            if (_scanned > MaximumScanned)
                return false;
            Block target = block;
            for (; up > 0; up--)
                target = target.Parent!;

            exits.Add(target);
            return target.LabelKinds.Length <= FunctionEmitter.MaximumCrossingValues && !target.LabelKinds.Contains(ValKind.Ref);
        }
    }

    private void Enter(ControlFrame frame, int start, bool isLoop)
    {
        double before = _frequency;
        if (isLoop)
            _frequency *= 8;
        bool isIf = frame.Opcode == Opcode.If;
        if (isIf)
            _frequency /= 2;
        var block = new Block(frame.LabelKinds, isLoop, _open.Count > 0 ? _open[^1] : null)
        {
            Start = start,
            Frequency = before,
            ElseFrequency = isIf ? before / 2 : 0,
        };
        _blocks.Add(block);
        _open.Add(block);
    }

    private void Branch(uint label, double share)
    {
        Block target = _open[^((int)label + 1)];
        if (!target.IsLoop)
            target.Incoming += _frequency * share;
        if (share == 1)
            _frequency = 0;
    }

    private void BranchAll(in Instruction instruction)
    {
        var reader = new InstructionReader(_code.Span, _baseOffset);
        double share = 1.0 / (instruction.ListCount + 1);
        foreach (uint label in reader.Labels(instruction))
            Branch(label, share == 1 ? 0.99 : share);
        Branch(instruction.DefaultLabel, share == 1 ? 0.99 : share);
        _frequency = 0;
    }

    /// <summary>A place between two statements of a block.</summary>
    private readonly record struct Point(int Position, int Cil, int Blocks, bool IsAtLabel, bool IsEnd, double Frequency);

    private sealed record Candidate(CodePart Part, int SavedCil, int SavedBlocks, double CostPerByte, long BlocksTimesLocals);

    /// <summary>A structured instruction.</summary>
    private sealed class Block(ValKind[] labelKinds, bool isLoop, Block? parent)
    {
        public ValKind[] LabelKinds => labelKinds;

        public bool IsLoop => isLoop;

        public Block? Parent => parent;

        public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

        /// <summary>Its statements; of an <c>if</c> with two arms, those of each.</summary>
        public List<List<Point>> Runs { get; } = [[]];

        /// <summary>The first instruction within.</summary>
        public int Start { get; init; }

        /// <summary>The instruction behind the end.</summary>
        public int After { get; set; }

        /// <summary>How often it is taken to be entered for each call of the function.</summary>
        public double Frequency { get; init; }

        /// <summary>How often the condition of an <c>if</c> is zero, until its <c>else</c>.</summary>
        public double ElseFrequency { get; set; }

        /// <summary>How often its end is branched to.</summary>
        public double Incoming { get; set; }
    }
}

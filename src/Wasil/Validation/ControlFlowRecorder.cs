using System.Collections;
using System.Runtime.InteropServices;

namespace Wasil.Validation;

/// <summary>Makes a <see cref="BranchTable"/> and a <see cref="FunctionSummary"/> while a function is validated.</summary>
internal struct ControlFlowRecorder : IControlFlowSink
{
    private const int None = -1;

    // Forward branches to a block wait in a list, threaded through BranchEntry.TargetEntry, until its end is known.
    private List<BranchEntry> _entries;
    private List<Frame> _frames;
    private List<bool> _isBranchTarget;
    private List<bool> _isBranchTableTarget;
    private int _instructions;
    private int _maximumHeight;
    private int _maximumDepth;
    private int _loops;
    private int _loopNesting;
    private int _loopDepth;
    private int _largestBranchTable;
    private int _branchTableLabelsLeft;

    private struct Frame
    {
        public FrameKind Kind;
        public int Ordinal;
        public int Height;
        public int BodyOffset;
        public int BodyEntry;
        public int Waiting;
        public int WaitingElse;
    }

    public static ControlFlowRecorder Create() => new()
    {
        _entries = [],
        _frames = [],
        _isBranchTarget = [],
        _isBranchTableTarget = [],
    };

    public readonly BranchTable ToBranchTable() => new([.. _entries]);

    public readonly FunctionSummary ToSummary() => new()
    {
        Instructions = _instructions,
        MaximumHeight = _maximumHeight,
        MaximumDepth = _maximumDepth,
        LoopDepth = _loopDepth,
        Loops = _loops,
        BranchTableTargets = _isBranchTableTarget.Count(isTarget => isTarget),
        LargestBranchTable = _largestBranchTable,
        IsBranchTarget = new BitArray([.. _isBranchTarget]),
        BranchTargets = _isBranchTarget.Count(isTarget => isTarget),
    };

    public void Instruction(int height)
    {
        _instructions++;
        _maximumHeight = Math.Max(_maximumHeight, height);
    }

    public void Open(FrameKind kind, int bodyOffset, int height)
    {
        _frames.Add(new Frame
        {
            Kind = kind,
            Ordinal = _isBranchTarget.Count,
            Height = height,
            BodyOffset = bodyOffset,
            BodyEntry = _entries.Count,
            Waiting = None,
            WaitingElse = None,
        });
        _isBranchTarget.Add(false);
        _isBranchTableTarget.Add(false);
        _maximumDepth = Math.Max(_maximumDepth, _frames.Count);
        if (kind != FrameKind.Loop) return;
        _loops++;
        _loopDepth = Math.Max(_loopDepth, ++_loopNesting);
    }

    public readonly void SkipThen(int offset, int kept)
    {
        FrameAt(0).WaitingElse = _entries.Count;
        _entries.Add(new BranchEntry(offset, Target: 0, TargetEntry: None, kept, Dropped: 0));
    }

    public readonly void Separate(FrameKind kind, int offset, int bodyOffset, int kept)
    {
        ref var frame = ref FrameAt(0);
        frame.Kind = kind;
        Wait(ref frame, offset, kept, dropped: 0);
        Resolve(ref frame.WaitingElse, bodyOffset);
    }

    public void Branch(int offset, uint label, int kept, int height)
    {
        ref var frame = ref FrameAt(label);
        _isBranchTarget[frame.Ordinal] = true;
        if (_branchTableLabelsLeft > 0)
        {
            _branchTableLabelsLeft--;
            _isBranchTableTarget[frame.Ordinal] = true;
        }
        int dropped = Math.Max(0, height - kept - frame.Height);
        if (frame.Kind == FrameKind.Loop)
            _entries.Add(new BranchEntry(offset, frame.BodyOffset, frame.BodyEntry, kept, dropped));
        else
            Wait(ref frame, offset, kept, dropped);
    }

    public void BranchTable(int labels)
    {
        _largestBranchTable = Math.Max(_largestBranchTable, labels);
        _branchTableLabelsLeft = labels;
    }

    public void Close(int nextOffset)
    {
        ref var frame = ref FrameAt(0);
        if (frame.Kind == FrameKind.Loop) _loopNesting--;
        Resolve(ref frame.Waiting, nextOffset);
        Resolve(ref frame.WaitingElse, nextOffset);
        _frames.RemoveAt(_frames.Count - 1);
    }

    private readonly ref Frame FrameAt(uint label) => ref CollectionsMarshal.AsSpan(_frames)[^((int)label + 1)];

    private readonly void Wait(ref Frame frame, int offset, int kept, int dropped)
    {
        int entry = _entries.Count;
        _entries.Add(new BranchEntry(offset, Target: 0, TargetEntry: frame.Waiting, kept, dropped));
        frame.Waiting = entry;
    }

    private readonly void Resolve(ref int waiting, int target)
    {
        var entries = CollectionsMarshal.AsSpan(_entries);
        while (waiting != None)
        {
            ref var entry = ref entries[waiting];
            waiting = entry.TargetEntry;
            entry = entry with { Target = target, TargetEntry = entries.Length };
        }
    }
}

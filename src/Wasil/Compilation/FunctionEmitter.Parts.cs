using System.Reflection.Emit;
using Wasil.Execution;
using Wasil.Instructions;

namespace Wasil.Compilation;

/// <content>
/// Parts of a large function that are methods of their own (docs/RATIONALE.md, "Large functions are split"). A part takes the
/// instance and the function's frame, in which the locals and the values of branches cross over, and returns by which way it was
/// left: 0 for its end, else the number of an exit.
/// </content>
internal sealed partial class FunctionEmitter
{
    /// <summary>The values that a branch out of a part takes at most.</summary>
    public const int MaximumCrossingValues = 8;

    private const int FewUses = 2;

    private readonly DynamicMethod _method;
    private readonly CodePart[] _parts;
    private readonly List<DynamicMethod> _partMethods = [];

    // In a part: the function's own emitter, and where branches go that leave the part.
    private readonly FunctionEmitter? _outer;
    private readonly List<(ControlFrame Target, ControlFrame Exit)> _exits = [];
    private Label _leave;
    private LocalBuilder? _exit;
    private int _crossingValues;

    private FunctionEmitter(FunctionEmitter outer, DynamicMethod method)
    {
        _outer = outer;
        _types = outer._types;
        _functionIndex = outer._functionIndex;
        _source = outer._source;
        _signature = outer._signature;
        _localKinds = outer._localKinds;
        _plan = outer._plan;
        _options = outer._options;
        _direct = outer._direct;
        _places = outer._places;
        _method = method;
        _parts = [];
        _il = new CountingGenerator(method.GetILGenerator());
        _code = outer._code;
        _bodyOffset = outer._bodyOffset;
        _fragileLoads = outer._fragileLoads;
        _localZeros = outer._localZeros;
        _frameOffsets = outer._frameOffsets;
        _crossingValues = outer._crossingValues;
        _locals = new LocalBuilder?[_localKinds.Length];
    }

    /// <summary>The methods of the function's parts, which the JIT compiler has to see before the function runs.</summary>
    public IReadOnlyList<DynamicMethod> PartMethods => _partMethods;

    /// <summary>What the function looks like as a whole; null for one that is small, or in parts.</summary>
    public FunctionOutline? Outline { get; }

    /// <summary>Gives locals a place in the frame that are local to the function's methods and cross between them.</summary>
    /// <param name="frameBytes">What is taken of the frame.</param>
    private int LayOutCrossings(int frameBytes)
    {
        if (_parts.Length == 0)
            return frameBytes;
        var crossing = new HashSet<int>();
        foreach (int local in _parts.SelectMany(part => part.Entering.Concat(part.Leaving)))
        {
            if (_plan.IsInFrame(local) || !crossing.Add(local))
                continue;
            _frameOffsets[local] = frameBytes;
            frameBytes += FrameSlotBytes;
        }

        _crossingValues = frameBytes;
        return frameBytes + MaximumCrossingValues * FrameSlotBytes;
    }

    private void EmitPartCall(CodePart part)
    {
        var method = new DynamicMethod(
            GuestFrames.PartName(_method.Name), typeof(int), [typeof(ModuleInstance), typeof(nint)], typeof(CompiledModule).Module,
            skipVisibility: true)
        {
            InitLocals = false,
        };
        _partMethods.Add(method);
        SettleAll();
        ForgetChecks();
        bool isInLoop = _control.Exists(frame => frame.Opcode == Opcode.Loop);
        var emitter = new FunctionEmitter(this, method);
        bool returnsAtEnd = emitter.EmitPart(part, isInLoop);

        foreach (int local in part.Entering)
        {
            if (_plan.IsInFrame(local))
                continue;
            EmitFramePlace(local);
            EmitLocalGet(local);
            EmitIndirectStore(_localKinds[local]);
        }

        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldloc, _frame!);
        _il.Emit(OpCodes.Call, method);
        _il.Emit(OpCodes.Stloc, ExitLocal);
        RefreshLength();
        foreach (int local in part.Leaving)
        {
            if (_plan.IsInFrame(local))
                continue;
            EmitFramePlace(local);
            EmitIndirectLoad(_localKinds[local]);
            if (_locals[local] is { } own)
                _il.Emit(OpCodes.Stloc, own);
            else
                EmitStoreArgument(local + 1);
        }

        List<Label> ways = [.. emitter._exits.Select(exit => WayTo(exit.Target))];
        if (emitter._unwinding is not null)
            ways.Add(LandingFrom(_control.Count - 1).Use());
        EmitWays(ways, returnsAtEnd);
        if (!returnsAtEnd)
            SetUnreachable();
    }

    private void EmitWays(List<Label> ways, bool returnsAtEnd)
    {
        if (ways.Count == 0)
        {
            if (!returnsAtEnd)
            {
                _il.Emit(OpCodes.Ldnull);
                _il.Emit(OpCodes.Throw);
            }

            return;
        }

        if (ways.Count == 1)
        {
            if (returnsAtEnd)
                _il.Emit(OpCodes.Ldloc, ExitLocal);
            _il.Emit(returnsAtEnd ? OpCodes.Brtrue : OpCodes.Br, ways[0]);
            return;
        }

        _il.Emit(OpCodes.Ldloc, ExitLocal);
        _il.Emit(OpCodes.Ldc_I4_1);
        _il.Emit(OpCodes.Sub);
        _il.Emit(OpCodes.Switch, [.. ways]);
        if (!returnsAtEnd)
            _il.Emit(OpCodes.Br, ways[^1]);
    }

    /// <summary>Where to go for a branch that a part has left to the function: its values lie in the frame.</summary>
    private Label WayTo(ControlFrame target)
    {
        target.IsTargeted = true;
        Temporary[] places = target.LabelValues ??= TakeAll(target.LabelKinds);
        if (places.Length == 0)
            return target.Label;
        Label way = _il.DefineLabel();
        _cold.Add(new ColdCode(way, () =>
        {
            for (int i = 0; i < places.Length; i++)
            {
                EmitFrameAddress(_crossingValues + i * FrameSlotBytes);
                EmitIndirectLoad(places[i].Kind);
                _il.Emit(OpCodes.Stloc, places[i].Local);
            }

            _il.Emit(OpCodes.Br, target.Label);
        }
        ));
        return way;
    }

    /// <summary>Emits a part, and tells whether its end can be reached.</summary>
    private bool EmitPart(CodePart part, bool isInLoop)
    {
        // Stands for all blocks around the part.
        _control.Add(new ControlFrame { Opcode = isInLoop ? Opcode.Loop : Opcode.Block, Parameters = [], Results = [], Height = 0 });
        EmitStackCheck(0);
        _frame = _il.DeclareLocal(typeof(nint));
        _il.Emit(OpCodes.Ldarg_1);
        _il.Emit(OpCodes.Stloc, _frame);
        DeclareLocals(part);
        foreach (int local in part.Entering)
        {
            if (_locals[local] is null)
                continue;
            EmitFramePlace(local);
            EmitIndirectLoad(_localKinds[local]);
            _il.Emit(OpCodes.Stloc, _locals[local]!);
        }

        EmitFetches();
        EmitInstructions(part.Start, part.End);

        _leave = _il.DefineLabel();
        bool returnsAtEnd = _reachable;
        if (returnsAtEnd)
            EmitLeave(0);
        for (int i = 0; i < _exits.Count; i++)
        {
            ControlFrame exit = _exits[i].Exit;
            _il.MarkLabel(exit.Label);
            for (int value = 0; value < exit.LabelKinds.Length; value++)
            {
                EmitFrameAddress(_crossingValues + value * FrameSlotBytes);
                EmitLoad(exit.LabelValues![value]);
                EmitIndirectStore(exit.LabelKinds[value]);
            }

            EmitLeave(i + 1);
        }

        if (_unwinding is { } landing)
        {
            _il.MarkLabel(landing.Label);
            EmitLeave(_exits.Count + 1);
        }

        _il.MarkLabel(_leave);
        foreach (int local in part.Leaving)
        {
            if (_locals[local] is null)
                continue;
            EmitFramePlace(local);
            _il.Emit(OpCodes.Ldloc, _locals[local]!);
            EmitIndirectStore(_localKinds[local]);
        }

        _il.Emit(OpCodes.Ldloc, ExitLocal);
        _il.Emit(OpCodes.Ret);
        EmitCold();
        return returnsAtEnd;
    }

    /// <summary>Makes .NET locals of those that are used more often than taking them out of the frame and putting them back costs.</summary>
    private void DeclareLocals(CodePart part)
    {
        var uses = new Dictionary<int, long>();
        var loops = new Stack<bool>();
        int depth = 0;
        var reader = new InstructionReader(_code.Span[..part.End], _bodyOffset) { Position = part.Start };
        while (reader.Next(out Instruction instruction))
        {
            switch (instruction.Opcode)
            {
                case Opcode.Block or Opcode.If or Opcode.Loop:
                    loops.Push(instruction.Opcode == Opcode.Loop);
                    depth += loops.Peek() ? 1 : 0;
                    break;
                case Opcode.End:
                    depth -= loops.Pop() ? 1 : 0;
                    break;
                case Opcode.LocalGet or Opcode.LocalSet or Opcode.LocalTee:
                    int local = (int)instruction.Index;
                    uses[local] = uses.GetValueOrDefault(local) + (1L << (3 * Math.Min(depth, 8)));
                    break;
            }
        }

        // Those that do not cross have no place in the frame.
        HashSet<int> crossing = [.. part.Entering, .. part.Leaving];
        foreach ((int local, long count) in uses)
        {
            if (count > FewUses || !crossing.Contains(local))
                _locals[local] = _il.DeclareLocal(Signature.ClrType(_localKinds[local]));
        }
    }

    private bool LivesInFrame(int local) => _outer is not null || _plan.IsInFrame(local);

    private LocalBuilder ExitLocal => _exit ??= _il.DeclareLocal(typeof(int));

    private void EmitLeave(int exit)
    {
        EmitInt32(exit);
        _il.Emit(OpCodes.Stloc, ExitLocal);
        _il.Emit(OpCodes.Br, _leave);
    }

    /// <summary>What a branch goes to that leaves the part.</summary>
    /// <param name="depth">The label, counted from outside of the part.</param>
    private ControlFrame Exit(int depth)
    {
        ControlFrame target = _outer!._control[^(depth + 1)];
        foreach ((ControlFrame known, ControlFrame exit) in _exits)
        {
            if (known == target)
                return exit;
        }

        // The frame is no place for more of them, nor for a reference, which the collector would not see there.
        if (target.LabelKinds.Length > MaximumCrossingValues || target.LabelKinds.Contains(ValKind.Ref))
            throw new InvalidOperationException("A part is left by a branch that the outline did not know.");
        var made = new ControlFrame
        {
            Opcode = target.Opcode == Opcode.Loop ? Opcode.Loop : Opcode.Block,
            Parameters = target.Parameters,
            Results = target.Results,
            Height = 0,
            Label = _il.DefineLabel(),
        };
        _exits.Add((target, made));
        return made;
    }
}

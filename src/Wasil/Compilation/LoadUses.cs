using Wasil.Instructions;
using Wasil.Syntax;
using OperandType = Wasil.Instructions.OperandType;

namespace Wasil.Compilation;

/// <summary>
/// Finds the loads whose bytes the JIT compiler may not all read: it narrows a load of which a part is used, and reads one byte
/// of a load that is not used. Where a guard page is all that bounds an access, one that straddles the end of memory would then
/// not trap, so these loads get a comparison (docs/RATIONALE.md, "What is left of a bare load").
/// </summary>
/// <remarks>
/// An abstract run over the function, along the path that never branches: each operand carries the loads that it was computed
/// from. A load is well where all of it is seen to be used before anything can narrow it; what cannot be seen to be used counts
/// as fragile. To know what a loop does with values of its last round, each local that is read before it is written in a loop
/// stands for a load of its own there.
/// </remarks>
internal sealed class LoadUses
{
    // Work past which every load counts as fragile: copies of what locals hold, at each branch.
    private const int MaximumWork = 2_000_000;

    private const int MaximumLoadsOfOperand = 12;

    private readonly ModuleTypes _types;
    private readonly ReadOnlyMemory<byte> _code;
    private readonly int _baseOffset;
    private readonly List<int> _offsets = [];
    private readonly List<bool> _used = [];
    private readonly List<bool> _fragile = [];
    private readonly List<(int Load, Frame Loop, int Local)> _carried = [];
    private readonly List<Operand> _stack = [];
    private readonly List<Frame> _frames = [];

    // Those of them that are loops; an interpreter's are in hundreds of blocks.
    private readonly List<Frame> _loops = [];
    private Dictionary<int, Operand> _locals = [];
    private int _block;
    private int _unreachable;
    private int _work;
    private bool _isReachable = true;

    private LoadUses(ModuleTypes types, ReadOnlyMemory<byte> code, int baseOffset)
    {
        _types = types;
        _code = code;
        _baseOffset = baseOffset;
    }

    /// <summary>The offsets of the fragile loads; null where all of them are to be taken as such.</summary>
    /// <param name="types">The module.</param>
    /// <param name="code">The function's instructions.</param>
    /// <param name="baseOffset">Where they are in the module.</param>
    /// <param name="results">How many results the function has.</param>
    public static HashSet<int>? FindFragile(ModuleTypes types, ReadOnlyMemory<byte> code, int baseOffset, int results) =>
        new LoadUses(types, code, baseOffset).Run(results);

    private HashSet<int>? Run(int results)
    {
        _frames.Add(new Frame { Opcode = Opcode.Block, Height = 0, Results = results });
        var reader = new InstructionReader(_code.Span, _baseOffset);
        while (reader.Next(out Instruction instruction))
        {
            if (!(_isReachable ? Visit(instruction) : Skip(instruction)) || _work > MaximumWork)
                return null;
        }

        CarryUses();
        var fragile = new HashSet<int>();
        for (int i = 0; i < _offsets.Count; i++)
        {
            if (_offsets[i] >= 0 && (_fragile[i] || !_used[i]))
                fragile.Add(_offsets[i]);
        }

        return fragile;
    }

    // What a loop's next round uses is used.
    private void CarryUses()
    {
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach ((int load, Frame loop, int local) in _carried)
            {
                if (!_used[load] && loop.Reads.TryGetValue(local, out int read) && _used[read])
                    changed = _used[load] = true;
            }
        }
    }

    private bool Visit(in Instruction instruction)
    {
        InstructionInfo info = InstructionInfo.Of(instruction.Opcode);
        switch (info.Lowering)
        {
            case Lowering.Load or Lowering.LoadExtend or Lowering.LoadSplat or Lowering.LoadZero or Lowering.AtomicLoad:
                Use(Pop());
                Push(NewLoad(instruction.Offset, info.AccessBytes));
                return true;
            case Lowering.LoadLane:
                Operand vector = Pop();
                Use(Pop());
                Push(Both(vector, NewLoad(instruction.Offset, info.AccessBytes), isNarrowable: true));
                return true;
            case Lowering.Store:
                Operand value = Pop();
                if (info.AccessBytes < BytesOf(info.Operands[1]))
                    Narrow(value);
                Use(value);
                Use(Pop());
                return true;
            case Lowering.StoreLane:
                value = Pop();
                Narrow(value);
                Use(value);
                Use(Pop());
                return true;
            case Lowering.Numeric or Lowering.NumericLane or Lowering.NumericTrap when info.Results.Length == 1:
                Compute(instruction.Opcode, info);
                return true;
            case Lowering.Numeric or Lowering.NumericLane or Lowering.NumericTrap:
                return Consume(info);
            case Lowering.Own:
                return VisitOwn(instruction, info);
            default:
                // Other atomic accesses, which use what they are given and do what they say.
                return Consume(info);
        }
    }

    private bool VisitOwn(in Instruction instruction, InstructionInfo info)
    {
        switch (instruction.Opcode)
        {
            case Opcode.Nop:
                return true;
            case Opcode.Drop:
                Pop();
                return true;
            case Opcode.Unreachable:
                EndPath();
                return true;
            case Opcode.Block or Opcode.Loop or Opcode.If:
                PushFrame(instruction);
                return true;
            case Opcode.Else:
                StartElse(_frames[^1]);
                return true;
            case Opcode.End:
                EndFrame();
                return true;
            case Opcode.Br:
                BranchTo(instruction.Index);
                EndPath();
                return true;
            case Opcode.BrIf:
                Use(Pop());
                BranchTo(instruction.Index);
                _block++;
                return true;
            case Opcode.BrTable:
                Use(Pop());
                var reader = new InstructionReader(_code.Span, _baseOffset);
                BranchTo(instruction.DefaultLabel);
                // Every target but the default is one more path that may use something; a few tell enough.
                int looked = 0;
                foreach (uint label in reader.Labels(instruction))
                {
                    if (++looked <= 8)
                        BranchTo(label);
                    else if (label < _frames.Count - 1)
                        _frames[^((int)label + 1)].AtEnd ??= [];
                }

                EndPath();
                return true;
            case Opcode.Return:
                UseTop(_frames[0].Results);
                EndPath();
                return true;
            case Opcode.Call:
                return Call(_types.FuncTypeOf(instruction.Index), isTail: false);
            case Opcode.ReturnCall:
                return Call(_types.FuncTypeOf(instruction.Index), isTail: true);
            case Opcode.CallIndirect or Opcode.CallRef or Opcode.ReturnCallIndirect or Opcode.ReturnCallRef:
                Use(Pop());
                return Call(
                    (FuncType)_types.Types[instruction.Index].Composite,
                    instruction.Opcode is Opcode.ReturnCallIndirect or Opcode.ReturnCallRef);
            case Opcode.RefIsNull or Opcode.RefAsNonNull or Opcode.TableGet:
                Use(Pop());
                Push(default);
                return true;
            case Opcode.TableSet:
                Use(Pop());
                Use(Pop());
                return true;
            case Opcode.MemoryCopy or Opcode.TableCopy or Opcode.TableFill:
                Use(Pop());
                Use(Pop());
                Use(Pop());
                return true;
            case Opcode.TableGrow:
                Use(Pop());
                Use(Pop());
                Push(default);
                return true;
            case Opcode.LocalGet:
                Push(Read((int)instruction.Index));
                return true;
            case Opcode.LocalSet:
                Write((int)instruction.Index, Pop());
                return true;
            case Opcode.LocalTee:
                Write((int)instruction.Index, _stack[^1]);
                return true;
            case Opcode.GlobalGet or Opcode.RefNull or Opcode.RefFunc or Opcode.MemorySize or Opcode.TableSize or Opcode.V128Const:
                Push(default);
                return true;
            case Opcode.GlobalSet:
                Use(Pop());
                return true;
            case Opcode.I32Const or Opcode.I64Const or Opcode.F32Const or Opcode.F64Const:
                Push(new Operand { IsConstant = true, Value = (long)instruction.Immediate });
                return true;
            case Opcode.Select or Opcode.SelectT:
                Operand condition = Pop(), second = Pop(), first = Pop();
                if (condition.IsConstant)
                {
                    Guard(first);
                    Guard(second);
                }

                // The condition is no part of the value, but where nobody wants the value nobody wants the condition.
                Push(Both(Both(first, second, isNarrowable: true), condition, isNarrowable: true));
                return true;
            case Opcode.I8x16Shuffle:
                Operand right = Pop(), left = Pop();
                Narrow(left);
                Narrow(right);
                Push(Both(left, right, isNarrowable: true));
                return true;
            default:
                return Consume(info);
        }
    }

    /// <summary>An instruction that uses its operands and is no function of them.</summary>
    private bool Consume(InstructionInfo info)
    {
        if (!info.HasFixedType)
            return false;
        for (int i = 0; i < info.Operands.Length; i++)
        {
            Operand operand = Pop();
            // Those with two results are pure.
            if (info.Results.Length > 1)
                Guard(operand);
            else
                Use(operand);
        }

        for (int i = 0; i < info.Results.Length; i++)
            Push(default);
        return true;
    }

    private bool Call(FuncType type, bool isTail)
    {
        UseTop(type.Parameters.Length);
        if (isTail)
        {
            EndPath();
            return true;
        }

        for (int i = 0; i < type.Results.Length; i++)
            Push(default);
        return true;
    }

    private void Compute(Opcode opcode, InstructionInfo info)
    {
        if (info.Operands.Length == 3)
        {
            Operand third = Pop(), next = Pop();
            Push(Both(Both(Pop(), next, isNarrowable: false), third, isNarrowable: false));
            return;
        }

        if (info.Operands.Length == 1)
        {
            Operand operand = Pop();
            if (NarrowsOperand(opcode))
                Narrow(operand);
            Push(operand with { IsNarrowable = operand.IsNarrowable && IsTransparent(opcode), IsConstant = false });
            return;
        }

        Operand second = Pop(), first = Pop();
        if (NarrowsOperand(opcode) && !IsWideMask(opcode, first) && !IsWideMask(opcode, second))
        {
            Narrow(first);
            Narrow(second);
        }
        else if (NarrowsCount(opcode))
        {
            Narrow(second);
        }

        // The result may be a constant, whatever was loaded.
        if (IsDecidedBy(opcode, second))
            Guard(first);
        if (IsDecidedBy(opcode, first))
            Guard(second);
        if (MayCancel(opcode) && Meet(first, second))
        {
            Guard(first);
            Guard(second);
        }

        Push(Both(first, second, IsTransparent(opcode)));
    }

    // The JIT compiler narrows the operands of these with the result.
    private static bool IsTransparent(Opcode opcode) => opcode is
        Opcode.I32Add or Opcode.I32Sub or Opcode.I32Mul or Opcode.I32And or Opcode.I32Or or Opcode.I32Xor or Opcode.I32Shl
        or Opcode.I32ShrU or Opcode.I32ShrS
        or Opcode.I64Add or Opcode.I64Sub or Opcode.I64Mul or Opcode.I64And or Opcode.I64Or or Opcode.I64Xor or Opcode.I64Shl
        or Opcode.I64ShrU or Opcode.I64ShrS
        or Opcode.I64ExtendI32S or Opcode.I64ExtendI32U or Opcode.I32ReinterpretF32 or Opcode.I64ReinterpretF64
        or Opcode.F32ReinterpretI32 or Opcode.F64ReinterpretI64;

    private static bool NarrowsOperand(Opcode opcode) => opcode is
        Opcode.I32WrapI64 or Opcode.I32Extend8S or Opcode.I32Extend16S
        or Opcode.I64Extend8S or Opcode.I64Extend16S or Opcode.I64Extend32S
        or Opcode.I32And or Opcode.I64And
        or Opcode.I8x16Splat or Opcode.I16x8Splat or Opcode.I8x16ReplaceLane or Opcode.I16x8ReplaceLane
        || s_narrowingVectors.Contains(opcode);

    // Of what goes under such a mask, no narrower load has all that is left. The JIT compiler narrows to 8, 16 and 32 bits, the lowest.
    private static bool IsWideMask(Opcode opcode, Operand mask) => mask.IsConstant && opcode switch
    {
        Opcode.I32And => (uint)mask.Value > ushort.MaxValue,
        Opcode.I64And => (ulong)mask.Value > uint.MaxValue,
        _ => false,
    };

    // Instructions on vectors of which some use half of an operand or a lane; named so that none is forgotten.
    private static readonly HashSet<Opcode> s_narrowingVectors = [.. Enum.GetValues<Opcode>().Where(opcode =>
    {
        string name = opcode.ToString();
        return name.Contains("ExtractLane", StringComparison.Ordinal) || name.Contains("Extend", StringComparison.Ordinal) && name.Contains('x', StringComparison.Ordinal)
            || name.Contains("Extmul", StringComparison.Ordinal) || name.Contains("Promote", StringComparison.Ordinal)
            || name.Contains("Low", StringComparison.Ordinal) || name.Contains("High", StringComparison.Ordinal)
            || name.Contains("Swizzle", StringComparison.Ordinal);
    })];

    // Of a count, the lowest five or six bits matter.
    private static bool NarrowsCount(Opcode opcode) => opcode is
        Opcode.I32Shl or Opcode.I32ShrS or Opcode.I32ShrU or Opcode.I32Rotl or Opcode.I32Rotr
        or Opcode.I64Shl or Opcode.I64ShrS or Opcode.I64ShrU or Opcode.I64Rotl or Opcode.I64Rotr
        or Opcode.I8x16Shl or Opcode.I8x16ShrS or Opcode.I8x16ShrU or Opcode.I16x8Shl or Opcode.I16x8ShrS or Opcode.I16x8ShrU
        or Opcode.I32x4Shl or Opcode.I32x4ShrS or Opcode.I32x4ShrU or Opcode.I64x2Shl or Opcode.I64x2ShrS or Opcode.I64x2ShrU;

    private static bool IsDecidedBy(Opcode opcode, Operand constant)
    {
        if (!constant.IsConstant)
            return false;
        return opcode switch
        {
            Opcode.I32Mul or Opcode.I64Mul or Opcode.I32And or Opcode.I64And => constant.Value == 0,
            Opcode.I32Or or Opcode.I64Or => constant.Value == -1,
            Opcode.I32RemS or Opcode.I32RemU or Opcode.I64RemS or Opcode.I64RemU
                or Opcode.I32DivS or Opcode.I32DivU or Opcode.I64DivS or Opcode.I64DivU
                or Opcode.I32LtU or Opcode.I32GeU or Opcode.I32GtU or Opcode.I32LeU
                or Opcode.I64LtU or Opcode.I64GeU or Opcode.I64GtU or Opcode.I64LeU => constant.Value is 0 or 1 or -1,
            Opcode.I32LtS or Opcode.I32GeS or Opcode.I32GtS or Opcode.I32LeS =>
                constant.Value is int.MinValue or int.MaxValue or int.MinValue + 1 or int.MaxValue - 1,
            Opcode.I64LtS or Opcode.I64GeS or Opcode.I64GtS or Opcode.I64LeS =>
                constant.Value is long.MinValue or long.MaxValue or long.MinValue + 1 or long.MaxValue - 1,
            _ => false,
        };
    }

    // A value and itself: the difference is zero.
    private static bool MayCancel(Opcode opcode) => opcode is not (
        Opcode.I32Add or Opcode.I64Add or Opcode.I32Mul or Opcode.I64Mul
        or Opcode.F32Add or Opcode.F32Mul or Opcode.F64Add or Opcode.F64Mul);

    private void PushFrame(in Instruction instruction)
    {
        if (instruction.Opcode == Opcode.If)
            Use(Pop());
        (int parameters, int results) = Arity(instruction);
        // Parameters travel in temporaries that nobody follows.
        for (int i = _stack.Count - parameters; i < _stack.Count; i++)
        {
            Guard(_stack[i]);
            _stack[i] = default;
        }

        var frame = new Frame
        {
            Opcode = instruction.Opcode,
            Height = _stack.Count - parameters,
            Parameters = parameters,
            Results = results,
        };
        if (instruction.Opcode == Opcode.If)
            frame.AtStart = Copy(_locals);
        _frames.Add(frame);
        if (frame.Opcode == Opcode.Loop)
            _loops.Add(frame);
        _block++;
    }

    private void StartElse(Frame frame)
    {
        if (_isReachable)
        {
            GuardTop(frame.Results);
            Join(frame);
        }

        _locals = frame.AtStart!;
        frame.AtStart = null;
        frame.Opcode = Opcode.Else;
        Truncate(frame.Height);
        for (int i = 0; i < frame.Parameters; i++)
            Push(default);
        _isReachable = true;
        _block++;
    }

    private void EndFrame()
    {
        Frame frame = _frames[^1];
        _frames.RemoveAt(_frames.Count - 1);
        _block++;
        if (_frames.Count == 0)
        {
            if (_isReachable)
                UseTop(frame.Results);
            return;
        }

        if (frame.Opcode == Opcode.Loop)
        {
            // Nothing but the fall through arrives behind a loop.
            _loops.RemoveAt(_loops.Count - 1);
            _work += frame.Written.Count;
            if (_loops.Count > 0)
                _loops[^1].Written.UnionWith(frame.Written);
            return;
        }

        if (_isReachable)
            GuardTop(frame.Results);
        if (frame.AtStart is not null)
        {
            // An if without else: its start leads here as well.
            if (_isReachable)
                Join(frame);
            _locals = frame.AtStart;
            _isReachable = true;
        }

        if (frame.AtEnd is not null)
        {
            if (_isReachable)
                Join(frame);
            _locals = frame.AtEnd;
            _isReachable = true;
        }

        Truncate(frame.Height);
        for (int i = 0; i < frame.Results; i++)
            Push(default);
    }

    private void BranchTo(uint label)
    {
        if (label == _frames.Count - 1)
        {
            for (int i = _stack.Count - _frames[0].Results; i < _stack.Count; i++)
                Use(_stack[i]);
            return;
        }

        Frame target = _frames[^((int)label + 1)];
        GuardTop(target.Opcode == Opcode.Loop ? target.Parameters : target.Results);
        if (target.Opcode != Opcode.Loop)
        {
            Join(target);
            return;
        }

        foreach ((int local, Operand value) in _locals)
        {
            foreach (int load in value.Loads ?? [])
            {
                _work++;
                if (!_used[load])
                    _carried.Add((load, target, local));
            }
        }
    }

    /// <summary>What locals hold here, they may hold at the end of a block.</summary>
    private void Join(Frame target)
    {
        if (target.AtEnd is null)
        {
            target.AtEnd = Copy(_locals);
            return;
        }

        foreach ((int local, Operand value) in _locals)
        {
            _work++;
            if (IsSettled(value))
                continue;
            target.AtEnd[local] = target.AtEnd.TryGetValue(local, out Operand other)
                ? Both(value, other, isNarrowable: false)
                : value;
        }
    }

    private Dictionary<int, Operand> Copy(Dictionary<int, Operand> locals)
    {
        var copy = new Dictionary<int, Operand>();
        foreach ((int local, Operand value) in locals)
        {
            _work++;
            if (!IsSettled(value))
                copy.Add(local, value);
        }

        return copy;
    }

    private bool IsSettled(Operand value)
    {
        foreach (int load in value.Loads ?? [])
        {
            if (!_used[load])
                return false;
        }

        return true;
    }

    private Operand Read(int local)
    {
        Operand value = _locals.GetValueOrDefault(local);
        for (int i = _loops.Count - 1; i >= 0; i--)
        {
            Frame frame = _loops[i];
            _work++;
            if (frame.Written.Contains(local))
                break;
            if (!frame.Reads.TryGetValue(local, out int read))
                frame.Reads.Add(local, read = NewId(-1));
            value = Both(value, new Operand { Loads = [read], Block = -1 }, value.IsNarrowable);
        }

        return value with { IsConstant = false };
    }

    private void Write(int local, Operand value)
    {
        if (value.Loads is null)
            _locals.Remove(local);
        else
            _locals[local] = value;
        if (_loops.Count > 0)
            _loops[^1].Written.Add(local);
    }

    private Operand NewLoad(int offset, int bytes) => new() { Loads = [NewId(offset)], Block = _block, IsNarrowable = bytes > 1 };

    private int NewId(int offset)
    {
        _offsets.Add(offset);
        _used.Add(false);
        _fragile.Add(false);
        return _offsets.Count - 1;
    }

    private Operand Both(Operand first, Operand second, bool isNarrowable)
    {
        if (first.Loads is null || second.Loads is null)
        {
            Operand one = first.Loads is null ? second : first;
            return one with { IsNarrowable = isNarrowable && one.IsNarrowable, IsConstant = false };
        }

        int[] loads = ReferenceEquals(first.Loads, second.Loads) ? first.Loads : [.. first.Loads.Union(second.Loads)];
        _work += loads.Length;
        if (loads.Length > MaximumLoadsOfOperand)
        {
            foreach (int load in loads)
                _fragile[load] |= !_used[load];
            return default;
        }

        // The older block may not be the one that the value is narrowed in, so the younger one stands for both.
        return new Operand
        {
            Loads = loads,
            Block = Math.Max(first.Block, second.Block),
            IsNarrowable = isNarrowable && (first.IsNarrowable || second.IsNarrowable),
        };
    }

    private static bool Meet(Operand first, Operand second) =>
        first.Loads is not null && second.Loads is not null && first.Loads.Intersect(second.Loads).Any();

    private void Use(Operand operand)
    {
        foreach (int load in operand.Loads ?? [])
            _used[load] = true;
    }

    // Nothing is narrowed across the edge of a basic block, nor where something else has used all of it before.
    private void Narrow(Operand operand)
    {
        if (operand.IsNarrowable && operand.Block == _block)
            Guard(operand);
    }

    private void Guard(Operand operand)
    {
        foreach (int load in operand.Loads ?? [])
            _fragile[load] |= !_used[load];
    }

    private void UseTop(int count)
    {
        for (int i = _stack.Count - count; i < _stack.Count; i++)
            Use(_stack[i]);
        Truncate(_stack.Count - count);
    }

    private void GuardTop(int count)
    {
        for (int i = _stack.Count - count; i < _stack.Count; i++)
            Guard(_stack[i]);
    }

    private void EndPath()
    {
        Truncate(_frames[^1].Height);
        _isReachable = false;
        _unreachable = 0;
        _block++;
    }

    private bool Skip(in Instruction instruction)
    {
        switch (instruction.Opcode)
        {
            case Opcode.Block or Opcode.Loop or Opcode.If or Opcode.Try or Opcode.TryTable:
                _unreachable++;
                break;
            case Opcode.Else when _unreachable == 0:
                StartElse(_frames[^1]);
                break;
            case Opcode.End or Opcode.Delegate when _unreachable > 0:
                _unreachable--;
                break;
            case Opcode.End:
                EndFrame();
                break;
        }

        return true;
    }

    private (int Parameters, int Results) Arity(in Instruction instruction)
    {
        long code = instruction.BlockType;
        if (code == Instruction.EmptyBlockType)
            return (0, 0);
        if (code < 0)
            return (0, 1);
        var type = (FuncType)_types.Types[code].Composite;
        return (type.Parameters.Length, type.Results.Length);
    }

    private static int BytesOf(OperandType type) => type switch
    {
        OperandType.I32 or OperandType.F32 => 4,
        OperandType.V128 => 16,
        _ => 8,
    };

    private void Push(Operand operand) => _stack.Add(operand);

    private Operand Pop()
    {
        Operand top = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        return top;
    }

    private void Truncate(int height) => _stack.RemoveRange(height, _stack.Count - height);

    /// <summary>An operand, as far as loads matter.</summary>
    private readonly record struct Operand
    {
        /// <summary>The loads that it was computed from; null for none.</summary>
        public int[]? Loads { get; init; }

        /// <summary>The basic block that it was computed in.</summary>
        public int Block { get; init; }

        /// <summary>Whether narrowing it could narrow the loads.</summary>
        public bool IsNarrowable { get; init; }

        public bool IsConstant { get; init; }

        public long Value { get; init; }
    }

    private sealed class Frame
    {
        public required Opcode Opcode { get; set; }

        public required int Height { get; init; }

        public int Parameters { get; init; }

        public int Results { get; init; }

        /// <summary>What locals held at the start of an <c>if</c> whose <c>else</c> has not come.</summary>
        public Dictionary<int, Operand>? AtStart { get; set; }

        /// <summary>What locals may hold at the end, as far as branches there tell.</summary>
        public Dictionary<int, Operand>? AtEnd { get; set; }

        /// <summary>For each local that a loop reads before it writes it, the load that stands for that.</summary>
        public Dictionary<int, int> Reads { get; } = [];

        public HashSet<int> Written { get; } = [];
    }
}

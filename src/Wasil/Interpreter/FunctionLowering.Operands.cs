using Wasil.Execution;

namespace Wasil.Interpreter;

/// <content>The operands, as they are known while a function is lowered.</content>
internal sealed unsafe partial class FunctionLowering
{
    private const int NoResult = -1;

    // How many operands are a local that was not copied yet, or a sum with one, by local.
    private readonly int[] _pending;
    private int _numberTop;
    private int _referenceTop;
    private int _maximumNumbers;
    private int _maximumReferences;

    // No operand below this height is a local, or a sum with one, that was not copied yet.
    private int _settled;

    // The operation that the last value on the stack came from, if nothing came after it and no branch leads behind it.
    private int _result = NoResult;

    private enum Source
    {
        /// <summary>In its slot.</summary>
        Slot,
        Local,
        Constant,

        /// <summary>A local plus a constant, which most often becomes a part of the access that it is the address of.</summary>
        Sum,
    }

    private struct Operand
    {
        public ValKind Kind;
        public Source Source;

        /// <summary>The slot that belongs to the place on the stack.</summary>
        public int Slot;

        /// <summary>Which local, also in a sum.</summary>
        public int Local;

        /// <summary>A constant's bits. The only constant reference is null.</summary>
        public ulong Bits;

        /// <summary>Whether the value is lost when the local changes.</summary>
        public readonly bool NeedsLocal => Source is Source.Local or Source.Sum;
    }

    /// <summary>Puts a value on the stack that an operation puts into its slot, which this tells.</summary>
    private int Push(ValKind kind)
    {
        var operand = new Operand { Kind = kind, Slot = TakeSlot(kind) };
        _stack.Add(operand);
        return operand.Slot;
    }

    /// <summary>The last operation gives the topmost operand, and nothing else.</summary>
    private void MarkResult() => _result = _count - 1;

    private void PushConstant(ValKind kind, ulong bits) =>
        _stack.Add(new Operand { Kind = kind, Source = Source.Constant, Slot = TakeSlot(kind), Bits = bits });

    private void PushLocal(int local)
    {
        ValKind kind = _localKinds[local];
        _stack.Add(new Operand { Kind = kind, Source = Source.Local, Slot = TakeSlot(kind), Local = local });
        _pending[local]++;
    }

    private void PushSum(int local, ulong constant)
    {
        _stack.Add(new Operand { Kind = ValKind.I32, Source = Source.Sum, Slot = TakeSlot(ValKind.I32), Local = local, Bits = constant });
        _pending[local]++;
    }

    private int TakeSlot(ValKind kind)
    {
        int slot;
        if (kind == ValKind.Ref)
        {
            slot = _referenceTop++;
            _maximumReferences = Math.Max(_maximumReferences, _referenceTop);
            return slot;
        }

        slot = _numberTop;
        _numberTop += SlotLayout.SlotsOf(kind);
        _maximumNumbers = Math.Max(_maximumNumbers, _numberTop);
        return slot;
    }

    private Operand Pop()
    {
        Operand operand = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        if (operand.NeedsLocal)
            _pending[operand.Local]--;
        if (operand.Kind == ValKind.Ref)
            _referenceTop = operand.Slot;
        else
            _numberTop = operand.Slot;
        _settled = Math.Min(_settled, _stack.Count);
        return operand;
    }

    /// <summary>Puts an operand back that was just taken.</summary>
    private void PushBack(in Operand operand)
    {
        TakeSlot(operand.Kind);
        _stack.Add(operand);
        if (operand.NeedsLocal)
            _pending[operand.Local]++;
    }

    /// <summary>The slot where a value can be read; a constant or a sum is put into its own.</summary>
    private int Use(in Operand operand)
    {
        switch (operand.Source)
        {
            case Source.Slot:
                return operand.Slot;
            case Source.Local:
                return _localSlots[operand.Local];
            case Source.Sum:
                EmitMove(operand, operand.Slot);
                MarkResult();
                return operand.Slot;
            default:
                EmitMove(operand, operand.Slot);
                return operand.Slot;
        }
    }

    /// <summary>Emits what puts a value into a slot where it is not yet.</summary>
    private void EmitMove(in Operand operand, int slot)
    {
        switch (operand.Source)
        {
            case Source.Constant when operand.Kind == ValKind.Ref:
                Emit(OperationCode.NullReference, slot, 0);
                return;
            case Source.Constant:
                Emit(OperationCode.Constant, slot, 0).Long = operand.Bits;
                return;
            case Source.Sum:
                Emit(OperationCode.I32AddConstant, slot, _localSlots[operand.Local]).Long = operand.Bits;
                return;
            case Source.Local:
                EmitCopy(operand.Kind, _localSlots[operand.Local], slot);
                return;
            default:
                EmitCopy(operand.Kind, operand.Slot, slot);
                return;
        }
    }

    private void EmitCopy(ValKind kind, int from, int to)
    {
        if (from == to)
            return;
        OperationCode code = kind switch
        {
            ValKind.F32 => OperationCode.Move32,
            ValKind.V128 => OperationCode.Move128,
            ValKind.Ref => OperationCode.MoveReference,
            _ => OperationCode.Move,
        };
        if (code == OperationCode.Move && _count > _barrier && _operations[_count - 1].Code == OperationCode.Move)
        {
            ref Operation two = ref _operations[_count - 1];
            two.Code = OperationCode.MoveTwo;
            two.C = (ushort)to;
            two.D = (ushort)from;
            _result = NoResult;
            return;
        }

        Emit(code, to, from);
    }

    /// <summary>Puts an operand into its slot.</summary>
    private void Settle(int index)
    {
        Operand operand = _stack[index];
        if (operand.Source == Source.Slot)
            return;
        EmitMove(operand, operand.Slot);
        if (operand.NeedsLocal)
            _pending[operand.Local]--;
        operand.Source = Source.Slot;
        _stack[index] = operand;
    }

    /// <summary>Puts the topmost operands into their slots, constants as well.</summary>
    private void SettleTop(int count)
    {
        for (int i = _stack.Count - count; i < _stack.Count; i++)
            Settle(i);
    }

    /// <summary>Copies the locals that wait on the stack. Constants may wait across branches, as they are the same everywhere.</summary>
    private void SettleLocals()
    {
        for (int i = _settled; i < _stack.Count; i++)
        {
            if (_stack[i].NeedsLocal)
                Settle(i);
        }

        _settled = _stack.Count;
    }

    /// <summary>A local is about to change: copies it where it waits on the stack.</summary>
    private void SettleReaders(int local)
    {
        for (int i = _stack.Count - 1; _pending[local] > 0; i--)
        {
            if (_stack[i].NeedsLocal && _stack[i].Local == local)
                Settle(i);
        }
    }

    private void Truncate(int height)
    {
        while (_stack.Count > height)
            Pop();
    }

    private void SetLocal(int local, in Operand value)
    {
        if (value.Source == Source.Local && value.Local == local)
            return;
        int result = _result;
        if (_pending[local] > 0)
        {
            SettleReaders(local);
            result = NoResult;
        }

        // The operation that made the value puts it into the local at once.
        if (value.Source == Source.Slot && result >= 0)
            _operations[result].A = (ushort)_localSlots[local];
        else
            EmitMove(value, _localSlots[local]);
        _result = NoResult;
    }
}

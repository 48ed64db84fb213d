using Wasil.Execution;
using Wasil.Instructions;

namespace Wasil.Interpreter;

/// <content>Control instructions.</content>
internal sealed unsafe partial class FunctionLowering
{
    public void Unreachable(in Instruction instruction)
    {
        Emit(OperationCode.Unreachable);
        SetUnreachable();
    }

    public void Nop(in Instruction instruction)
    {
    }

    public void Block(in Instruction instruction)
    {
        SettleLocals();
        PushControl(instruction);
    }

    public void Loop(in Instruction instruction)
    {
        Control control = PushControl(instruction);
        SettleLocals();
        SettleTop(control.Parameters.Length);
        control.Start = SetBarrier();
        _result = NoResult;
        if (_polls)
            Emit(OperationCode.Poll);
        if (_module.HotCode is null)
            return;
        control.Count = _count;
        control.Offset = _offset;
        EmitCount(OperationCode.CountLoop, 0);
        // Values that wait on the operand stack are more than code which goes on from here takes.
        _operations[control.Count].A = _stack.Count == 0 && _control.TrueForAll(block => block.Parameters.Length == 0) ? (ushort)1 : (ushort)0;
    }

    public void If(in Instruction instruction)
    {
        Operand condition = Pop();
        Control control = PushControl(instruction);
        SettleLocals();
        SettleTop(control.Parameters.Length);
        EmitBranch(condition, holds: false);
        control.WaitingElse = _count - 1;
    }

    public void Else(in Instruction instruction)
    {
        Control control = _control[^1];
        if (_reachable)
        {
            MoveLabelValues(control);
            EmitJump(control);
        }

        Truncate(control.Height);
        control.Opcode = Opcode.Else;
        Bind(control.WaitingElse);
        control.WaitingElse = NoPlace;
        _reachable = true;
        PushSettled(control.Parameters);
    }

    public void End(in Instruction instruction)
    {
        Control control = _control[^1];
        _control.RemoveAt(_control.Count - 1);
        if (control.Count != NoPlace)
            _operations[control.Count].Wide = WeightOf(instruction.Offset - control.Offset);
        if (_control.Count == 0)
        {
            if (_reachable)
                EmitReturn();
            return;
        }

        EndHandlers(control);
        bool isJoin = control.Waiting != NoPlace || control.WaitingElse != NoPlace;
        if (!isJoin)
        {
            // What is on the stack is what the block gives; or the end is not reached.
            return;
        }

        if (_reachable)
            MoveLabelValues(control);
        Truncate(control.Height);
        // Without an else the other way gives the parameters, which are in the same slots.
        if (control.WaitingElse != NoPlace)
            Bind(control.WaitingElse);
        BindAll(control.Waiting);
        _reachable = true;
        PushSettled(control.Results);
    }

    public void Br(in Instruction instruction)
    {
        Branch(Target(instruction.Index));
        SetUnreachable();
    }

    public void Return(in Instruction instruction)
    {
        EmitReturn();
        SetUnreachable();
    }

    public void BrIf(in Instruction instruction)
    {
        Control target = Target(instruction.Index);
        Operand condition = Pop();
        if (!NeedsMoves(target))
        {
            EmitBranch(condition, holds: true);
            BranchTo(target);
            return;
        }

        PrepareMoves(target);
        EmitBranch(condition, holds: false);
        int skip = _count - 1;
        Branch(target);
        Bind(skip);
    }

    public void BrOnNull(in Instruction instruction)
    {
        Control target = Target(instruction.Index);
        Operand reference = Pop();
        int slot = Use(reference);
        if (NeedsMoves(target))
        {
            PrepareMoves(target);
            Emit(OperationCode.BranchUnlessNull, 0, slot);
            int skip = _count - 1;
            Branch(target);
            Bind(skip);
        }
        else
        {
            Emit(OperationCode.BranchIfNull, 0, slot);
            BranchTo(target);
        }

        PushBack(reference);
    }

    public void BrOnNonNull(in Instruction instruction)
    {
        // The reference is the last of the values that the branch takes, and is dropped where it is null.
        Control target = Target(instruction.Index);
        if (NeedsMoves(target))
        {
            PrepareMoves(target);
            Emit(OperationCode.BranchIfNull, 0, Use(_stack[^1]));
            int skip = _count - 1;
            Branch(target);
            Bind(skip);
        }
        else
        {
            Emit(OperationCode.BranchUnlessNull, 0, Use(_stack[^1]));
            BranchTo(target);
        }

        Pop();
    }

    public void BrTable(in Instruction instruction)
    {
        int index = Use(Pop());
        Control byDefault = Target(instruction.DefaultLabel);
        // All labels take values of the same types. For each kind of way that they have to go there is one list of moves.
        PrepareMoves(byDefault);
        if (NeedsReturn(instruction))
            PrepareMoves(_function);
        Emit(OperationCode.BranchTable, 0, index).Low = instruction.ListCount;
        int first = _count;
        var reader = new InstructionReader(_code.Span, _bodyOffset);
        Dictionary<Control, int>? ways = null;
        foreach (uint label in reader.Labels(instruction))
            EmitCase(Target(label));
        EmitCase(byDefault);
        if (ways is not null)
        {
            foreach ((Control target, int last) in ways)
            {
                BindAll(last);
                Branch(target);
            }
        }

        SetUnreachable();

        void EmitCase(Control target)
        {
            ref Operation way = ref Emit(OperationCode.Jump);
            if (!NeedsMoves(target))
            {
                BranchTo(target);
                return;
            }

            ways ??= [];
            way.Target = ways.GetValueOrDefault(target, NoPlace);
            ways[target] = _count - 1;
        }
    }

    private bool NeedsReturn(in Instruction instruction)
    {
        if (instruction.DefaultLabel == _control.Count - 1)
            return true;
        var reader = new InstructionReader(_code.Span, _bodyOffset);
        foreach (uint label in reader.Labels(instruction))
        {
            if (label == _control.Count - 1)
                return true;
        }

        return false;
    }

    private Control Target(uint label) => _control[^((int)label + 1)];

    private bool IsFunction(Control control) => ReferenceEquals(control, _function);

    /// <summary>Keeps track of blocks in code that is not lowered.</summary>
    private void SkipUnreachable(in Instruction instruction)
    {
        switch (instruction.Opcode)
        {
            case Opcode.Block or Opcode.Loop or Opcode.If or Opcode.Try or Opcode.TryTable:
                _unreachableDepth++;
                break;
            case Opcode.Else when _unreachableDepth == 0:
                Else(instruction);
                break;
            case Opcode.Catch when _unreachableDepth == 0:
                Catch(instruction);
                break;
            case Opcode.CatchAll when _unreachableDepth == 0:
                CatchAll(instruction);
                break;
            case Opcode.Delegate when _unreachableDepth == 0:
                Delegate(instruction);
                break;
            case Opcode.End or Opcode.Delegate when _unreachableDepth > 0:
                _unreachableDepth--;
                break;
            case Opcode.End:
                End(instruction);
                break;
        }
    }

    private Control PushControl(in Instruction instruction)
    {
        (ValKind[] parameters, ValKind[] results) = BlockType(instruction);
        int height = _stack.Count - parameters.Length;
        int numberTop = _numberTop, referenceTop = _referenceTop;
        for (int i = parameters.Length - 1; i >= 0; i--)
        {
            if (parameters[i] == ValKind.Ref)
                referenceTop--;
            else
                numberTop -= SlotLayout.SlotsOf(parameters[i]);
        }

        var control = new Control
        {
            Opcode = instruction.Opcode,
            Parameters = parameters,
            Results = results,
            Height = height,
            NumberTop = numberTop,
            ReferenceTop = referenceTop,
        };
        _control.Add(control);
        return control;
    }

    private (ValKind[] Parameters, ValKind[] Results) BlockType(in Instruction instruction)
    {
        long code = instruction.BlockType;
        if (code == Instruction.EmptyBlockType)
            return ([], []);
        if (code < 0)
            return ([], [ValKinds.Of(code)]);
        var type = (FuncType)_types.Types[code].Composite;
        return (ValKinds.Of(type.Parameters), ValKinds.Of(type.Results));
    }

    private void PushSettled(ValKind[] kinds)
    {
        foreach (ValKind kind in kinds)
            Push(kind);
        _settled = _stack.Count;
    }

    /// <summary>What follows cannot be reached, until the block ends.</summary>
    private void SetUnreachable()
    {
        Truncate(_control[^1].Height);
        _reachable = false;
        _unreachableDepth = 0;
    }

    /// <summary>Whether the values of a branch are not where it must leave them.</summary>
    private bool NeedsMoves(Control target)
    {
        if (IsFunction(target))
            return true;
        ValKind[] kinds = target.LabelKinds;
        int number = target.NumberTop, reference = target.ReferenceTop;
        for (int i = 0; i < kinds.Length; i++)
        {
            Operand operand = _stack[_stack.Count - kinds.Length + i];
            int slot = kinds[i] == ValKind.Ref ? reference++ : number;
            if (kinds[i] != ValKind.Ref)
                number += SlotLayout.SlotsOf(kinds[i]);
            if (operand.Source != Source.Slot || operand.Slot != slot)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Settles what the moves of a branch would overwrite. That must be done before it is decided whether to branch, since what is
    /// settled is taken to be in its slot from then on.
    /// </summary>
    private void PrepareMoves(Control target)
    {
        // The results of the function go where its locals are.
        int count = target.LabelKinds.Length;
        if (!IsFunction(target) || count < 2)
            return;
        for (int i = _stack.Count - count; i < _stack.Count; i++)
        {
            if (_stack[i].NeedsLocal)
                Settle(i);
        }
    }

    /// <summary>
    /// Moves the topmost operands to where a label takes its values. These slots are at or below their own, and in the same order, so
    /// none is overwritten before it was moved.
    /// </summary>
    private void MoveLabelValues(Control target) => MoveTop(target.LabelKinds, target.NumberTop, target.ReferenceTop);

    private void MoveTop(ValKind[] kinds, int number, int reference)
    {
        for (int i = 0; i < kinds.Length; i++)
        {
            Operand operand = _stack[_stack.Count - kinds.Length + i];
            int slot = kinds[i] == ValKind.Ref ? reference++ : number;
            if (kinds[i] != ValKind.Ref)
                number += SlotLayout.SlotsOf(kinds[i]);
            if (operand.Source != Source.Slot || operand.Slot != slot)
                EmitMove(operand, slot);
        }
    }

    /// <summary>Emits a branch with its values.</summary>
    private void Branch(Control target)
    {
        if (IsFunction(target))
        {
            EmitReturn();
            return;
        }

        MoveLabelValues(target);
        EmitJump(target);
    }

    private void EmitJump(Control target)
    {
        Emit(OperationCode.Jump);
        BranchTo(target);
    }

    /// <summary>The last operation branches to a label.</summary>
    private void BranchTo(Control target)
    {
        int place = _count - 1;
        if (target.Start != NoPlace)
        {
            _operations[place].Target = target.Start - _count;
            return;
        }

        _operations[place].Target = target.Waiting;
        target.Waiting = place;
    }

    private void Bind(int place)
    {
        _operations[place].Target = _count - place - 1;
        SetBarrier();
        _result = NoResult;
    }

    private void BindAll(int place)
    {
        while (place != NoPlace)
        {
            int next = _operations[place].Target;
            Bind(place);
            place = next;
        }
    }

    private void EmitReturn()
    {
        PrepareMoves(_function);
        ValKind[] results = _function.Results;
        if (results is [ValKind.I32 or ValKind.I64 or ValKind.F64])
        {
            int slot = Use(_stack[^1]);
            Emit(OperationCode.ReturnOne, 0, slot);
        }
        else
        {
            MoveTop(results, 0, 0);
            Emit(OperationCode.Return);
        }

        _returns.Add(_count - 1);
    }

    /// <summary>Emits a branch on a number, its target to be filled in. A comparison right before becomes part of it.</summary>
    private void EmitBranch(in Operand condition, bool holds)
    {
        int slot = Use(condition);
        while (IsFrom(slot, OperationCode.I32Eqz))
        {
            slot = _operations[--_count].B;
            holds = !holds;
        }

        if (IsFrom(slot, OperationCode.I64Eqz))
        {
            int number = _operations[--_count].B;
            Emit(holds ? OperationCode.BranchI64EqConstant : OperationCode.BranchI64NeConstant, 0, number);
            return;
        }

        if (_count > _barrier && _operations[_count - 1] is { } comparison && comparison.A == slot && IsOperandSlot(slot))
        {
            OperationCode branch = OperationTable.Branch(comparison.Code, holds);
            bool isConstant = OperationTable.IsComparisonWithConstant(comparison.Code);
            // The branch has 32 bits for the constant.
            if (branch != OperationCode.Exit && (!isConstant || comparison.Long == (ulong)comparison.Low))
            {
                _count--;
                if (!TryFuseBranch(branch, comparison.B, isConstant ? comparison.Low : comparison.C, isConstant))
                    Emit(branch, 0, comparison.B, comparison.C).Low = isConstant ? comparison.Low : 0;
                return;
            }
        }

        OperationCode plain = holds ? OperationCode.BranchIf : OperationCode.BranchUnless;
        if (!TryFuseBranch(plain, slot, 0, isConstant: true))
            Emit(plain, 0, slot);
    }

    /// <summary>Whether the last operation is such a one, and its result the operand in a slot, which then is used once.</summary>
    private bool IsFrom(int slot, OperationCode code) =>
        _count > _barrier && _operations[_count - 1].Code == code && _operations[_count - 1].A == slot && IsOperandSlot(slot);

    private bool IsOperandSlot(int slot) => slot >= _header + HeaderSlots;
}

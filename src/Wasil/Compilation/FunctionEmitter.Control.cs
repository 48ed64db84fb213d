using System.Reflection.Emit;
using Wasil.Execution;
using Wasil.Instructions;

namespace Wasil.Compilation;

/// <content>Control instructions.</content>
internal sealed partial class FunctionEmitter
{
    public void Unreachable(in Instruction instruction)
    {
        int offset = instruction.Offset;
        EmitThrow(nameof(Traps.Unreachable), offset);
        SetUnreachable();
    }

    public void Nop(in Instruction instruction)
    {
    }

    public void Block(in Instruction instruction)
    {
        SettleAll();
        PushControl(instruction);
    }

    public void Loop(in Instruction instruction)
    {
        ControlFrame frame = PushControl(instruction);
        frame.LabelValues = TakeAll(frame.Parameters);
        PopInto(frame.LabelValues);
        SettleAll();
        _il.MarkLabel(frame.Label);
        EmitPoll();
        foreach (Temporary value in frame.LabelValues)
            Push(new TemporaryValue(value, isOwned: false));
        _settled = _stack.Count;
    }

    public void If(in Instruction instruction)
    {
        Expression condition = Pop();
        ControlFrame frame = PushControl(instruction);
        SettleAll();
        frame.Arguments = TakeAll(frame.Parameters);
        PopInto(frame.Arguments);
        Use(Condition(condition));
        _il.Emit(OpCodes.Brfalse, frame.Else);
        PushArguments(frame);
    }

    public void Else(in Instruction instruction)
    {
        ControlFrame frame = _control[^1];
        if (_reachable)
        {
            Leave(frame);
            _il.Emit(OpCodes.Br, frame.Label);
        }

        StartElse(frame);
    }

    public void End(in Instruction instruction)
    {
        ControlFrame frame = _control[^1];
        _control.RemoveAt(_control.Count - 1);
        if (_control.Count == 0)
        {
            EmitReturn(frame);
            return;
        }

        switch (frame.Opcode)
        {
            case Opcode.Loop:
                // Nothing branches to a loop's end: its results are what is on the stack.
                Array.ForEach(frame.LabelValues!, Release);
                return;

            case Opcode.If:
                // Without an else, the other arm gives the parameters as they are.
                if (_reachable)
                {
                    Leave(frame);
                    _il.Emit(OpCodes.Br, frame.Label);
                }

                StartElse(frame);
                Leave(frame);
                break;

            case Opcode.Try or Opcode.TryTable or Opcode.Catch or Opcode.CatchAll:
                EndHandlers(frame);
                goto default;

            default:
                if (_reachable && frame.IsTargeted)
                    Leave(frame);
                break;
        }

        if (frame.Arguments is not null)
            Array.ForEach(frame.Arguments, Release);
        if (!frame.IsTargeted)
            return;
        Truncate(frame.Height);
        _il.MarkLabel(frame.Label);
        _reachable = true;
        _settled = _stack.Count;
        foreach (Temporary value in frame.LabelValues!)
            Push(new TemporaryValue(value, isOwned: true));
    }

    public void Br(in Instruction instruction)
    {
        Branch(Target(instruction.Index));
        SetUnreachable();
    }

    public void BrIf(in Instruction instruction)
    {
        ControlFrame target = Target(instruction.Index);
        Expression condition = Pop();
        SettleTraps();
        if (target.LabelKinds.Length > 0)
        {
            SettleTop(target.LabelKinds.Length);
            Label skip = _il.DefineLabel();
            Use(Condition(condition));
            _il.Emit(OpCodes.Brfalse, skip);
            BranchKeeping(target);
            _il.MarkLabel(skip);
            return;
        }

        target.IsTargeted = true;
        target.LabelValues ??= [];
        Use(Condition(condition));
        _il.Emit(OpCodes.Brtrue, target.Label);
    }

    public void BrOnNull(in Instruction instruction)
    {
        ControlFrame target = Target(instruction.Index);
        Expression reference = PopDuplicable();
        SettleTop(target.LabelKinds.Length);
        Label skip = _il.DefineLabel();
        reference.Emit(this);
        _il.Emit(OpCodes.Brtrue, skip);
        BranchKeeping(target);
        _il.MarkLabel(skip);
        Push(reference);
    }

    public void BrOnNonNull(in Instruction instruction)
    {
        // The reference is the last of the values that the branch takes, and is dropped where it is null.
        ControlFrame target = Target(instruction.Index);
        SettleTop(target.LabelKinds.Length);
        Label skip = _il.DefineLabel();
        _stack[^1].Emit(this);
        _il.Emit(OpCodes.Brfalse, skip);
        BranchKeeping(target);
        _il.MarkLabel(skip);
        Pop().Free(this);
    }

    public void BrTable(in Instruction instruction)
    {
        var reader = new InstructionReader(_code.Span, _bodyOffset);
        Expression index = Pop();
        ControlFrame byDefault = Target(instruction.DefaultLabel);
        SettleTop(byDefault.LabelKinds.Length);

        // Targets that take values are reached through a piece of code of their own.
        Dictionary<ControlFrame, Label>? ways = null;
        var labels = new Label[instruction.ListCount];
        int i = 0;
        foreach (uint label in reader.Labels(instruction))
            labels[i++] = Way(Target(label));
        Use(Comparable(index));
        _il.Emit(OpCodes.Switch, labels);
        _il.Emit(OpCodes.Br, Way(byDefault));
        if (ways is not null)
        {
            foreach ((ControlFrame target, Label way) in ways)
            {
                _il.MarkLabel(way);
                BranchKeeping(target);
            }
        }

        SetUnreachable();

        Label Way(ControlFrame target)
        {
            if (target.LabelKinds.Length == 0)
            {
                target.IsTargeted = true;
                target.LabelValues ??= [];
                return target.Label;
            }

            ways ??= [];
            if (!ways.TryGetValue(target, out Label way))
                ways.Add(target, way = _il.DefineLabel());
            return way;
        }
    }

    public void Return(in Instruction instruction)
    {
        int around = _outer is null ? 0 : _outer._control.Count - 1;
        Branch(Target((uint)(_control.Count - 1 + around)));
        SetUnreachable();
    }

    private ControlFrame Target(uint label) =>
        _outer is null || label < _control.Count - 1 ? _control[^((int)label + 1)] : Exit((int)label - (_control.Count - 1));

    /// <summary>Keeps track of blocks in code that is not emitted.</summary>
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

    private ControlFrame PushControl(in Instruction instruction)
    {
        (ValKind[] parameters, ValKind[] results) = BlockType(instruction);
        var frame = new ControlFrame
        {
            Opcode = instruction.Opcode,
            Parameters = parameters,
            Results = results,
            Height = _stack.Count - parameters.Length,
            Label = _il.DefineLabel(),
            Else = instruction.Opcode == Opcode.If ? _il.DefineLabel() : default,
        };
        _control.Add(frame);
        return frame;
    }

    private (ValKind[] Parameters, ValKind[] Results) BlockType(in Instruction instruction)
    {
        long code = instruction.BlockType;
        if (code == Instruction.EmptyBlockType)
            return ([], []);
        if (code < 0)
            return ([], [ValKinds.Of(code)]);
        Signature signature = Signature.Of((FuncType)_types.Types[code].Composite);
        return (signature.ParameterKinds, signature.ResultKinds);
    }

    private void PushArguments(ControlFrame frame)
    {
        foreach (Temporary argument in frame.Arguments!)
            Push(new TemporaryValue(argument, isOwned: false));
        _settled = _stack.Count;
    }

    private void StartElse(ControlFrame frame)
    {
        Truncate(frame.Height);
        frame.Opcode = Opcode.Else;
        _il.MarkLabel(frame.Else);
        _reachable = true;
        PushArguments(frame);
    }

    /// <summary>The end of a block is reached: its results go where branches to it put theirs.</summary>
    private void Leave(ControlFrame frame)
    {
        frame.IsTargeted = true;
        PopInto(frame.LabelValues ??= TakeAll(frame.Results));
    }

    /// <summary>Emits a branch that takes its values from the stack.</summary>
    private void Branch(ControlFrame target)
    {
        target.IsTargeted = true;
        PopInto(target.LabelValues ??= TakeAll(target.LabelKinds));
        _il.Emit(OpCodes.Br, target.Label);
    }

    /// <summary>Emits a branch whose values were settled and stay on the stack.</summary>
    private void BranchKeeping(ControlFrame target)
    {
        target.IsTargeted = true;
        CopyInto(target.LabelValues ??= TakeAll(target.LabelKinds));
        _il.Emit(OpCodes.Br, target.Label);
    }

    /// <summary>Makes the topmost operands ones that may be emitted several times.</summary>
    private void SettleTop(int count)
    {
        for (int i = _stack.Count - count; i < _stack.Count; i++)
        {
            if (!_stack[i].IsDuplicable)
                _stack[i] = Settle(_stack[i]);
        }
    }

    // One return for all: the JIT compiler's time grows with the square of their number.
    private void EmitReturn(ControlFrame function)
    {
        if (function.IsTargeted)
        {
            if (_reachable)
                Leave(function);
            Truncate(0);
            _il.MarkLabel(function.Label);
            SignatureCode.EmitReturn(_il, _signature, index => EmitLoad(function.LabelValues![index]));
        }
        else if (_reachable)
        {
            SignatureCode.EmitReturn(_il, _signature, index => Use(_stack[index]));
        }
    }

    /// <summary>What follows cannot be reached, until the block ends.</summary>
    private void SetUnreachable()
    {
        Truncate(_control[^1].Height);
        _reachable = false;
        _unreachableDepth = 0;
    }

    private void Truncate(int height)
    {
        while (_stack.Count > height)
            Pop().Free(this);
    }

    /// <summary>Where the engine is interruptible: looks whether the guest is to end.</summary>
    private void EmitPoll()
    {
        if (!_options.Polls)
            return;
        Label interrupted = _il.DefineLabel();
        _il.Emit(OpCodes.Ldarg_0);
        // Volatile, or the JIT compiler reads the field once for all rounds of a loop.
        _il.Emit(OpCodes.Volatile);
        _il.Emit(OpCodes.Ldfld, Members.Interrupted);
        _il.Emit(OpCodes.Brtrue, interrupted);
        // A way back into the loop would cost it registers: whatever lives across a call is kept in memory, on the way that
        // calls nothing as well. What ends in a throw counts as cold.
        _cold.Add(new ColdCode(interrupted, () =>
        {
            _il.Emit(OpCodes.Ldarg_0);
            _il.Emit(OpCodes.Call, Members.EndInterrupted);
            _il.Emit(OpCodes.Throw);
        }
        ));
    }

    private void EmitThrow(string trap, int offset)
    {
        _il.Emit(OpCodes.Ldc_I4, offset);
        _il.Emit(OpCodes.Call, Members.Trap(trap));
        _il.Emit(OpCodes.Throw);
    }

    /// <summary>A label behind the function's code, where the trap is thrown.</summary>
    private Label TrapLabel(string trap, int offset)
    {
        Label label = _il.DefineLabel();
        _cold.Add(new ColdCode(label, () => EmitThrow(trap, offset)));
        return label;
    }
}

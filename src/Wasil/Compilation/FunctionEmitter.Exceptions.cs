using System.Reflection.Emit;
using Wasil.Execution;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Compilation;

/// <content>
/// Exceptions. A function that is left by one returns as ever, with zeros, and the exception is pending in the thread
/// (<see cref="GuestThread"/>); in modules that use exceptions each call is followed by a look at that. So handlers are ordinary
/// blocks of the function, and there are no protected regions in it: locals stay in registers, branches and tail calls go
/// anywhere (docs/RATIONALE.md, "Exceptions are a second way to return").
/// </content>
internal sealed partial class FunctionEmitter
{
    private Landing? _unwinding;
    private LocalBuilder? _exception;

    public void TryTable(in Instruction instruction)
    {
        SettleAll();
        // Labels of clauses count from outside of the block.
        var reader = new InstructionReader(_code.Span, _bodyOffset);
        var catches = new CatchTarget[instruction.ListCount];
        int i = 0;
        foreach (CatchClause clause in reader.Catches(instruction))
        {
            ControlFrame target = Target(clause.Label);
            target.IsTargeted = true;
            target.LabelValues ??= TakeAll(target.LabelKinds);
            catches[i++] = new CatchTarget(clause.Kind, clause.Tag, target);
        }

        ControlFrame frame = PushControl(instruction);
        if (catches.Length > 0)
        {
            frame.Catches = catches;
            frame.Landing = new Landing(_il.DefineLabel());
        }
    }

    public void Try(in Instruction instruction)
    {
        SettleAll();
        PushControl(instruction).Landing = new Landing(_il.DefineLabel());
    }

    public void Catch(in Instruction instruction)
    {
        uint tag = instruction.Index;
        ControlFrame frame = BeginHandler(Opcode.Catch);
        if (!_reachable)
            return;
        frame.Uncaught = new Landing(_il.DefineLabel());
        EmitLoadPending();
        EmitComparisonWithTag(tag);
        _il.Emit(OpCodes.Bne_Un, frame.Uncaught.Use());
        EmitCatch(frame);
        ValKind[] payload = PayloadOf(tag);
        for (int i = 0; i < payload.Length; i++)
        {
            EmitPayload(i, payload[i]);
            PushEmitted(payload[i]);
        }

        SettleAll();
    }

    public void CatchAll(in Instruction instruction)
    {
        ControlFrame frame = BeginHandler(Opcode.CatchAll);
        if (!_reachable)
            return;
        EmitLoadPending();
        EmitCatch(frame);
    }

    public void Delegate(in Instruction instruction)
    {
        // The label counts from outside of the block, and an exception goes to the first handler that it finds there.
        ControlFrame frame = _control[^1];
        int target = _control.Count - 2 - (int)instruction.Index;
        if (frame.Landing is { IsUsed: true } landing)
        {
            Label handler = LandingFrom(target).Use();
            _cold.Add(new ColdCode(landing.Label, () => _il.Emit(OpCodes.Br, handler)));
        }

        frame.Landing = null;
        End(instruction);
    }

    public void Throw(in Instruction instruction)
    {
        uint tag = instruction.Index;
        ValKind[] payload = PayloadOf(tag);
        int depth = _control.Count - 1;
        CatchTarget? near = FindNearHandler(tag, ref depth);
        if (near is { GivesReference: false } known)
        {
            // Thrown and caught in one function, and nobody sees the exception: it is a branch.
            if (known.CatchesAll)
                Truncate(_stack.Count - payload.Length);
            Branch(known.Target);
            SetUnreachable();
            return;
        }

        int first = _stack.Count - payload.Length;
        LocalBuilder exception = ExceptionLocal();
        SettleTop(payload.Length);
        _il.Emit(OpCodes.Ldarg_0);
        SignatureCode.EmitArray(_il, 0, payload, index => _stack[first + index].Emit(this));
        EmitTag(tag);
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, Members.Aggregate(nameof(ModuleInstance.NewException)));
        _il.Emit(OpCodes.Stloc, exception);
        if (near is { } withReference)
        {
            if (withReference.CatchesAll)
                Truncate(first);
            _il.Emit(OpCodes.Ldloc, exception);
            PushEmitted(ValKind.Ref);
            Branch(withReference.Target);
        }
        else
        {
            EmitThread();
            _il.Emit(OpCodes.Ldloc, exception);
            _il.Emit(OpCodes.Stfld, Members.Pending);
            _il.Emit(OpCodes.Br, LandingFrom(depth).Use());
        }

        SetUnreachable();
    }

    public void ThrowRef(in Instruction instruction)
    {
        Expression reference = Pop();
        _il.Emit(OpCodes.Ldarg_0);
        Use(reference);
        EmitThrowReference(instruction.Offset);
    }

    public void Rethrow(in Instruction instruction)
    {
        _il.Emit(OpCodes.Ldarg_0);
        EmitLoad(Target(instruction.Index).Caught!);
        EmitThrowReference(instruction.Offset);
    }

    private void EmitThrowReference(int offset)
    {
        _il.Emit(OpCodes.Ldc_I4, offset);
        _il.Emit(OpCodes.Call, Members.ThrowReference);
        _il.Emit(OpCodes.Br, LandingFrom(_control.Count - 1).Use());
        SetUnreachable();
    }

    /// <summary>Behind a call, with nothing on the evaluation stack: goes to the handler if the callee threw.</summary>
    private void EmitExceptionCheck()
    {
        if (!_types.UsesExceptions)
            return;
        EmitThread();
        _il.Emit(OpCodes.Ldfld, Members.Pending);
        _il.Emit(OpCodes.Brtrue, LandingFrom(_control.Count - 1).Use());
    }

    /// <summary>Where an exception goes that is thrown in a block: the innermost handler, or out of the function.</summary>
    private Landing LandingFrom(int depth)
    {
        for (int i = depth; i >= 0; i--)
        {
            if (_control[i].Landing is { } landing)
                return landing;
        }

        return _unwinding ??= new Landing(_il.DefineLabel());
    }

    /// <summary>The clause of this function that catches what is thrown here, if that is certain.</summary>
    /// <param name="tag">The tag of what is thrown.</param>
    /// <param name="depth">Where it is thrown; when nothing is certain, where somebody has to look at it.</param>
    private CatchTarget? FindNearHandler(uint tag, ref int depth)
    {
        for (; depth >= 0; depth--)
        {
            ControlFrame frame = _control[depth];
            // What a `try` catches is not known before its end.
            if (frame.Landing is null)
                continue;
            if (frame.Opcode == Opcode.Try)
                return null;
            foreach (CatchTarget clause in frame.Catches)
            {
                if (clause.CatchesAll || clause.Tag == tag)
                    return clause;
                // Two imports may be one tag.
                if (clause.Tag < _types.ImportedTags && tag < _types.ImportedTags)
                    return null;
            }
        }

        return null;
    }

    /// <summary>A part of a <c>try</c> ends, and one that handles exceptions begins, if any can get there.</summary>
    private ControlFrame BeginHandler(Opcode opcode)
    {
        ControlFrame frame = _control[^1];
        if (_reachable)
        {
            Leave(frame);
            _il.Emit(OpCodes.Br, frame.Label);
        }

        Truncate(frame.Height);
        Landing? arriving = frame.Landing ?? frame.Uncaught;
        frame.Opcode = opcode;
        frame.Landing = frame.Uncaught = null;
        _unreachableDepth = 0;
        _reachable = arriving is { IsUsed: true };
        if (_reachable)
            _il.MarkLabel(arriving!.Label);
        return frame;
    }

    /// <summary>A block that handles exceptions has ended: those that it does not catch go on.</summary>
    private void EndHandlers(ControlFrame frame)
    {
        if (frame.Caught is { } caught)
            Release(caught);
        if ((frame.Landing ?? frame.Uncaught) is not { IsUsed: true } landing)
            return;
        bool catchesAll = Array.Exists(frame.Catches, clause => clause.CatchesAll);
        Label outer = catchesAll ? default : LandingFrom(_control.Count - 1).Use();
        _cold.Add(new ColdCode(landing.Label, () =>
        {
            if (frame.Catches.Length > 0)
                EmitClauses(frame.Catches);
            if (!catchesAll)
                _il.Emit(OpCodes.Br, outer);
        }
        ));
    }

    private void EmitClauses(CatchTarget[] clauses)
    {
        EmitLoadPending();
        foreach (CatchTarget clause in clauses)
        {
            Label next = default;
            ValKind[] payload = [];
            if (!clause.CatchesAll)
            {
                next = _il.DefineLabel();
                payload = PayloadOf(clause.Tag);
                EmitComparisonWithTag(clause.Tag);
                _il.Emit(OpCodes.Bne_Un, next);
            }

            EmitClearPending();
            Temporary[] places = clause.Target.LabelValues!;
            for (int i = 0; i < payload.Length; i++)
            {
                EmitPayload(i, payload[i]);
                _il.Emit(OpCodes.Stloc, places[i].Local);
            }

            if (clause.GivesReference)
            {
                _il.Emit(OpCodes.Ldloc, ExceptionLocal());
                _il.Emit(OpCodes.Stloc, places[^1].Local);
            }

            _il.Emit(OpCodes.Br, clause.Target.Label);
            if (clause.CatchesAll)
                return;
            _il.MarkLabel(next);
        }
    }

    /// <summary>Behind the function's code: where exceptions leave it.</summary>
    private void EmitUnwinding()
    {
        if (_unwinding is not { } landing)
            return;
        _cold.Add(new ColdCode(landing.Label, () =>
        {
            _il.Emit(OpCodes.Ldarg_0);
            _il.Emit(OpCodes.Ldc_I4, _functionIndex);
            _il.Emit(OpCodes.Call, Members.AddFrame);
            if (_signature.ReturnType != typeof(void))
            {
                LocalBuilder result = ResultLocal(_signature);
                _il.Emit(OpCodes.Ldloca, result);
                _il.Emit(OpCodes.Initobj, _signature.ReturnType);
                _il.Emit(OpCodes.Ldloc, result);
            }

            _il.Emit(OpCodes.Ret);
        }
        ));
    }

    /// <summary>The exception in the local is caught: it is not pending any more, but may be thrown again.</summary>
    private void EmitCatch(ControlFrame frame)
    {
        EmitClearPending();
        frame.Caught ??= Take(ValKind.Ref);
        _il.Emit(OpCodes.Ldloc, ExceptionLocal());
        _il.Emit(OpCodes.Stloc, frame.Caught.Local);
    }

    private void EmitThread()
    {
        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldfld, Members.Thread);
    }

    private void EmitLoadPending()
    {
        EmitThread();
        _il.Emit(OpCodes.Ldfld, Members.Pending);
        _il.Emit(OpCodes.Stloc, ExceptionLocal());
    }

    private void EmitClearPending()
    {
        EmitThread();
        _il.Emit(OpCodes.Ldnull);
        _il.Emit(OpCodes.Stfld, Members.Pending);
    }

    private void EmitComparisonWithTag(uint tag)
    {
        _il.Emit(OpCodes.Ldloc, ExceptionLocal());
        _il.Emit(OpCodes.Ldfld, Members.ExceptionTag);
        EmitTag(tag);
    }

    private void EmitTag(uint tag)
    {
        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldfld, Members.Tags);
        _il.Emit(OpCodes.Ldc_I4, (int)tag);
        _il.Emit(OpCodes.Ldelem_Ref);
    }

    private void EmitPayload(int index, ValKind kind) => SignatureCode.EmitElement(
        _il,
        () =>
        {
            _il.Emit(OpCodes.Ldloc, ExceptionLocal());
            _il.Emit(OpCodes.Ldfld, Members.ExceptionPayload);
        },
        index,
        kind);

    private LocalBuilder ExceptionLocal() => _exception ??= _il.DeclareLocal(typeof(ExceptionInstance));

    private ValKind[] PayloadOf(uint tag) => Signature.Of((FuncType)_types.Tags[tag].Composite).ParameterKinds;
}

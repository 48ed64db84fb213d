using System.Reflection.Emit;
using Wasil.Execution;
using Wasil.Instructions;

namespace Wasil.Compilation;

/// <content>Calls. The delegate of an entry carries its instance, so callers pass nothing but the arguments.</content>
internal sealed partial class FunctionEmitter
{
    // One local each for all calls: where the JIT compiler does not optimise, every local, and every delegate that is called
    // without being in one, takes a place in the frame.
    private readonly Dictionary<Type, LocalBuilder> _results = [];
    private LocalBuilder? _callee;
    private LocalBuilder? _element;
    private LocalBuilder? _elements;

    public void Call(in Instruction instruction)
    {
        Signature signature = Signature.Of(_types.FuncTypeOf(instruction.Index));
        Expression[] arguments = PopArguments(signature);
        if (_direct(instruction.Index, _control.Exists(frame => frame.Opcode == Opcode.Loop)) is { } callee)
        {
            EmitDirectInvoke(callee, signature, arguments);
            return;
        }

        EmitEntry((int)instruction.Index);
        EmitInvoke(signature, arguments);
    }

    public void ReturnCall(in Instruction instruction)
    {
        Signature signature = Signature.Of(_types.FuncTypeOf(instruction.Index));
        if (instruction.Index == _functionIndex && CanStartAgain)
        {
            StartAgain();
            return;
        }

        Expression[] arguments = PopArguments(signature);
        if (IsPassedInRegisters(signature) && _direct(instruction.Index, true) is { } callee)
        {
            _il.Emit(OpCodes.Ldarg_0);
            SignatureCode.EmitArguments(_il, signature, index => Use(arguments[index]));
            _il.Emit(OpCodes.Tailcall);
            _il.Emit(OpCodes.Call, callee);
            _il.Emit(OpCodes.Ret);
            SetUnreachable();
            return;
        }

        EmitEntry((int)instruction.Index);
        EmitTailInvoke(signature, arguments);
    }

    public void CallIndirect(in Instruction instruction)
    {
        Expression index = Pop();
        Signature signature = SignatureOf(instruction.Index);
        Expression[] arguments = PopArguments(signature);
        EmitIndirectCode(instruction, index);
        EmitInvoke(signature, arguments);
    }

    public void ReturnCallIndirect(in Instruction instruction)
    {
        Expression index = Pop();
        Signature signature = SignatureOf(instruction.Index);
        Expression[] arguments = PopArguments(signature);
        EmitIndirectCode(instruction, index);
        EmitTailInvoke(signature, arguments);
    }

    public void CallRef(in Instruction instruction)
    {
        Expression reference = Pop();
        Signature signature = SignatureOf(instruction.Index);
        Expression[] arguments = PopArguments(signature);
        EmitReferenceCode(instruction, reference);
        EmitInvoke(signature, arguments);
    }

    public void ReturnCallRef(in Instruction instruction)
    {
        Expression reference = Pop();
        Signature signature = SignatureOf(instruction.Index);
        Expression[] arguments = PopArguments(signature);
        EmitReferenceCode(instruction, reference);
        EmitTailInvoke(signature, arguments);
    }

    // What lies in memory of the frame would have to be set up anew.
    private bool CanStartAgain => !_plan.HasFrame && !_signature.HasWideParameters && !_source.IsInSlots;

    /// <summary>A function that tail-calls itself is a loop.</summary>
    private void StartAgain()
    {
        int parameters = _signature.ParameterKinds.Length;
        for (int i = _stack.Count - parameters; i < _stack.Count; i++)
            EmitHidden(_stack[i]);
        for (int i = parameters - 1; i >= 0; i--)
            EmitStoreArgument(i + 1);
        _il.Emit(OpCodes.Br, _start);
        SetUnreachable();
    }

    /// <summary>Whether a tail call of a method is a jump: one that needs memory for arguments may be more than that, and is left
    /// to the delegate's.</summary>
    private static bool IsPassedInRegisters(Signature signature) =>
        signature.ParameterTypes.Length <= 3 + (OperatingSystem.IsWindows() ? 0 : 2)
        && !signature.ParameterKinds.Contains(ValKind.V128) && signature.ResultKinds.Length <= 1
        && !signature.ResultKinds.Contains(ValKind.V128);

    private Signature SignatureOf(uint typeIndex) => Signature.Of((FuncType)_types.Types[typeIndex].Composite);

    /// <summary>Takes the arguments off, and settles what the callee may change under them.</summary>
    private Expression[] PopArguments(Signature signature)
    {
        var arguments = new Expression[signature.ParameterKinds.Length];
        for (int i = arguments.Length - 1; i >= 0; i--)
            arguments[i] = Pop();
        SettleReadersOfState();
        return arguments;
    }

    private LocalBuilder ResultLocal(Signature signature)
    {
        if (!_results.TryGetValue(signature.ReturnType, out LocalBuilder? local))
            _results.Add(signature.ReturnType, local = _il.DeclareLocal(signature.ReturnType));
        return local;
    }

    private void EmitEntry(int functionIndex)
    {
        int place = _places.Of(functionIndex);
        // A stub has to know whose it is.
        _il.Emit(OpCodes.Ldarg_0);
        EmitInt32(place);
        _il.Emit(OpCodes.Stfld, Members.CalledPlace);
        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldfld, Members.Entries);
        EmitItem(place);
        _il.Emit(OpCodes.Stloc, _callee ??= _il.DeclareLocal(typeof(Delegate)));
    }

    private void EmitInvoke(Signature signature, Expression[] arguments)
    {
        _il.Emit(OpCodes.Ldloc, _callee!);
        SignatureCode.EmitArguments(_il, signature, index => Use(arguments[index]));
        _il.Emit(OpCodes.Callvirt, signature.Invoke);
        RefreshLength();
        PushResults(signature);
    }

    // What is compiled already, or is being compiled, needs no entry: its code is what the entry would lead to.
    private void EmitDirectInvoke(DynamicMethod callee, Signature signature, Expression[] arguments)
    {
        _il.Emit(OpCodes.Ldarg_0);
        SignatureCode.EmitArguments(_il, signature, index => Use(arguments[index]));
        _il.Emit(OpCodes.Call, callee);
        RefreshLength();
        PushResults(signature);
    }

    private void PushResults(Signature signature)
    {
        if (signature.ResultKinds.Length == 1)
        {
            PushEmitted(signature.ResultKinds[0]);
            EmitExceptionCheck();
        }
        else if (signature.ResultKinds.Length == 0)
        {
            EmitExceptionCheck();
        }
        else
        {
            // What was returned together with an exception must not be taken apart.
            SignatureCode.EmitResults(
                _il, signature, ResultLocal(signature),
                index =>
                {
                    if (index == 0)
                        EmitExceptionCheck();
                },
                index => PushEmitted(signature.ResultKinds[index]));
        }
    }

    private void EmitTailInvoke(Signature signature, Expression[] arguments)
    {
        _il.Emit(OpCodes.Ldloc, _callee!);
        SignatureCode.EmitArguments(_il, signature, index => Use(arguments[index]));
        _il.Emit(OpCodes.Tailcall);
        _il.Emit(OpCodes.Callvirt, signature.Invoke);
        _il.Emit(OpCodes.Ret);
        SetUnreachable();
    }

    /// <summary>
    /// Emits the checks of an indirect call. Where the index is within the table's array and the element's token tells that it is a
    /// function of this instance with exactly the expected type and with code, that code is called; everything else is sorted out
    /// by the instance.
    /// </summary>
    private void EmitIndirectCode(in Instruction instruction, Expression index)
    {
        int typeIndex = (int)instruction.Index, offset = instruction.Offset;
        uint table = instruction.Index2;
        LocalBuilder code = _callee ??= _il.DeclareLocal(typeof(Delegate));
        LocalBuilder element = _element ??= _il.DeclareLocal(typeof(object));
        LocalBuilder elements = _elements ??= _il.DeclareLocal(typeof(object[]));
        Expression checkedIndex = index.IsDuplicable ? index : Settle(index);
        Label slow = _il.DefineLabel(), done = _il.DefineLabel();

        EmitTable(table);
        _il.Emit(OpCodes.Ldfld, Members.TableElements);
        _il.Emit(OpCodes.Stloc, elements);
        UseCopy(checkedIndex);
        _il.Emit(OpCodes.Ldloc, elements);
        _il.Emit(OpCodes.Ldlen);
        _il.Emit(OpCodes.Conv_U8);
        _il.Emit(OpCodes.Bge_Un, slow);

        // The array is as long as the table or longer; what is behind the table's end is null.
        _il.Emit(OpCodes.Ldloc, elements);
        if (ArrayView.IsTrue)
        {
            _il.Emit(OpCodes.Ldflda, Members.ArrayItems);
            UseCopy(checkedIndex);
            _il.Emit(OpCodes.Ldc_I4, nint.Size);
            _il.Emit(OpCodes.Conv_I8);
            _il.Emit(OpCodes.Mul);
            _il.Emit(OpCodes.Add);
            _il.Emit(OpCodes.Ldind_Ref);
        }
        else
        {
            UseCopy(checkedIndex);
            _il.Emit(OpCodes.Conv_I);
            _il.Emit(OpCodes.Ldelem_Ref);
        }

        _il.Emit(OpCodes.Stloc, element);
        _il.Emit(OpCodes.Ldloc, element);
        _il.Emit(OpCodes.Brfalse, slow);

        _il.Emit(OpCodes.Ldloc, element);
        _il.Emit(OpCodes.Ldfld, Members.Token);
        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldfld, Members.Tokens);
        EmitItem(typeIndex);
        _il.Emit(OpCodes.Bne_Un, slow);
        _il.Emit(OpCodes.Ldloc, element);
        _il.Emit(OpCodes.Ldfld, Members.Code);
        _il.Emit(OpCodes.Stloc, code);
        _il.MarkLabel(done);
        checkedIndex.Free(this);

        _cold.Add(new ColdCode(slow, () =>
        {
            _il.Emit(OpCodes.Ldarg_0);
            EmitTable(table);
            UseCopy(checkedIndex);
            _il.Emit(OpCodes.Ldc_I4, typeIndex);
            _il.Emit(OpCodes.Ldc_I4, offset);
            _il.Emit(OpCodes.Call, Members.ResolveElement);
            _il.Emit(OpCodes.Stloc, code);
            _il.Emit(OpCodes.Br, done);
        }
        ));

        void UseCopy(Expression value)
        {
            value.Emit(this);
            if (value.Kind == ValKind.I32)
                _il.Emit(OpCodes.Conv_U8);
        }
    }

    /// <summary>Emits the load of an array's item whose index is a valid one, so that nothing needs to be compared. The array is
    /// on the evaluation stack.</summary>
    private void EmitItem(int index)
    {
        if (!ArrayView.IsTrue)
        {
            _il.Emit(OpCodes.Ldc_I4, index);
            _il.Emit(OpCodes.Ldelem_Ref);
            return;
        }

        _il.Emit(OpCodes.Ldflda, Members.ArrayItems);
        if (index != 0)
        {
            EmitInt32(index * nint.Size);
            _il.Emit(OpCodes.Add);
        }

        _il.Emit(OpCodes.Ldind_Ref);
    }

    private void EmitReferenceCode(in Instruction instruction, Expression reference)
    {
        _il.Emit(OpCodes.Ldarg_0);
        Use(reference);
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, Members.ResolveReference);
        _il.Emit(OpCodes.Stloc, _callee ??= _il.DeclareLocal(typeof(Delegate)));
    }
}

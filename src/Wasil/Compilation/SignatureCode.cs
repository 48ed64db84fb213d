using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Wasil.Execution;

namespace Wasil.Compilation;

/// <summary>
/// The emitted code that depends on a signature alone: stubs, entries into other instances, and the ways between compiled code
/// and the host. Each is a method whose first parameter is the object that its delegates are closed over.
/// </summary>
[RequiresDynamicCode("Code is emitted for the signatures that guests use.")]
[UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "Delegate and tuple types have no members that trimming removes.")]
[UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Delegate and tuple types have no members that trimming removes.")]
[UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Delegate and tuple types have no members that trimming removes.")]
internal sealed class SignatureCode(Signature signature)
{
    private readonly Lock _gate = new();
    private readonly ConditionalWeakTable<Type, ClosedMethod> _hostAdapters = [];
    private readonly ConditionalWeakTable<Type, ClosedMethod> _typedInvokers = [];
    private ClosedMethod? _stub;
    private ClosedMethod? _crossing;
    private ClosedMethod? _link;
    private ClosedMethod? _sender;
    private ClosedMethod? _receiver;
    private ClosedMethod? _untypedInvoker;
    private ClosedMethod? _callbackAdapter;
    private ClosedMethod? _fromSlots;
    private ClosedMethod? _toSlots;

    /// <summary>A stub: finds out which function is called and what runs, and runs it.</summary>
    public Delegate Stub(ModuleInstance instance) => _stub?.Over(instance) ?? Bind(ref _stub, "stub", typeof(ModuleInstance), signature.DelegateType, instance, il =>
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, Members.Resolve);
        LoadParameters(il);
        il.Emit(OpCodes.Callvirt, signature.Invoke);
        il.Emit(OpCodes.Ret);
    });

    /// <summary>Enters the function's instance, calls, and leaves it, however the call ends. What the guest threw becomes a .NET
    /// exception.</summary>
    public Delegate Crossing(FunctionInstance function) =>
        Bind(ref _crossing, "crossing", typeof(FunctionInstance), signature.DelegateType, function, il =>
        {
            LocalBuilder? result = signature.ReturnType == typeof(void) ? null : il.DeclareLocal(signature.ReturnType);
            LocalBuilder instance = il.DeclareLocal(typeof(ModuleInstance)), code = il.DeclareLocal(typeof(Delegate));
            LocalBuilder keeper = il.DeclareLocal(typeof(Ownership.Keeper)), mark = il.DeclareLocal(typeof(int));
            LocalBuilder leaving = il.DeclareLocal(typeof(Ownership.Keeper));
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, Members.InstanceOfFunction);
            il.Emit(OpCodes.Stloc, instance);
            il.Emit(OpCodes.Ldloc, instance);
            il.Emit(OpCodes.Ldloca, mark);
            il.Emit(OpCodes.Call, Members.Enter);
            il.Emit(OpCodes.Stloc, keeper);
            il.BeginExceptionBlock();
            il.BeginExceptionBlock();
            Label isKnown = il.DefineLabel();
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, Members.Code);
            il.Emit(OpCodes.Stloc, code);
            il.Emit(OpCodes.Ldloc, code);
            il.Emit(OpCodes.Brtrue, isKnown);
            il.Emit(OpCodes.Ldloc, instance);
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Call, Members.CodeOf);
            il.Emit(OpCodes.Stloc, code);
            il.MarkLabel(isKnown);
            il.Emit(OpCodes.Ldloc, code);
            LoadParameters(il);
            il.Emit(OpCodes.Callvirt, signature.Invoke);
            if (result is not null)
                il.Emit(OpCodes.Stloc, result);
            il.BeginCatchBlock(typeof(NullReferenceException));
            LocalBuilder trap = il.DeclareLocal(typeof(Exception));
            Label isTrap = il.DefineLabel();
            il.Emit(OpCodes.Call, Members.Trap(nameof(Traps.OfFault)));
            il.Emit(OpCodes.Stloc, trap);
            il.Emit(OpCodes.Ldloc, trap);
            il.Emit(OpCodes.Brtrue, isTrap);
            il.Emit(OpCodes.Rethrow);
            il.MarkLabel(isTrap);
            il.Emit(OpCodes.Ldloc, trap);
            il.Emit(OpCodes.Throw);
            il.EndExceptionBlock();
            EmitThrowPending(il, () =>
            {
                il.Emit(OpCodes.Ldloc, keeper);
                il.Emit(OpCodes.Ldfld, Members.KeeperThread);
            });
            // Whoever returns leaves here, where the code for it is inlined; the block below is for exceptions.
            il.Emit(OpCodes.Ldloc, keeper);
            il.Emit(OpCodes.Stloc, leaving);
            il.Emit(OpCodes.Ldnull);
            il.Emit(OpCodes.Stloc, keeper);
            il.Emit(OpCodes.Ldloc, instance);
            il.Emit(OpCodes.Ldloc, leaving);
            il.Emit(OpCodes.Ldloc, mark);
            il.Emit(OpCodes.Call, Members.Exit);
            il.BeginFinallyBlock();
            Label hasLeft = il.DefineLabel();
            il.Emit(OpCodes.Ldloc, keeper);
            il.Emit(OpCodes.Brfalse, hasLeft);
            il.Emit(OpCodes.Ldloc, instance);
            il.Emit(OpCodes.Ldloc, keeper);
            il.Emit(OpCodes.Ldloc, mark);
            il.Emit(OpCodes.Call, Members.ExitSlowly);
            il.MarkLabel(hasLeft);
            il.EndExceptionBlock();
            if (result is not null)
                il.Emit(OpCodes.Ldloc, result);
            il.Emit(OpCodes.Ret);
        });

    /// <summary>
    /// Calls the function from another instance. Where both modules use exceptions, or neither does, this leaves no frame.
    /// </summary>
    public Delegate Link(FunctionInstance function, bool fromCatching)
    {
        bool catching = function.Instance.Types.UsesExceptions;
        if (!fromCatching && catching)
            return Bind(ref _sender, "sender", typeof(FunctionInstance), signature.DelegateType, function, EmitSender);
        Delegate link = Bind(ref _link, "link", typeof(FunctionInstance), signature.DelegateType, function, il =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Call, Members.Join);
            LoadParameters(il);
            il.Emit(OpCodes.Tailcall);
            il.Emit(OpCodes.Callvirt, signature.Invoke);
            il.Emit(OpCodes.Ret);
        });
        return fromCatching && !catching ? Receiver(link) : link;
    }

    /// <summary>Calls, and keeps a .NET exception that guests may catch for the caller to find.</summary>
    public Delegate Receiver(Delegate code) =>
        Bind(ref _receiver, "receiver", signature.DelegateType, signature.DelegateType, code, il =>
        {
            LocalBuilder? result = signature.ReturnType == typeof(void) ? null : il.DeclareLocal(signature.ReturnType);
            il.BeginExceptionBlock();
            il.Emit(OpCodes.Ldarg_0);
            LoadParameters(il);
            il.Emit(OpCodes.Callvirt, signature.Invoke);
            if (result is not null)
                il.Emit(OpCodes.Stloc, result);
            il.BeginCatchBlock(typeof(TaggedException));
            il.Emit(OpCodes.Call, Members.Receive);
            il.EndExceptionBlock();
            if (result is not null)
                il.Emit(OpCodes.Ldloc, result);
            il.Emit(OpCodes.Ret);
        });

    /// <summary>Calls the function with values in spans.</summary>
    public UntypedInvoker UntypedInvoker(FunctionInstance function) => (UntypedInvoker)Bind(
        ref _untypedInvoker, "untyped", typeof(FunctionInstance), typeof(UntypedInvoker), function, il =>
        {
            MethodInfo argument = typeof(ReadOnlySpan<WasmValue>).GetMethod("get_Item")!;
            MethodInfo result = typeof(Span<WasmValue>).GetMethod("get_Item")!;
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Call, Members.CrossingOf);
            EmitArguments(il, index =>
            {
                il.Emit(OpCodes.Ldarga_S, (byte)1);
                il.Emit(OpCodes.Ldc_I4, index);
                il.Emit(OpCodes.Call, argument);
                il.Emit(OpCodes.Call, Unpacker(signature.ParameterKinds[index]));
            });
            il.Emit(OpCodes.Callvirt, signature.Invoke);
            EmitResults(
                il,
                index =>
                {
                    il.Emit(OpCodes.Ldarga_S, (byte)2);
                    il.Emit(OpCodes.Ldc_I4, index);
                    il.Emit(OpCodes.Call, result);
                },
                index => il.Emit(OpCodes.Call, Setter(signature.ResultKinds[index])));
            il.Emit(OpCodes.Ret);
        });

    /// <summary>Calls the delegate that the host gave.</summary>
    public Delegate HostAdapter(FunctionInstance function)
    {
        if (function.Host is WasmCallback)
            return Bind(ref _callbackAdapter, "callback", typeof(FunctionInstance), signature.DelegateType, function, EmitCallback);
        DelegateShape shape = DelegateShape.Of(function.Host!.GetType());
        if (shape.DelegateType == signature.DelegateType && !HasReferences)
            return function.Host;
        ClosedMethod? method;
        lock (_gate)
            _hostAdapters.TryGetValue(shape.DelegateType, out method);
        Delegate bound = Bind(
            ref method, "host", typeof(FunctionInstance), signature.DelegateType, function, il => EmitHostCall(il, shape));
        lock (_gate)
            _hostAdapters.AddOrUpdate(shape.DelegateType, method!);
        return bound;
    }

    /// <summary>Calls a function that takes its arguments in slots.</summary>
    public Delegate FromSlots(FunctionInstance function) =>
        _fromSlots?.Over(function) ?? Bind(ref _fromSlots, "from slots", typeof(FunctionInstance), signature.DelegateType, function, il =>
        {
            SlotLayout layout = SlotLayout.Of(function.Signature);
            LocalBuilder slots = il.DeclareLocal(typeof(ulong*)), references = il.DeclareLocal(typeof(object[]));
            if (layout.Slots > 0)
            {
                il.Emit(OpCodes.Ldc_I4, layout.Slots * sizeof(ulong));
                il.Emit(OpCodes.Conv_U);
                il.Emit(OpCodes.Localloc);
                il.Emit(OpCodes.Stloc, slots);
            }

            if (layout.References > 0)
            {
                il.Emit(OpCodes.Ldc_I4, layout.References);
                il.Emit(OpCodes.Newarr, typeof(object));
            }
            else
            {
                il.Emit(OpCodes.Call, Members.NoReferences);
            }

            il.Emit(OpCodes.Stloc, references);
            int slot = 0, reference = 0;
            for (int i = 0; i < signature.ParameterKinds.Length; i++)
            {
                EmitSlot(il, slots, references, null, ref slot, ref reference, signature.ParameterKinds[i]);
                LoadParameter(il, i);
                EmitStoreSlot(il, signature.ParameterKinds[i]);
            }

            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldloc, slots);
            il.Emit(OpCodes.Ldloc, references);
            il.Emit(OpCodes.Call, Members.Packer(nameof(Packing.CallSlots)));
            slot = reference = 0;
            EmitReturn(il, signature, index =>
            {
                EmitSlot(il, slots, references, null, ref slot, ref reference, signature.ResultKinds[index]);
                EmitLoadSlot(il, signature.ResultKinds[index]);
            });
        });

    /// <summary>Calls a function with values in slots. What the guest threw becomes a .NET exception.</summary>
    public SlotInvoker ToSlots(FunctionInstance function) => (SlotInvoker)(_toSlots?.Over(function) ?? Bind(
        ref _toSlots, "to slots", typeof(FunctionInstance), typeof(SlotInvoker), function, il =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, Members.InstanceOfFunction);
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Call, Members.CodeOf);
            int slot = 0, reference = 0;
            EmitArguments(il, index =>
            {
                EmitSlot(il, null, null, 3, ref slot, ref reference, signature.ParameterKinds[index]);
                EmitLoadSlot(il, signature.ParameterKinds[index]);
            });
            il.Emit(OpCodes.Callvirt, signature.Invoke);
            EmitResultsToSlots(il, () => EmitThreadOfFunction(il));
        }));

    /// <summary>Emits the end of a <see cref="SlotInvoker"/>: the function has returned.</summary>
    private void EmitResultsToSlots(ILGenerator il, Action emitThread)
    {
        LocalBuilder? result = signature.ReturnType == typeof(void) ? null : il.DeclareLocal(signature.ReturnType);
        if (result is not null)
            il.Emit(OpCodes.Stloc, result);
        EmitThrowPending(il, emitThread);
        if (result is not null)
            il.Emit(OpCodes.Ldloc, result);
        int slot = 0, reference = 0;
        EmitResults(
            il,
            index => EmitSlot(il, null, null, 3, ref slot, ref reference, signature.ResultKinds[index]),
            index => EmitStoreSlot(il, signature.ResultKinds[index]));
        il.Emit(OpCodes.Ret);
    }

    /// <summary>The function as a delegate of the host's choice.</summary>
    /// <exception cref="ArgumentException">The delegate type does not fit the function's type.</exception>
    public Delegate TypedInvoker(FunctionInstance function, Type delegateType)
    {
        DelegateShape shape = DelegateShape.Of(delegateType);
        shape.RequireFit(function.Signature, nameof(delegateType));
        if (delegateType == signature.DelegateType && !HasReferences)
            return ModuleInstance.CrossingOf(function);
        ClosedMethod? method;
        lock (_gate)
            _typedInvokers.TryGetValue(delegateType, out method);
        Delegate bound = Bind(
            ref method, "typed", typeof(FunctionInstance), delegateType, function, il => EmitTypedCall(il, shape),
            shape.TakesToken ? [.. shape.Parameters, typeof(CancellationToken)] : shape.Parameters, shape.Invoke.ReturnType);
        lock (_gate)
            _typedInvokers.AddOrUpdate(delegateType, method!);
        return bound;
    }

    /// <summary>The parameters of a method that enters a loop, behind the instance: what a <see cref="SlotInvoker"/> takes.</summary>
    public static readonly Type[] SlotParameters = [typeof(nint), typeof(object[]), typeof(int)];

    /// <summary>Calls a method that takes the instance and values in slots and returns as the signature says, and puts the results
    /// into the slots. What the guest threw becomes a .NET exception. Its delegates are <see cref="SlotInvoker"/>s bound to an instance.</summary>
    public DynamicMethod SlotInvokerOf(DynamicMethod method)
    {
        var made = new DynamicMethod(
            "enter loop", typeof(void), [typeof(ModuleInstance), typeof(ulong*), typeof(object[]), typeof(int)], typeof(SignatureCode).Module, skipVisibility: true)
        {
            InitLocals = false,
        };
        ILGenerator il = made.GetILGenerator();
        for (int i = 0; i < 4; i++)
            il.Emit(OpCodes.Ldarg, (short)i);
        il.Emit(OpCodes.Call, method);
        EmitResultsToSlots(il, () =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, Members.Thread);
        });
        return made;
    }

    /// <summary>Puts on the evaluation stack what lies in a slot, where slots and references are arguments as those of <see cref="SlotInvoker"/>.</summary>
    public static void EmitLoadArgumentSlot(ILGenerator il, ref int slot, ref int reference, ValKind kind)
    {
        EmitSlot(il, null, null, 3, ref slot, ref reference, kind);
        EmitLoadSlot(il, kind);
    }

    /// <summary>Calls a method with an instance and zeros, and drops what it returns.</summary>
    /// <param name="method">A method that returns as the signature says.</param>
    /// <param name="parameters">Its parameters behind the instance.</param>
    /// <param name="instance">The instance.</param>
    public Action FrameProbe(DynamicMethod method, Type[] parameters, ModuleInstance instance)
    {
        var probe = new DynamicMethod("probe", typeof(void), [typeof(ModuleInstance)], typeof(SignatureCode).Module, skipVisibility: true);
        ILGenerator il = probe.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        foreach (Type type in parameters)
        {
            LocalBuilder zero = il.DeclareLocal(type);
            il.Emit(OpCodes.Ldloc, zero);
        }

        il.Emit(OpCodes.Call, method);
        if (signature.ReturnType != typeof(void))
            il.Emit(OpCodes.Pop);
        il.Emit(OpCodes.Ret);
        return (Action)probe.CreateDelegate(typeof(Action), instance);
    }

    /// <summary>
    /// Emits where a value lies: an address, or of a reference the array and the index. Both are in locals, or in the second and
    /// third argument with the first index in the fourth.
    /// </summary>
    private static void EmitSlot(
        ILGenerator il, LocalBuilder? slots, LocalBuilder? references, int? firstReference, ref int slot, ref int reference, ValKind kind)
    {
        if (kind == ValKind.Ref)
        {
            if (references is not null)
                il.Emit(OpCodes.Ldloc, references);
            else
                il.Emit(OpCodes.Ldarg_2);
            il.Emit(OpCodes.Ldc_I4, reference++);
            if (firstReference is null)
                return;
            il.Emit(OpCodes.Ldarg_3);
            il.Emit(OpCodes.Add);
            return;
        }

        if (slots is not null)
            il.Emit(OpCodes.Ldloc, slots);
        else
            il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldc_I4, slot * sizeof(ulong));
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
        slot += SlotLayout.SlotsOf(kind);
    }

    private static void EmitLoadSlot(ILGenerator il, ValKind kind)
    {
        switch (kind)
        {
            case ValKind.I32:
                il.Emit(OpCodes.Ldind_I4);
                break;
            case ValKind.I64:
                il.Emit(OpCodes.Ldind_I8);
                break;
            case ValKind.F32:
                il.Emit(OpCodes.Ldind_R4);
                break;
            case ValKind.F64:
                il.Emit(OpCodes.Ldind_R8);
                break;
            case ValKind.V128:
                il.Emit(OpCodes.Unaligned, (byte)4);
                il.Emit(OpCodes.Ldobj, typeof(Vector128<byte>));
                break;
            default:
                il.Emit(OpCodes.Ldelem_Ref);
                break;
        }
    }

    private static void EmitStoreSlot(ILGenerator il, ValKind kind)
    {
        switch (kind)
        {
            case ValKind.I32:
                // The whole slot, since it may be copied as a whole.
                il.Emit(OpCodes.Conv_U8);
                il.Emit(OpCodes.Stind_I8);
                break;
            case ValKind.I64:
                il.Emit(OpCodes.Stind_I8);
                break;
            case ValKind.F32:
                il.Emit(OpCodes.Stind_R4);
                break;
            case ValKind.F64:
                il.Emit(OpCodes.Stind_R8);
                break;
            case ValKind.V128:
                il.Emit(OpCodes.Unaligned, (byte)4);
                il.Emit(OpCodes.Stobj, typeof(Vector128<byte>));
                break;
            default:
                il.Emit(OpCodes.Stelem_Ref);
                break;
        }
    }

    private bool HasReferences => signature.ParameterKinds.Contains(ValKind.Ref) || signature.ResultKinds.Contains(ValKind.Ref);

    /// <summary>Emits what builds a function's results, as its signature returns them, and returns.</summary>
    /// <param name="il">Where to.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="load">Emits a result's value.</param>
    public static void EmitReturn(ILGenerator il, Signature signature, Action<int> load)
    {
        if (signature.HasWideResults)
            EmitArray(il, 0, signature.ResultKinds, load);
        else
            for (int i = 0; i < signature.ResultKinds.Length; i++)
                load(i);
        if (!signature.HasWideResults && signature.ResultKinds.Length > 1)
            il.Emit(OpCodes.Newobj, signature.ReturnType.GetConstructors()[0]);
        il.Emit(OpCodes.Ret);
    }

    /// <summary>Emits the arguments of a call, as its signature takes them.</summary>
    /// <param name="il">Where to.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="load">Emits an argument's value.</param>
    public static void EmitArguments(ILGenerator il, Signature signature, Action<int> load)
    {
        for (int i = 0; i < signature.DirectParameters; i++)
            load(i);
        if (signature.HasWideParameters)
            EmitArray(il, signature.DirectParameters, signature.ParameterKinds[signature.DirectParameters..], load);
    }

    /// <summary>Emits what takes a call's results apart; the call has left them on the evaluation stack.</summary>
    /// <param name="il">Where to.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="result">A local of the signature's return type.</param>
    /// <param name="before">Emits what must lie below a result's value.</param>
    /// <param name="store">Emits what takes a result's value from the stack.</param>
    public static void EmitResults(
        ILGenerator il, Signature signature, LocalBuilder result, Action<int> before, Action<int> store)
    {
        int count = signature.ResultKinds.Length;
        il.Emit(OpCodes.Stloc, result);
        for (int i = 0; i < count; i++)
        {
            before(i);
            if (signature.HasWideResults)
                EmitElement(il, () => il.Emit(OpCodes.Ldloc, result), i, signature.ResultKinds[i]);
            else if (count == 1)
                il.Emit(OpCodes.Ldloc, result);
            else
            {
                il.Emit(OpCodes.Ldloc, result);
                il.Emit(OpCodes.Ldfld, signature.ReturnType.GetField($"Item{i + 1}")!);
            }

            store(i);
        }
    }

    /// <summary>Emits a parameter's value that travels in the array of wide parameters.</summary>
    public static void EmitWideParameter(ILGenerator il, Signature signature, int index, int arrayArgument) =>
        EmitElement(il, () => il.Emit(OpCodes.Ldarg, (short)arrayArgument), index - signature.DirectParameters, signature.ParameterKinds[index]);

    /// <summary>Emits the value at an index of an array of <see cref="WasmValue"/>.</summary>
    public static void EmitElement(ILGenerator il, Action loadArray, int index, ValKind kind)
    {
        loadArray();
        il.Emit(OpCodes.Ldc_I4, index);
        il.Emit(OpCodes.Ldelema, typeof(WasmValue));
        il.Emit(OpCodes.Call, Unpacker(kind));
    }

    /// <summary>Emits an array of <see cref="WasmValue"/>.</summary>
    public static void EmitArray(ILGenerator il, int first, ValKind[] kinds, Action<int> load)
    {
        il.Emit(OpCodes.Ldc_I4, kinds.Length);
        il.Emit(OpCodes.Newarr, typeof(WasmValue));
        for (int i = 0; i < kinds.Length; i++)
        {
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Ldc_I4, i);
            il.Emit(OpCodes.Ldelema, typeof(WasmValue));
            load(first + i);
            il.Emit(OpCodes.Call, Setter(kinds[i]));
        }
    }

    private void EmitSender(ILGenerator il)
    {
        LocalBuilder? result = signature.ReturnType == typeof(void) ? null : il.DeclareLocal(signature.ReturnType);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, Members.Join);
        LoadParameters(il);
        il.Emit(OpCodes.Callvirt, signature.Invoke);
        if (result is not null)
            il.Emit(OpCodes.Stloc, result);
        EmitThrowPending(il, () => EmitThreadOfFunction(il));
        if (result is not null)
            il.Emit(OpCodes.Ldloc, result);
        il.Emit(OpCodes.Ret);
    }

    /// <summary>If the function that has returned was left by an exception, throws it as a .NET exception.</summary>
    private static void EmitThrowPending(ILGenerator il, Action emitThread)
    {
        Label returned = il.DefineLabel();
        emitThread();
        il.Emit(OpCodes.Ldfld, Members.Pending);
        il.Emit(OpCodes.Brfalse, returned);
        emitThread();
        il.Emit(OpCodes.Call, Members.ThrowPending);
        il.MarkLabel(returned);
    }

    private static void EmitThreadOfFunction(ILGenerator il)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, Members.InstanceOfFunction);
        il.Emit(OpCodes.Ldfld, Members.Thread);
    }

    private static MethodInfo Unpacker(ValKind kind) => Members.Packer("To" + kind);

    private static MethodInfo Setter(ValKind kind) => Members.Packer("Set" + kind);

    private void EmitCallback(ILGenerator il)
    {
        LocalBuilder results = il.DeclareLocal(typeof(WasmValue[]));
        il.Emit(OpCodes.Ldc_I4, signature.ResultKinds.Length);
        il.Emit(OpCodes.Newarr, typeof(WasmValue));
        il.Emit(OpCodes.Stloc, results);
        il.Emit(OpCodes.Ldarg_0);
        EmitArray(il, 0, signature.ParameterKinds, index => LoadParameter(il, index));
        il.Emit(OpCodes.Ldloc, results);
        il.Emit(OpCodes.Call, Members.Packer(nameof(Packing.CallHost)));
        EmitReturn(
            il, signature, index => EmitElement(il, () => il.Emit(OpCodes.Ldloc, results), index, signature.ResultKinds[index]));
    }

    private void EmitHostCall(ILGenerator il, DelegateShape shape)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, Members.Host);
        il.Emit(OpCodes.Castclass, shape.DelegateType);
        if (shape.TakesCaller)
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, Members.InstanceOfFunction);
            il.Emit(OpCodes.Newobj, Members.NewCaller);
        }

        for (int i = 0; i < shape.Parameters.Length; i++)
        {
            LoadParameter(il, i);
            EmitToHost(il, signature.ParameterKinds[i], shape.Parameters[i]);
        }

        if (shape.TakesToken)
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, Members.InstanceOfFunction);
            il.Emit(OpCodes.Call, Members.HostToken);
        }

        il.Emit(OpCodes.Callvirt, shape.Invoke);
        if (shape.Results.Length == 0)
        {
            il.Emit(OpCodes.Ret);
            return;
        }

        LocalBuilder returned = il.DeclareLocal(shape.Invoke.ReturnType);
        il.Emit(OpCodes.Stloc, returned);
        EmitReturn(il, signature, index =>
        {
            LoadTupleItem(il, returned, shape, index);
            if (signature.ResultKinds[index] == ValKind.Ref)
            {
                il.Emit(OpCodes.Ldarg_0);
                il.Emit(OpCodes.Ldc_I4, index);
                il.Emit(OpCodes.Call, Members.Packer(nameof(Packing.CheckResult)));
            }
            else
            {
                EmitFromHost(il, signature.ResultKinds[index], shape.Results[index], OpCodes.Conv_U4);
            }
        });
    }

    private void EmitTypedCall(ILGenerator il, DelegateShape shape)
    {
        LocalBuilder? interruption = null;
        if (shape.TakesToken)
        {
            interruption = il.DeclareLocal(typeof(Interruption));
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldarg, (short)(shape.Parameters.Length + 1));
            il.Emit(OpCodes.Call, Members.BeginInterruption);
            il.Emit(OpCodes.Stloc, interruption);
            il.BeginExceptionBlock();
        }

        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, Members.CrossingOf);
        EmitArguments(il, index =>
        {
            il.Emit(OpCodes.Ldarg, (short)(index + 1));
            if (signature.ParameterKinds[index] == ValKind.Ref)
            {
                il.Emit(OpCodes.Ldarg_0);
                il.Emit(OpCodes.Ldc_I4, index);
                il.Emit(OpCodes.Call, Members.Packer(nameof(Packing.CheckArgument)));
            }
            else
            {
                EmitFromHost(il, signature.ParameterKinds[index], shape.Parameters[index], OpCodes.Conv_Ovf_U4_Un);
            }
        });
        il.Emit(OpCodes.Callvirt, signature.Invoke);
        var results = new LocalBuilder[shape.Results.Length];
        EmitResults(
            il,
            _ => { },
            index =>
            {
                EmitToHost(il, signature.ResultKinds[index], shape.Results[index]);
                results[index] = il.DeclareLocal(shape.Results[index]);
                il.Emit(OpCodes.Stloc, results[index]);
            });
        if (interruption is not null)
        {
            il.BeginFinallyBlock();
            il.Emit(OpCodes.Ldloc, interruption);
            il.Emit(OpCodes.Call, Members.EndInterruption);
            il.EndExceptionBlock();
        }

        foreach (LocalBuilder result in results)
            il.Emit(OpCodes.Ldloc, result);
        if (results.Length > 1)
            NewTuple(il, shape.Invoke.ReturnType);
        il.Emit(OpCodes.Ret);
    }

    // Tuples of more than seven items hold the rest in an eighth that is a tuple.
    private static void NewTuple(ILGenerator il, Type tuple)
    {
        Type[] parts = tuple.GetGenericArguments();
        if (parts.Length == 8)
            NewTuple(il, parts[7]);
        il.Emit(OpCodes.Newobj, tuple.GetConstructors()[0]);
    }

    private static void LoadTupleItem(ILGenerator il, LocalBuilder tuple, DelegateShape shape, int index)
    {
        il.Emit(OpCodes.Ldloc, tuple);
        if (shape.Results.Length == 1)
            return;
        Type type = tuple.LocalType;
        for (; index >= 7; index -= 7)
        {
            FieldInfo rest = type.GetField("Rest")!;
            il.Emit(OpCodes.Ldfld, rest);
            type = rest.FieldType;
        }

        il.Emit(OpCodes.Ldfld, type.GetField($"Item{index + 1}")!);
    }

    private static void EmitToHost(ILGenerator il, ValKind kind, Type hostType)
    {
        if (kind == ValKind.Ref)
        {
            il.Emit(OpCodes.Call, Members.Convert(
                hostType == typeof(WasmFunction) ? nameof(Conversion.ToFunction) : nameof(Conversion.ToHost)));
            if (hostType.IsAssignableTo(typeof(WasmObject)))
                il.Emit(OpCodes.Castclass, hostType);
        }
        else if (hostType == typeof(WasmAddress))
        {
            if (kind == ValKind.I32)
                il.Emit(OpCodes.Conv_U8);
            il.Emit(OpCodes.Newobj, Members.NewAddress);
        }
        else
        {
            EmitVectorCast(il, kind, hostType, toHost: true);
        }
    }

    // What becomes of an address that a memory with 32-bit addresses has not is said by narrow.
    private static void EmitFromHost(ILGenerator il, ValKind kind, Type hostType, OpCode narrow)
    {
        if (hostType == typeof(WasmAddress))
        {
            il.Emit(OpCodes.Call, Members.AddressValue);
            if (kind == ValKind.I32)
                il.Emit(narrow);
        }
        else
        {
            EmitVectorCast(il, kind, hostType, toHost: false);
        }
    }

    private static void EmitVectorCast(ILGenerator il, ValKind kind, Type hostType, bool toHost)
    {
        if (kind != ValKind.V128 || hostType == typeof(Vector128<byte>))
            return;
        Type element = hostType.GetGenericArguments()[0];
        il.Emit(OpCodes.Call, typeof(Vector128).GetMethod(nameof(Vector128.As))!.MakeGenericMethod(
            toHost ? [typeof(byte), element] : [element, typeof(byte)]));
    }

    private void EmitArguments(ILGenerator il, Action<int> load) => EmitArguments(il, signature, load);

    private void EmitResults(ILGenerator il, Action<int> before, Action<int> store)
    {
        if (signature.ResultKinds.Length > 0)
            EmitResults(il, signature, il.DeclareLocal(signature.ReturnType), before, store);
    }

    private void LoadParameters(ILGenerator il)
    {
        for (int i = 0; i < signature.ParameterTypes.Length; i++)
            il.Emit(OpCodes.Ldarg, (short)(i + 1));
    }

    private void LoadParameter(ILGenerator il, int index)
    {
        if (index < signature.DirectParameters)
            il.Emit(OpCodes.Ldarg, (short)(index + 1));
        else
            EmitWideParameter(il, signature, index, signature.DirectParameters + 1);
    }

    private Delegate Bind(
        ref ClosedMethod? method, string name, Type target, Type delegateType, object bound, Action<ILGenerator> emit,
        Type[]? parameters = null, Type? returnType = null)
    {
        if (Volatile.Read(ref method) is { } known)
            return known.Over(bound);
        Type[] all;
        Type result;
        if (delegateType == typeof(UntypedInvoker))
            (all, result) = ([target, typeof(ReadOnlySpan<WasmValue>), typeof(Span<WasmValue>)], typeof(void));
        else if (delegateType == typeof(SlotInvoker))
            (all, result) = ([target, typeof(ulong*), typeof(object[]), typeof(int)], typeof(void));
        else
            (all, result) = ([target, .. parameters ?? signature.ParameterTypes], returnType ?? signature.ReturnType);
        var made = new DynamicMethod(name, result, all, typeof(SignatureCode).Module, skipVisibility: true) { InitLocals = false };
        emit(made.GetILGenerator());
        ClosedMethod prepared = Prepare(made, delegateType);
        Volatile.Write(ref method, prepared);
        return prepared.Over(bound);
    }

    private static ClosedMethod Prepare(DynamicMethod method, Type delegateType) =>
        CompilerThreads.Run(() => new ClosedMethod(method, delegateType));
}

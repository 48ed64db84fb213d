using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Wasil.Execution;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Compilation;

/// <summary>The <c>Compiled</c> mode: functions become CIL when they are first called.</summary>
[RequiresDynamicCode("Functions are compiled to CIL.")]
internal sealed class CompiledModule : ModuleCode
{
    // RyuJIT takes about a second for 200 KB of a function's body, and cannot be interrupted.
    private const int MaximumBodyBytes = 512 << 10;

    // A quarter of what StackBounds keeps free for the host.
    private const int LargeFrameBytes = 64 << 10;

    private readonly ModuleTypes _types;
    private readonly CodeOptions _options;
    private readonly CompiledFunction?[] _functions;
    private readonly Lock _gate = new();
    private readonly int _id;
    private ModuleInstance? _withoutStack;
    private CompiledModule? _explicit;

    public CompiledModule(ModuleTypes types, CodeOptions options)
    {
        _types = types;
        _options = options;
        _functions = new CompiledFunction?[types.Module.Code.Length];
        _id = GuestFrames.Register(types);
    }

    ~CompiledModule() => GuestFrames.Unregister(_id);

    /// <summary>This, or the same without guard pages, where a memory has none.</summary>
    public override ModuleCode For(ModuleInstance instance)
    {
        if (_options.Memory != MemoryMode.GuardPages || Array.TrueForAll(
                instance.Memories, memory => memory.IsGuarded || !MemoryInstance.CanBeGuarded(memory.Type)))
            return this;
        if (_explicit is null)
            Interlocked.CompareExchange(ref _explicit, new CompiledModule(_types, _options with { Memory = MemoryMode.Explicit }), null);
        return _explicit;
    }

    public override bool IsInterruptible => _options.Polls;

    public override Delegate CreateStub(FunctionEntry entry, FuncType signature) => Signature.Of(signature).Code.Stub(entry);

    public override Delegate Bind(ModuleInstance instance, int functionIndex)
    {
        CompiledFunction function = Volatile.Read(ref _functions[functionIndex - _types.ImportedFunctions]) ?? Compile(functionIndex);
        foreach (int callee in function.Callees)
            instance.EnsureEntry(callee);
        return function.Method.CreateDelegate(function.DelegateType, instance);
    }

    public override IReadOnlyList<RefusedFunctionException> Prepare(CancellationToken cancellationToken)
    {
        var refused = new List<RefusedFunctionException>();
        for (int defined = 0; defined < _functions.Length; defined++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Volatile.Read(ref _functions[defined]) is not null)
                continue;
            try
            {
                Compile(_types.ImportedFunctions + defined);
            }
            catch (RefusedFunctionException refusal)
            {
                refused.Add(refusal);
            }
        }

        return refused;
    }

    public override Delegate CreateCrossing(FunctionInstance function) => Signature.Of(function.Signature).Code.Crossing(function);

    public override Delegate CreateHostAdapter(FunctionInstance function) => Signature.Of(function.Signature).Code.HostAdapter(function);

    public override UntypedInvoker CreateUntypedInvoker(FunctionInstance function) =>
        Signature.Of(function.Signature).Code.UntypedInvoker(function);

    public override Delegate CreateTypedInvoker(FunctionInstance function, Type delegateType) =>
        Signature.Of(function.Signature).Code.TypedInvoker(function, delegateType);

    private CompiledFunction Compile(int functionIndex)
    {
        int defined = functionIndex - _types.ImportedFunctions;
        lock (_gate)
        {
            if (_functions[defined] is { } known)
                return known;
            CompiledFunction made = CompilerThreads.Run(() => Emit(functionIndex, defined));
            Volatile.Write(ref _functions[defined], made);
            return made;
        }
    }

    private CompiledFunction Emit(int functionIndex, int defined)
    {
        FuncType type = _types.FuncTypeOf((uint)functionIndex);
        Signature signature = Signature.Of(type);
        ByteRange body = _types.Module.Code[defined];
        ValKind[] localKinds = ReadLocals(signature, body, out ByteRange code);
        if (code.Length > MaximumBodyBytes)
            throw new RefusedFunctionException(
                functionIndex, _types.Names.Functions[(uint)functionIndex],
                $"its body has {code.Length:N0} bytes, and at most {MaximumBodyBytes:N0} are compiled");
        FunctionPlan plan = FunctionPlan.Make(
            _types.Module.Slice(code), code.Offset, signature.ParameterKinds.Length, localKinds.Length);

        string name = GuestFrames.MethodName(_id, functionIndex);
        DynamicMethod method = NewMethod(name, signature);
        ILGenerator il = method.GetILGenerator(Math.Max(64, code.Length * 8));
        var emitter = new FunctionEmitter(_types, functionIndex, code, localKinds, plan, _options, il);
        emitter.Emit();
        Prepare(method, signature);
        if (!plan.IsSmall)
            method = GuardLargeFrame(method, signature);
        return new CompiledFunction(method, signature.DelegateType, emitter.Callees);
    }

    private static DynamicMethod NewMethod(string name, Signature signature) => new(
        name, signature.ReturnType, [typeof(ModuleInstance), .. signature.ParameterTypes], typeof(CompiledModule).Module,
        skipVisibility: true)
    {
        // Locals of the guest are set to zero by emitted code; the others are never read before they are written.
        InitLocals = false,
    };

    /// <summary>
    /// A frame may be too large for what the host keeps free, so that making it runs over the end of the stack before the
    /// function can check. How large it is only the machine code tells: an instance without any stack left is given to the
    /// function, which traps at once. Where it is large, the caller gets a method that checks first.
    /// </summary>
    private DynamicMethod GuardLargeFrame(DynamicMethod method, Signature signature)
    {
        _withoutStack ??= new ModuleInstance(_types, this, new InstanceLifetime(), 0) { StackLimit = nint.MaxValue };
        long frame = Traps.MeasureFrame(signature.Code.FrameProbe(method, _withoutStack));
        if (frame < LargeFrameBytes)
            return method;

        DynamicMethod guard = NewMethod("guard", signature);
        ILGenerator il = guard.GetILGenerator();
        Label enough = il.DefineLabel();
        LocalBuilder here = il.DeclareLocal(typeof(int));
        il.Emit(OpCodes.Ldloca, here);
        il.Emit(OpCodes.Conv_U);
        il.Emit(OpCodes.Ldc_I8, frame);
        il.Emit(OpCodes.Conv_U);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, Members.StackLimit);
        il.Emit(OpCodes.Bgt_Un, enough);
        il.Emit(OpCodes.Ldc_I4_M1);
        il.Emit(OpCodes.Call, Members.Trap(nameof(Traps.CallStackExhausted)));
        il.Emit(OpCodes.Throw);
        il.MarkLabel(enough);
        for (int i = 0; i <= signature.ParameterTypes.Length; i++)
            il.Emit(OpCodes.Ldarg, (short)i);
        il.Emit(OpCodes.Call, method);
        il.Emit(OpCodes.Ret);
        Prepare(guard, signature);
        return guard;
    }

    /// <summary>Lets the JIT compiler run now, on this thread. Delegates made after that call the machine code itself, not
    /// by way of a jump that stands for code yet to come.</summary>
    private static void Prepare(DynamicMethod method, Signature signature) =>
        RuntimeHelpers.PrepareDelegate(method.CreateDelegate(signature.DelegateType, null));

    private static ValKind[] ReadLocalKinds(Signature signature, ref ByteReader reader)
    {
        var kinds = new ArrayBuilder<ValKind>(signature.ParameterKinds.Length);
        foreach (ValKind kind in signature.ParameterKinds)
            kinds.Add(kind);
        uint groups = reader.ReadU32();
        for (uint i = 0; i < groups; i++)
        {
            uint count = reader.ReadU32();
            ValKind kind = FunctionEmitter.KindOf(reader.ReadValueType(out _));
            for (uint n = 0; n < count; n++)
                kinds.Add(kind);
        }

        return kinds.ToArray();
    }

    private ValKind[] ReadLocals(Signature signature, ByteRange body, out ByteRange code)
    {
        var reader = new ByteReader(_types.Module.Slice(body), body.Offset, "code");
        ValKind[] kinds = ReadLocalKinds(signature, ref reader);
        code = new ByteRange(body.Offset + reader.Position, body.Length - reader.Position);
        return kinds;
    }
}

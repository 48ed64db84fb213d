using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Wasil.Execution;
using Wasil.Syntax;

namespace Wasil.Compilation;

/// <summary>The <c>Compiled</c> mode: functions become CIL when they are first called.</summary>
[RequiresDynamicCode("Functions are compiled to CIL.")]
internal sealed class CompiledModule : ModuleCode
{
    // Of a larger one the CIL has more than 60,000 bytes, which RyuJIT does not optimise: it takes up to a second for a megabyte.
    private const int MaximumBodyBytes = 3 << 19;

    // Callees of no more bytes are compiled before a caller that calls them in a loop, which then needs no entry to call them.
    private const int SmallCalleeBytes = 400;
    private const int MaximumCalleesCompiledBefore = 12;

    // A quarter of what StackBounds keeps free for the host.
    private const int LargeFrameBytes = 64 << 10;

    private readonly ModuleTypes _types;
    private readonly CodeOptions _options;
    private readonly ClosedMethod?[] _functions;
    private readonly FallbackEngine? _fallback;
    private readonly ConcurrentDictionary<int, bool> _refused = [];
    private readonly Lock _gate = new();
    private readonly int _id;
    private ModuleInstance? _withoutStack;
    private CompiledModule? _explicit;

    // Of the function that is being compiled, under the gate.
    private readonly HashSet<int> _inProgress = [];
    private int _compiledBefore;
    private readonly EntryPlaces _places = new();

    /// <param name="types">The module.</param>
    /// <param name="options">What kind of code is wanted.</param>
    /// <param name="fallback">What runs the functions that are not compiled; null where calling these is an error.</param>
    public CompiledModule(ModuleTypes types, CodeOptions options, FallbackEngine? fallback)
        : base(types, new EmittedAdapters())
    {
        _types = types;
        _fallback = fallback;
        _options = options;
        _functions = new ClosedMethod?[types.Module.Code.Length];
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
            Interlocked.CompareExchange(ref _explicit, new CompiledModule(_types, _options with { Memory = MemoryMode.Explicit }, _fallback), null);
        return _explicit;
    }

    public override bool IsInterruptible => _options.Polls;

    public override Delegate Bind(ModuleInstance instance, int functionIndex)
    {
        if (Find(functionIndex) is not { } function)
            return Adapters.FromInterpreted(instance.Function(functionIndex));
        EnsureEntries(instance);
        return function.Over(instance);
    }

    /// <summary>Makes sure that an instance has an entry for whatever the code calls that is there by now.</summary>
    public void EnsureEntries(ModuleInstance instance) => instance.EnsureEntries(_places);

    /// <summary>Whether a function was compiled.</summary>
    public bool Has(int functionIndex) => Volatile.Read(ref _functions[functionIndex - _types.ImportedFunctions]) is not null;

    /// <summary>Compiles a function unless that was done already.</summary>
    /// <returns>False where it is refused.</returns>
    public bool TryCompile(int functionIndex)
    {
        if (_refused.ContainsKey(functionIndex))
            return false;
        try
        {
            Compile(functionIndex);
            return true;
        }
        catch (RefusedFunctionException)
        {
            _refused[functionIndex] = true;
            return false;
        }
    }

    /// <summary>Compiles what is left of a function at one of its loops.</summary>
    /// <param name="functionIndex">A function that is compiled.</param>
    /// <param name="loop">The offset of the loop in the module. Nothing may wait there on the operand stack.</param>
    /// <returns>Null where the loop cannot be entered, or what is left would take the compiler too long.</returns>
    public CompiledLoop? TryCompileLoop(int functionIndex, int loop)
    {
        int defined = functionIndex - _types.ImportedFunctions;
        if (LoopContinuation.TryMake(_types, FunctionSource.Of(_types, functionIndex), loop) is not { } source)
            return null;
        Signature signature = Signature.Of(_types.FuncTypeOf((uint)functionIndex));
        try
        {
            lock (_gate)
            {
                return Run(defined, () =>
                {
                    ClosedMethod code =
                        Emit(functionIndex, defined, source, signature, SignatureCode.SlotParameters, signature.SlotDelegateType);
                    var invoker = new ClosedMethod(signature.Code.SlotInvokerOf(code.Method), typeof(SlotInvoker));
                    return new CompiledLoop(this, invoker);
                });
            }
        }
        catch (RefusedFunctionException)
        {
            return null;
        }
    }

    public override SlotInvoker CreateSlotInvoker(FunctionInstance function) =>
        function.Host is null && Find(function.Index) is null ? _fallback!.CreateSlotInvoker(function) : Adapters.ToSlots(function);

    protected override void Prepare(int functionIndex)
    {
        if (Find(functionIndex) is null)
            _fallback!.Prepare(functionIndex);
    }

    /// <summary>The code of a function, or null where the fallback runs it.</summary>
    /// <exception cref="RefusedFunctionException">It is not compiled, and there is no fallback.</exception>
    private ClosedMethod? Find(int functionIndex)
    {
        if (Volatile.Read(ref _functions[functionIndex - _types.ImportedFunctions]) is { } function)
            return function;
        return _fallback is null || TryCompile(functionIndex) ? Compile(functionIndex) : null;
    }

    private ClosedMethod Compile(int functionIndex)
    {
        int defined = functionIndex - _types.ImportedFunctions;
        lock (_gate)
        {
            if (_functions[defined] is { } known)
                return known;
            ClosedMethod made = Run(defined, () => Emit(functionIndex, defined));
            Volatile.Write(ref _functions[defined], made);
            return made;
        }
    }

    private T Run<T>(int defined, Func<T> emit)
    {
        _compiledBefore = 0;
        _inProgress.Clear();
        _inProgress.Add(defined);
        return CompilerThreads.Run(emit);
    }

    private ClosedMethod Emit(int functionIndex, int defined)
    {
        FuncType type = _types.FuncTypeOf((uint)functionIndex);
        Signature signature = Signature.Of(type);
        return Emit(functionIndex, defined, FunctionSource.Of(_types, functionIndex), signature, signature.ParameterTypes, signature.DelegateType);
    }

    /// <summary>Emits a function, or what is left of it from a loop on, and lets the JIT compiler see it.</summary>
    private ClosedMethod Emit(
        int functionIndex, int defined, FunctionSource source, Signature signature, Type[] parameters, Type delegateType)
    {
        if (source.Code.Length > MaximumBodyBytes)
            throw new RefusedFunctionException(
                functionIndex, _types.Names.Functions[(uint)functionIndex],
                $"its body has {source.Code.Length:N0} bytes, and at most {MaximumBodyBytes:N0} are compiled");
        if (_options.SplitAbove == 0)
            source = DispatchGroups.TryMake(source, isForced: true) ?? source;
        FunctionPlan plan = PlanWith([]);

        string name = GuestFrames.MethodName(_id, functionIndex);
        DynamicMethod method = NewMethod(name, signature, parameters);
        // A large function is called through its guard, which is not there yet. What is left of one calls the whole.
        DynamicMethod? self = source.IsInSlots ? _functions[defined]!.Method : plan.IsSmall ? method : null;
        FunctionEmitter emitter = EmitWith(plan, []);
        if (emitter.Outline is { IsTooLarge: true } outline)
        {
            CodePart[]? parts = outline.Choose();
            if (parts is null && DispatchGroups.TryMake(source, isForced: false) is { } groups)
            {
                source = groups;
                method = NewMethod(name, signature, parameters);
                plan = PlanWith([]);
                emitter = EmitWith(plan, []);
                parts = emitter.Outline?.Choose();
            }

            if (parts is not null)
            {
                method = NewMethod(name, signature, parameters);
                emitter = EmitWith(PlanWith(parts), parts);
                foreach (DynamicMethod part in emitter.PartMethods)
                    RuntimeHelpers.PrepareDelegate(part.CreateDelegate(typeof(Func<nint, int>), null));
            }
        }

        var code = new ClosedMethod(method, delegateType);
        return plan.IsSmall ? code : GuardLargeFrame(code, signature, parameters, delegateType);

        FunctionPlan PlanWith(CodePart[] parts) => FunctionPlan.Make(
            source.Code.Span, source.BaseOffset, source.IsInSlots ? 0 : source.Parameters, source.Locals.Length, _types.UsesExceptions, parts);

        FunctionEmitter EmitWith(FunctionPlan plan, CodePart[] parts)
        {
            var emitter = new FunctionEmitter(
                _types, functionIndex, source, plan, _options, method,
                (callee, isHot) => callee == functionIndex ? self : FindDirectCallee((int)callee, isHot || _inProgress.Count > 1),
                _places, parts);
            emitter.Emit();
            return emitter;
        }
    }

    private DynamicMethod? FindDirectCallee(int functionIndex, bool isHot)
    {
        int defined = functionIndex - _types.ImportedFunctions;
        if (defined < 0)
            return null;
        if (_functions[defined] is { } known)
            return known.Method;
        if (!isHot || _types.Module.Code[defined].Length > SmallCalleeBytes || _compiledBefore == MaximumCalleesCompiledBefore
            || !_inProgress.Add(defined))
            return null;
        _compiledBefore++;
        try
        {
            ClosedMethod made = Emit(functionIndex, defined);
            Volatile.Write(ref _functions[defined], made);
            return made.Method;
        }
        catch (RefusedFunctionException)
        {
            // Calling it tells.
            return null;
        }
        finally
        {
            _inProgress.Remove(defined);
        }
    }

    private static DynamicMethod NewMethod(string name, Signature signature, Type[] parameters) => new(
        name, signature.ReturnType, [typeof(ModuleInstance), .. parameters], typeof(CompiledModule).Module,
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
    private ClosedMethod GuardLargeFrame(ClosedMethod code, Signature signature, Type[] parameters, Type delegateType)
    {
        _withoutStack ??= new ModuleInstance(_types, this, new InstanceLifetime(), 0, 0) { StackLimit = nint.MaxValue };
        long frame = Traps.MeasureFrame(signature.Code.FrameProbe(code.Method, parameters, _withoutStack));
        if (frame < LargeFrameBytes)
            return code;

        DynamicMethod guard = NewMethod("guard", signature, parameters);
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
        for (int i = 0; i <= parameters.Length; i++)
            il.Emit(OpCodes.Ldarg, (short)i);
        il.Emit(OpCodes.Call, code.Method);
        il.Emit(OpCodes.Ret);
        return new ClosedMethod(guard, delegateType);
    }
}

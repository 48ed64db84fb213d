using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Wasil.Execution;

namespace Wasil.Interpreter;

/// <summary>
/// One stay of a thread in the interpreter: a call that came from outside, and all that it calls without leaving the loop. It has
/// a stack of its own or goes on with what the stay before it left over, and is used again when it is over.
/// </summary>
internal sealed unsafe class Activation
{
    private const int ReferencesAtFirst = 64;
    private const int AtomicOpcodes = 0xe000;

    // A return to here ends the stay. The first operation is the call that a return looks at.
    private static readonly Operation[] ExitCode = MakeExit();

    [ThreadStatic]
    private static Activation? t_top;

    [ThreadStatic]
    private static Activation? t_bottom;

    private readonly Activation? _outer;
    private Activation? _inner;
    private Stack? _ownStack;
    private Stack? _stack;
    private ulong* _base;

    // The end of the frame that has called out.
    private ulong* _top;
    private Operation* _ip;
    private ulong* _fp;
    private int _rp;
    private InterpretedCode _code = null!;

    // Read by the loop.
    internal MemoryInstance? Memory;
    internal ModuleInstance Instance = null!;
    internal ulong* Limit;
    internal object?[] References = new object?[ReferencesAtFirst];
    internal ulong* Globals;
    internal TableInstance[] Tables = [];

    /// <summary>What the loop keeps here where it has to call out and cannot do without.</summary>
    internal ulong Carried;

    /// <summary>The exception that is on its way to its handler.</summary>
    internal ExceptionInstance? Thrown;

    // Where the loop goes on when an exception was caught.
    internal Operation* HandlerCode => _ip;
    internal ulong* HandlerFrame => _fp;
    internal int HandlerReferences => _rp;

    private Activation(Activation? outer) => _outer = outer;

    /// <summary>An access has gone past a length that the memory has had: goes on if it is longer by now.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RequireGrown(Operation* ip, ulong* fp, int rp, ulong length)
    {
        Save(ip, fp, rp);
        if (Memory is null || Volatile.Read(ref Memory.Length) <= length)
            throw Traps.MemoryOutOfBounds(Traps.Pending);
    }

    /// <summary>Calls a function of an instance.</summary>
    /// <param name="code">What the interpreter made of the instance's module.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="callee">The function.</param>
    /// <param name="layout">Where its arguments and results are.</param>
    /// <param name="slots">The arguments, and the results afterwards.</param>
    /// <param name="references">Those that are references.</param>
    /// <param name="firstReference">Where they begin.</param>
    public static void Run(
        InterpretedCode code, ModuleInstance instance, FunctionCode* callee, SlotLayout layout, ulong* slots,
        object?[] references, int firstReference)
    {
        Activation activation = Begin(code, instance);
        try
        {
            activation.Call(callee, layout, slots, references, firstReference);
        }
        finally
        {
            activation.End();
        }
    }

    /// <summary>Notes where the guest is, for traces and for what it calls.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Save(Operation* ip, ulong* fp, int rp)
    {
        _ip = ip;
        _fp = fp;
        _rp = rp;
    }

    /// <summary>Lowers a function that is called for the first time.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Lower(FunctionCode* function) => _code.Lower(function);

    /// <summary>Calls a function that the loop does not run itself.</summary>
    /// <param name="function">The function.</param>
    /// <param name="at">The operation, which says where in the frame the arguments are.</param>
    /// <param name="fp">The frame.</param>
    /// <param name="rp">Where its references begin.</param>
    /// <param name="frameSlots">How many slots the frame has.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void CallOutside(FunctionInstance function, Operation* at, ulong* fp, int rp, int frameSlots)
    {
        SlotInvoker invoker = ReferenceEquals(function.Instance, Instance)
            ? Instance.SlotsOf(function)
            : ModuleInstance.SlotCrossingOf(function);
        RunOutside(invoker, fp + at->Wide, rp + at->A, fp + frameSlots);
    }

    /// <summary>A function that the guest spends its time in asks for better code.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void CompileHot(FunctionCode* function)
    {
        HotCode hotCode = _code.HotCode!;
        hotCode.Compile(function->Index);
        BePatient(function, hotCode);
    }

    /// <summary>
    /// A function goes on in a loop that the guest spends its time in: by other code, where there is some, to the function's end.
    /// </summary>
    /// <param name="at">The loop's first operation.</param>
    /// <param name="fp">The frame, which has the function's results afterwards.</param>
    /// <param name="rp">Where its references begin.</param>
    /// <returns>Whether the function has returned.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool LeaveInLoop(Operation* at, ulong* fp, int rp)
    {
        var function = (FunctionCode*)at->Long;
        HotCode hotCode = _code.HotCode!;
        // Calls that are yet to come may be all that is wanted.
        bool isFirst = hotCode.Compile(function->Index);
        SlotInvoker? loop = !isFirst && at->A != 0 ? hotCode.FindLoop(Instance, function->Index, _code.OffsetOf(at + 1)) : null;
        BePatient(function, hotCode);
        if (loop is null)
            return false;
        RunReplacement(loop, function, fp, rp);
        return true;
    }

    /// <summary>Calls what has replaced a function, whose frame has its arguments and has the results afterwards.</summary>
    /// <param name="function">The function.</param>
    /// <param name="fp">The frame.</param>
    /// <param name="rp">Where its references begin.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void CallReplacement(FunctionCode* function, ulong* fp, int rp) =>
        RunReplacement(_code.HotCode!.Replacement(Instance.Function(function->Index)), function, fp, rp);

    private static void BePatient(FunctionCode* function, HotCode hotCode) =>
        function->Patience = (long)hotCode.Budget * function->Bytes;

    // The frame stands for none of the interpreter's any more: traces and exceptions find the caller's.
    private void RunReplacement(SlotInvoker invoker, FunctionCode* function, ulong* fp, int rp)
    {
        // SAFETY: the frame is the one of the function.
        ulong* header = fp + function->Header;
        var back = (Operation*)header[0];
        Save(back, (ulong*)header[1], function->References > 0 ? rp - back[-1].A : rp);
        RunOutside(invoker, fp, rp, fp + function->Slots);
        if (function->References > function->ResultReferences)
            Array.Clear(References, rp + function->ResultReferences, function->References - function->ResultReferences);
    }

    private void RunOutside(SlotInvoker invoker, ulong* slots, int firstReference, ulong* top)
    {
        // The guest's stack is here and on .NET's; what it has taken here it must not take there again.
        nint limit = Instance.StackLimit;
        _top = top;
        Instance.StackLimit = limit + (nint)((byte*)_top - (byte*)_base);
        try
        {
            invoker(slots, References, firstReference);
        }
        catch (TaggedException exception) when (_code.Types.UsesExceptions)
        {
            Thrown = exception.Instance;
        }
        catch (NullReferenceException fault) when (Traps.OfFault(fault) is { } trap)
        {
            // An access of compiled code that hit a guard page.
            throw trap;
        }
        finally
        {
            Instance.StackLimit = limit;
        }
    }

    /// <summary><c>throw</c>.</summary>
    /// <param name="at">The operation, which says where in the frame the values are.</param>
    /// <param name="fp">The frame.</param>
    /// <param name="rp">Where its references begin.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Throw(Operation* at, ulong* fp, int rp)
    {
        TagInstance tag = Instance.Tags[at->Low];
        FuncType type = (FuncType)tag.Type.Composite;
        var payload = new WasmValue[type.Parameters.Length];
        SlotValues.Read(type.Parameters, fp + at->Wide, References, rp + at->A, payload);
        Thrown = Instance.NewException(payload, tag, _code.OffsetOf(_ip));
    }

    /// <summary><c>throw_ref</c> and <c>rethrow</c>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void ThrowReference(object? reference)
    {
        if (reference is not ExceptionInstance exception)
            throw Traps.NullExceptionReference(Traps.Pending);
        exception.ThrowAgain(_code.OffsetOf(_ip));
        Thrown = exception;
    }

    /// <summary>
    /// Goes to the handler of <see cref="Thrown"/>, leaving the functions that do not catch it.
    /// </summary>
    /// <exception cref="TaggedException">None of the functions here catches it.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Unwind()
    {
        ExceptionInstance exception = Thrown!;
        Thrown = null;
        // SAFETY: the frames are as the calls have left them, and the last returns to code of no function.
        while (_code.Find(_ip - 1) is { } function)
        {
            if (function.FindHandler(_ip - 1, Instance, exception.Tag) is { } handler)
            {
                int reference = _rp + handler.ReferenceSlot;
                if (handler.Tag != ExceptionHandler.AnyTag)
                    SlotValues.Write(exception.Payload, _fp + handler.NumberSlot, References, ref reference);
                if (handler.GivesReference)
                    References[reference] = exception;
                if (handler.CaughtSlot != ExceptionHandler.None)
                    References[_rp + handler.CaughtSlot] = exception;
                _ip = function.Start + handler.Target;
                return;
            }

            exception.AddFrame(_code.Types, function.Index);
            Array.Clear(References, _rp, function.References);
            ulong* header = _fp + function.Header;
            _ip = (Operation*)header[0];
            _fp = (ulong*)header[1];
            if (function.References > 0)
                _rp -= _ip[-1].A;
        }

        Instance.Thread.Pending = exception;
        Instance.Thread.ThrowPending();
    }

    /// <summary>
    /// Finds the function that <c>call_indirect</c> calls, and calls it where the loop cannot; then the result is null.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public FunctionCode* FindIndirect(Operation* at, ulong* fp, int rp)
    {
        TableInstance table = Instance.Tables[at->High];
        ulong index = table.Type.Is64 ? fp[at[1].B] : (uint)fp[at[1].B];
        if (index >= (ulong)table.Count)
            throw Traps.IndirectCallOutOfBounds(Traps.Pending);
        if (table.At((int)index) is not { } element)
            throw Traps.IndirectCallToNull(Traps.Pending);
        var function = Unsafe.As<FunctionInstance>(element);
        if (!ReferenceEquals(function.Type, Instance.Types.Types[at->Low]) && !function.Type.IsSubtypeOf(Instance.Types.Types[at->Low]))
            throw Traps.IndirectCallTypeMismatch(Traps.Pending);
        return Find(function, at, fp, rp);
    }

    /// <summary>The function that <c>call_indirect</c> calls, where that was called before and is one of this instance's, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FunctionCode* TryFindIndirect(Operation* at, ulong* fp)
    {
        object?[] elements = Tables[at->High].Elements;
        ulong index = fp[at[1].B];
        // Past the table's end there is nothing. Whatever is over 32 bits, and the number of an i32 that is below zero, is left to the
        // other way.
        if (index >= (uint)elements.Length || elements[(uint)index] is not { } element)
            return null;
        var function = Unsafe.As<FunctionInstance>(element);
        var callee = (FunctionCode*)function.Interpreted;
        return callee != null && ReferenceEquals(function.Instance, Instance) && callee->Type == at[1].Low ? callee : null;
    }

    /// <summary>As <see cref="FindIndirect"/>, for <c>call_ref</c>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public FunctionCode* FindReference(Operation* at, ulong* fp, int rp)
    {
        if (References[rp + at[1].B] is not FunctionInstance function)
            throw Traps.NullFunctionReference(Traps.Pending);
        return Find(function, at, fp, rp);
    }

    /// <summary>Moves the references of a tail call down, and gives the place of the caller's.</summary>
    /// <param name="at">The operation behind the tail call's.</param>
    /// <param name="back">What the callee returns to.</param>
    /// <param name="rp">Where the frame's references begin.</param>
    /// <param name="callee">The function called.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int ReplaceReferences(Operation* at, Operation* back, int rp, FunctionCode* callee)
    {
        Array.Copy(References, rp + at[-1].A, References, rp, callee->ParameterReferences);
        Array.Clear(References, rp + callee->ParameterReferences, at->C - callee->ParameterReferences);
        return rp - back[-1].A;
    }

    /// <summary>Makes room for the references of a function that is called, and makes those null that are its locals.</summary>
    /// <returns>Its first operation.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Operation* EnterReferences(FunctionCode* callee, int rp)
    {
        RequireReferences(rp + callee->References);
        Array.Clear(References, rp + callee->ParameterReferences, callee->ReferenceLocals);
        return callee->Start;
    }

    private void RequireReferences(int count)
    {
        if (count > References.Length)
            Array.Resize(ref References, Math.Max(count, References.Length * 2));
    }

    /// <summary>Where in memory an <see cref="OperationCode.Access"/> goes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public byte* Locate(Operation* at, ulong* fp)
    {
        MemoryInstance memory = Instance.Memories[at[1].Low];
        ulong address = memory.Type.Is64 ? fp[at->B] : (uint)fp[at->B];
        // Before the check of the bounds, as in compiled code.
        if (at[1].B >= AtomicOpcodes && ((address + at->Long) & ((uint)at[1].High - 1)) != 0)
            throw Traps.UnalignedAtomic(Traps.Pending);
        ulong length = Volatile.Read(ref memory.Length);
        ulong reach = at->Long + (uint)at[1].High;
        if (reach < at->Long || reach > length || address > length - reach)
            throw Traps.MemoryOutOfBounds(Traps.Pending);
        // SAFETY: all bytes of the access were just found to lie in the memory, whose base never moves.
        return memory.Base + address + at->Long;
    }

    private static Operation[] MakeExit()
    {
        var code = GC.AllocateArray<Operation>(2, pinned: true);
        code[1].Code = OperationCode.Exit;
        return code;
    }

    private static Activation Begin(InterpretedCode code, ModuleInstance instance)
    {
        Activation? outer = t_top;
        Activation activation = outer is null ? t_bottom ??= new Activation(null) : outer._inner ??= new Activation(outer);
        byte here;
        long left = (nint)(&here) - instance.StackLimit;
        if (left <= 0)
            throw Traps.CallStackExhausted(-1);
        activation._code = code;
        activation.Instance = instance;
        activation.Memory = instance.Memory0;
        activation.Globals = (ulong*)instance.GlobalSlots;
        activation.Tables = instance.Tables;
        activation.ReserveStack(left);
        activation._fp = null;
        t_top = activation;
        return activation;
    }

    private void End()
    {
        t_top = _outer;
        Instance = null!;
        Thrown = null;
        _code = null!;
        Memory = null;
        Tables = [];
        _stack = null;
    }

    private void ReserveStack(long bytes)
    {
        ulong* from = null;
        if (_outer?._stack is { } shared)
        {
            // The outer stay is in a call, whose arguments are the topmost that it needs.
            from = _outer._top;
            if ((byte*)shared.End - (byte*)from >= bytes)
                _stack = shared;
        }

        if (_stack is null)
        {
            if (_ownStack is null || _ownStack.Bytes < bytes)
                _ownStack = new Stack(bytes);
            _stack = _ownStack;
            from = _stack.Start;
        }

        _base = from;
        Limit = from + (bytes / sizeof(ulong));
    }

    private void Call(FunctionCode* callee, SlotLayout layout, ulong* slots, object?[] references, int firstReference)
    {
        if (callee->IsNew)
            _code.Lower(callee);
        ulong* frame = _base;
        if (callee->Slots > Limit - frame)
            throw Traps.CallStackExhausted(-1);
        // SAFETY: the frame was just held against the end of the stack. The exit code is pinned.
        frame[callee->Header] = (ulong)((Operation*)Unsafe.AsPointer(ref ExitCode[0]) + 1);
        frame[callee->Header + 1] = (ulong)frame;
        for (int i = 0; i < layout.ParameterSlots; i++)
            frame[i] = slots[i];
        new Span<ulong>(frame + callee->FirstLocal, callee->Locals).Clear();
        RequireReferences(callee->References);
        Array.Copy(references, firstReference, References, 0, layout.ParameterReferences);
        Array.Clear(References, layout.ParameterReferences, callee->ReferenceLocals);
        try
        {
            DispatchLoop.InterpretGuest(this, callee->Start, frame, 0);
        }
        catch (Exception exception) when (Note(exception))
        {
            throw;
        }

        for (int i = 0; i < layout.ResultSlots; i++)
            slots[i] = frame[i];
        Array.Copy(References, 0, references, firstReference, layout.ResultReferences);
        Array.Clear(References, 0, layout.ResultReferences);
    }

    private FunctionCode* Find(FunctionInstance function, Operation* at, ulong* fp, int rp)
    {
        if (ReferenceEquals(function.Instance, Instance))
        {
            FunctionCode* callee = _code.Interpreted(function.Index);
            if (callee != null)
            {
                function.Interpreted = (nint)callee;
                return callee;
            }
        }

        CallOutside(function, at, fp, rp, at[1].High);
        return null;
    }

    /// <summary>Tells an exception on its way out where the guest was; never catches it.</summary>
    private bool Note(Exception exception)
    {
        if (_fp != null && exception is TrapException trap)
            trap.AddInterpreted(_code.Trace(_ip, _fp, out int offset), offset);
        // Nothing of the guest's is to stay alive.
        Array.Clear(References);
        return false;
    }

    /// <summary>Memory for frames.</summary>
    private sealed class Stack
    {
        public Stack(long bytes)
        {
            Bytes = bytes;
            // Host functions may be handed more slots than they have parameters.
            Start = (ulong*)NativeMemory.Alloc((nuint)bytes + (HostShapes.ReadSlots * sizeof(ulong)));
        }

        ~Stack() => NativeMemory.Free(Start);

        public long Bytes { get; }

        public ulong* Start { get; }

        public ulong* End => Start + (Bytes / sizeof(ulong));
    }
}

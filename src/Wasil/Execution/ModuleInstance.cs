using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Wasil.Syntax;

namespace Wasil.Execution;

/// <summary>
/// An instance of a module: what compiled code gets as its first argument. See "Module Instances" in the specification.
/// One thread at a time may be inside an instance; a second one is turned away when it enters.
/// </summary>
internal sealed unsafe partial class ModuleInstance
{
    // A few milliseconds, where the system has yet to find the pages.
    private const ulong PartBytes = 16 << 20;

    private const int FunctionsOfRow = 128;

    // Compiled code reads these; they are fields for that reason.
    internal Delegate?[] Entries = [];
    internal int CalledPlace;
    internal readonly object?[] Tokens;
    internal readonly MemoryInstance[] Memories;
    internal readonly TableInstance[] Tables;
    internal readonly GlobalInstance[] Globals;
    internal MemoryInstance? Memory0;
    internal byte* Memory0Base;
    internal TableInstance? Table0;
    internal nint StackLimit;
    internal readonly TagInstance[] Tags;

    /// <summary>The thread that is inside.</summary>
    internal GuestThread Thread = null!;

    /// <summary>Not zero where somebody asks the guest to end; only code of an interruptible engine looks.</summary>
    internal int Interrupted;

    /// <summary>A slot per global: its own numbers and vectors, and the addresses of imported ones.</summary>
    internal byte* GlobalSlots;

    private readonly ulong[] _globalStorage;
    // In rows, so that what a large module does not use takes nothing.
    private readonly FunctionInstance?[]?[] _functions;

    // One stub for all functions of a signature. The first so many entries are there.
    private readonly Lock _entriesGate = new();
    private Dictionary<FuncType, Delegate>? _stubs;
    private EntryPlaces? _places;
    private int _entries;
    private readonly bool[] _droppedData;
    private readonly nint _stackBytes;
    private ParkingLot.Waiter? _waiter;
    private Ownership _ownership = new();
    private bool _closing;
    private bool _abandoned;
    private Exception? _endReason;
    private CancellationTokenSource? _end;
    private CancellationTokenSource? _linked;
    private CancellationToken _linkedTo;

    // Whether any of the two holds, or the code is interruptible: where not, entering and leaving are short.
    private bool _isUnusual;

    /// <summary>Makes an instance whose index spaces are still empty; <see cref="Instantiation"/> fills them.</summary>
    /// <param name="types">The types of the module.</param>
    /// <param name="code">What an engine made of the module.</param>
    /// <param name="lifetime">Who wants to know when the instance ends.</param>
    /// <param name="stackBytes">How much stack a call from outside may use.</param>
    /// <param name="heapBytes">How much its structures and arrays may take together.</param>
    public ModuleInstance(ModuleTypes types, ModuleCode code, InstanceLifetime lifetime, long stackBytes, long heapBytes)
    {
        Types = types;
        Definitions = types.Types;
        Code = code;
        Lifetime = lifetime;
        Tokens = new object?[types.Types.Length];
        Memories = new MemoryInstance[types.Memories.Length];
        Tables = new TableInstance[types.Tables.Length];
        Globals = new GlobalInstance[types.Globals.Length];
        Tags = new TagInstance[types.Tags.Length];
        ElementSegments = new object?[]?[types.Elements.Length];
        _functions = new FunctionInstance?[]?[(types.Functions.Length + FunctionsOfRow - 1) / FunctionsOfRow];
        _droppedData = new bool[types.Module.Data.Length];
        _globalStorage = GC.AllocateArray<ulong>(
            Math.Max(types.Globals.Length, 1) * (GlobalInstance.SlotBytes / sizeof(ulong)), pinned: true);
        // SAFETY: the array is pinned, and this instance refers to it for as long as its code can run.
        GlobalSlots = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_globalStorage));
        _stackBytes = (nint)Math.Min(stackBytes, StackBounds.LargestStack);
        _heapBytes = heapBytes;
    }

    public ModuleTypes Types { get; }

    public ModuleCode Code
    {
        get;
        set
        {
            field = value;
            _isUnusual |= value.IsInterruptible;
        }
    }

    public InstanceLifetime Lifetime { get; }

    /// <summary>The items of the element segments; null for those that were dropped.</summary>
    public object?[]?[] ElementSegments { get; }

    /// <summary>Whether calls are still allowed after one was cancelled in the middle.</summary>
    public bool SurvivesInterruption { get; init; }

    /// <summary>What the imports were satisfied with, in the module's order.</summary>
    public object[] Imports { get; init; } = [];

    /// <summary>What the instance may use.</summary>
    public InstanceLimits Limits { get; init; } = new();

    /// <summary>The public view of this instance.</summary>
    public WasmInstance? Facade { get; set; }

    public bool IsClosed => _closing;

    /// <summary>The function at an index, imported or not.</summary>
    public FunctionInstance Function(int index)
    {
        (int row, int column) = Math.DivRem(index, FunctionsOfRow);
        return _functions[row] is { } functions && functions[column] is { } function ? function : MakeFunction(index);
    }

    /// <summary>Sets an imported function.</summary>
    public void SetImport(int index, FunctionInstance function) => RowOf(index)[index % FunctionsOfRow] = function;

    private FunctionInstance MakeFunction(int index)
    {
        var made = new FunctionInstance(this, index, Types.Functions[index]);
        return Interlocked.CompareExchange(ref RowOf(index)[index % FunctionsOfRow], made, null) ?? made;
    }

    private FunctionInstance?[] RowOf(int index)
    {
        int row = index / FunctionsOfRow, length = Math.Min(FunctionsOfRow, Types.Functions.Length - (row * FunctionsOfRow));
        return _functions[row] ?? Interlocked.CompareExchange(ref _functions[row], new FunctionInstance?[length], null) ?? _functions[row]!;
    }

    /// <summary>Makes sure that there is something to call at all places that code knows of by now.</summary>
    public void EnsureEntries(EntryPlaces places)
    {
        int count = places.Count;
        if (Volatile.Read(ref _entries) >= count)
            return;
        lock (_entriesGate)
        {
            _places = places;
            _stubs ??= [];
            if (count > Entries.Length)
            {
                // Who reads the former array meanwhile finds all there that it knows of.
                var grown = new Delegate?[Math.Max(count, Math.Min(Entries.Length * 3 / 2, Types.Functions.Length))];
                Entries.CopyTo(grown, 0);
                Volatile.Write(ref Entries, grown);
            }

            for (int i = _entries; i < count; i++)
            {
                var signature = (FuncType)Types.Functions[places.FunctionAt(i)].Composite;
                if (!_stubs.TryGetValue(signature, out Delegate? stub))
                    _stubs.Add(signature, stub = Code.CreateStub(this, signature));
                Entries[i] = stub;
            }

            Volatile.Write(ref _entries, Math.Max(_entries, count));
        }
    }

    /// <summary>Finds what runs for the entry that was just called, compiling it if need be, and publishes it.</summary>
    public Delegate ResolveCalled()
    {
        int place = CalledPlace;
        FunctionInstance function = Function(_places!.FunctionAt(place));
        Delegate code = CalleeOf(function);
        if (ReferenceEquals(function.Instance, this))
            function.Place = place;
        SetEntry(place, code);
        return code;
    }

    /// <summary>The code of a function of this instance, for callers within it.</summary>
    public Delegate CodeOf(FunctionInstance function)
    {
        if (function.Code is { } code)
            return code;
        if (function.Host is null)
            code = Code.Bind(this, function.Index);
        else if (Types.UsesExceptions)
            code = Code.CreateReceiver(Code.CreateHostAdapter(function), function.Signature);
        else
            code = Code.CreateHostAdapter(function);
        // The token is what lets compiled code use Code without looking, so it is published last.
        Volatile.Write(ref function.Code, code);
        Volatile.Write(ref function.Token, TokenOf(function));
        return code;
    }

    /// <summary>The code of a function for callers outside its instance.</summary>
    public static Delegate CrossingOf(FunctionInstance function) =>
        function.Abroad.Crossing ??= function.Instance.Code.CreateCrossing(function);

    /// <summary>What calls a function of this instance from within with values in slots.</summary>
    public SlotInvoker SlotsOf(FunctionInstance function) => function.Slots ??= Code.CreateSlotInvoker(function);

    /// <summary>Lets calls of a function of this instance go to other code than what was bound to it.</summary>
    public void Rebind(FunctionInstance function, Delegate code)
    {
        Volatile.Write(ref function.Code, code);
        Volatile.Write(ref function.Token, TokenOf(function));
        if (function.Place >= 0)
            SetEntry(function.Place, code);
    }

    private void SetEntry(int place, Delegate code)
    {
        lock (_entriesGate)
            Volatile.Write(ref Entries[place], code);
    }

    /// <summary>What calls a function from outside its instance with values in slots: enters the instance and leaves it.</summary>
    public static SlotInvoker SlotCrossingOf(FunctionInstance function) => function.Abroad.SlotCrossing ??= (slots, references, first) =>
    {
        Ownership.Keeper keeper = function.Instance.Enter(out int mark);
        try
        {
            function.Instance.SlotsOf(function)(slots, references, first);
        }
        catch (NullReferenceException fault) when (Traps.OfFault(fault) is { } trap)
        {
            throw trap;
        }
        finally
        {
            function.Instance.Exit(keeper, mark);
        }
    };

    /// <summary>The code of a function for callers within this instance, wherever the function is.</summary>
    private Delegate CalleeOf(FunctionInstance function)
    {
        if (ReferenceEquals(function.Instance, this))
            return CodeOf(function);
        return Types.UsesExceptions
            ? function.Abroad.FromCatching ??= Code.CreateLink(function, fromCatching: true)
            : function.Abroad.FromPlain ??= Code.CreateLink(function, fromCatching: false);
    }

    /// <summary>The pending exception leaves a function.</summary>
    public void AddFrame(int functionIndex) => Thread.Pending!.AddFrame(Types, functionIndex);

    /// <summary><c>throw_ref</c>.</summary>
    public void ThrowReference(object? reference, int offset)
    {
        if (reference is not ExceptionInstance exception)
            throw Traps.NullExceptionReference(offset);
        exception.ThrowAgain(offset);
        Thread.Pending = exception;
    }

    /// <summary>
    /// What <c>call_indirect</c> does where the token does not fit: the element may be null, of another instance, of a
    /// subtype, or not compiled yet.
    /// </summary>
    public Delegate ResolveIndirect(object? element, int typeIndex, int offset)
    {
        if (element is not FunctionInstance function)
            throw Traps.IndirectCallToNull(offset);
        if (!function.Type.IsSubtypeOf(Types.Types[typeIndex]))
            throw Traps.IndirectCallTypeMismatch(offset);
        return CalleeOf(function);
    }

    /// <summary>As <see cref="ResolveIndirect"/>, for an index that compiled code has not checked.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Delegate ResolveElement(TableInstance table, ulong index, int typeIndex, int offset) =>
        ResolveIndirect(
            index < (ulong)table.Count ? table.At((int)index) : throw Traps.IndirectCallOutOfBounds(offset), typeIndex, offset);

    /// <summary>As <see cref="ResolveIndirect"/>, for <c>call_ref</c>, whose operand has the right type or is null.</summary>
    public Delegate ResolveReference(object? reference, int offset)
    {
        if (reference is not FunctionInstance function)
            throw Traps.NullFunctionReference(offset);
        return CalleeOf(function);
    }

    /// <summary>The bytes of a data segment; none once it was dropped.</summary>
    public ReadOnlySpan<byte> DataSegment(int index) =>
        _droppedData[index] ? [] : Types.Module.Slice(Types.Module.Data[index].Contents);

    /// <summary><c>memory.init</c>.</summary>
    public void MemoryInit(int memory, int segment, ulong start, int segmentStart, int count, int offset) =>
        Memories[memory].Init(start, DataSegment(segment), (uint)segmentStart, (uint)count, offset);

    /// <summary><c>memory.fill</c> that looks up now and then.</summary>
    public void FillInParts(int memory, ulong start, int value, ulong count, int offset)
    {
        MemoryInstance target = Memories[memory];
        target.Require(start, count, offset);
        for (; count > PartBytes; count -= PartBytes, start += PartBytes)
        {
            target.Fill(start, value, PartBytes, offset);
            LookUp();
        }

        target.Fill(start, value, count, offset);
    }

    /// <summary><c>memory.copy</c> that looks up now and then.</summary>
    public void CopyInParts(int memory, ulong start, int sourceMemory, ulong sourceStart, ulong count, int offset)
    {
        MemoryInstance target = Memories[memory], source = Memories[sourceMemory];
        source.Require(sourceStart, count, offset);
        target.Require(start, count, offset);
        // The part that another part would overwrite goes first.
        bool fromEnd = start > sourceStart;
        for (; count > PartBytes; count -= PartBytes)
        {
            ulong at = fromEnd ? count - PartBytes : 0;
            target.Copy(start + at, source, sourceStart + at, PartBytes, offset);
            if (!fromEnd)
                (start, sourceStart) = (start + PartBytes, sourceStart + PartBytes);
            LookUp();
        }

        target.Copy(start, source, sourceStart, count, offset);
    }

    private void LookUp()
    {
        if (Volatile.Read(ref Interrupted) != 0)
            Poll();
    }

    /// <summary><c>data.drop</c>.</summary>
    public void DropData(int index) => _droppedData[index] = true;

    /// <summary><c>table.init</c>.</summary>
    public void TableInit(int table, int segment, ulong start, int segmentStart, int count, int offset) =>
        Tables[table].Init(start, ElementSegments[segment], (uint)segmentStart, (uint)count, offset);

    /// <summary><c>elem.drop</c>.</summary>
    public void DropElements(int index) => ElementSegments[index] = null;

    /// <summary>Sets the memory that most code uses.</summary>
    public void SetMemory0(MemoryInstance memory)
    {
        Memory0 = memory;
        // SAFETY: the base never moves, and the memory stays until this instance has released it.
        Memory0Base = memory.Base;
    }

    /// <summary>Makes the global at an index one of this instance's own, or an import that lies elsewhere.</summary>
    public void SetGlobal(int index, GlobalInstance? imported)
    {
        if (imported is null)
        {
            Globals[index] = new GlobalInstance(Types.Globals[index], _globalStorage, index);
            return;
        }

        Globals[index] = imported;
        ((byte**)GlobalSlots)[index * (GlobalInstance.SlotBytes / sizeof(byte*))] = imported.Address;
    }

    /// <summary>
    /// A call comes in from the host: it must be the only thread here, and it brings the stack that the guest runs on.
    /// </summary>
    /// <param name="mark">How many instances guests on this thread had called into before; the complement of that where more is to
    /// be done than usual.</param>
    /// <returns>The thread's hold on the instance; both are for <see cref="Exit"/>.</returns>
    /// <exception cref="ObjectDisposedException">The instance was disposed.</exception>
    /// <exception cref="InvalidOperationException">Another thread is inside, or a call was cancelled in the middle.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Ownership.Keeper Enter(out int mark)
    {
        if (!_ownership.MayEnterFirst(out Ownership.Keeper keeper) || _isUnusual || !_ownership.TryEnterFirst(keeper))
            return EnterSlowly(out mark);
        StackLimit = keeper.StackLimitFor(_stackBytes);
        mark = keeper.Thread.Joined;
        return keeper;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Ownership.Keeper EnterSlowly(out int mark)
    {
        Ownership.Keeper keeper = Begin();
        mark = ~keeper.Thread.Joined;
        return keeper;
    }

    /// <summary>The call that <see cref="Enter"/> began has left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit(Ownership.Keeper keeper, int mark)
    {
        // What makes an instance unusual later, and does not ask for an end, is that it is closing.
        if (keeper.Thread.Joined != mark)
        {
            ExitSlowly(keeper, mark);
            return;
        }

        Ownership.ExitFirst(keeper);
        if (Volatile.Read(ref _closing))
            TryRelease();
    }

    /// <summary>As <see cref="Exit"/>, out of the way of calls that return.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void ExitSlowly(Ownership.Keeper keeper, int mark)
    {
        try
        {
            keeper.Thread.LeaveJoined(mark < 0 ? ~mark : mark);
        }
        finally
        {
            Leave(keeper);
        }
    }

    /// <summary>
    /// A call comes in from another instance. The thread stays inside until the call from the host ends that led here, so that
    /// there is nothing to be done when the callee returns, and tail calls go from instance to instance.
    /// </summary>
    /// <inheritdoc cref="Enter"/>
    public void Join()
    {
        if (_ownership.IsHere && !_closing && !_abandoned)
        {
            if (Code.IsInterruptible)
                Interruption.Enter(this);
            return;
        }

        Ownership.Keeper keeper = Begin();
        keeper.Thread.Add(this, keeper);
    }

    /// <summary>As often called as something has begun.</summary>
    public void Leave(Ownership.Keeper keeper)
    {
        bool isLast = _isUnusual && keeper.Depth == 1;
        if (isLast && Code.IsInterruptible)
        {
            // A token has to forget the instance before another thread may enter it, and would keep what is linked to it.
            Interruption.Exit(this);
            _linked?.Dispose();
            _linked = null;
        }

        if (Ownership.Exit(keeper) == 0 && Volatile.Read(ref _closing))
            TryRelease();
        // Whatever a host function made of the end that was asked of it.
        if (isLast && _endReason is { } reason)
            ExceptionDispatchInfo.Throw(reason);
    }

    private Ownership.Keeper Begin()
    {
        Ownership.Keeper? keeper = _ownership.Enter();
        if (keeper is null || _isUnusual)
            return BeginUnusual(keeper);
        if (keeper.Depth == 1)
            TakeThread(keeper);
        return keeper;
    }

    private void TakeThread(Ownership.Keeper keeper)
    {
        StackLimit = keeper.StackLimitFor(_stackBytes);
        Thread = keeper.Thread;
    }

    private Ownership.Keeper BeginUnusual(Ownership.Keeper? keeper)
    {
        if (keeper is null)
        {
            ObjectDisposedException.ThrowIf(_closing, typeof(WasmInstance));
            throw new InvalidOperationException("Another thread is running this instance; use one instance for each thread.");
        }

        if (_closing || _abandoned)
        {
            bool isClosing = _closing;
            Leave(keeper);
            ObjectDisposedException.ThrowIf(isClosing, typeof(WasmInstance));
            throw Abandoned();
        }

        if (keeper.Depth == 1)
        {
            TakeThread(keeper);
            // Before the reason is looked at: whoever gives one afterwards sets this again.
            Interlocked.Exchange(ref Interrupted, 0);
            if (_endReason is not null)
                Leave(keeper);
        }

        if (Code.IsInterruptible)
            Interruption.Enter(this);
        return keeper;
    }

    /// <summary>The thread in this instance, where it waits for another.</summary>
    public ParkingLot.Waiter Waiter => Volatile.Read(ref _waiter) ?? Interlocked.CompareExchange(
        ref _waiter,
        new ParkingLot.Waiter(() =>
        {
            if (Volatile.Read(ref Interrupted) != 0)
                Poll();
        }),
        null) ?? _waiter;

    /// <summary>
    /// The token for a host function that the instance calls: that of the call from the host, and of an end that was asked for
    /// from elsewhere. Only the thread inside asks.
    /// </summary>
    public CancellationToken HostToken
    {
        get
        {
            CancellationToken call = Interruption.CurrentToken;
            if (!Lifetime.MayBeInterrupted)
                return call;
            CancellationToken end = EndSource.Token;
            if (!call.CanBeCanceled)
                return end;
            if (_linked is null || _linkedTo != call)
            {
                _linked?.Dispose();
                _linked = CancellationTokenSource.CreateLinkedTokenSource(call, end);
                _linkedTo = call;
            }

            return _linked.Token;
        }
    }

    private CancellationTokenSource EndSource
    {
        get
        {
            if (Volatile.Read(ref _end) is { } known)
                return known;
            CancellationTokenSource made = Interlocked.CompareExchange(ref _end, new CancellationTokenSource(), null) ?? _end;
            // The source is there before the reason is looked at, so either it is cancelled here or by whoever gives the reason.
            if (Volatile.Read(ref _endReason) is not null)
                made.Cancel();
            return made;
        }
    }

    /// <summary>Ends the call that runs and all that would follow, from any thread.</summary>
    /// <param name="reason">What leaves them. The first one counts.</param>
    public void End(Exception reason)
    {
        if (!Code.IsInterruptible)
            throw new InvalidOperationException(
                $"The guest cannot be interrupted: set {nameof(WasmEngineOptions)}.{nameof(WasmEngineOptions.Interruptible)}.");
        if (Interlocked.CompareExchange(ref _endReason, reason, null) is not null)
            return;
        Interrupt();
        Volatile.Read(ref _end)?.Cancel();
    }

    /// <summary>Makes the guest look up, from any thread.</summary>
    public void Interrupt()
    {
        // The waiter is made before it looks at Interrupted, so either it looks up from there or it is found here.
        Interlocked.Exchange(ref Interrupted, 1);
        Volatile.Read(ref _waiter)?.Wake();
    }

    /// <summary>The guest looks up.</summary>
    /// <exception cref="OperationCanceledException">Its time is over. What <see cref="End"/> was given as a reason comes as it
    /// is.</exception>
    public void Poll()
    {
        // Before anything is looked at: whoever asks afterwards sets this again.
        Interlocked.Exchange(ref Interrupted, 0);
        if (_endReason is { } reason)
        {
            _abandoned = true;
            ExceptionDispatchInfo.Throw(reason);
        }

        // Otherwise it was meant for a call that has ended meanwhile.
        if (!Interruption.IsRequested(out CancellationToken token))
            return;
        _abandoned = !SurvivesInterruption;
        _isUnusual = true;
        throw new OperationCanceledException(token);
    }

    /// <summary>
    /// What compiled code throws that found <see cref="Interrupted"/> set. It cannot go on from there, and need not: the field is
    /// set only while somebody asks for an end of a call that this instance is in.
    /// </summary>
    public Exception EndInterrupted()
    {
        Poll();
        return new OperationCanceledException();
    }

    /// <summary>An inner call has ended that somebody wanted to end: looks whether that holds for an outer one.</summary>
    public void ForgetInterruption()
    {
        Interlocked.Exchange(ref Interrupted, 0);
        if (_endReason is not null || Interruption.IsRequested(out _))
            Interrupt();
    }

    private static InvalidOperationException Abandoned() => new(
        "A call into this instance was cancelled in the middle, so its data may be in disorder: make a new instance, or set "
        + $"{nameof(InstanceOptions)}.{nameof(InstanceOptions.SurvivesCancellation)}.");

    /// <summary>Nobody may enter any more; what the instance holds is given back once the last call has left.</summary>
    public void Close()
    {
        Volatile.Write(ref _closing, true);
        Volatile.Write(ref _isUnusual, true);
        Interlocked.MemoryBarrier();
        TryRelease();
    }

    private void TryRelease()
    {
        // Whoever takes the ownership for good is the one that releases.
        if (!_ownership.TryClose())
            return;
        try
        {
            Lifetime.End();
        }
        finally
        {
            foreach (MemoryInstance? memory in Memories)
                memory?.Release();
        }
    }

    private object TokenOf(FunctionInstance function)
    {
        int defined = function.Index - Types.ImportedFunctions;
        if (defined >= 0 && Volatile.Read(ref Tokens[Types.Module.Functions[defined]]) is { } known)
            return known;

        // A module may write one type several times; each of its indices must lead to the same token.
        DefType[] types = Types.Types;
        lock (Tokens)
        {
            object? token = null;
            for (int i = 0; i < types.Length; i++)
            {
                if (!ReferenceEquals(types[i], function.Type))
                    continue;
                token ??= Tokens[i] ?? new object();
                Volatile.Write(ref Tokens[i], token);
            }

            return token ?? FunctionInstance.Unresolved;
        }
    }
}

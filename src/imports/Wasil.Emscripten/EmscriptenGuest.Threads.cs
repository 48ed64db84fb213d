using Wasil.Emscripten.Files;
using Wasil.Emscripten.Threads;
using Wasil.Wasi;

namespace Wasil.Emscripten;

// Threads: each is one of the host's, with an instance and an EmscriptenGuest of its own over what all have in common. Emscripten's
// JavaScript runs them in workers, whose messages become the mailboxes here: a thread that has gone back to its "event loop" waits for
// mail, and answers it by the guest's own _emscripten_check_mailbox. What JavaScript must hand to its main thread, the host does at once.
internal sealed partial class EmscriptenGuest
{
    private const string CheckMailbox = "_emscripten_check_mailbox";
    private const string FreeData = "_emscripten_thread_free_data";

    // Where struct pthread says where it was allocated, which is where it lies itself; its place differs between versions, and what
    // follows does not: the size, the upper end of the stack, and the stack's size.
    private const int LeastAllocationWord = 5;
    private const int MostAllocationWord = 16;

    private readonly Pthread? _thread;
    private bool _isUnwinding;

    // Of the thread's calls that the host makes.
    private CancellationToken _token;

    /// <summary>For a thread of a program.</summary>
    private EmscriptenGuest(EmscriptenGuest first, Pthread thread)
    {
        _configuration = first._configuration;
        _clock = first._clock;
        _clockStart = first._clockStart;
        _random = first._random;
        _files = first._files;
        _is64 = first._is64;
        _statLayout = first._statLayout;
        _memory = first.Memory;
        _state = first._state;
        _thread = thread;
        _hasInitialized = true;
    }

    private Pthread Thread => _thread ?? _state.Threads!.Main;

    private PthreadTable Threads => _state.Threads!;

    private Delegate? ThreadFunction(string name, FuncType type)
    {
        return ThreadNames.InC(name) switch
        {
            "__pthread_create_js" => CreateThread,
            "_emscripten_init_main_thread_js" => InitializeMainThread,
            "_emscripten_thread_cleanup" => CleanUpThread,
            "_emscripten_notify_mailbox_postmessage" => type.Parameters.Length == 3
                ? (WasmAddress target, WasmAddress current, WasmAddress main) => Threads.Notify(target)
                : (WasmAddress target, WasmAddress current) => Threads.Notify(target),
            // Without it the guest leaves waking to the function above.
            "_emscripten_thread_mailbox_await" => (WasmAddress thread) => { }
            ,
            // No thread keeps the host's process alive.
            "_emscripten_thread_set_strongref" or "_emscripten_thread_exit_joinable" => (WasmAddress thread) => { }
            ,
            "_emscripten_default_pthread_stack_size" => () => (WasmAddress)(uint)_configuration.ThreadStackBytes,
            "emscripten_unwind_to_js_event_loop" => UnwindToEventLoop,
            "emscripten_runtime_keepalive_push" => () => { Thread.KeepAlive++; }
            ,
            "emscripten_runtime_keepalive_pop" => () => { Thread.KeepAlive--; }
            ,
            "emscripten_runtime_keepalive_check" => () => Thread.KeepAlive > 0 ? 1 : 0,
            "emscripten_futex_wait" => WaitOnFutex,
            "emscripten_futex_wake" => WakeFutex,
            "emscripten_num_logical_cores" => () => Math.Clamp(Environment.ProcessorCount, 1, _configuration.MaxThreads + 1),
            _ => null,
        };
    }

    private int CreateThread(Caller caller, WasmAddress address, WasmAddress attributes, WasmAddress routine, WasmAddress argument)
    {
        FreeEnded();
        (ulong stackHigh, ulong stackLow) = StackOf(address);
        if (Threads.Add(address) is not { } thread)
            return (int)Errno.Again;
        var guest = new EmscriptenGuest(this, thread);
        bool isStarted = false;
        try
        {
            return (isStarted = Threads.Group.TryStart(
                caller,
                $"pthread {address.Value:x}",
                (instance, token) => guest.RunThread(instance, stackHigh, stackLow, routine, argument, token),
                import => _state.Served.Contains((import.Module, import.Name)) ? guest.Find(import) : null))
                ? 0 : (int)Errno.Again;
        }
        finally
        {
            if (!isStarted)
                Threads.Remove(thread);
        }
    }

    private (ulong High, ulong Low) StackOf(ulong address)
    {
        for (ulong word = LeastAllocationWord; address != 0 && word <= MostAllocationWord; word++)
        {
            ulong place = address + (word * AddressBytes);
            if (Memory.ReadAddress(place) != address)
                continue;
            ulong high = Memory.ReadAddress(place + (2 * AddressBytes));
            return (high, high - Memory.ReadAddress(place + (3 * AddressBytes)));
        }

        throw new TrapException($"pthread_create: there is no thread at 0x{address:x}");
    }

    private void RunThread(WasmInstance instance, ulong stackHigh, ulong stackLow, ulong routine, ulong argument, CancellationToken token)
    {
        _instance = instance;
        _token = token;
        Invoke("emscripten_stack_set_limits", stackHigh, stackLow);
        RestoreStack(stackHigh);
        Invoke("_emscripten_thread_init", Thread.Address, 0, 0, 1, 0, 0);
        Invoke("_emscripten_tls_init");
        ulong result = 0;
        bool hasReturned = OnLoop(() => result = Invoke(Element(routine), argument));
        if (hasReturned && Thread.KeepAlive <= 0)
            OnLoop(() => Invoke("_emscripten_thread_exit", result));
        while (IsThreadAlive())
        {
            Thread.AwaitMail(token);
            OnLoop(() => Invoke(CheckMailbox));
            if (Thread.KeepAlive <= 0 && IsThreadAlive())
                OnLoop(() => Invoke("_emscripten_thread_exit", 0));
        }

        // One that traps or exits stays, as the program ends with it, which must not take itself for one without threads first.
        Threads.Remove(Thread);
    }

    // The guest takes itself off the thread when it has exited.
    private bool IsThreadAlive() =>
        Export("pthread_self") is { Signature: { Parameters.Length: 0, Results.Length: 1 } } self && Export(CheckMailbox) is not null
        && Invoke(self) != 0;

    /// <summary>Runs something as JavaScript's event loop does, to which the guest may return in the middle.</summary>
    /// <returns>Whether it went to its end.</returns>
    private bool OnLoop(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (WasmExitException) when (_isUnwinding)
        {
            _isUnwinding = false;
            return false;
        }
    }

    /// <summary>Goes on after the program has gone back to its event loop, until it exits or no thread of its is left.</summary>
    private int RunLoop(WasmInstance instance, CancellationToken ending, CancellationToken token)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, ending);
        Pthread main = Threads.Main;
        try
        {
            while (!Threads.IsEmpty || main.HasMail)
            {
                main.AwaitMail(either.Token);
                FreeEnded();
                OnLoop(() => Invoke(CheckMailbox));
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested && !token.IsCancellationRequested)
        {
            // Whatever is called now throws what has ended the program.
            Invoke("pthread_self");
            throw;
        }

        StartProtocol.EndRuntime(instance, token);
        return 0;
    }

    /// <summary>Runs a program that may have threads.</summary>
    private int RunWithThreads(WasmInstance instance, CancellationToken token)
    {
        _token = token;
        // Before main, as the instance may be disposed of while that runs.
        CancellationToken ending = Threads.Group.Ending;
        int code = 0;
        bool hasReturned = OnLoop(() => code = StartProtocol.CallMain(instance, _configuration.Arguments, token));
        bool goesOn = code == 0 && (StartProtocol.IsProxied(instance) || Threads.Main.KeepAlive > 0);
        if (!hasReturned || goesOn)
            return RunLoop(instance, ending, token);
        StartProtocol.EndRuntime(instance, token);
        return code;
    }

    private void InitializeMainThread(WasmAddress address)
    {
        Threads.SetMain(address);
        Invoke("_emscripten_thread_init", address, 1, 1, 1, (uint)_configuration.ThreadStackBytes, 0);
        Invoke("_emscripten_tls_init");
    }

    private void CleanUpThread(WasmAddress address)
    {
        FreeEnded();
        if (Threads.Release(address))
            Invoke(FreeData, address);
    }

    // A thread cannot give back the memory that its stack lies in, so another one does when it comes by.
    private void FreeEnded()
    {
        while (Threads.TryTakeEnded(out ulong address))
            Invoke(FreeData, address);
    }

    private void ClearKeepAlive()
    {
        if (HasThreads)
            Thread.KeepAlive = 0;
    }

    private void UnwindToEventLoop()
    {
        _isUnwinding = HasThreads;
        throw new WasmExitException(0);
    }

    private void ExitWithLiveRuntime(Caller caller)
    {
        if (!HasThreads)
            Exit(caller, 0);
        Thread.KeepAlive++;
        UnwindToEventLoop();
    }

    private int WaitOnFutex(Caller caller, WasmAddress address, int expected, double milliseconds)
    {
        if ((address.Value & 3) != 0)
            return -(int)Errno.Invalid;
        TimeSpan timeout = milliseconds >= 0 && milliseconds < int.MaxValue ? TimeSpan.FromMilliseconds(milliseconds) : Timeout.InfiniteTimeSpan;
        return Memory.Wait(address, expected, timeout, caller.CancellationToken) switch
        {
            WasmWaitResult.NotEqual => -(int)Errno.Again,
            WasmWaitResult.TimedOut => -(int)Errno.TimedOut,
            _ => 0,
        };
    }

    private int WakeFutex(WasmAddress address, int count) =>
        (address.Value & 3) != 0 || count < 0 ? -(int)Errno.Invalid : Memory.Notify(address, count);

    /// <summary>Calls an exported function of integers, where the module has it.</summary>
    private ulong Invoke(string name, params ReadOnlySpan<ulong> arguments) =>
        Export(name) is { } function ? Invoke(function, arguments) : 0;

    // Addresses and sizes are as wide as the guest's, and other integers narrow: the function's type tells which are which.
    private ulong Invoke(WasmFunction function, params ReadOnlySpan<ulong> arguments)
    {
        FuncType type = function.Signature;
        if (type.Parameters.Length != arguments.Length || type.Results.Length > 1)
            throw Mismatch(function, $"one of {arguments.Length} integers");
        var values = new WasmValue[arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            ValType parameter = type.Parameters[i];
            if (parameter != ValType.I32 && parameter != Address)
                throw Mismatch(function, $"one of {arguments.Length} integers");
            values[i] = parameter == ValType.I64 ? (WasmValue)arguments[i] : (uint)arguments[i];
        }

        var results = new WasmValue[type.Results.Length];
        function.Invoke(values, results, _token);
        if (results is not [var result])
            return 0;
        return result.Kind switch
        {
            ValKind.I32 => result.AsUInt32(),
            ValKind.I64 => result.AsUInt64(),
            _ => 0,
        };
    }
}

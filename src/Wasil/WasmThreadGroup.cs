using System.Diagnostics.CodeAnalysis;

namespace Wasil;

/// <summary>
/// The threads of one guest, for packages that give guests threads: each is one of the host's and runs an instance of its own
/// (<see cref="WasmInstance.InstantiateForThread(CancellationToken)"/>), and they end together. One that traps, exits or throws what
/// a host function threw ends all, and the call that the host has made throws the same. They end as well when
/// <see cref="WasmInstance.RunCommand"/> has run the guest and when its instance is disposed; both wait a second for threads in host
/// functions that do not honour their token, and leave those behind.
/// </summary>
/// <threadsafety>Any threads at once.</threadsafety>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing, and threads may still look at it.")]
public sealed class WasmThreadGroup
{
    // What a guest needs is bounded by its own limit; the rest is for host functions.
    private const int StackBytes = 2 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Action<Exception> _interrupt;
    private readonly int _maxThreads;
    private readonly Lock _gate = new();
    private readonly HashSet<Thread> _threads = [];
    private CancellationTokenSource _end = new();
    private CancellationTokenSource? _ended;

    /// <summary>Makes the threads of a guest, of which there are none yet. It is made once for a guest, before its instance is: in
    /// what <see cref="WasmImports.DefinePerInstance(Func{InstanceLifetime, WasmImportResolver})"/> calls.</summary>
    /// <param name="lifetime">The guest's.</param>
    /// <param name="maxThreads">How many there may be at once, besides the one that the host runs the guest on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below zero.</exception>
    public WasmThreadGroup(InstanceLifetime lifetime, int maxThreads)
    {
        ArgumentNullException.ThrowIfNull(lifetime);
        ArgumentOutOfRangeException.ThrowIfNegative(maxThreads);
        _interrupt = lifetime.CreateInterrupter();
        _maxThreads = maxThreads;
        lifetime.OnCommandEnd(EndAll);
        lifetime.OnEnd(EndAll);
    }

    /// <summary>How many threads there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _threads.Count;
        }
    }

    /// <summary>Asks for an end when the threads are to end, for what the host waits for between its calls. After they have ended
    /// it is another one, so it is asked for before the first of those calls.</summary>
    public CancellationToken Ending
    {
        get
        {
            lock (_gate)
                return _end.Token;
        }
    }

    /// <summary>Starts a thread.</summary>
    /// <param name="caller">Who asks for it: any thread of the guest. The new one's instance is made from that one's, on the thread
    /// that asks.</param>
    /// <param name="name">What the host's thread is called.</param>
    /// <param name="run">What it does, with its instance and a token that asks for an end when all are to end, which is to be handed
    /// on to the calls it makes.</param>
    /// <param name="imports">What the new instance is given in place of what the asking one was; null for the same.</param>
    /// <returns>False where there are too many, where the guest ends already, or where the host has no memory or thread left.</returns>
    /// <exception cref="InvalidOperationException">The engine is not <see cref="WasmEngineOptions.Interruptible"/>, so nothing could end
    /// the thread; or the module imports what threads cannot share.</exception>
    /// <exception cref="TrapException">The module's start function trapped.</exception>
    public bool TryStart(Caller caller, string name, Action<WasmInstance, CancellationToken> run, WasmImportResolver? imports = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(run);
        WasmInstance parent = caller.Instance;
        if (!parent.Module.Engine.IsInterruptible)
            throw new InvalidOperationException(
                $"Threads need an engine with {nameof(WasmEngineOptions)}.{nameof(WasmEngineOptions.Interruptible)}, to be ended.");

        CancellationTokenSource end;
        lock (_gate)
        {
            end = _end;
            if (end.IsCancellationRequested || _threads.Count >= _maxThreads)
                return false;
        }

        // A thread that was left behind may come back in the next run of the guest, which it has no part in.
        if (caller.CancellationToken.IsCancellationRequested)
            return false;

        WasmInstance instance;
        try
        {
            instance = parent.InstantiateForThread(imports, end.Token);
        }
        catch (ResourceLimitException)
        {
            return false;
        }

        var thread = new Thread(() => Run(instance, end, run), StackBytes) { IsBackground = true, Name = name };
        lock (_gate)
        {
            // It may have become one too many, or too late, while the instance was made.
            if (end.IsCancellationRequested || _threads.Count >= _maxThreads)
            {
                instance.Dispose();
                return false;
            }

            _threads.Add(thread);
        }

        try
        {
            thread.Start();
        }
        catch (OutOfMemoryException)
        {
            Forget(thread);
            instance.Dispose();
            return false;
        }

        return true;
    }

    private void Run(WasmInstance instance, CancellationTokenSource end, Action<WasmInstance, CancellationToken> run)
    {
        try
        {
            run(instance, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The guest ends, and this thread with it.
        }
#pragma warning disable CA1031 // Whatever it is, the host gets it from the call that it has made.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            End(end, exception);
        }
        finally
        {
            instance.Dispose();
            Forget(Thread.CurrentThread);
        }
    }

    private void Forget(Thread thread)
    {
        lock (_gate)
            _threads.Remove(thread);
    }

    /// <summary>A thread has ended the guest.</summary>
    private void End(CancellationTokenSource end, Exception reason)
    {
        lock (_gate)
        {
            if (end.IsCancellationRequested || ReferenceEquals(end, _ended))
                return;
            _ended = end;
        }

        // First the reason, then the end: whoever learns of the end finds the reason.
        _interrupt(reason);
        end.Cancel();
    }

    /// <summary>Ends all threads and waits until they are gone.</summary>
    private void EndAll()
    {
        Thread[] threads;
        lock (_gate)
        {
            threads = [.. _threads];
            _end.Cancel();
        }

        long start = Environment.TickCount64;
        foreach (Thread thread in threads)
        {
            TimeSpan left = Patience - TimeSpan.FromMilliseconds(Environment.TickCount64 - start);
            if (thread != Thread.CurrentThread && thread.IsAlive)
                thread.Join(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        // The instance may be called again, and may then have threads again.
        lock (_gate)
            _end = new CancellationTokenSource();
    }
}

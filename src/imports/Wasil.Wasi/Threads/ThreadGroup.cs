using System.Diagnostics.CodeAnalysis;
using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Threads;

/// <summary>The threads of one guest: they are born by <c>thread-spawn</c>, and end together.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing, and threads may still look at it.")]
internal sealed class ThreadGroup
{
    private const string StartName = "wasi_thread_start";

    // Numbers of threads have 29 bits and are not zero; C libraries keep the rest for themselves.
    private const int LargestId = 0x1FFF_FFFF;

    // What a guest needs is bounded by its own limit; the rest is for host functions.
    private const int StackBytes = 2 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Action<Exception> _interrupt;
    private readonly int _maxThreads;
    private readonly Lock _gate = new();
    private readonly HashSet<Thread> _threads = [];
    private CancellationTokenSource _end = new();
    private int _lastId;

    public ThreadGroup(InstanceLifetime lifetime, int maxThreads)
    {
        _interrupt = lifetime.CreateInterrupter();
        _maxThreads = maxThreads;
        lifetime.OnCommandEnd(EndAll);
        lifetime.OnEnd(EndAll);
    }

    /// <summary><c>thread-spawn</c>: the number of the new thread, or an error below zero.</summary>
    public int Spawn(Caller caller, int argument)
    {
        WasmInstance parent = caller.Instance;
        if (!parent.Module.Engine.IsInterruptible)
            throw new InvalidOperationException(
                $"Threads need an engine with {nameof(WasmEngineOptions)}.{nameof(WasmEngineOptions.Interruptible)}, to be ended.");

        CancellationTokenSource end;
        int id;
        lock (_gate)
        {
            end = _end;
            if (end.IsCancellationRequested || _threads.Count >= _maxThreads)
                return -(int)Errno.Again;
            id = _lastId = _lastId == LargestId ? 1 : _lastId + 1;
        }

        WasmInstance instance;
        try
        {
            instance = parent.InstantiateForThread(end.Token);
        }
        catch (ResourceLimitException)
        {
            return -(int)Errno.Again;
        }

        if (!instance.TryGetFunction(StartName, out Action<int, int, CancellationToken>? start))
        {
            instance.Dispose();
            return -(int)Errno.NotSupported;
        }

        var thread = new Thread(() => Run(instance, end, () => start(id, argument, end.Token)), StackBytes)
        {
            IsBackground = true,
            Name = $"wasi-threads {id}",
        };
        lock (_gate)
        {
            // It may have become one too many, or too late, while the instance was made.
            if (end.IsCancellationRequested || _threads.Count >= _maxThreads)
            {
                instance.Dispose();
                return -(int)Errno.Again;
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
            return -(int)Errno.Again;
        }

        return id;
    }

    private void Run(WasmInstance instance, CancellationTokenSource end, Action start)
    {
        try
        {
            start();
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
            if (end.IsCancellationRequested)
                return;
            end.Cancel();
        }

        _interrupt(reason);
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

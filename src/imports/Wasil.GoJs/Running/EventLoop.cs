using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Running;

/// <summary>
/// What a JavaScript host does while no guest runs: it waits for timers and for what other threads do, and runs what was
/// waiting for that. All of it belongs to one thread but <see cref="Complete"/>.
/// </summary>
[SuppressMessage(
    "Design", "CA1001", Justification = "Threads may set the signal after the end, and there is nothing to dispose: nobody takes its handle.")]
internal sealed class EventLoop(Clock clock)
{
    // More are a mistake or an attack. Go itself has one at a time.
    public const int MostTimers = 100_000;

    public const double MostMilliseconds = int.MaxValue;

    private const long NanosecondsPerMillisecond = 1_000_000;

    private readonly Queue<Microtask> _microtasks = [];
    private readonly Queue<Microtask> _tasks = [];
    private readonly ConcurrentQueue<Action> _completed = [];
    private readonly ManualResetEventSlim _signal = new(false);
    private readonly Dictionary<long, LoopTimer> _timers = [];
    private readonly SortedSet<LoopTimer> _due = new(Comparer<LoopTimer>.Create(
        (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Order.CompareTo(b.Order)));

    private long _lastTimer;
    private long _order;
    private int _pending;

    /// <summary>Called before the loop waits, so that output is not held back meanwhile.</summary>
    public Action? BeforeWaiting { get; set; }

    /// <summary>Whether something is going on elsewhere, or a timer is set, so that the loop has a reason to wait.</summary>
    public bool IsAlive => _pending > 0 || _timers.Count > 0 || HasWork;

    private bool HasWork => _microtasks.Count > 0 || _tasks.Count > 0 || !_completed.IsEmpty;

    /// <summary>Has something done before anything else, as <c>queueMicrotask</c> does.</summary>
    public void AddMicrotask(Microtask task) => _microtasks.Enqueue(task);

    /// <summary>Has something done when those are done that were added before.</summary>
    public void AddTask(Action action, JsValue kept = default) => _tasks.Enqueue(new Microtask(action, kept, default));

    /// <summary>Says that <see cref="Complete"/> will be called, once.</summary>
    public void Begin() => _pending++;

    /// <summary>Has something done by the loop, from any thread, that <see cref="Begin"/> announced.</summary>
    public void Complete(Action action) => Post(() =>
    {
        _pending--;
        action();
    });

    /// <summary>Has something done by the loop, from any thread.</summary>
    public void Post(Action action)
    {
        _completed.Enqueue(action);
        _signal.Set();
    }

    /// <summary>Sets a timer.</summary>
    /// <param name="milliseconds">How long until then.</param>
    /// <param name="repeats">Whether it is set again each time.</param>
    /// <param name="action">What to do.</param>
    /// <param name="kept">What the action holds on to.</param>
    /// <returns>The timer's number.</returns>
    /// <exception cref="TrapException">There are too many.</exception>
    public long SetTimer(double milliseconds, bool repeats, Action action, JsValue kept = default)
    {
        if (_timers.Count >= MostTimers)
            throw new TrapException($"the guest has set more than {MostTimers:N0} timers at once");

        // As in browsers, what is too long for 32 bits is as good as nothing.
        if (!(milliseconds >= 0 && milliseconds <= MostMilliseconds))
            milliseconds = 0;
        long period = (long)(Math.Max(milliseconds, 1) * NanosecondsPerMillisecond);
        var timer = new LoopTimer(++_lastTimer, action)
        {
            Due = clock.Nanoseconds + (long)(milliseconds * NanosecondsPerMillisecond),
            Order = ++_order,
            Period = repeats ? period : 0,
            Kept = kept,
        };
        _timers.Add(timer.Id, timer);
        _due.Add(timer);
        return timer.Id;
    }

    /// <summary>Ends a timer, if there is one of the number.</summary>
    public void ClearTimer(long id)
    {
        if (_timers.Remove(id, out LoopTimer? timer))
            _due.Remove(timer);
    }

    /// <summary>Runs until a condition holds.</summary>
    /// <param name="isDone">The condition, looked at after each thing that was done.</param>
    /// <param name="wait">Whether to wait for what is to come; otherwise only what is ready is run.</param>
    /// <param name="cancellationToken">Ends it all.</param>
    /// <returns>Whether the condition holds; otherwise there is nothing more to run.</returns>
    public bool RunUntil(Func<bool> isDone, bool wait, CancellationToken cancellationToken)
    {
        while (true)
        {
            RunMicrotasks(isDone, cancellationToken);
            if (isDone())
                return true;
            cancellationToken.ThrowIfCancellationRequested();

            // What is ready now comes before what it makes ready, so that nothing can keep timers or input away.
            _signal.Reset();
            long now = clock.Nanoseconds;
            bool ran = false;
            for (int left = _timers.Count; left > 0 && _due.Min is { } timer && timer.Due <= now; left--)
            {
                _due.Remove(timer);
                if (timer.Period > 0)
                {
                    timer.Due = now + timer.Period;
                    timer.Order = ++_order;
                    _due.Add(timer);
                }
                else
                {
                    _timers.Remove(timer.Id);
                }

                ran = true;
                if (Run(timer.Action, isDone, cancellationToken))
                    return true;
            }

            for (int left = _tasks.Count; left > 0; left--)
            {
                ran = true;
                if (Run(_tasks.Dequeue().Run, isDone, cancellationToken))
                    return true;
            }

            for (int left = _completed.Count; left > 0 && _completed.TryDequeue(out Action? action); left--)
            {
                ran = true;
                if (Run(action, isDone, cancellationToken))
                    return true;
            }

            if (ran || HasWork)
                continue;
            if (!wait || !IsAlive)
                return false;
            BeforeWaiting?.Invoke();
            clock.Wait(_signal, _due.Min is { } next ? next.Due : null, cancellationToken);
        }
    }

    public void Visit(HeapVisitor visitor)
    {
        foreach (Microtask task in _microtasks.Concat(_tasks))
        {
            visitor.AddBytes(HeapVisitor.BytesOfProperty);
            visitor.Add(task.First);
            visitor.Add(task.Second);
        }

        foreach (LoopTimer timer in _timers.Values)
        {
            visitor.AddBytes(HeapVisitor.BytesOfProperty);
            visitor.Add(timer.Kept);
        }
    }

    private bool Run(Action action, Func<bool> isDone, CancellationToken cancellationToken)
    {
        action();
        RunMicrotasks(isDone, cancellationToken);
        return isDone();
    }

    private void RunMicrotasks(Func<bool> isDone, CancellationToken cancellationToken)
    {
        while (!isDone() && _microtasks.TryDequeue(out Microtask task))
        {
            task.Run();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}

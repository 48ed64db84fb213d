namespace Wasil.Execution;

/// <summary>
/// A call from the host that a token may end. It knows the instances that the thread is inside of on its behalf, and makes
/// them notice: code of an interruptible engine looks at a field of its instance at each loop's head and function's entry.
/// </summary>
internal sealed class Interruption
{
    [ThreadStatic]
    private static Interruption? t_current;

    private readonly CancellationToken _token;
    private readonly Interruption? _outer;
    private readonly CancellationTokenRegistration _registration;
    private readonly List<ModuleInstance> _entered = [];
    private bool _requested;

    private Interruption(Interruption? outer, CancellationToken token)
    {
        _token = token;
        _outer = outer;
        _registration = token.UnsafeRegister(static self => ((Interruption)self!).Request(), this);
    }

    /// <summary>The token of the innermost call from the host that this thread is in.</summary>
    public static CancellationToken CurrentToken => t_current?._token ?? CancellationToken.None;

    /// <summary>A call begins that the token may end; null where the token cannot.</summary>
    /// <param name="function">The function to be called.</param>
    /// <param name="token">The token.</param>
    /// <exception cref="InvalidOperationException">The function's engine is not interruptible.</exception>
    /// <exception cref="OperationCanceledException">The token asks for an end already.</exception>
    public static Interruption? Begin(FunctionInstance function, CancellationToken token)
    {
        if (!token.CanBeCanceled)
            return null;
        if (!function.Instance.Code.IsInterruptible)
            throw new InvalidOperationException(
                $"The guest cannot be cancelled: set {nameof(WasmEngineOptions)}.{nameof(WasmEngineOptions.Interruptible)}.");
        token.ThrowIfCancellationRequested();
        return t_current = new Interruption(t_current, token);
    }

    /// <summary>The call has ended.</summary>
    public static void End(Interruption? interruption)
    {
        if (interruption is null)
            return;
        t_current = interruption._outer;
        // Waits for a request that is under way: afterwards none comes any more.
        interruption._registration.Dispose();
        if (!interruption._requested)
            return;
        foreach (ModuleInstance instance in interruption._entered)
            instance.ForgetInterruption();
    }

    /// <summary>The thread enters an instance.</summary>
    public static void Enter(ModuleInstance instance) => t_current?.Add(instance);

    /// <summary>The thread has left an instance.</summary>
    public static void Exit(ModuleInstance instance)
    {
        for (Interruption? each = t_current; each is not null; each = each._outer)
            each.Remove(instance);
    }

    /// <summary>An instance has noticed something: the token that asks for an end, if one still does.</summary>
    public static bool IsRequested(out CancellationToken token)
    {
        for (Interruption? each = t_current; each is not null; each = each._outer)
        {
            if (Volatile.Read(ref each._requested))
            {
                token = each._token;
                return true;
            }
        }

        token = default;
        return false;
    }

    private void Add(ModuleInstance instance)
    {
        // An outer call's end must reach what is entered on behalf of an inner one.
        for (Interruption? each = this; each is not null; each = each._outer)
        {
            lock (each._entered)
            {
                // An instance may be entered again while it is inside; it leaves once.
                if (!each._entered.Contains(instance))
                    each._entered.Add(instance);
                if (each._requested)
                    instance.Interrupt();
            }
        }
    }

    private void Remove(ModuleInstance instance)
    {
        lock (_entered)
            _entered.Remove(instance);
    }

    private void Request()
    {
        lock (_entered)
        {
            Volatile.Write(ref _requested, true);
            foreach (ModuleInstance instance in _entered)
                instance.Interrupt();
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Wasil.Execution;

/// <summary>What belongs to a thread that runs guests, whichever instances it is inside of.</summary>
internal sealed class GuestThread
{
    [ThreadStatic]
    private static GuestThread? t_current;

    /// <summary>
    /// The exception that is on its way to its handler. A function of a module that uses exceptions returns with it set, and
    /// its callers look; nothing else of a guest runs while it is. Compiled code reads and writes this field.
    /// </summary>
    internal ExceptionInstance? Pending;

    // The instances that guests on this thread have called into, and that it stays inside of until the call from the host ends.
    private readonly List<(ModuleInstance Instance, Ownership.Keeper Keeper)> _joined = [];

    private readonly nint _lowestOfStack = StackBounds.FindLowest();

    /// <summary>How many instances guests have called into.</summary>
    public int Joined => _joined.Count;

    /// <summary>The thread that asks.</summary>
    public static GuestThread Current => t_current ??= new GuestThread();

    /// <summary>Whether this is the thread that asks.</summary>
    public bool IsCurrent => ReferenceEquals(t_current, this);

    /// <summary>A .NET exception arrives where guests catch exceptions.</summary>
    public static void Receive(TaggedException exception) => Current.Pending = exception.Instance;

    /// <summary>A guest has called into an instance that this thread was not inside of.</summary>
    public void Add(ModuleInstance instance, Ownership.Keeper keeper) => _joined.Add((instance, keeper));

    /// <summary>The lowest address that guest frames on this thread, which asks, may reach.</summary>
    /// <param name="budgetBytes">How much stack the guest may use, counted from here.</param>
    public unsafe nint StackLimitFor(long budgetBytes)
    {
        byte here;
        nint budget = (nint)(&here) - (nint)Math.Min(budgetBytes, StackBounds.LargestStack);
        return Math.Max(_lowestOfStack + (nint)StackBounds.ReserveBytes, budget);
    }

    /// <summary>A call from the host ends: leaves what guests have called into on its behalf.</summary>
    /// <param name="mark">What <see cref="Joined"/> was when it began.</param>
    public void LeaveJoined(int mark)
    {
        // Each is left whatever leaving the ones before it throws.
        if (_joined.Count <= mark)
            return;
        (ModuleInstance instance, Ownership.Keeper keeper) = _joined[^1];
        _joined.RemoveAt(_joined.Count - 1);
        try
        {
            instance.Leave(keeper);
        }
        finally
        {
            LeaveJoined(mark);
        }
    }

    /// <summary>The pending exception arrives where it has to be a .NET exception.</summary>
    [DoesNotReturn]
    public void ThrowPending()
    {
        ExceptionInstance exception = Pending!;
        Pending = null;
        // Keeps the trace of where the host made it, if it did.
        ExceptionDispatchInfo.Throw(TaggedException.Of(exception));
    }
}

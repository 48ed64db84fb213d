using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Wasil.Execution;

/// <summary>What belongs to a thread that runs guests, whichever instances it is inside of.</summary>
internal sealed class GuestThread
{
    [ThreadStatic]
    private static GuestThread? t_current;

    // Of the same thread: the JIT compiler reads a number in fewer steps than a reference.
    [ThreadStatic]
    private static long t_currentNumber;

    private static long s_lastNumber;

    /// <summary>
    /// The exception that is on its way to its handler. A function of a module that uses exceptions returns with it set, and
    /// its callers look; nothing else of a guest runs while it is. Compiled code reads and writes this field.
    /// </summary>
    internal ExceptionInstance? Pending;

    // The instances that guests on this thread have called into, and that it stays inside of until the call from the host ends.
    private readonly List<(ModuleInstance Instance, Ownership.Keeper Keeper)> _joined = [];

    /// <summary>How many instances guests have called into.</summary>
    public int Joined { get; private set; }

    private GuestThread() => t_currentNumber = Number;

    /// <summary>A number that no other thread of the process has, nor will have.</summary>
    public long Number { get; } = Interlocked.Increment(ref s_lastNumber);

    /// <summary>The lowest address that guest frames may reach, whatever an instance's options allow.</summary>
    public nint LowestForGuests { get; } = StackBounds.FindLowest() + (nint)StackBounds.ReserveBytes;

    /// <summary>The number of the thread that asks, or 0 where it has none yet.</summary>
    public static long CurrentNumber => t_currentNumber;

    /// <summary>The thread that asks.</summary>
    public static GuestThread Current => t_current ??= new GuestThread();

    /// <summary>A .NET exception arrives where guests catch exceptions.</summary>
    public static void Receive(TaggedException exception) => Current.Pending = exception.Instance;

    /// <summary>A guest has called into an instance that this thread was not inside of.</summary>
    public void Add(ModuleInstance instance, Ownership.Keeper keeper)
    {
        _joined.Add((instance, keeper));
        Joined = _joined.Count;
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
        Joined = _joined.Count;
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
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void ThrowPending()
    {
        ExceptionInstance exception = Pending!;
        Pending = null;
        // Keeps the trace of where the host made it, if it did.
        ExceptionDispatchInfo.Throw(TaggedException.Of(exception));
    }
}

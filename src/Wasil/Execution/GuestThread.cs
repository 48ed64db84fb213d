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

    /// <summary>The thread that asks.</summary>
    public static GuestThread Current => t_current ??= new GuestThread();

    /// <summary>A .NET exception arrives where guests catch exceptions.</summary>
    public static void Receive(TaggedException exception) => Current.Pending = exception.Instance;

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

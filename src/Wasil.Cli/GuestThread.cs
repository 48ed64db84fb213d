using System.Runtime.ExceptionServices;

namespace Wasil.Cli;

/// <summary>Runs guests on a thread with as much stack as they were promised: the main thread has what the system gave
/// it.</summary>
internal static class GuestThread
{
    // For what runs below the guest: host functions and the handling of a trap.
    private const long HostStackBytes = 1 << 20;

    public static int Run(long guestStackBytes, Func<int> action)
    {
        int result = 0;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = action();
                }
#pragma warning disable CA1031 // Whatever it is belongs to the thread that waits.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            checked((int)(guestStackBytes + HostStackBytes)))
        {
            Name = "guest",
        };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }
}

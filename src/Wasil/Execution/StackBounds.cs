using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Wasil.Execution;

/// <summary>
/// Where a thread's stack ends. A .NET stack overflow cannot be caught and kills the process, so guests stop before it.
/// </summary>
internal static unsafe partial class StackBounds
{
    // Kept free below a guest: host functions, the JIT compiler for them, unwinding, and the trap itself.
    public const long ReserveBytes = 256 << 10;

    // A main thread without a limit would look endless, but nothing keeps the system from mapping something into its way.
    public const long LargestStack = 64L << 20;

    [ThreadStatic]
    private static StackRange t_range;

    /// <summary>The calling thread's stack.</summary>
    public static StackRange OfThread()
    {
        if (t_range.Lowest == 0)
            t_range = Find();
        return t_range;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static StackRange Find()
    {
        byte here;
        nint current = (nint)(&here);
        nint lowest = 0, highest = 0;
        if (OperatingSystem.IsWindows())
        {
            GetCurrentThreadStackLimits(out nuint low, out nuint high);
            (lowest, highest) = ((nint)low, (nint)high);
        }
        else if (OperatingSystem.IsMacOS() || OperatingSystem.IsIOS())
        {
            nint self = PthreadSelf();
            highest = (nint)StackAddress(self);
            lowest = highest - (nint)StackSize(self);
        }
        else
        {
            // SAFETY: pthread_attr_t is at most 64 bytes on the C libraries that .NET runs on.
            byte* attributes = stackalloc byte[256];
            if (GetAttributes(PthreadSelf(), attributes) == 0)
            {
                if (GetStack(attributes, out void* start, out nuint size) == 0)
                    (lowest, highest) = ((nint)start, (nint)start + (nint)size);
                _ = DestroyAttributes(attributes);
            }
        }

        // Without an answer, count on the smallest stack that .NET gives its own threads.
        if (lowest == 0 || highest <= current)
            lowest = highest = current - (1 << 20);
        return new StackRange(Math.Max(lowest, current - (nint)LargestStack), highest);
    }

    [LibraryImport("libc", EntryPoint = "pthread_self")]
    private static partial nint PthreadSelf();

    [LibraryImport("libc", EntryPoint = "pthread_getattr_np")]
    private static partial int GetAttributes(nint thread, byte* attributes);

    [LibraryImport("libc", EntryPoint = "pthread_attr_getstack")]
    private static partial int GetStack(byte* attributes, out void* start, out nuint size);

    [LibraryImport("libc", EntryPoint = "pthread_attr_destroy")]
    private static partial int DestroyAttributes(byte* attributes);

    [LibraryImport("libc", EntryPoint = "pthread_get_stackaddr_np")]
    private static partial void* StackAddress(nint thread);

    [LibraryImport("libc", EntryPoint = "pthread_get_stacksize_np")]
    private static partial nuint StackSize(nint thread);

    [LibraryImport("kernel32", EntryPoint = "GetCurrentThreadStackLimits")]
    private static partial void GetCurrentThreadStackLimits(out nuint low, out nuint high);
}

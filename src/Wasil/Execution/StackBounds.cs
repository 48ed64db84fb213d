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

    /// <summary>The lowest address of the calling thread's stack that may be used.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static nint FindLowest()
    {
        byte here;
        nint current = (nint)(&here);
        nint lowest = 0;
        if (OperatingSystem.IsWindows())
        {
            GetCurrentThreadStackLimits(out nuint low, out _);
            lowest = (nint)low;
        }
        else if (OperatingSystem.IsMacOS() || OperatingSystem.IsIOS())
        {
            nint self = PthreadSelf();
            lowest = (nint)StackAddress(self) - (nint)StackSize(self);
        }
        else
        {
            // SAFETY: pthread_attr_t is at most 64 bytes on the C libraries that .NET runs on.
            byte* attributes = stackalloc byte[256];
            if (GetAttributes(PthreadSelf(), attributes) == 0)
            {
                if (GetStack(attributes, out void* start, out _) == 0)
                    lowest = (nint)start;
                _ = DestroyAttributes(attributes);
            }
        }

        // Without an answer, count on the smallest stack that .NET gives its own threads.
        if (lowest == 0)
            return current - (1 << 20);
        return Math.Max(lowest, current - (nint)LargestStack);
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

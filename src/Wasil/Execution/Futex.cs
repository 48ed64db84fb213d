using System.Runtime.InteropServices;

namespace Wasil.Execution;

/// <summary>Linux's way to sleep until a number changes.</summary>
internal static unsafe partial class Futex
{
    private const int WaitPrivate = 0x80;
    private const int WakePrivate = 0x81;
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Whether the system has it.</summary>
    public static bool IsSupported { get; } = OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    // The architectures that came after x64 share one list of numbers.
    private static nint Number => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 202 : 98;

    /// <summary>Sleeps until woken, unless the number has another value. May return for no reason at all.</summary>
    /// <param name="number">The number, which stays where it is.</param>
    /// <param name="value">What it should be.</param>
    /// <param name="nanoseconds">For how long at most; below zero for ever.</param>
    public static void Sleep(int* number, int value, long nanoseconds)
    {
        TimeSpec time = new(nanoseconds / NanosecondsPerSecond, nanoseconds % NanosecondsPerSecond);
        // SAFETY: the number is the caller's, and the system reads the time during the call alone.
        _ = Call(Number, number, WaitPrivate, value, nanoseconds < 0 ? null : &time, null, 0);
    }

    /// <summary>Wakes one thread that sleeps.</summary>
    /// <param name="number">The number that it sleeps on.</param>
    public static void Wake(int* number) => _ = Call(Number, number, WakePrivate, 1, null, null, 0);

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint Call(nint call, int* number, nint operation, nint value, TimeSpec* time, int* number2, nint value3);

    private readonly record struct TimeSpec(long Seconds, long Nanoseconds);
}

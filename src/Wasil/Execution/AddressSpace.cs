using System.Runtime.InteropServices;

namespace Wasil.Execution;

/// <summary>
/// Address space from the operating system: reserved without being backed, committed piece by piece, given back whole.
/// Committed pages read as zero the first time.
/// </summary>
internal static unsafe partial class AddressSpace
{
    private const int ProtNone = 0;
    private const int ProtReadWrite = 3;
    private const int ProtReadExecute = 5;
    private const int MapFixed = 0x10;
    private const int MapPrivate = 2;
    private const int MapNoReserve = 0x4000;
    private const uint MemCommit = 0x1000;
    private const uint MemReserve = 0x2000;
    private const uint MemRelease = 0x8000;
    private const uint PageNoAccess = 1;
    private const uint PageReadWrite = 4;

    /// <summary>Reserves a range that may not be accessed; null where the system has no such range left.</summary>
    public static byte* Reserve(nuint bytes)
    {
        if (OperatingSystem.IsWindows())
            return (byte*)VirtualAlloc(null, bytes, MemReserve, PageNoAccess);

        int anonymous = OperatingSystem.IsLinux() ? 0x20 | MapNoReserve : 0x1000;
        void* range = MapMemory(null, bytes, ProtNone, MapPrivate | anonymous, -1, 0);
        return range == (void*)-1 ? null : (byte*)range;
    }

    /// <summary>Makes a part of a reserved range readable and writable; false where the system has no memory left.</summary>
    public static bool TryCommit(byte* start, nuint bytes) => OperatingSystem.IsWindows()
        ? VirtualAlloc(start, bytes, MemCommit, PageReadWrite) != null
        : Protect(start, bytes, ProtReadWrite) == 0;

    /// <summary>Takes back what was committed of a range that stays reserved; Linux only.</summary>
    public static bool TryDecommit(byte* start, nuint bytes) =>
        bytes == 0 || MapMemory(start, bytes, ProtNone, MapPrivate | 0x20 | MapNoReserve | MapFixed, -1, 0) == start;

    /// <summary>Makes committed pages executable and no longer writable; Linux only.</summary>
    public static bool TryMakeExecutable(byte* start, nuint bytes) => Protect(start, bytes, ProtReadExecute) == 0;

    /// <summary>Gives a whole reservation back.</summary>
    public static void Release(byte* start, nuint bytes)
    {
        if (OperatingSystem.IsWindows())
            _ = VirtualFree(start, 0, MemRelease);
        else
            _ = Unmap(start, bytes);
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial void* MapMemory(void* address, nuint length, int protection, int flags, int descriptor, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(void* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(void* address, nuint length);

    [LibraryImport("kernel32", EntryPoint = "VirtualAlloc")]
    private static partial void* VirtualAlloc(void* address, nuint size, uint type, uint protection);

    [LibraryImport("kernel32", EntryPoint = "VirtualFree")]
    private static partial int VirtualFree(void* address, nuint size, uint type);
}

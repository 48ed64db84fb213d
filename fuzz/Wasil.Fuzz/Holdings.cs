using System.Diagnostics;

namespace Wasil.Fuzz;

/// <summary>What the process holds of the system.</summary>
internal sealed record Holdings(long ResidentMegabytes, long ManagedMegabytes, int Threads, int Mappings, int Descriptors)
{
    public static Holdings Take()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return new Holdings(
            process.WorkingSet64 >> 20, GC.GetTotalMemory(false) >> 20, process.Threads.Count,
            Count("/proc/self/maps", File.ReadAllLines), Count("/proc/self/fd", Directory.GetFileSystemEntries));
    }

    public override string ToString() =>
        $"{ResidentMegabytes} MB resident, {ManagedMegabytes} MB managed, {Threads} threads, {Mappings} mappings, {Descriptors} descriptors";

    private static int Count(string path, Func<string, string[]> list) => OperatingSystem.IsLinux() ? list(path).Length : -1;
}

using System.Runtime.InteropServices;

namespace Wasil.Execution;

/// <summary>
/// Memory that code need not check its accesses to: whatever a 32-bit address and a small offset reach lies in one range of
/// address space, and a fault there becomes a trap (docs/RATIONALE.md, "A fault in a guest's memory is its trap").
/// </summary>
/// <remarks>
/// All such memories are slots of one range, which is never given back: so one comparison tells whether a fault is ours, and
/// nobody else's memory can come to lie there.
/// </remarks>
internal static unsafe class GuardPages
{
    /// <summary>How far a static offset and an access's size may reach beyond the address.</summary>
    public const ulong GuardBytes = 32UL << 20;

    private const ulong SlotBytes = (4UL << 30) + GuardBytes;

    // Many more memories than a system allows mappings (65,530 by default), in a half of the address space of 47 bits.
    private const int LargestSlots = 15_000;

    // A slot with no more than this is wiped by writing zeros; page faults would take longer.
    private const ulong WipedBytes = 256 << 10;

    // Slots whose pages stay accessible for the next memory, newest last.
    private const int MaximumWarm = 64;

    /// <summary>The switch that turns guard pages off for the process: <c>Wasil.GuardPages</c> set to false.</summary>
    public const string SwitchName = "Wasil.GuardPages";

    private static readonly Lock Gate = new();
    private static readonly Stack<int> Cold = new();
    private static readonly Stack<(int Slot, ulong Accessible)> Warm = new();
    private static int s_used;
    private static int s_slots;
    private static byte* s_start;
    private static bool s_isTried;

    /// <summary>
    /// Whether guard pages are there: on Linux, x64, with a release of .NET whose handling of faults was tested, where nobody
    /// turned them off and the system allows so large a reservation.
    /// </summary>
    public static bool IsAvailable
    {
        get
        {
            if (!Volatile.Read(ref s_isTried))
                Start();
            return s_slots > 0;
        }
    }

    /// <summary>Whether a fault at an address is a guest's.</summary>
    public static bool Contains(void* address) => (nuint)address - (nuint)s_start < (nuint)(SlotBytes * (ulong)s_slots);

    /// <summary>A range of which <paramref name="bytes"/> read as zero and no byte behind them may be accessed; null where
    /// there is none.</summary>
    public static byte* Rent(ulong bytes)
    {
        if (!IsAvailable)
            return null;
        int slot;
        ulong accessible = 0;
        lock (Gate)
        {
            if (Warm.TryPop(out var warm))
                (slot, accessible) = warm;
            else if (!Cold.TryPop(out slot))
            {
                if (s_used == s_slots)
                    return null;
                slot = s_used++;
            }
        }

        byte* start = s_start + SlotBytes * (ulong)slot;
        // SAFETY: both ends lie in the slot, which is nobody else's meanwhile.
        bool done = accessible == bytes
            || (accessible < bytes
                ? AddressSpace.TryCommit(start + accessible, (nuint)(bytes - accessible))
                : AddressSpace.TryDecommit(start + bytes, (nuint)(accessible - bytes)));
        if (done)
            return start;
        GiveUp(slot, start, Math.Max(accessible, bytes));
        return null;
    }

    /// <summary>Gives a range back, of which <paramref name="bytes"/> may have been accessible.</summary>
    public static void Return(byte* start, ulong bytes)
    {
        int slot = (int)((ulong)(start - s_start) / SlotBytes);
        // SAFETY: the caller has the slot, and nobody accesses it any more.
        if (bytes <= WipedBytes)
        {
            new Span<byte>(start, (int)bytes).Clear();
            lock (Gate)
            {
                if (Warm.Count < MaximumWarm)
                {
                    Warm.Push((slot, bytes));
                    return;
                }
            }
        }

        GiveUp(slot, start, bytes);
    }

    private static void GiveUp(int slot, byte* start, ulong bytes)
    {
        // What cannot be wiped must not be used again.
        if (!AddressSpace.TryDecommit(start, (nuint)bytes))
            return;
        lock (Gate)
            Cold.Push(slot);
    }

    private static void Start()
    {
        lock (Gate)
        {
            if (s_isTried)
                return;
            if (IsWanted())
            {
                for (int slots = LargestSlots; slots >= 15; slots /= 4)
                {
                    s_start = AddressSpace.Reserve((nuint)(SlotBytes * (ulong)slots));
                    if (s_start == null)
                        continue;
                    if (FaultHandler.TryInstall(s_start, SlotBytes * (ulong)slots))
                        s_slots = slots;
                    else
                        AddressSpace.Release(s_start, (nuint)(SlotBytes * (ulong)slots));
                    break;
                }
            }

            Volatile.Write(ref s_isTried, true);
        }
    }

    private static bool IsWanted() =>
        OperatingSystem.IsLinux()
        && RuntimeInformation.ProcessArchitecture == Architecture.X64
        && Environment.Version.Major == 10
        // Another runtime than CoreCLR handles faults in another way.
        && RuntimeInformation.FrameworkDescription.StartsWith(".NET ", StringComparison.Ordinal)
        && Type.GetType("Mono.RuntimeStructs") is null
        && (!AppContext.TryGetSwitch(SwitchName, out bool isOn) || isOn);
}

using System.Runtime.CompilerServices;

namespace Wasil.Execution;

/// <summary>
/// Which thread is inside an instance, and how often. The thread that was inside last keeps the instance, so that entering again
/// costs it two plain accesses; another thread that wants it pays for both (docs/RATIONALE.md, "An instance is run by one
/// thread at a time").
/// </summary>
/// <remarks>
/// The keeper writes its depth and then looks whether it is still the keeper. A thread that takes over writes that it is the keeper,
/// makes every thread of the process pass a memory barrier, and then looks at the former keeper's depth. So at least one
/// of both sees the other.
/// </remarks>
internal struct Ownership()
{
    private readonly Lock _gate = new();
    private Keeper _keeper = Keeper.Nobody;
    private bool _closed;

    /// <summary>The calling thread enters; <see cref="Keeper.Depth"/> of the result tells how often it is inside now.</summary>
    /// <returns>For <see cref="Exit"/>; null where another thread is inside, or the instance was closed for good.</returns>
    public Keeper? Enter()
    {
        Keeper keeper = Volatile.Read(in _keeper);
        if (keeper.IsHere())
        {
            int depth = keeper.Depth + 1;
            Volatile.Write(ref keeper.Depth, depth);
            if (ReferenceEquals(Volatile.Read(ref _keeper), keeper))
                return keeper;
            Volatile.Write(ref keeper.Depth, depth - 1);
        }

        return TakeOver();
    }

    /// <summary>The thread that was inside last, where it is the calling one and is not inside now.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool MayEnterFirst(out Keeper last)
    {
        last = Volatile.Read(in _keeper);
        return last.IsHere() && last.Depth == 0;
    }

    /// <summary>As <see cref="Enter"/>, after <see cref="MayEnterFirst"/>.</summary>
    /// <returns>Whether the thread has entered.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryEnterFirst(Keeper last)
    {
        // Constants are written here and in ExitFirst: counting, a call would have to wait for what the call before it has written.
        Volatile.Write(ref last.Depth, 1);
        if (ReferenceEquals(Volatile.Read(in _keeper), last))
            return true;
        Volatile.Write(ref last.Depth, 0);
        return false;
    }

    /// <summary>A thread leaves that <see cref="TryEnterFirst"/> has let in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ExitFirst(Keeper keeper) => Volatile.Write(ref keeper.Depth, 0);

    /// <summary>A thread that has entered leaves once.</summary>
    /// <returns>How often it is still inside.</returns>
    public static int Exit(Keeper keeper)
    {
        int depth = keeper.Depth - 1;
        Volatile.Write(ref keeper.Depth, depth);
        return depth;
    }

    /// <summary>Whether the calling thread is inside.</summary>
    public readonly bool IsHere
    {
        get
        {
            Keeper keeper = Volatile.Read(in _keeper);
            return keeper.IsHere() && keeper.Depth > 0;
        }
    }

    /// <summary>Closes for good if nobody is inside.</summary>
    /// <returns>Whether this call has closed it.</returns>
    public bool TryClose()
    {
        lock (_gate)
        {
            if (_closed || IsInside(_keeper))
                return false;
            _closed = true;
            Volatile.Write(ref _keeper, Keeper.Nobody);
            return true;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Keeper? TakeOver()
    {
        lock (_gate)
        {
            if (_closed)
                return null;
            Keeper former = _keeper;
            if (former.IsHere())
            {
                former.Depth++;
                return former;
            }

            var keeper = new Keeper(GuestThread.Current) { Depth = 1 };
            Volatile.Write(ref _keeper, keeper);
            if (!IsInside(former))
                return keeper;
            Volatile.Write(ref _keeper, former);
            return null;
        }
    }

    private static bool IsInside(Keeper keeper)
    {
        if (ReferenceEquals(keeper, Keeper.Nobody))
            return false;
        if (!keeper.IsHere())
            Interlocked.MemoryBarrierProcessWide();
        return Volatile.Read(ref keeper.Depth) != 0;
    }

    /// <summary>A thread that entered and may do so again.</summary>
    internal sealed class Keeper
    {
        /// <summary>Stands for no thread, not even for one that has no number yet.</summary>
        public static readonly Keeper Nobody = new();

        public readonly GuestThread Thread;

        // Of the thread, and here since each call from the host reads them.
        private readonly long _number;
        private readonly nint _lowestForGuests;

        /// <summary>How often it is inside.</summary>
        public int Depth;

        public Keeper(GuestThread thread)
        {
            Thread = thread;
            _number = thread.Number;
            _lowestForGuests = thread.LowestForGuests;
        }

        private Keeper()
        {
            Thread = null!;
            _number = -1;
        }

        /// <summary>Whether the calling thread is this one.</summary>
        public bool IsHere() => GuestThread.CurrentNumber == _number;

        /// <summary>The lowest address that guest frames on this thread, which asks, may reach.</summary>
        /// <param name="budgetBytes">How much stack the guest may use, counted from here; at most <see
        /// cref="StackBounds.LargestStack"/>.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public unsafe nint StackLimitFor(nint budgetBytes)
        {
            byte here;
            return Math.Max(_lowestForGuests, (nint)(&here) - budgetBytes);
        }
    }
}

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
internal sealed class Ownership
{
    private readonly Lock _gate = new();
    private Keeper? _keeper;
    private bool _closed;

    /// <summary>The calling thread enters; <see cref="Keeper.Depth"/> of the result tells how often it is inside now.</summary>
    /// <returns>For <see cref="Exit"/>; null where another thread is inside, or the instance was closed for good.</returns>
    public Keeper? Enter()
    {
        Keeper? keeper = Volatile.Read(ref _keeper);
        if (keeper is not null && keeper.IsHere())
        {
            int depth = keeper.Depth + 1;
            Volatile.Write(ref keeper.Depth, depth);
            if (ReferenceEquals(Volatile.Read(ref _keeper), keeper))
                return keeper;
            Volatile.Write(ref keeper.Depth, depth - 1);
        }

        return TakeOver();
    }

    /// <summary>A thread that has entered leaves once.</summary>
    /// <returns>How often it is still inside.</returns>
    public static int Exit(Keeper keeper)
    {
        int depth = keeper.Depth - 1;
        Volatile.Write(ref keeper.Depth, depth);
        return depth;
    }

    /// <summary>Whether the calling thread is inside.</summary>
    public bool IsHere => Volatile.Read(ref _keeper) is { } keeper ? keeper.IsHere() && keeper.Depth > 0 : false;

    /// <summary>Closes for good if nobody is inside.</summary>
    /// <returns>Whether this call has closed it.</returns>
    public bool TryClose()
    {
        lock (_gate)
        {
            if (_closed || IsInside(_keeper))
                return false;
            _closed = true;
            Volatile.Write(ref _keeper, null);
            return true;
        }
    }

    private Keeper? TakeOver()
    {
        lock (_gate)
        {
            if (_closed)
                return null;
            Keeper? former = _keeper;
            if (former?.IsHere() == true)
            {
                former.Depth++;
                return former;
            }

            var keeper = new Keeper { Depth = 1 };
            Volatile.Write(ref _keeper, keeper);
            if (!IsInside(former))
                return keeper;
            Volatile.Write(ref _keeper, former);
            return null;
        }
    }

    private static bool IsInside(Keeper? keeper)
    {
        if (keeper is null)
            return false;
        if (!keeper.IsHere())
            Interlocked.MemoryBarrierProcessWide();
        return Volatile.Read(ref keeper.Depth) != 0;
    }

    /// <summary>A thread that entered and may do so again.</summary>
    internal sealed class Keeper
    {
        public readonly GuestThread Thread = GuestThread.Current;

        /// <summary>How often it is inside.</summary>
        public int Depth;

        /// <summary>Whether the calling thread is this one.</summary>
        public bool IsHere() => Thread.IsCurrent;
    }
}

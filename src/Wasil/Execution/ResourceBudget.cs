namespace Wasil.Execution;

/// <summary>What is left of a limit that the memories, or the tables, of one instance share. Any thread may use it.</summary>
/// <param name="limit">How much there is: bytes of memories, elements of tables.</param>
internal sealed class ResourceBudget(ulong limit)
{
    private ulong _left = limit;

    public ulong Limit { get; } = limit;

    /// <summary>Takes a part, or nothing where not enough is left.</summary>
    public bool TryTake(ulong amount)
    {
        for (ulong left = Volatile.Read(ref _left); amount <= left;)
        {
            ulong found = Interlocked.CompareExchange(ref _left, left - amount, left);
            if (found == left)
                return true;
            left = found;
        }

        return false;
    }

    /// <summary>Gives back what was taken and not used.</summary>
    public void Return(ulong amount) => Interlocked.Add(ref _left, amount);
}

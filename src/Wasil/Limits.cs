namespace Wasil;

/// <summary>How large a memory (in pages) or a table (in elements) is at first, and may become. See "Limits" in the
/// specification.</summary>
/// <param name="Minimum">The size at first.</param>
/// <param name="Maximum">The size it may grow to, or null where the type sets no bound.</param>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public readonly record struct Limits(ulong Minimum, ulong? Maximum = null)
{
    /// <summary>The limits as the text format writes them.</summary>
    public override string ToString() => Maximum is { } maximum ? $"{Minimum} {maximum}" : $"{Minimum}";
}

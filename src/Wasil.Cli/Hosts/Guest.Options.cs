namespace Wasil.Cli.Hosts;

internal sealed partial record Guest
{
    /// <summary>How many threads it may have besides its first; null where it gets none.</summary>
    public int? Threads { get; init; }

    /// <summary>How large its memory may become; null where nothing was said.</summary>
    public long? MemoryPages { get; init; }

    /// <summary>The folder that it starts in; null where nothing was said.</summary>
    public string? WorkingDirectory { get; init; }
}

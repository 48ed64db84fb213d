namespace Wasil.Wasi;

/// <summary>How a name is opened.</summary>
/// <threadsafety>Any threads at once: it is a value.</threadsafety>
public readonly record struct WasiOpenOptions()
{
    /// <summary>Whether it will be read.</summary>
    public bool Read { get; init; } = true;

    /// <summary>Whether it will be written; a directory cannot be.</summary>
    public bool Write { get; init; }

    /// <summary>Whether a file is made where there is none.</summary>
    public bool Create { get; init; }

    /// <summary>Whether it must not be there before; only together with <see cref="Create"/>.</summary>
    public bool Exclusive { get; init; }

    /// <summary>Whether a file's content is thrown away; only together with <see cref="Write"/>.</summary>
    public bool Truncate { get; init; }

    /// <summary>Whether it must be a directory.</summary>
    public bool Directory { get; init; }

    /// <summary>Whether a symbolic link at the end of the path is followed; else there must be none.</summary>
    public bool FollowLinks { get; init; } = true;

    /// <summary>The permission bits of a file that is made.</summary>
    public int Mode { get; init; } = 0b110_110_110;
}

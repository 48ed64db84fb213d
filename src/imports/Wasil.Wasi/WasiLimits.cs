namespace Wasil.Wasi;

/// <summary>What one instance may use of the host's files and streams by functions of WASI. Beyond a limit the guest gets an error, and
/// the host is told once for each limit: <see cref="OnExceeded"/>.</summary>
/// <threadsafety>One thread at a time while it is set; it is copied when it is used.</threadsafety>
public sealed class WasiLimits
{
    /// <summary>How many descriptors may be open at once, those that the host gives among them; beyond that is <c>EMFILE</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It was set below zero.</exception>
    public int OpenDescriptors
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 1024;

    /// <summary>How many bytes may be written altogether, to files, streams, devices and sockets; by how much a file is made larger without
    /// writing counts as well, and what is deleted does not come off. Beyond that is <c>EDQUOT</c>, after the part that was left.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It was set below zero.</exception>
    public long BytesWritten
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = long.MaxValue;

    /// <summary>How many files, directories and links may be made altogether; what is deleted does not come off. Beyond that is
    /// <c>EDQUOT</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It was set below zero.</exception>
    public long EntriesCreated
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = long.MaxValue;

    /// <summary>Is called when an instance meets a limit for the first time, on the thread that runs the guest; what it throws leaves
    /// the guest.</summary>
    public Action<WasiQuota>? OnExceeded { get; set; }

    internal WasiLimits Copy() => (WasiLimits)MemberwiseClone();
}

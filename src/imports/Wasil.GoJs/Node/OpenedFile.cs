namespace Wasil.GoJs.Node;

/// <summary>A file or directory that was opened.</summary>
internal abstract class OpenedFile : IDisposable
{
    public abstract FileStatus Status();

    /// <summary>Reads at a position, or where the file stands, which moves it.</summary>
    public abstract int Read(Span<byte> bytes, long? position);

    public abstract int Write(ReadOnlySpan<byte> bytes, long? position);

    public abstract void SetLength(long length);

    public abstract void SetPermissions(uint mode);

    public abstract void Sync();

    public abstract void Dispose();
}

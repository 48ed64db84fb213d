namespace Wasil.Wasi.Files;

/// <summary>Another file as it is, for those who change a few of its functions.</summary>
internal abstract class ForwardingFile(WasiFile inner) : WasiFile
{
    protected WasiFile Inner => inner;

    public override Errno Stat(out WasiFileStatus status) => inner.Stat(out status);

    public override Errno ReadAt(ulong position, Span<byte> buffer, out int read) => inner.ReadAt(position, buffer, out read);

    public override Errno WriteAt(ulong position, ReadOnlySpan<byte> buffer, out int written) =>
        inner.WriteAt(position, buffer, out written);

    public override Errno Append(ReadOnlySpan<byte> buffer, out int written, out ulong position) =>
        inner.Append(buffer, out written, out position);

    public override Errno SetSize(ulong size) => inner.SetSize(size);

    public override Errno Allocate(ulong offset, ulong length) => inner.Allocate(offset, length);

    public override Errno SetTimes(ulong? accessed, ulong? modified) => inner.SetTimes(accessed, modified);

    public override Errno SetMode(int mode) => inner.SetMode(mode);

    public override Errno Sync(bool dataOnly) => inner.Sync(dataOnly);

    protected override void Close() => inner.Dispose();
}

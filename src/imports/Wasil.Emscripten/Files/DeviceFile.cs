using Wasil.Wasi;

namespace Wasil.Emscripten.Files;

/// <summary>A device: <c>/dev/null</c>, or one that random bytes or zeros come from.</summary>
/// <param name="fill">What reading gives; null where it gives nothing.</param>
internal sealed class DeviceFile(WasiRandom? fill) : OpenFile
{
    public override Errno Read(Span<byte> buffer, out int read)
    {
        read = fill is null ? 0 : buffer.Length;
        fill?.Invoke(buffer);
        return Errno.Success;
    }

    public override Errno Write(ReadOnlySpan<byte> buffer, out int written)
    {
        written = buffer.Length;
        return Errno.Success;
    }
}

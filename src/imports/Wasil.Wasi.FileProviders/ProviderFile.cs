using Microsoft.Extensions.FileProviders;

namespace Wasil.Wasi.FileProviders;

/// <summary>An open file of a provider.</summary>
internal sealed class ProviderFile : WasiFile
{
    private readonly Lock _gate = new();
    private readonly Stream _stream;
    private readonly WasiFileStatus _status;

    private ProviderFile(Stream stream, IFileInfo file)
    {
        _stream = stream;
        _status = StatusOf(file, stream.Length);
    }

    public static Errno Open(IFileInfo file, out ProviderFile? opened)
    {
        opened = null;
        try
        {
            Stream stream = file.CreateReadStream();
            if (!stream.CanSeek)
            {
                using Stream source = stream;
                stream = new MemoryStream();
                source.CopyTo(stream);
            }

            opened = new ProviderFile(stream, file);
            return Errno.Success;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Errno.NoEntry;
        }
        catch (UnauthorizedAccessException)
        {
            return Errno.Access;
        }
        catch (Exception exception) when (exception is IOException or NotSupportedException)
        {
            return Errno.IO;
        }
    }

    public static WasiFileStatus StatusOf(IFileInfo file, long length)
    {
        ulong time = (ulong)Math.Max((file.LastModified.UtcTicks - DateTime.UnixEpoch.Ticks) * TimeSpan.NanosecondsPerTick, 0);
        return new WasiFileStatus(WasiFileType.RegularFile, 0, 0, 1, (ulong)length, time, time, time, 0b100_100_100);
    }

    public override Errno Stat(out WasiFileStatus status)
    {
        status = _status;
        return Errno.Success;
    }

    public override Errno ReadAt(ulong position, Span<byte> buffer, out int read)
    {
        read = 0;
        if (position > long.MaxValue)
            return Errno.Invalid;
        lock (_gate)
        {
            try
            {
                _stream.Position = (long)position;
                read = _stream.Read(buffer);
                return Errno.Success;
            }
            catch (ObjectDisposedException)
            {
                return Errno.BadDescriptor;
            }
            catch (Exception exception) when (exception is IOException or NotSupportedException)
            {
                return Errno.IO;
            }
        }
    }

    protected override void Close() => _stream.Dispose();
}

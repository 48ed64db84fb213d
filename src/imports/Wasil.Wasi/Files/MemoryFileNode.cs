namespace Wasil.Wasi.Files;

/// <summary>A file in memory: pages that are made when they are first written.</summary>
internal sealed class MemoryFileNode(MemoryFileSystem system, int mode) : MemoryNode(system, mode)
{
    private const int PageBytes = 16 << 10;

    // What a page that was never written costs.
    private const int PlaceBytes = 8;

    private readonly List<byte[]?> _pages = [];
    private Func<byte[]>? _load;
    private ulong _size;
    private int _opened;

    public override WasiFileType Type => WasiFileType.RegularFile;

    public override ulong Size => _size;

    /// <summary>Gives the file a content that is made when somebody first wants it.</summary>
    public void LoadLater(ulong size, Func<byte[]> load)
    {
        _size = size;
        _load = load;
    }

    public void Open() => _opened++;

    public void Close()
    {
        _opened--;
        ReleaseIfUnused();
    }

    public override void ReleaseIfUnused()
    {
        if (Links == 0 && _opened == 0)
            SetSize(0);
    }

    public Errno Read(ulong position, Span<byte> buffer, out int read)
    {
        read = 0;
        if (Load() is not Errno.Success and var error)
            return error;
        Accessed = System.Now;
        if (position >= _size)
            return Errno.Success;
        read = (int)Math.Min((ulong)buffer.Length, _size - position);
        for (int done = 0; done < read;)
        {
            (int page, int start, int length) = Part(position + (ulong)done, read - done);
            Span<byte> target = buffer.Slice(done, length);
            if (_pages[page] is { } bytes)
                bytes.AsSpan(start, length).CopyTo(target);
            else
                target.Clear();
            done += length;
        }

        return Errno.Success;
    }

    public Errno Write(ulong position, ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        if (Load() is not Errno.Success and var loadError)
            return loadError;
        if (buffer.IsEmpty)
            return Errno.Success;
        if (position > System.MaxFileBytes || (ulong)buffer.Length > System.MaxFileBytes - position)
            return Errno.FileTooBig;
        if (position + (ulong)buffer.Length > _size && Grow(position + (ulong)buffer.Length) is not Errno.Success and var error)
            return error;
        Touch();
        while (written < buffer.Length)
        {
            (int page, int start, int length) = Part(position + (ulong)written, buffer.Length - written);
            if (_pages[page] is null)
            {
                if (!System.TryTake(PageBytes))
                    return Errno.NoSpace;
                _pages[page] = new byte[PageBytes];
            }

            buffer.Slice(written, length).CopyTo(_pages[page].AsSpan(start));
            written += length;
        }

        return Errno.Success;
    }

    public Errno SetSize(ulong size)
    {
        if (Load() is not Errno.Success and var error)
            return error;
        if (size > _size)
            return size > System.MaxFileBytes ? Errno.FileTooBig : Grow(size);
        int pages = (int)((size + PageBytes - 1) / PageBytes);
        for (int i = pages; i < _pages.Count; i++)
            System.TryTake(-PlaceBytes - (_pages[i] is null ? 0 : PageBytes));
        _pages.RemoveRange(pages, _pages.Count - pages);
        // What comes back when the file grows again is zero.
        if (pages > 0 && _pages[^1] is { } last)
            last.AsSpan((int)(size - ((ulong)(pages - 1) * PageBytes))).Clear();
        _size = size;
        Touch();
        return Errno.Success;
    }

    private Errno Grow(ulong size)
    {
        int pages = (int)((size + PageBytes - 1) / PageBytes);
        if (!System.TryTake((long)(pages - _pages.Count) * PlaceBytes))
            return Errno.NoSpace;
        while (_pages.Count < pages)
            _pages.Add(null);
        _size = size;
        Touch();
        return Errno.Success;
    }

    private Errno Load()
    {
        if (_load is not { } load)
            return Errno.Success;
        try
        {
            byte[] content = load();
            _load = null;
            _size = 0;
            return Write(0, content, out _);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or OutOfMemoryException)
        {
            return Errno.IO;
        }
    }

    private static (int Page, int Start, int Length) Part(ulong position, int most)
    {
        int start = (int)(position % PageBytes);
        return ((int)(position / PageBytes), start, Math.Min(most, PageBytes - start));
    }
}

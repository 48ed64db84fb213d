using Wasil.Wasi;

namespace Wasil.Emscripten.Files;

/// <summary>A program's descriptors.</summary>
/// <param name="most">How many there may be.</param>
internal sealed class FileTable(int most)
{
    private readonly List<OpenFile?> _files = [];

    // Threads look descriptors up while others open and close files; all else is for one thread at a time.
    private readonly Lock _gate = new();

    /// <summary>Finds what a descriptor stands for.</summary>
    public Errno Find(int descriptor, out OpenFile file)
    {
        lock (_gate)
            file = (uint)descriptor < (uint)_files.Count ? _files[descriptor]! : null!;
        return file is null ? Errno.BadDescriptor : Errno.Success;
    }

    /// <summary>Gives the lowest free descriptor that is not below a number. Where none is free, a file that no other
    /// descriptor stands for is closed.</summary>
    public Errno Add(OpenFile file, int least, out int descriptor)
    {
        descriptor = least;
        while (descriptor < _files.Count && _files[descriptor] is not null)
            descriptor++;
        if (descriptor < most)
        {
            Put(file, descriptor);
            return Errno.Success;
        }

        descriptor = -1;
        if (file.References == 0)
            file.Close();
        return Errno.TooManyDescriptors;
    }

    /// <summary>Gives a descriptor of the caller's choice; what it stood for before is closed.</summary>
    public Errno Replace(OpenFile file, int descriptor)
    {
        if ((uint)descriptor >= (uint)most)
            return Errno.BadDescriptor;
        // Counted before the old one goes, which may be the last descriptor of the same file.
        file.References++;
        Close(descriptor);
        Put(file, descriptor);
        file.References--;
        return Errno.Success;
    }

    public Errno Close(int descriptor)
    {
        if (Find(descriptor, out OpenFile file) is not Errno.Success and var error)
            return error;
        lock (_gate)
            _files[descriptor] = null;
        return --file.References == 0 ? file.Close() : Errno.Success;
    }

    public void CloseAll()
    {
        for (int descriptor = 0; descriptor < _files.Count; descriptor++)
            Close(descriptor);
    }

    /// <summary>Hands on what was written to standard output.</summary>
    public void Flush()
    {
        foreach (OpenFile? file in _files)
        {
            if (file is StreamFile)
                file.Sync(dataOnly: true);
        }
    }

    private void Put(OpenFile file, int descriptor)
    {
        lock (_gate)
        {
            while (_files.Count <= descriptor)
                _files.Add(null);
            _files[descriptor] = file;
        }

        file.References++;
    }
}

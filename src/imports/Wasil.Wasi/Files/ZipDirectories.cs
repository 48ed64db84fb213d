using System.IO.Compression;

namespace Wasil.Wasi.Files;

/// <summary>Zip archives as directories: a tree in memory whose files are unpacked when they are first read.</summary>
internal static class ZipDirectories
{
    public static WasiDirectory Open(Stream stream)
    {
        var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var system = new MemoryFileSystem(long.MaxValue / 2, TimeProvider.System);
        foreach (ZipArchiveEntry entry in archive.Entries)
            Add(system, archive, entry);
        return system.Root.AsReadOnly();
    }

    private static void Add(MemoryFileSystem system, ZipArchive archive, ZipArchiveEntry entry)
    {
        string[] names = entry.FullName.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        bool isDirectory = entry.FullName.EndsWith('/');
        // Archives may name what lies outside of them; that is nowhere here.
        if (names.Length == 0 || names.Any(name => name is "." or ".." || WasiPath.IsTooLong(name)))
            return;
        ulong time = (ulong)Math.Max((entry.LastWriteTime.UtcTicks - DateTime.UnixEpoch.Ticks) * TimeSpan.NanosecondsPerTick, 0);
        MemoryDirectoryNode current = system.RootNode;
        for (int i = 0; i < names.Length; i++)
        {
            bool isFile = i == names.Length - 1 && !isDirectory;
            MemoryNode? found = current.Find(names[i]);
            if (found is null)
            {
                found = isFile ? FileOf(system, archive, entry) : new MemoryDirectoryNode(system, 0b101_101_101);
                current.Add(names[i], found);
            }

            if (i == names.Length - 1)
                found.SetTimes(time, time);
            // A name that is a file's and a directory's at once stays what it was first.
            if (found is not MemoryDirectoryNode directory)
                return;
            current = directory;
        }
    }

    private static MemoryFileNode FileOf(MemoryFileSystem system, ZipArchive archive, ZipArchiveEntry entry)
    {
        var file = new MemoryFileNode(system, 0b100_100_100);
        file.LoadLater((ulong)entry.Length, () =>
        {
            // The size that the archive tells bounds what is unpacked.
            var content = new byte[entry.Length];
            lock (archive)
            {
                using Stream unpacked = entry.Open();
                int read = unpacked.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
                return content[..read];
            }
        });
        return file;
    }
}

using System.Text;

namespace Wasil.Wasi.Tests;

/// <summary>With <see cref="WasiOptions.Deterministic"/> files look the same in each run.</summary>
public class DeterministicFilesTests
{
    private const long All = (1L << 30) - 1;

    [Fact]
    public void Two_runs_in_different_places_see_the_same()
    {
        string first = Run(["z", "b", "a", "m"]);
        Thread.Sleep(20);
        Assert.Equal(first, Run(["m", "a", "z", "b"]));
        Assert.Contains("\"a\"/regular_file, \"b\"/regular_file, \"dir\"/directory, \"link\"/regular_file, \"m\"/", first, StringComparison.Ordinal);
        Assert.Contains("ino=1,", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_of_one_file_have_one_number_and_files_of_their_own_others()
    {
        string trace = Run(["a"]);
        string[] inodes = [.. trace.Split('\n').Where(line => line.Contains("ino=", StringComparison.Ordinal))
            .Select(line => line.Split("ino=")[1].Split(',')[0])];
        // The file by its descriptor, by its path and by its second name; then another one.
        Assert.Equal(inodes[0], inodes[1]);
        Assert.Equal(inodes[0], inodes[2]);
        Assert.NotEqual(inodes[0], inodes[3]);
    }

    [Fact]
    public void The_number_of_what_a_rename_replaced_is_not_used_again()
    {
        using var data = new ReusingDirectory();
        WasmImports imports = new WasmImports().AddWasi(new WasiOptions { Deterministic = true, Preopens = { ["/"] = data } });
        using var guest = new Guest(imports, 1, "wasi_snapshot_preview1");
        "abc"u8.CopyTo(guest.Memory.Slice(0x400, 3));
        Assert.Equal(1, Created('a'));
        Assert.Equal(2, Created('b'));
        // A rename to itself, which replaces nothing.
        Assert.Equal(Guest.Success, guest.Call("path_rename", 3, 0x400, 1, 3, 0x400, 1));
        Assert.Equal(1, Number('a'));
        Assert.Equal(Guest.Success, guest.Call("path_rename", 3, 0x400, 1, 3, 0x401, 1));
        Assert.Equal(1, Number('b'));
        Assert.Equal(3, Created('c'));
        Assert.Equal(2u, data.InodeOf("c"));

        long Created(char name)
        {
            Assert.Equal(Guest.Success, guest.Call("path_create_directory", 3, 0x400 + name - 'a', 1));
            return Number(name);
        }

        long Number(char name)
        {
            Assert.Equal(Guest.Success, guest.Call("path_filestat_get", 3, 0, 0x400 + name - 'a', 1, 0x800));
            return guest.Memory.Read<long>(0x808);
        }
    }

    /// <summary>Names with numbers; the lowest that is free is given next, as file systems may.</summary>
    private sealed class ReusingDirectory : WasiDirectory
    {
        private readonly Dictionary<string, ulong> _names = [];

        public ulong InodeOf(string name) => _names[name];

        public override WasiDirectory Duplicate() => this;

        public override Errno Stat(out WasiFileStatus status)
        {
            status = new WasiFileStatus(WasiFileType.Directory, 1, 100, 1, 0, 0, 0, 0, 0);
            return Errno.Success;
        }

        public override Errno StatAt(string path, bool followLinks, out WasiFileStatus status)
        {
            bool isThere = _names.TryGetValue(path, out ulong inode);
            status = new WasiFileStatus(WasiFileType.RegularFile, 1, inode, 1, 0, 0, 0, 0, 0);
            return isThere ? Errno.Success : Errno.NoEntry;
        }

        public override Errno CreateDirectory(string path, int mode)
        {
            ulong inode = 1;
            while (_names.ContainsValue(inode))
                inode++;
            _names.Add(path, inode);
            return Errno.Success;
        }

        public override Errno Rename(string path, WasiDirectory newDirectory, string newPath)
        {
            ulong inode = _names[path];
            _names.Remove(path);
            _names[newPath] = inode;
            return Errno.Success;
        }

        public override Errno Open(string path, WasiOpenOptions options, out WasiNode? node)
        {
            node = null;
            return Errno.NotSupported;
        }

        public override Errno List(out IReadOnlyList<WasiDirectoryEntry> entries)
        {
            entries = [];
            return Errno.Success;
        }
    }

    private static string Run(string[] names)
    {
        string folder = Directory.CreateTempSubdirectory("wasil-").FullName;
        try
        {
            foreach (string name in names)
            {
                File.WriteAllText(Path.Combine(folder, name), name);
                File.SetLastWriteTimeUtc(Path.Combine(folder, name), new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
            }

            using WasiDirectory data = WasiDirectory.ReadWrite(folder);
            return Trace(data);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Trace(WasiDirectory data)
    {
        var lines = new StringBuilder();
        WasmImports imports = new WasmImports()
            .AddWasi(new WasiOptions { Deterministic = true, Preopens = { ["/"] = data } })
            .TraceWasi(WasiTracer.To(call => lines.Append(call.ToString().Split(" <")[0]).Append('\n')));
        using var guest = new Guest(imports, 1, "wasi_snapshot_preview1");
        "newlinkdira"u8.CopyTo(guest.Memory.Slice(0x400, 11));
        guest.Put(0x100, 0x300, 10);
        guest.Call("path_open", 3, 0, 0x400, 3, 1, All, All, 0, 0x80);
        guest.Call("fd_write", 4, 0x100, 1, 0x80);
        guest.Call("fd_filestat_get", 4, 0x800);
        guest.Call("path_link", 3, 0, 0x400, 3, 3, 0x403, 4);
        guest.Call("path_filestat_get", 3, 0, 0x400, 3, 0x800);
        guest.Call("path_filestat_get", 3, 0, 0x403, 4, 0x800);
        guest.Call("path_filestat_get", 3, 0, 0x40a, 1, 0x800);
        guest.Call("path_create_directory", 3, 0x407, 3);
        guest.Call("path_filestat_get", 3, 0, 0x407, 3, 0x800);
        guest.Call("fd_filestat_get", 3, 0x800);
        guest.Call("fd_readdir", 3, 0x1000, 0x1000, 0L, 0x80);
        lines.Append(Convert.ToHexString(guest.Memory.Slice(0x1000, (int)guest.Number(0x80)))).Append('\n');
        guest.Call("path_unlink_file", 3, 0x403, 4);
        guest.Call("path_unlink_file", 3, 0x400, 3);
        guest.Call("path_open", 3, 0, 0x400, 3, 1, All, All, 0, 0x80);
        guest.Call("path_filestat_get", 3, 0, 0x400, 3, 0x800);
        guest.Call("path_rename", 3, 0x400, 3, 3, 0x403, 4);
        guest.Call("path_filestat_get", 3, 0, 0x403, 4, 0x800);
        guest.Call("path_filestat_get", 3, 0, 0x400, 3, 0x800);
        return lines.ToString();
    }
}

namespace Wasil.Wasi.Tests;

/// <summary>Beyond a limit the guest gets an error, and the host is told.</summary>
public class LimitTests
{
    private const int Quota = 19, TooManyDescriptors = 33;
    private const long ReadAndWrite = 2 | 64 | (1 << 22) | (1 << 8);

    private readonly List<WasiQuota> _exceeded = [];

    private Guest Create(WasiDirectory data, WasiLimits limits, Stream? output = null)
    {
        limits.OnExceeded = _exceeded.Add;
        var guest = new Guest(new WasiOptions { Preopens = { ["/"] = data }, Limits = limits, Stdout = output ?? Stream.Null });
        "abcdefghij"u8.CopyTo(guest.Memory.Slice(0x400, 10));
        guest.Put(0x100, 0x300, 10, 0x300, 10);
        return guest;
    }

    private static int Open(Guest guest, int name, int open = 1, int length = 1) =>
        guest.Call("path_open", 3, 0, 0x400 + name, length, open, ReadAndWrite, 0L, 0, 0x80);

    [Fact]
    public void A_directory_with_limits()
    {
        using WasiDirectory data = WasiDirectory.InMemory();
        WasiDirectory limited = data.WithLimits(new WasiLimits { BytesWritten = 45, EntriesCreated = 4, OnExceeded = _exceeded.Add });
        var options = new WasiOpenOptions { Read = true, Write = true, Create = true };
        Assert.Equal(Errno.Success, limited.Open("a", options, out WasiNode? node));
        var file = Assert.IsType<WasiFile>(node, exactMatch: false);
        Assert.Equal(Errno.Success, file.WriteAt(0, new byte[20], out int written));
        Assert.Equal(20, written);
        Assert.Equal(Errno.Success, file.SetSize(10));
        Assert.Equal(Errno.Success, file.Allocate(0, 15));
        Assert.Equal(Errno.DiskQuota, file.SetSize(1 << 20));
        Assert.Equal(Errno.DiskQuota, file.Allocate(ulong.MaxValue, ulong.MaxValue));
        Assert.Equal(Errno.DiskQuota, file.WriteAt(1 << 20, [1], out written));
        Assert.Equal(0, written);
        Assert.Equal([WasiQuota.BytesWritten], _exceeded);
        // Five that lie between, and two; all who have the directory count.
        Assert.Equal(Errno.Success, file.WriteAt(20, [1, 2], out _));
        using WasiDirectory twin = limited.Duplicate();
        Assert.Equal(Errno.Success, twin.Open("a", options, out WasiNode? again));
        var second = Assert.IsType<WasiFile>(again, exactMatch: false);
        Assert.Equal(Errno.Success, second.Append(new byte[20], out written, out ulong end));
        Assert.Equal((13, 35UL), (written, end));
        Assert.Equal(Errno.DiskQuota, second.Append([1], out written, out _));
        Assert.Equal(0, written);
        Assert.Equal(Errno.Success, second.WriteAt(0, [], out _));
        Assert.Equal(Errno.Success, file.ReadAt(20, new byte[2], out int read));
        Assert.Equal(2, read);
        Assert.Equal(Errno.Success, file.Stat(out WasiFileStatus status));
        Assert.Equal(35u, status.Size);

        Assert.Equal(Errno.Success, limited.CreateDirectory("dir"));
        Assert.Equal(Errno.Exists, limited.CreateDirectory("dir"));
        Assert.Equal(Errno.Success, twin.Symlink("a", "dir/link"));
        Assert.Equal(Errno.Success, limited.Open("dir", new WasiOpenOptions { Read = true, Directory = true }, out node));
        var inner = Assert.IsType<WasiDirectory>(node, exactMatch: false);
        Assert.Equal(Errno.Success, limited.Rename("a", inner, "b"));
        Assert.Equal(Errno.Success, inner.Link("b", false, limited, "c"));
        Assert.Equal([WasiQuota.BytesWritten], _exceeded);
        Assert.Equal(Errno.DiskQuota, inner.Open("d", options, out node));
        Assert.Null(node);
        Assert.Equal(Errno.DiskQuota, inner.Link("b", false, limited, "d"));
        Assert.Equal(Errno.DiskQuota, twin.CreateDirectory("d"));
        Assert.Equal(Errno.Success, limited.UnlinkFile("c"));
        Assert.Equal(Errno.DiskQuota, limited.Symlink("b", "d"));
        Assert.Equal(Errno.Success, limited.List(out IReadOnlyList<WasiDirectoryEntry> entries));
        Assert.Equal("dir", Assert.Single(entries).Name);
        Assert.Equal([WasiQuota.BytesWritten, WasiQuota.EntriesCreated], _exceeded);
        Assert.Equal(Errno.Success, data.CreateDirectory("free"));
    }

    [Fact]
    public void Descriptors()
    {
        using WasiDirectory data = WasiDirectory.InMemory();
        using Guest guest = Create(data, new WasiLimits { OpenDescriptors = 6 });
        Assert.Equal(Guest.Success, Open(guest, 0));
        Assert.Equal(Guest.Success, Open(guest, 0));
        Assert.Empty(_exceeded);
        Assert.Equal(TooManyDescriptors, Open(guest, 0));
        Assert.Equal(TooManyDescriptors, Open(guest, 0));
        Assert.Equal([WasiQuota.OpenDescriptors], _exceeded);
        guest.Call("fd_close", 0);
        Assert.Equal(Guest.Success, Open(guest, 0));
        Assert.Equal(0u, guest.Number(0x80));
        Assert.Equal(TooManyDescriptors, Open(guest, 0));
    }

    [Fact]
    public void Bytes_of_files_and_streams_together()
    {
        using WasiDirectory data = WasiDirectory.InMemory();
        using var output = new MemoryStream();
        using Guest guest = Create(data, new WasiLimits { BytesWritten = 45 }, output);
        Assert.Equal(Guest.Success, Open(guest, 0));
        Assert.Equal(Guest.Success, guest.Call("fd_write", 4, 0x100, 2, 0x80));
        Assert.Equal(20u, guest.Number(0x80));
        Assert.Equal(Guest.Success, guest.Call("fd_write", 1, 0x100, 1, 0x80));
        Assert.Equal(Guest.Success, guest.Call("fd_filestat_set_size", 4, 10L));
        Assert.Equal(Guest.Success, guest.Call("fd_filestat_set_size", 4, 20L));
        Assert.Equal(Quota, guest.Call("fd_filestat_set_size", 4, 1L << 40));
        Assert.Equal(Quota, guest.Call("fd_allocate", 4, 0L, 26L));
        Assert.Equal([WasiQuota.BytesWritten], _exceeded);
        // What was left is written, and told as far as it went.
        Assert.Equal(Guest.Success, guest.Call("fd_pwrite", 4, 0x100, 2, 0L, 0x80));
        Assert.Equal(5u, guest.Number(0x80));
        Assert.Equal(Quota, guest.Call("fd_write", 4, 0x100, 1, 0x80));
        Assert.Equal(Quota, guest.Call("fd_write", 1, 0x100, 1, 0x80));
        Assert.Equal(10, output.Length);
        Assert.Single(_exceeded);
        Assert.Equal(Guest.BadDescriptor, guest.Call("fd_close", 77));
    }

    [Fact]
    public void What_could_not_be_written_does_not_count()
    {
        using WasiDirectory data = WasiDirectory.InMemory();
        using Guest guest = Create(data, new WasiLimits { BytesWritten = 10 });
        for (int i = 0; i < 5; i++)
            Assert.Equal(Guest.BadDescriptor, guest.Call("fd_write", 0, 0x100, 1, 0x80));
        Assert.Equal(Guest.Success, guest.Call("fd_write", 1, 0x100, 1, 0x80));
        Assert.Equal(Quota, guest.Call("fd_write", 1, 0x100, 1, 0x80));
    }

    [Fact]
    public void Entries_of_each_kind()
    {
        using WasiDirectory data = WasiDirectory.InMemory();
        using Guest guest = Create(data, new WasiLimits { EntriesCreated = 4 });
        Assert.Equal(Guest.Success, Open(guest, 0));
        Assert.Equal(Guest.Success, Open(guest, 0));
        Assert.Equal(Guest.Success, guest.Call("path_create_directory", 3, 0x401, 1));
        Assert.Equal(20, guest.Call("path_create_directory", 3, 0x401, 1));
        Assert.Equal(Guest.Success, guest.Call("path_symlink", 0x400, 1, 3, 0x402, 1));
        Assert.Equal(Guest.Success, guest.Call("path_link", 3, 0, 0x400, 1, 3, 0x403, 1));
        Assert.Empty(_exceeded);
        Assert.Equal(Quota, Open(guest, 4));
        Assert.Equal(Quota, guest.Call("path_create_directory", 3, 0x405, 1));
        Assert.Equal(Quota, guest.Call("path_symlink", 0x400, 1, 3, 0x406, 1));
        Assert.Equal(Quota, guest.Call("path_link", 3, 0, 0x400, 1, 3, 0x407, 1));
        Assert.Equal([WasiQuota.EntriesCreated], _exceeded);
        Assert.Equal(Guest.Success, Open(guest, 3));
        Assert.Equal(Guest.Success, guest.Call("path_unlink_file", 3, 0x400, 1));
        Assert.Equal(Quota, Open(guest, 4));
        Assert.Equal(Errno.NoEntry, data.StatAt("e", true, out _));
    }

    [Fact]
    public void Each_instance_has_its_own_share_and_hosts_may_throw()
    {
        using WasiDirectory data = WasiDirectory.InMemory();
        var limits = new WasiLimits { BytesWritten = 10, OnExceeded = _ => throw new TimeZoneNotFoundException() };
        WasmImports imports = new WasmImports().AddWasi(new WasiOptions { Limits = limits });
        limits.BytesWritten = 0;
        for (int i = 0; i < 2; i++)
        {
            using var guest = new Guest(imports, 1, "wasi_snapshot_preview1");
            guest.Put(0x100, 0x300, 10);
            Assert.Equal(Guest.Success, guest.Call("fd_write", 1, 0x100, 1, 0x80));
            Assert.Throws<TimeZoneNotFoundException>(() => guest.Call("fd_write", 1, 0x100, 1, 0x80));
            Assert.Equal(Quota, guest.Call("fd_write", 1, 0x100, 1, 0x80));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new WasiLimits { OpenDescriptors = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WasiLimits { BytesWritten = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WasiLimits { EntriesCreated = -1 });
    }
}

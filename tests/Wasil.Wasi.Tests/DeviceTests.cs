using System.Text;

namespace Wasil.Wasi.Tests;

/// <summary>Devices of the host's own, as descriptors and under paths.</summary>
public class DeviceTests
{
    private const int Again = 6, ReadOnlySystem = 69, NoEntry = 44, Exists = 20, IsDirectory = 31, NotPermitted = 63;
    private const long ReadAndWrite = 2 | 64 | (1 << 21) | (1 << 27) | (1 << 3);

    private static Guest Create(WasiOptions options)
    {
        var guest = new Guest(options);
        "tty/pipe..x"u8.CopyTo(guest.Memory.Slice(0x400, 11));
        guest.Put(0x100, 0x200, 16);
        guest.Put(0x108, 0x300, 5);
        "hello"u8.CopyTo(guest.Memory.Slice(0x300, 5));
        return guest;
    }

    private static string Text(Guest guest, int length) => Encoding.UTF8.GetString(guest.Memory.Slice(0x200, length));

    [Fact]
    public void A_device_is_a_descriptor_at_its_number()
    {
        var pipe = new Pipe();
        pipe.Give("abc");
        using (Guest guest = Create(new WasiOptions { Devices = { [3] = () => pipe, [9] = () => new Pipe(), [1] = () => pipe } }))
        {
            Assert.Equal(Guest.Success, guest.Call("fd_read", 3, 0x100, 1, 0x80));
            Assert.Equal((3u, "abc"), (guest.Number(0x80), Text(guest, 3)));
            Assert.Equal(Guest.Success, guest.Call("fd_write", 1, 0x108, 1, 0x80));
            Assert.Equal("hello", pipe.Taken);
            Assert.Equal(Guest.Success, guest.Call("fd_filestat_get", 9, 0x80));
            Assert.Equal(Guest.BadDescriptor, guest.Call("fd_filestat_get", 8, 0x80));
            Assert.Equal(Guest.InvalidSeek, guest.Call("fd_seek", 3, 0L, 0, 0x80));
            Assert.Equal(Guest.BadDescriptor, guest.Call("fd_prestat_get", 3, 0x80));
            Assert.Equal(Guest.Success, guest.Call("fd_fdstat_set_flags", 3, 4));
            Assert.Equal(Again, guest.Call("fd_read", 3, 0x100, 1, 0x80));
            Assert.Equal(0, pipe.Closed);
            Assert.Equal(Guest.Success, guest.Call("fd_close", 3));
            Assert.Equal(1, pipe.Closed);
            Assert.Equal(Guest.BadDescriptor, guest.Call("fd_read", 3, 0x100, 1, 0x80));
        }

        Assert.Equal(2, pipe.Closed);
    }

    [Fact]
    public void A_device_is_found_under_its_path()
    {
        int made = 0;
        using WasiDirectory files = WasiDirectory.InMemory();
        using WasiDirectory devices = WasiDirectory.OfDevices([new("pipe", () =>
        {
            made++;
            return new Pipe("x");
        })]);
        using WasiDirectory tree = WasiDirectory.Tree([new("/", files), new("/tty", devices)]);
        using Guest guest = Create(new WasiOptions { Preopens = { ["/"] = tree } });
        Assert.Equal(Guest.Success, guest.Call("path_open", 3, 0, 0x400, 8, 0, ReadAndWrite, 0L, 0, 0x80));
        Assert.Equal(4u, guest.Number(0x80));
        Assert.Equal(1, made);
        Assert.Equal(Guest.Success, guest.Call("fd_read", 4, 0x100, 1, 0x80));
        Assert.Equal("x", Text(guest, 1));
        Assert.Equal(Guest.Success, guest.Call("path_filestat_get", 3, 0, 0x400, 8, 0x800));
        Assert.Equal(ReadOnlySystem, guest.Call("path_open", 3, 0, 0x400, 6, 1, ReadAndWrite, 0L, 0, 0x80));
        Assert.Equal(NoEntry, guest.Call("path_open", 3, 0, 0x400, 6, 0, ReadAndWrite, 0L, 0, 0x80));
        Assert.Equal(Exists, guest.Call("path_open", 3, 0, 0x400, 8, 1 | 4, ReadAndWrite, 0L, 0, 0x80));
        Assert.Equal(Guest.NotDirectory, guest.Call("path_open", 3, 0, 0x400, 8, 2, 0L, 0L, 0, 0x80));
        Assert.Equal(IsDirectory, guest.Call("path_open", 3, 0, 0x400, 3, 0, ReadAndWrite, 0L, 0, 0x80));
        Assert.Equal(1, made);
        Assert.Equal(Errno.NotPermitted, devices.StatAt("..", true, out _));
        Assert.Equal(Errno.NotPermitted, devices.StatAt("/pipe", true, out _));
        Assert.Equal(Errno.NotDirectory, devices.StatAt("pipe/x", true, out _));
        Assert.Equal(Errno.NotDirectory, devices.StatAt("pipe/", true, out _));
        Assert.Equal(Errno.Success, devices.StatAt("./pipe", true, out _));
        Assert.Equal(Errno.Success, devices.List(out IReadOnlyList<WasiDirectoryEntry> entries));
        Assert.Equal(["pipe"], entries.Select(entry => entry.Name));
        using WasiDirectory fixedTree = tree.AsReadOnly();
        Assert.Equal(Errno.Success, fixedTree.Open("tty/pipe", new WasiOpenOptions(), out WasiNode? node));
        Assert.IsAssignableFrom<WasiDevice>(node);
        node!.Dispose();
    }

    [Fact]
    public void A_guest_waits_for_a_device_and_is_woken()
    {
        var pipe = new Pipe();
        using Guest guest = Create(new WasiOptions { Devices = { [3] = () => pipe } });
        Thread later = GiveLater(pipe, "late");
        guest.PutDescriptor(0x500, 7, 1, 3);
        Assert.Equal(Guest.Success, guest.Call("poll_oneoff", 0x500, 0x600, 1, 0x80));
        Assert.Equal((7UL, 4UL), (guest.Long(0x600), guest.Long(0x610)));
        later.Join();
        Assert.Equal(Guest.Success, guest.Call("fd_read", 3, 0x100, 1, 0x80));
        Assert.Equal("late", Text(guest, 4));
        later = GiveLater(pipe, "more");
        Assert.Equal(Guest.Success, guest.Call("fd_read", 3, 0x100, 1, 0x80));
        Assert.Equal("more", Text(guest, 4));
        later.Join();
    }

    [Fact]
    public void Whoever_waits_for_a_device_can_be_cancelled()
    {
        var engine = new WasmEngine(new WasmEngineOptions { Interruptible = true });
        using WasmInstance instance = engine.Compile(Guest.Build("wasi_snapshot_preview1", Signatures.All, 1))
            .Instantiate(new WasmImports().AddWasi(new WasiOptions { Devices = { [3] = () => new Pipe() } }));
        instance.Memory.Write(0x100, 0x200);
        instance.Memory.Write(0x104, 16);
        using var end = new CancellationTokenSource(30);
        var results = new WasmValue[1];
        Assert.ThrowsAny<OperationCanceledException>(() =>
            instance.GetFunction("fd_read").Invoke([3, 0x100, 1, 0x80], results, end.Token));
    }

    [Fact]
    public void A_guest_cannot_make_a_device_hang_or_lie()
    {
        var broken = new Broken();
        using Guest guest = Create(new WasiOptions { Devices = { [3] = () => broken } });
        Assert.Equal(Guest.IO, guest.Call("fd_write", 3, 0x108, 1, 0x80));
        Assert.Throws<InvalidOperationException>(() => guest.Call("fd_read", 3, 0x100, 1, 0x80));
        var random = new Random(3);
        using Guest hostile = Create(new WasiOptions { Devices = { [3] = () => new Pipe("some", isNonBlocking: true) } });
        hostile.Call("fd_fdstat_set_flags", 3, 4);
        foreach ((string name, string parameters) in Signatures.All)
        {
            if (!parameters.StartsWith('i') || !name.StartsWith("fd_", StringComparison.Ordinal) || name is "fd_close" or "fd_renumber")
                continue;
            for (int i = 0; i < 200; i++)
            {
                WasmValue[] arguments = [3, .. parameters[1..].Select(kind => kind == 'l'
                    ? (WasmValue)random.NextInt64(long.MinValue, long.MaxValue) : random.Next(2) == 0 ? random.Next(0x10000) : random.Next())];
                Assert.InRange(hostile.Call(name, arguments), 0, 76);
            }
        }
    }

    [Fact]
    public void Numbers_that_are_taken_are_refused()
    {
        using WasiDirectory data = WasiDirectory.InMemory();
        foreach (int number in (int[])[-1, 3, 1024])
        {
            var options = new WasiOptions { Preopens = { ["/data"] = data }, Devices = { [number] = () => new Pipe() } };
            Assert.Throws<ArgumentException>(() => new WasmImports().AddWasi(options));
        }

        foreach (string name in (string[])["", ".", "..", "a/b", "\0"])
            Assert.Throws<ArgumentException>(() => WasiDirectory.OfDevices([new(name, () => new Pipe())]));
    }

    private static Thread GiveLater(Pipe pipe, string text)
    {
        var thread = new Thread(() =>
        {
            Thread.Sleep(30);
            pipe.Give(text);
        });
        thread.Start();
        return thread;
    }

    /// <summary>What the host gives can be read, what the guest writes is kept.</summary>
    private sealed class Pipe(string first = "", bool isNonBlocking = false) : WasiDevice
    {
        private readonly Lock _gate = new();
        private readonly Queue<byte> _bytes = new(Encoding.UTF8.GetBytes(first));
        private readonly List<byte> _taken = [];

        public int Closed { get; private set; }

        public string Taken => Encoding.UTF8.GetString([.. _taken]);

        public void Give(string text)
        {
            lock (_gate)
            {
                foreach (byte each in Encoding.UTF8.GetBytes(text))
                    _bytes.Enqueue(each);
            }

            NotifyChange();
        }

        public override Errno Read(Span<byte> buffer, out int read)
        {
            read = 0;
            lock (_gate)
            {
                while (read < buffer.Length && _bytes.TryDequeue(out byte each))
                    buffer[read++] = each;
                return read > 0 || isNonBlocking ? Errno.Success : Errno.Again;
            }
        }

        public override Errno Write(ReadOnlySpan<byte> buffer, out int written)
        {
            written = Math.Min(buffer.Length, 2);
            _taken.AddRange(buffer[..written]);
            return Errno.Success;
        }

        public override Errno Poll(bool write, out ulong available)
        {
            lock (_gate)
            {
                available = write ? 2 : (ulong)_bytes.Count;
                return available > 0 || isNonBlocking ? Errno.Success : Errno.Again;
            }
        }

        protected override void Close() => Closed++;
    }

    private sealed class Broken : WasiDevice
    {
        public override Errno Read(Span<byte> buffer, out int read)
        {
            read = buffer.Length + 1;
            return Errno.Success;
        }

        public override Errno Write(ReadOnlySpan<byte> buffer, out int written)
        {
            written = 0;
            return Errno.Success;
        }

        public override Errno Poll(bool write, out ulong available)
        {
            available = 1;
            return Errno.Success;
        }
    }
}

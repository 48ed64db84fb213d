using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Wasil.Wasi.Tests;

/// <summary>Sockets that the host gives: accepting, receiving, sending, waiting, and their end.</summary>
public sealed class SocketTests : IDisposable
{
    private const int Listener = 3, Connection = 4, NonBlocking = 4;
    private const uint Vectors = 0x100, Result = 0x80, Flags = 0x88, Buffer = 0x1000, In = 0x200, Out = 0x800;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<IDisposable> _open = [];

    public SocketTests() => _listener.Start();

    public void Dispose()
    {
        foreach (IDisposable thing in _open)
            thing.Dispose();
        _listener.Dispose();
    }

    private Guest Create(WasiOptions? options = null, int pages = 1)
    {
        options ??= new WasiOptions();
        options.Sockets.Add(_listener);
        return Keep(new Guest(options, pages));
    }

    private T Keep<T>(T thing)
        where T : IDisposable
    {
        _open.Add(thing);
        return thing;
    }

    private Socket Connect()
    {
        var client = Keep(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        client.Connect(_listener.LocalEndpoint);
        return client;
    }

    private (Guest Guest, Socket Client) Connected(int flags = 0, int pages = 1)
    {
        Guest guest = Create(pages: pages);
        Socket client = Connect();
        Assert.Equal(Guest.Success, guest.Call("sock_accept", Listener, flags, Result));
        Assert.Equal((uint)Connection, guest.Number(Result));
        return (guest, client);
    }

    // What has been sent arrives soon, and not at once.
    private static void Arrive(Guest guest, int descriptor, byte type = 1)
    {
        guest.PutDescriptor(In, 1, type, (uint)descriptor);
        Assert.Equal(Guest.Success, guest.Call("poll_oneoff", In, Out, 1, Result));
    }

    [Fact]
    public void A_connection_is_read_from_and_written_to()
    {
        (Guest guest, Socket client) = Connected();
        client.Send("hello"u8);
        guest.Put(Vectors, Buffer, 3, Buffer + 0x10, 100);
        Assert.Equal(Guest.Success, guest.Call("fd_read", Connection, Vectors, 2, Result));
        Assert.Equal(5u, guest.Number(Result));
        Assert.Equal("hel", guest.Memory.ReadString(Buffer, 3));
        Assert.Equal("lo", guest.Memory.ReadString(Buffer + 0x10, 2));

        guest.Memory.WriteString(Buffer, "world");
        guest.Put(Vectors, Buffer, 5);
        Assert.Equal(Guest.Success, guest.Call("sock_send", Connection, Vectors, 1, 0, Result));
        Assert.Equal(Guest.Success, guest.Call("fd_write", Connection, Vectors, 1, Result));
        Assert.Equal("worldworld", Receive(client, 10));

        Assert.Equal(Guest.Success, guest.Call("fd_close", Connection));
        Assert.Equal(0, client.Receive(new byte[1]));
        Assert.Equal(Guest.BadDescriptor, guest.Call("fd_write", Connection, Vectors, 1, Result));
    }

    [Fact]
    public async Task Nothing_has_come_yet()
    {
        Guest guest = Create();
        Assert.Equal(Guest.Success, guest.Call("fd_fdstat_set_flags", Listener, NonBlocking));
        Assert.Equal(Guest.Again, guest.Call("sock_accept", Listener, NonBlocking, Result));
        Socket client = Connect();
        Arrive(guest, Listener);
        Assert.Equal(Guest.Success, guest.Call("sock_accept", Listener, NonBlocking, Result));
        guest.Put(Vectors, Buffer, 10);
        Assert.Equal(Guest.Again, guest.Call("fd_read", Connection, Vectors, 1, Result));
        Assert.Equal(Guest.Again, guest.Call("sock_recv", Connection, Vectors, 1, 0, Result, Flags));
        Assert.Equal(Guest.Again, guest.Call("sock_recv", Connection, Vectors, 1, 1, Result, Flags));
        guest.Call("fd_fdstat_get", Connection, 0x300);
        Assert.Equal(NonBlocking, guest.Memory.Read<ushort>(0x302));

        // Without the flag, the same call waits.
        Assert.Equal(Guest.Success, guest.Call("fd_fdstat_set_flags", Connection, 0));
        Task sending = Task.Run(() => client.Send("later"u8));
        Assert.Equal(Guest.Success, guest.Call("sock_recv", Connection, Vectors, 1, 0, Result, Flags));
        await sending.WaitAsync(Guest.Soon, TestContext.Current.CancellationToken);
        Assert.InRange(guest.Number(Result), 1u, 5u);
    }

    [Fact]
    public async Task What_has_come_can_be_looked_at_and_waited_for_whole()
    {
        (Guest guest, Socket client) = Connected();
        client.Send("abc"u8);
        guest.Put(Vectors, Buffer, 0, Buffer, 6);
        Arrive(guest, Connection);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(Guest.Success, guest.Call("sock_recv", Connection, Vectors, 2, 1, Result, Flags));
            Assert.Equal((3u, "abc"), (guest.Number(Result), guest.Memory.ReadString(Buffer, 3)));
        }

        Task sending = Task.Run(async () =>
        {
            await Task.Delay(30, CancellationToken.None);
            client.Send("def"u8);
        });
        guest.Put(Flags, uint.MaxValue);
        Assert.Equal(Guest.Success, guest.Call("sock_recv", Connection, Vectors, 2, 2, Result, Flags));
        Assert.Equal((6u, "abcdef"), (guest.Number(Result), guest.Memory.ReadString(Buffer, 6)));
        Assert.Equal(0xffff_0000u, guest.Number(Flags));
        await sending.WaitAsync(Guest.Soon, TestContext.Current.CancellationToken);

        client.Shutdown(SocketShutdown.Send);
        Assert.Equal(Guest.Success, guest.Call("sock_recv", Connection, Vectors, 2, 2, Result, Flags));
        Assert.Equal(0u, guest.Number(Result));
        Assert.Equal(Guest.Invalid, guest.Call("sock_recv", Connection, Vectors, 2, 4, Result, Flags));
        Assert.Equal(Guest.Invalid, guest.Call("sock_send", Connection, Vectors, 2, 1, Result));
    }

    [Fact]
    public async Task Large_output_waits_for_room_or_is_cut_off()
    {
        const int Size = 20_000_000;
        (Guest guest, Socket client) = Connected(pages: 310);
        guest.Put(Vectors, 0x1_0000, Size);
        new Random(3).NextBytes(guest.Memory.Slice(0x1_0000UL, Size));
        byte[] expected = guest.Memory.Slice(0x1_0000UL, Size).ToArray();
        byte[] received = new byte[Size];
        Task<int> receiving = Task.Run(() => new NetworkStream(client).ReadAtLeast(received, Size));
        Assert.Equal(Guest.Success, guest.Call("fd_write", Connection, Vectors, 1, Result));
        Assert.Equal((uint)Size, guest.Number(Result));
        Assert.Equal(Size, await receiving.WaitAsync(Guest.Soon, TestContext.Current.CancellationToken));
        Assert.True(expected.AsSpan().SequenceEqual(received));

        Assert.Equal(Guest.Success, guest.Call("fd_fdstat_set_flags", Connection, NonBlocking));
        Assert.Equal(Guest.Success, guest.Call("fd_write", Connection, Vectors, 1, Result));
        Assert.InRange(guest.Number(Result), 1u, (uint)Size - 1);

        // Only the clock says something, until the other side reads; before that its buffer may still grow.
        guest.PutDescriptor(In, 1, 2, Connection);
        guest.PutClock(In + 48, 2, 1, 50_000_000, 0);
        do
        {
            int written = Guest.Success;
            while (written == Guest.Success)
                written = guest.Call("fd_write", Connection, Vectors, 1, Result);
            Assert.Equal(Guest.Again, written);
            Assert.Equal(Guest.Success, guest.Call("poll_oneoff", In, Out, 2, Result));
        }
        while (guest.Long(Out) == 1);
        Assert.Equal((1u, 2ul), (guest.Number(Result), guest.Long(Out)));
        Task draining = Task.Run(() => new NetworkStream(client).ReadAtLeast(received, 1_000_000));
        Assert.Equal(Guest.Success, guest.Call("poll_oneoff", In, Out, 1, Result));
        Assert.Equal((1u, 1ul), (guest.Number(Result), guest.Long(Out)));
        await draining.WaitAsync(Guest.Soon, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Directions_are_shut_down()
    {
        (Guest guest, Socket client) = Connected();
        Assert.Equal(Guest.Invalid, guest.Call("sock_shutdown", Connection, 0));
        Assert.Equal(Guest.Invalid, guest.Call("sock_shutdown", Connection, 4));
        Assert.Equal(Guest.Success, guest.Call("sock_shutdown", Connection, 2));
        Assert.Equal(0, client.Receive(new byte[1]));
        guest.Put(Vectors, Buffer, 4);
        Assert.Equal(Guest.BrokenPipe, guest.Call("fd_write", Connection, Vectors, 1, Result));
        client.Send("more"u8);
        Assert.Equal(Guest.Success, guest.Call("fd_read", Connection, Vectors, 1, Result));
        Assert.Equal(4u, guest.Number(Result));
        Assert.Equal(Guest.Success, guest.Call("sock_shutdown", Connection, 3));
        Assert.Equal(Guest.Success, guest.Call("fd_read", Connection, Vectors, 1, Result));
        Assert.Equal(0u, guest.Number(Result));
    }

    [Fact]
    public void A_socket_looks_like_one()
    {
        (Guest guest, _) = Connected();
        foreach (int socket in (int[])[Listener, Connection])
        {
            Assert.Equal(Guest.Success, guest.Call("fd_fdstat_get", socket, 0x300));
            Assert.Equal((byte)WasiFileType.SocketStream, guest.Memory.Read<byte>(0x300));
            Assert.Equal(Guest.Success, guest.Call("fd_filestat_get", socket, 0x300));
            Assert.Equal((byte)WasiFileType.SocketStream, guest.Memory.Read<byte>(0x310));
            Assert.Equal(Guest.BadDescriptor, guest.Call("fd_prestat_get", socket, 0x300));
            Assert.Equal(Guest.InvalidSeek, guest.Call("fd_seek", socket, 0L, 0, 0x300));
            Assert.Equal(Guest.InvalidSeek, guest.Call("fd_tell", socket, 0x300));
            Assert.Equal(Guest.Invalid, guest.Call("fd_sync", socket));
            Assert.Equal(Guest.Invalid, guest.Call("fd_filestat_set_size", socket, 0L));
            Assert.Equal(Guest.NotDirectory, guest.Call("path_create_directory", socket, 0, 0));
        }

        guest.Put(Vectors, Buffer, 4);
        Assert.Equal(Guest.NotConnected, guest.Call("fd_read", Listener, Vectors, 1, Result));
        Assert.Equal(Guest.NotConnected, guest.Call("fd_write", Listener, Vectors, 1, Result));
        Assert.Equal(Guest.NotConnected, guest.Call("sock_recv", Listener, Vectors, 1, 0, Result, Flags));
        Assert.Equal(Guest.NotConnected, guest.Call("sock_shutdown", Listener, 3));
        Assert.Equal(Guest.Invalid, guest.Call("sock_accept", Connection, 0, Result));
        Assert.Equal(Guest.Invalid, guest.Call("sock_accept", Listener, 1, Result));
        Assert.Equal(Guest.Fault, guest.Call("sock_accept", Listener, 0, guest.End));
        Assert.Equal(Guest.NotSocket, guest.Call("sock_accept", 0, 0, Result));
    }

    [Fact]
    public void Rights_that_were_given_up_are_missed()
    {
        Guest guest = Create();
        const long Accept = 1 << 29, Read = 1 << 1;
        Assert.Equal(Guest.NotCapable, guest.Call("fd_fdstat_set_rights", Listener, -1L, 0L));
        Assert.Equal(Guest.Success, guest.Call("fd_fdstat_set_rights", Listener, Accept, Read));
        Connect();
        Assert.Equal(Guest.Success, guest.Call("sock_accept", Listener, 0, Result));
        guest.Put(Vectors, Buffer, 4);
        Assert.Equal(Guest.BadDescriptor, guest.Call("fd_fdstat_set_rights", 9, 0L, 0L));
        Assert.Equal(Guest.NotCapable, guest.Call("sock_shutdown", Connection, 1));
        Assert.Equal(Guest.Success, guest.Call("fd_fdstat_set_rights", Listener, 0L, 0L));
        Assert.Equal(Guest.NotCapable, guest.Call("sock_accept", Listener, 0, Result));
    }

    [Fact]
    public void Sockets_follow_folders_and_are_the_hosts()
    {
        Guest guest = Create(new WasiOptions { Preopens = { ["/tmp"] = WasiDirectory.InMemory(1000) } });
        Connect();
        Assert.Equal(Guest.Success, guest.Call("fd_prestat_get", 3, Result));
        Assert.Equal(Guest.BadDescriptor, guest.Call("fd_prestat_get", 4, Result));
        Assert.Equal(Guest.Success, guest.Call("sock_accept", 4, 0, Result));
        Assert.Equal(Guest.Success, guest.Call("fd_close", 4));
        Socket later = Connect();
        using Socket accepted = _listener.Server.Poll(10_000_000, SelectMode.SelectRead)
            ? _listener.AcceptSocket() : throw new TimeoutException();
        accepted.Send("x"u8);
        Assert.Equal("x", Receive(later, 1));
    }

    [Fact]
    public void A_connection_can_be_given_too()
    {
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        client.Connect(_listener.LocalEndpoint);
        using Socket server = _listener.AcceptSocket();
        using (var guest = new Guest(new WasiOptions { Sockets = { server } }))
        {
            guest.Memory.WriteString(Buffer, "given");
            guest.Put(Vectors, Buffer, 5);
            Assert.Equal(Guest.Success, guest.Call("fd_write", 3, Vectors, 1, Result));
            Assert.Equal(Guest.Success, guest.Call("fd_close", 3));
        }

        Assert.Equal("given", Receive(client, 5));
        server.Send("still open"u8);
        Assert.Equal("still open", Receive(client, 10));
    }

    [Fact]
    public void What_is_no_socket_to_be_given_is_refused()
    {
        using var idle = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var datagrams = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        Assert.Throws<ArgumentException>(() => new WasmImports().AddWasi(new WasiOptions { Sockets = { idle } }));
        Assert.Throws<ArgumentException>(() => new WasmImports().AddWasi(new WasiOptions { Sockets = { datagrams } }));
        Assert.Throws<ArgumentNullException>(() => new WasiOptions { Sockets = { (Socket)null! } });
        Assert.Throws<ArgumentNullException>(() => new WasiOptions { Sockets = { (TcpListener)null! } });
        var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        closed.Dispose();
        Assert.ThrowsAny<Exception>(() => new WasiOptions { Sockets = { closed } } is var options ? new WasmImports().AddWasi(options) : null);
    }

    [Fact]
    public async Task Two_instances_accept_from_one_socket()
    {
        WasmImports imports = new WasmImports().AddWasi(new WasiOptions { Sockets = { _listener } });
        Guest[] guests = [Keep(new Guest(imports, 1, "wasi_snapshot_preview1")), Keep(new Guest(imports, 1, "wasi_snapshot_preview1"))];
        Task<int>[] accepting = [.. guests.Select(guest => Task.Run(() => guest.Call("sock_accept", Listener, 0, Result)))];
        Connect();
        Task<int> first = await Task.WhenAny(accepting).WaitAsync(Guest.Soon, TestContext.Current.CancellationToken);
        Assert.Equal(Guest.Success, await first);
        Task<int> second = accepting.Single(task => task != first);
        Assert.False(second.IsCompleted);
        Connect();
        Assert.Equal(Guest.Success, await second.WaitAsync(Guest.Soon, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_listener_that_the_host_closes_ends_the_wait()
    {
        Guest guest = Create();
        Task<int> accepting = Task.Run(() => guest.Call("sock_accept", Listener, 0, Result));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        _listener.Stop();
        Assert.InRange(await accepting.WaitAsync(Guest.Soon, TestContext.Current.CancellationToken), 1, 76);
    }

    public static TheoryData<string> Waits => ["accept", "recv", "read", "peek", "write", "poll", "poll with a clock"];

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task A_cancelled_call_stops_waiting(string what)
    {
        (Guest guest, _) = Connected(pages: 310);
        guest.Put(Vectors, 0x1_0000, 20_000_000);
        guest.PutDescriptor(In, 1, 1, Connection);
        guest.PutClock(In + 48, 2, 1, ulong.MaxValue, 0);
        (string name, WasmValue[] arguments) = what switch
        {
            "accept" => ("sock_accept", (WasmValue[])[Listener, 0, Result]),
            "recv" => ("sock_recv", [Connection, Vectors, 1, 0, Result, Flags]),
            "read" => ("fd_read", [Connection, Vectors, 1, Result]),
            "peek" => ("sock_recv", [Connection, Vectors, 1, 1, Result, Flags]),
            "write" => ("fd_write", [Connection, Vectors, 1, Result]),
            "poll" => ("poll_oneoff", [In, Out, 1, Result]),
            _ => ("poll_oneoff", [In, Out, 2, Result]),
        };
        await guest.RequireCancellable(name, arguments);

        // The instance goes on as before.
        Assert.Equal(Guest.Success, guest.Call("fd_fdstat_get", Connection, Result));
    }

    [Fact]
    public void Descriptors_run_out_and_the_connection_waits()
    {
        Guest guest = Create();
        for (int i = 4; i < 1024; i++)
        {
            Connect();
            Assert.Equal(Guest.Success, guest.Call("sock_accept", Listener, 0, Result));
            Assert.Equal((uint)i, guest.Number(Result));
        }

        Socket waiting = Connect();
        Assert.Equal(Guest.TooManyDescriptors, guest.Call("sock_accept", Listener, 0, Result));
        Assert.Equal(Guest.Success, guest.Call("fd_close", 77));
        Assert.Equal(Guest.Success, guest.Call("sock_accept", Listener, 0, Result));
        Assert.Equal(77u, guest.Number(Result));
        guest.Memory.WriteString(Buffer, "hi");
        guest.Put(Vectors, Buffer, 2);
        guest.Call("fd_write", 77, Vectors, 1, Result);
        Assert.Equal("hi", Receive(waiting, 2));
    }

    [Fact]
    public void The_end_of_an_instance_closes_its_connections()
    {
        (Guest guest, Socket client) = Connected();
        guest.Dispose();
        Assert.Equal(0, client.Receive(new byte[1]));
        Assert.True(_listener.Server.IsBound);
    }

    [Fact]
    public async Task Sockets_input_and_time_are_waited_for_together()
    {
        using var pipe = new System.IO.Pipes.AnonymousPipeServerStream(System.IO.Pipes.PipeDirection.Out);
        using var input = new System.IO.Pipes.AnonymousPipeClientStream(System.IO.Pipes.PipeDirection.In, pipe.ClientSafePipeHandle);
        Guest guest = Create(new WasiOptions { Stdin = input });
        guest.PutDescriptor(In, 1, 1, 0);
        guest.PutDescriptor(In + 48, 2, 1, Listener);
        guest.PutClock(In + 96, 3, 1, 5_000_000, 0);
        Assert.Equal([3ul], Poll(3));

        Socket client = Connect();
        Assert.Equal([2ul], Poll(2));
        Assert.Equal(Guest.Success, guest.Call("sock_accept", Listener, 0, Result));
        guest.PutDescriptor(In + 48, 2, 1, Connection);

        Task typing = Task.Run(async () =>
        {
            await Task.Delay(30, CancellationToken.None);
            pipe.Write("typed"u8);
        });
        Assert.Equal([1ul], Poll(2));
        Assert.Equal((5ul, 0u), (guest.Long(Out + 16), guest.Number(Out + 24)));
        guest.Put(Vectors, Buffer, 100);
        Assert.Equal(Guest.Success, guest.Call("fd_read", 0, Vectors, 1, Result));
        Assert.Equal("typed", guest.Memory.ReadString(Buffer, (int)guest.Number(Result)));
        await typing.WaitAsync(Guest.Soon, TestContext.Current.CancellationToken);

        Task sending = Task.Run(async () =>
        {
            await Task.Delay(30, CancellationToken.None);
            client.Send("xyz"u8);
        });
        Assert.Equal([2ul], Poll(2));
        Assert.Equal((3ul, 0u), (guest.Long(Out + 16), guest.Number(Out + 24)));
        await sending.WaitAsync(Guest.Soon, TestContext.Current.CancellationToken);
        guest.Call("fd_read", Connection, Vectors, 1, Result);

        // Both hang up.
        pipe.Dispose();
        client.Shutdown(SocketShutdown.Send);
        var told = new HashSet<ulong>();
        for (int i = 0; i < 2; i++)
        {
            told.UnionWith(Poll(2));
            Assert.Equal((0ul, 1u), (guest.Long(Out + 16), guest.Number(Out + 24)));
            guest.PutDescriptor(In + (told.Contains(1) ? 0u : 48u), told.Contains(1) ? 2ul : 1, 1, told.Contains(1) ? Connection : 0u);
        }

        Assert.Equal([1ul, 2ul], told.Order());
        Assert.Equal(Guest.Success, guest.Call("fd_read", 0, Vectors, 1, Result));
        Assert.Equal(0u, guest.Number(Result));

        ulong[] Poll(int count)
        {
            Assert.Equal(Guest.Success, guest.Call("poll_oneoff", In, Out, count, Result));
            return [.. Enumerable.Range(0, (int)guest.Number(Result)).Select(i => guest.Long(Out + ((uint)i * 32)))];
        }
    }

    private static string Receive(Socket socket, int length)
    {
        byte[] bytes = new byte[length];
        for (int done = 0; done < length;)
        {
            int read = socket.Receive(bytes.AsSpan(done));
            Assert.NotEqual(0, read);
            done += read;
        }

        return Encoding.UTF8.GetString(bytes);
    }
}

using System.Text;

namespace Wasil.Wasi.Tests;

/// <summary>Reading and writing standard input, output and error.</summary>
public class StreamTests
{
    [Fact]
    public void Output_is_gathered_from_all_buffers()
    {
        using var output = new MemoryStream();
        using var guest = new Guest(new WasiOptions { Stdout = output });
        guest.Memory.WriteString(0x200, "hello world");
        guest.Put(0x100, 0x206, 5, 0x204, 0, 0x205, 1, 0x200, 5);
        Assert.Equal(Guest.Success, guest.Call("fd_write", 1, 0x100, 4, 0x80));
        Assert.Equal(11u, guest.Number(0x80));
        Assert.Equal("world hello", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void Large_output_arrives_whole()
    {
        using var output = new MemoryStream();
        using var guest = new Guest(new WasiOptions { Stdout = output }, pages: 40);
        new Random(1).NextBytes(guest.Memory.Slice(0x1_0000, 2_000_001));
        guest.Put(0x100, 0x1_0000, 2_000_001);
        Assert.Equal(Guest.Success, guest.Call("fd_write", 1, 0x100, 1, 0x80));
        Assert.Equal(2_000_001u, guest.Number(0x80));
        Assert.True(guest.Memory.Slice(0x1_0000, 2_000_001).SequenceEqual(output.ToArray()));
    }

    [Fact]
    public void Input_comes_as_the_stream_gives_it_and_ends_with_nothing()
    {
        using var guest = new Guest(new WasiOptions { Stdin = new MemoryStream("input"u8.ToArray()) });
        guest.Put(0x100, 0x200, 0, 0x200, 3, 0x300, 10);
        Assert.Equal(Guest.Success, guest.Call("fd_read", 0, 0x100, 3, 0x80));
        Assert.Equal(3u, guest.Number(0x80));
        Assert.Equal("inp", guest.Memory.ReadString(0x200, 3));
        guest.Call("fd_read", 0, 0x100, 3, 0x80);
        Assert.Equal(2u, guest.Number(0x80));
        Assert.Equal(Guest.Success, guest.Call("fd_read", 0, 0x100, 3, 0x80));
        Assert.Equal(0u, guest.Number(0x80));
    }

    [Fact]
    public void What_a_descriptor_cannot_do_is_said()
    {
        using var guest = new Guest(new WasiOptions { Stdin = new MemoryStream(new byte[9]), Stdout = new MemoryStream() });
        guest.Put(0x100, 0x200, 8);
        Assert.Equal(Guest.BadDescriptor, guest.Call("fd_write", 0, 0x100, 1, 0x80));
        Assert.Equal(Guest.BadDescriptor, guest.Call("fd_read", 1, 0x100, 1, 0x80));
        Assert.Equal(Guest.BadDescriptor, guest.Call("fd_write", 3, 0x100, 1, 0x80));
        Assert.Equal(Guest.BadDescriptor, guest.Call("fd_write", -1, 0x100, 1, 0x80));
        Assert.Equal(Guest.InvalidSeek, guest.Call("fd_pread", 0, 0x100, 1, 0L, 0x80));
        Assert.Equal(Guest.InvalidSeek, guest.Call("fd_pwrite", 1, 0x100, 1, 0L, 0x80));
        Assert.Equal(Guest.InvalidSeek, guest.Call("fd_seek", 0, 0L, 1, 0x80));
        Assert.Equal(Guest.Invalid, guest.Call("fd_seek", 0, 0L, 3, 0x80));
        Assert.Equal(Guest.InvalidSeek, guest.Call("fd_tell", 1, 0x80));
        Assert.Equal(Guest.InvalidSeek, guest.Call("fd_advise", 0, 0L, 0L, 0));
        Assert.Equal(Guest.Invalid, guest.Call("fd_advise", 0, 0L, 0L, 6));
        Assert.Equal(Guest.InvalidSeek, guest.Call("fd_allocate", 1, 0L, 1L));
        Assert.Equal(Guest.Invalid, guest.Call("fd_filestat_set_size", 1, 1L));
        Assert.Equal(Guest.NotSupported, guest.Call("fd_filestat_set_times", 1, 0L, 0L, 0));
        Assert.Equal(Guest.NotDirectory, guest.Call("fd_readdir", 0, 0x200, 8, 0L, 0x80));
        Assert.Equal(Guest.NotSocket, guest.Call("sock_shutdown", 1, 3));
        Assert.Equal(Guest.NotSocket, guest.Call("sock_send", 1, 0x100, 1, 0, 0x80));
    }

    [Theory]
    [InlineData("path_create_directory", 0)]
    [InlineData("path_filestat_get", 0)]
    [InlineData("path_filestat_set_times", 0)]
    [InlineData("path_link", 0)]
    [InlineData("path_open", 0)]
    [InlineData("path_readlink", 0)]
    [InlineData("path_remove_directory", 0)]
    [InlineData("path_rename", 0)]
    [InlineData("path_symlink", 2)]
    [InlineData("path_unlink_file", 0)]
    [InlineData("sock_accept", 0, Guest.NotSocket)]
    [InlineData("sock_recv", 0, Guest.NotSocket)]
    public void Nothing_is_mounted(string name, int descriptor, int ofStream = Guest.NotDirectory)
    {
        using var guest = new Guest();
        WasmValue[] arguments = [.. Signatures.Of(name).Select(kind => kind == 'l' ? (WasmValue)0L : 0)];
        Assert.Equal(ofStream, guest.Call(name, arguments));
        arguments[descriptor] = 3;
        Assert.Equal(Guest.BadDescriptor, guest.Call(name, arguments));
        for (int fd = 0; fd < 5; fd++)
        {
            Assert.Equal(Guest.BadDescriptor, guest.Call("fd_prestat_get", fd, 0x100));
            Assert.Equal(Guest.BadDescriptor, guest.Call("fd_prestat_dir_name", fd, 0x100, 0));
        }
    }

    [Fact]
    public void Only_a_terminal_looks_like_one()
    {
        using var guest = new Guest(new WasiOptions { StdoutIsTerminal = true });
        guest.Memory.Slice(0x100, 24).Fill(0xff);
        Assert.Equal(Guest.Success, guest.Call("fd_fdstat_get", 1, 0x100));
        const ulong SeekAndTell = (1 << 2) | (1 << 5), Write = 1 << 6, Read = 1 << 1;
        Assert.Equal(2, guest.Memory.Read<byte>(0x100));
        Assert.Equal(0, guest.Memory.Read<ushort>(0x102));
        Assert.Equal(Write, guest.Long(0x108) & (SeekAndTell | Write | Read));
        Assert.Equal(0ul, guest.Long(0x110));
        guest.Call("fd_fdstat_get", 0, 0x100);
        Assert.Equal(0, guest.Memory.Read<byte>(0x100));
        Assert.Equal(Read, guest.Long(0x108) & (SeekAndTell | Write | Read));
        guest.Memory.Slice(0x100, 64).Fill(0xff);
        Assert.Equal(Guest.Success, guest.Call("fd_filestat_get", 1, 0x100));
        Assert.Equal(2, guest.Memory.Read<byte>(0x110));
        Assert.Equal(0ul, guest.Long(0x120));
    }

    [Fact]
    public void Rights_can_be_given_up_and_not_won()
    {
        using var guest = new Guest();
        guest.Put(0x100, 0x200, 1);
        Assert.Equal(Guest.NotCapable, guest.Call("fd_fdstat_set_rights", 1, -1L, 0L));
        Assert.Equal(Guest.Success, guest.Call("fd_write", 1, 0x100, 1, 0x80));
        Assert.Equal(Guest.Success, guest.Call("fd_fdstat_set_rights", 1, 0L, 0L));
        Assert.Equal(Guest.NotCapable, guest.Call("fd_write", 1, 0x100, 1, 0x80));
        Assert.Equal(Guest.NotCapable, guest.Call("fd_fdstat_set_rights", 1, 1L << 6, 0L));
    }

    [Fact]
    public void Flags_that_cannot_be_kept_are_refused()
    {
        using var guest = new Guest();
        Assert.Equal(Guest.Success, guest.Call("fd_fdstat_set_flags", 1, 1));
        guest.Call("fd_fdstat_get", 1, 0x100);
        Assert.Equal(1, guest.Memory.Read<ushort>(0x102));
        Assert.Equal(Guest.NotSupported, guest.Call("fd_fdstat_set_flags", 1, 4));
        Assert.Equal(Guest.Invalid, guest.Call("fd_fdstat_set_flags", 1, 0x1_0001));
    }

    [Fact]
    public void A_closed_descriptor_is_gone_and_its_stream_is_not()
    {
        using var output = new MemoryStream();
        using var guest = new Guest(new WasiOptions { Stdout = output });
        Assert.Equal(Guest.Success, guest.Call("fd_close", 1));
        Assert.Equal(Guest.BadDescriptor, guest.Call("fd_close", 1));
        Assert.Equal(Guest.BadDescriptor, guest.Call("fd_fdstat_get", 1, 0x100));
        Assert.True(output.CanWrite);
    }

    [Fact]
    public void Renumbering_moves_a_descriptor()
    {
        using var output = new MemoryStream();
        using var errors = new MemoryStream();
        using var guest = new Guest(new WasiOptions { Stdout = output, Stderr = errors });
        guest.Put(0x100, 0x100, 1);
        Assert.Equal(Guest.BadDescriptor, guest.Call("fd_renumber", 1, 3));
        Assert.Equal(Guest.BadDescriptor, guest.Call("fd_renumber", 3, 1));
        Assert.Equal(Guest.Success, guest.Call("fd_renumber", 1, 1));
        Assert.Equal(Guest.Success, guest.Call("fd_renumber", 1, 2));
        Assert.Equal(Guest.BadDescriptor, guest.Call("fd_write", 1, 0x100, 1, 0x80));
        Assert.Equal(Guest.Success, guest.Call("fd_write", 2, 0x100, 1, 0x80));
        Assert.Equal((1, 0), (output.Length, errors.Length));
    }

    [Fact]
    public void A_failing_stream_is_an_error_of_the_guests_call_only()
    {
        using var guest = new Guest(new WasiOptions
        {
            Stdin = new Failing(new IOException()),
            Stdout = new MemoryStream(new byte[300_000]),
            Stderr = new Failing(new OperationCanceledException()),
        });
        guest.Put(0x100, 0, 10);
        Assert.Equal(Guest.IO, guest.Call("fd_read", 0, 0x100, 1, 0x80));

        // The stream has room for four writes and a part; what had been written before one failed counts.
        for (int i = 0; i < 10; i++)
            guest.Put(0x100 + ((uint)i * 8), 0, 65_000);
        Assert.Equal(Guest.Success, guest.Call("fd_write", 1, 0x100, 10, 0x80));
        Assert.Equal(4u * 65_000, guest.Number(0x80));
        Assert.Equal(Guest.IO, guest.Call("fd_write", 1, 0x100, 1, 0x80));
        Assert.Throws<OperationCanceledException>(() => guest.Call("fd_write", 2, 0x100, 1, 0x80));
        Assert.Equal(Guest.Success, guest.Call("sched_yield"));
    }

    [Fact]
    public void Output_is_flushed_where_somebody_may_look_at_it()
    {
        using var seen = new MemoryStream();
        using var output = new BufferedStream(seen, 1000);
        using var guest = new Guest(new WasiOptions { Stdout = output, Deterministic = true });
        guest.Put(0x100, 0x100, 1);
        guest.PutClock(0x200, 0, 1, 1, 0);
        long expected = 0;
        Action[] moments =
        [
            () => guest.Call("fd_read", 0, 0x100, 1, 0x80),
            () => guest.Call("poll_oneoff", 0x200, 0x300, 1, 0x80),
            () => guest.Call("fd_sync", 1),
            () => guest.Call("fd_datasync", 1),
            () => Assert.Throws<WasmExitException>(() => guest.Call("proc_exit", 0)),
            () => guest.Call("fd_close", 1),
        ];
        foreach (Action moment in moments)
        {
            Assert.Equal(Guest.Success, guest.Call("fd_write", 1, 0x100, 1, 0x80));
            Assert.Equal(expected, seen.Length);
            moment();
            Assert.Equal(++expected, seen.Length);
        }
    }

    [Fact]
    public void Output_is_flushed_when_the_instance_ends()
    {
        using var seen = new MemoryStream();
        using var output = new BufferedStream(seen, 1000);
        var guest = new Guest(new WasiOptions { Stdout = output });
        guest.Put(0x100, 0x100, 1);
        guest.Call("fd_write", 1, 0x100, 1, 0x80);
        Assert.Equal(0, seen.Length);
        guest.Dispose();
        Assert.Equal(1, seen.Length);
    }

    [Fact]
    public void The_end_does_not_mind_a_stream_that_was_closed_before()
    {
        var output = new BufferedStream(new MemoryStream(), 1000);
        var guest = new Guest(new WasiOptions { Stdout = output });
        guest.Put(0x100, 0x100, 1);
        guest.Call("fd_write", 1, 0x100, 1, 0x80);
        output.Dispose();
        guest.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("unreachable")]
    [InlineData("(call $exit (i32.const 3))")]
    public void Output_is_flushed_when_a_command_has_run(string end)
    {
        using var seen = new MemoryStream();
        using var output = new BufferedStream(seen, 1000);
        using WasmInstance command = WasmEngine.Default.Compile($"""
            (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
            (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
            (memory (export "memory") 1)
            (data (i32.const 8) "\10\00\00\00\02\00\00\00hi")
            (func (export "_start")
              (drop (call $write (i32.const 1) (i32.const 8) (i32.const 1) (i32.const 0)))
              {end})
            """).Instantiate(new WasmImports().AddWasi(new WasiOptions { Stdout = output }));
        if (end == "unreachable")
            Assert.Throws<TrapException>(() => command.RunCommand());
        else
            Assert.Equal(end.Length == 0 ? 0 : 3, command.RunCommand());
        Assert.Equal("hi", Encoding.UTF8.GetString(seen.ToArray()));
    }

    private sealed class Failing(Exception exception) : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw exception;

        public override void Write(ReadOnlySpan<byte> buffer) => throw exception;
    }
}

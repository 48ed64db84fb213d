using System.IO.Pipes;
using System.Text;

namespace Wasil.Wasi.Tests;

/// <summary>Standard input that makes its reader wait: asking, waiting, not waiting, and giving up.</summary>
public sealed class InputTests : IDisposable
{
    private const uint Vectors = 0x100, Result = 0x80, Buffer = 0x1000, In = 0x200, Out = 0x800;
    private const int NonBlocking = 4;

    private readonly AnonymousPipeServerStream _pipe = new(PipeDirection.Out);
    private readonly AnonymousPipeClientStream _input;
    private readonly Guest _guest;

    public InputTests()
    {
        _input = new AnonymousPipeClientStream(PipeDirection.In, _pipe.ClientSafePipeHandle);
        _guest = new Guest(new WasiOptions { Stdin = _input });
        _guest.Put(Vectors, Buffer, 100);
        _guest.PutDescriptor(In, 1, 1, 0);
        _guest.PutClock(In + 48, 2, 1, 20_000_000, 0);
    }

    public void Dispose()
    {
        _guest.Dispose();
        _input.Dispose();
        _pipe.Dispose();
    }

    private string Read()
    {
        Assert.Equal(Guest.Success, _guest.Call("fd_read", 0, Vectors, 1, Result));
        return _guest.Memory.ReadString(Buffer, (int)_guest.Number(Result));
    }

    [Fact]
    public void Time_passes_while_nothing_is_typed()
    {
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(Guest.Success, _guest.Call("poll_oneoff", In, Out, 2, Result));
            Assert.Equal((1u, 2ul), (_guest.Number(Result), _guest.Long(Out)));
        }

        _pipe.Write("now"u8);
        Assert.Equal(Guest.Success, _guest.Call("poll_oneoff", In, Out, 1, Result));
        Assert.Equal((1u, 1ul, 3ul), (_guest.Number(Result), _guest.Long(Out), _guest.Long(Out + 16)));
        Assert.Equal("now", Read());
    }

    [Fact]
    public async Task A_read_waits_for_what_asking_has_begun()
    {
        Assert.Equal(Guest.Success, _guest.Call("poll_oneoff", In, Out, 2, Result));
        Task typing = Task.Run(async () =>
        {
            await Task.Delay(30, CancellationToken.None);
            _pipe.Write("first"u8);
        });
        Assert.Equal("first", Read());
        await typing.WaitAsync(Guest.Soon, TestContext.Current.CancellationToken);
        _pipe.Write("second"u8);
        Assert.Equal("second", Read());
    }

    [Fact]
    public void What_was_found_is_given_in_parts()
    {
        _pipe.Write("abcdef"u8);
        Assert.Equal(Guest.Success, _guest.Call("poll_oneoff", In, Out, 1, Result));
        _guest.Put(Vectors, Buffer, 4);
        Assert.Equal("abcd", Read());
        Assert.Equal(Guest.Success, _guest.Call("poll_oneoff", In, Out, 1, Result));
        Assert.Equal(2ul, _guest.Long(Out + 16));
        Assert.Equal("ef", Read());
    }

    [Fact]
    public void A_guest_need_not_wait()
    {
        Assert.Equal(Guest.Success, _guest.Call("fd_fdstat_set_flags", 0, NonBlocking));
        Assert.Equal(Guest.Again, _guest.Call("fd_read", 0, Vectors, 1, Result));
        _pipe.Write("x"u8);
        Assert.Equal(Guest.Success, _guest.Call("poll_oneoff", In, Out, 1, Result));
        Assert.Equal("x", Read());
        Assert.Equal(Guest.Again, _guest.Call("fd_read", 0, Vectors, 1, Result));
        Assert.Equal(Guest.NotSupported, _guest.Call("fd_fdstat_set_flags", 1, NonBlocking));
    }

    [Theory]
    [InlineData("fd_read")]
    [InlineData("poll_oneoff")]
    public async Task A_cancelled_call_stops_waiting(string name)
    {
        await _guest.RequireCancellable(name, name == "fd_read" ? [0, Vectors, 1, Result] : [In, Out, 1, Result]);
        _pipe.Write("after"u8);
        Assert.Equal("after", Read());
    }

    [Fact]
    public void A_stream_that_waits_within_its_asynchronous_read_is_asked_all_the_same()
    {
        using var stream = new Stubborn();
        using var guest = new Guest(new WasiOptions { Stdin = stream });
        guest.PutDescriptor(In, 1, 1, 0);
        guest.PutClock(In + 48, 2, 1, 20_000_000, 0);
        Assert.Equal(Guest.Success, guest.Call("poll_oneoff", In, Out, 2, Result));
        Assert.Equal((1u, 2ul), (guest.Number(Result), guest.Long(Out)));
        stream.Go.Set();
        Assert.Equal(Guest.Success, guest.Call("poll_oneoff", In, Out, 1, Result));
        guest.Put(Vectors, Buffer, 100);
        Assert.Equal(Guest.IO, guest.Call("fd_read", 0, Vectors, 1, Result));
    }

    private sealed class Stubborn : MemoryStream
    {
        public ManualResetEventSlim Go { get; } = new();

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Go.Wait(CancellationToken.None);
            throw new IOException();
        }

        protected override void Dispose(bool disposing)
        {
            Go.Dispose();
            base.Dispose(disposing);
        }
    }
}

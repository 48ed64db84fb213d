namespace Wasil.Wasi.Tests;

/// <summary>Calls that do not wait and take long all the same, as a guest makes them go through all of its memory.</summary>
public sealed class LongCallTests : IDisposable
{
    private const uint List = 0x1_0000, Buffer = 0x100, Result = 0x80;
    private const int Many = 100_000;

    private readonly CancellationTokenSource _end = new();

    public void Dispose() => _end.Dispose();

    private void RequireEnd(Guest guest, string name, params WasmValue[] arguments) =>
        Assert.ThrowsAny<OperationCanceledException>(() => guest.Instance.GetFunction(name).Invoke(arguments, new WasmValue[1], _end.Token));

    [Fact]
    public void A_list_of_buffers_is_left_where_it_is()
    {
        using var output = new Counter(_end.Cancel);
        using var guest = new Guest(new WasiOptions { Stderr = output }, pages: 20);
        for (uint i = 0; i < Many; i++)
            guest.Put(List + (i * 8), Buffer, 1);
        RequireEnd(guest, "fd_write", 2, List, Many, Result);
        Assert.InRange(output.Writes, 1, Many / 10);
    }

    [Fact]
    public void A_list_of_empty_buffers_is_left_as_well()
    {
        using var output = new Counter(_end.Cancel);
        using var guest = new Guest(new WasiOptions { Stderr = output }, pages: 20);
        guest.Put(List, Buffer, 1);
        RequireEnd(guest, "fd_write", 2, List, Many, Result);
        Assert.Equal(1, output.Writes);
    }

    [Fact]
    public void A_list_of_subscriptions_is_left_where_it_is()
    {
        using var guest = new Guest(new WasiOptions { Clock = new Clock(_end.Cancel) }, pages: 200);
        // All have happened already: clocks that take no time.
        for (uint i = 0; i < Many; i++)
            guest.PutClock(List + (i * 48), i, 1, 0, 0);
        RequireEnd(guest, "poll_oneoff", List, List + (Many * 48), Many, Result);
        Assert.Equal(0u, guest.Number(Result));
    }

    [Fact]
    public void Random_numbers_come_to_an_end()
    {
        int parts = 0;
        using var guest = new Guest(
            new WasiOptions
            {
                Random = bytes =>
                {
                    parts++;
                    bytes.Fill(1);
                    _end.Cancel();
                },
            },
            pages: 200);
        RequireEnd(guest, "random_get", 0, 200 * 65_536);
        Assert.Equal(1, parts);
    }

    private sealed class Counter(Action act) : MemoryStream
    {
        public int Writes { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Writes++;
            act();
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }

    private sealed class Clock(Action act) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            act();
            return DateTimeOffset.UnixEpoch;
        }
    }
}

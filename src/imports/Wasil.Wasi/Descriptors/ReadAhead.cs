using System.Runtime.ExceptionServices;

namespace Wasil.Wasi.Descriptors;

/// <summary>
/// Standard input, as a stream that can be asked whether there is something to read. No stream of .NET tells, so the answer is found by
/// reading, beside the guest, before it does; what was found is what the guest reads next. A stream that can seek has no need of that:
/// it does not make its reader wait.
/// </summary>
/// <remarks>What was read and not asked for is lost when the instance ends. It is no more than a line of a terminal or what a pipe keeps
/// together.</remarks>
#pragma warning disable CA1001 // Closing is what disposes it.
internal sealed class ReadAhead(Stream stream)
#pragma warning restore CA1001
{
    private const int MostAhead = 4096;

    private readonly Lock _gate = new();
    private State _state;
    private byte[] _buffer = [];
    private int _start;
    private int _count;
    private ExceptionDispatchInfo? _failure;
    private CancellationTokenSource? _end;
    private Action? _onArrival;

    private enum State
    {
        /// <summary>Nothing is known.</summary>
        Unknown,

        /// <summary>Somebody is reading, the guest's thread or one beside it.</summary>
        Reading,

        /// <summary>There is a result that the guest has not seen: bytes, an exception, or the end, which is no bytes.</summary>
        Found,
    }

    /// <summary>Whether a read would answer at once; if that is not known, it begins to be found out.</summary>
    /// <param name="available">How many bytes there are; 0 at the end, 1 where a failure is to be told.</param>
    public bool IsReady(out int available)
    {
        available = 0;
        lock (_gate)
        {
            if (_state == State.Unknown)
                Begin();
            if (_state != State.Found)
                return false;
            available = _failure is null ? _count - _start : 1;
            return true;
        }
    }

    /// <summary>Reads; <see cref="Errno.Again"/> where it would have to wait for another one who is reading.</summary>
    /// <exception cref="Exception">What the stream threw.</exception>
    public Errno Read(Span<byte> buffer, out int read)
    {
        read = 0;
        lock (_gate)
        {
            switch (_state)
            {
                case State.Reading:
                    return Errno.Again;
                case State.Found:
                    read = Take(buffer);
                    return Errno.Success;
                default:
                    _state = State.Reading;
                    break;
            }
        }

        try
        {
            read = stream.Read(buffer);
            return Errno.Success;
        }
        finally
        {
            Arrive(State.Unknown);
        }
    }

    /// <summary>Has a signal given as soon as a read may answer.</summary>
    public void Await(Waiting waiting)
    {
        lock (_gate)
        {
            if (_state != State.Reading)
            {
                waiting.Signal();
                return;
            }

            _onArrival += waiting.Signal;
        }

        waiting.AtEnd(() =>
        {
            lock (_gate)
                _onArrival -= waiting.Signal;
        });
    }

    /// <summary>Gives up reading, if the stream can.</summary>
    public void Close()
    {
        CancellationTokenSource? end;
        lock (_gate)
        {
            end = _end;
            _end = null;
        }

        end?.Cancel();
        end?.Dispose();
    }

    private int Take(Span<byte> buffer)
    {
        if (_failure is { } failure)
        {
            _failure = null;
            _state = State.Unknown;
            failure.Throw();
        }

        int length = Math.Min(buffer.Length, _count - _start);
        _buffer.AsSpan(_start, length).CopyTo(buffer);
        _start += length;
        if (_start == _count)
            _state = State.Unknown;
        return length;
    }

    private void Begin()
    {
        _state = State.Reading;
        _start = _count = 0;
        if (_buffer.Length == 0)
            _buffer = new byte[MostAhead];
        _end ??= new CancellationTokenSource();
        CancellationToken end = _end.Token;
        // On another thread from the start: there are streams that answer such a call only when they have read.
        _ = Task.Run(() => ReadBeside(end), CancellationToken.None);
    }

    private async Task ReadBeside(CancellationToken end)
    {
        int count = 0;
        ExceptionDispatchInfo? failure = null;
        try
        {
            count = await stream.ReadAsync(_buffer, end).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is belongs to the guest's next read.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = ExceptionDispatchInfo.Capture(exception);
        }

        Arrive(State.Found, count, failure);
    }

    private void Arrive(State state, int count = 0, ExceptionDispatchInfo? failure = null)
    {
        Action? onArrival;
        lock (_gate)
        {
            _state = state;
            _start = 0;
            _count = count;
            _failure = failure;
            onArrival = _onArrival;
            _onArrival = null;
        }

        onArrival?.Invoke();
    }
}

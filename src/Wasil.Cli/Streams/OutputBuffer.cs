namespace Wasil.Cli.Streams;

/// <summary>
/// Collects small writes that follow each other closely, as guests without a buffer of their own make them: what comes after a
/// pause is written at once, and nothing waits longer than a moment. So are the first few writes of all: a program that makes no
/// more is over before the timer, which the others wait for, has got its thread.
/// </summary>
internal sealed class OutputBuffer(Stream stream) : Stream
{
    private const int MomentMilliseconds = 10;
    private const int WritesAtOnce = 32;

    private readonly Lock _gate = new();
    private readonly byte[] _bytes = new byte[32 << 10];
    private int _count;
    private int _writesAtOnce = WritesAtOnce;
    private long _lastWrite = -MomentMilliseconds;
    private Timer? _timer;
    private bool _isTimed;
    private Exception? _failure;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        lock (_gate)
        {
            ThrowIfFailed();
            if (buffer.Length > _bytes.Length - _count)
                WriteOut();
            if (buffer.Length > _bytes.Length)
            {
                stream.Write(buffer);
                return;
            }

            buffer.CopyTo(_bytes.AsSpan(_count));
            _count += buffer.Length;
            if (_writesAtOnce > 0 || Environment.TickCount64 - _lastWrite >= MomentMilliseconds)
            {
                _writesAtOnce = Math.Max(_writesAtOnce - 1, 0);
                WriteOut();
            }
            else if (!_isTimed)
                StartTimer();
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        lock (_gate)
        {
            ThrowIfFailed();
            WriteOut();
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _timer?.Dispose();
        base.Dispose(disposing);
    }

    private void ThrowIfFailed()
    {
        if (_failure is { } failure)
        {
            // Told once, as the system does: the next write may succeed.
            _failure = null;
            throw failure;
        }
    }

    private void WriteOut()
    {
        int count = _count;
        _count = 0;
        _lastWrite = Environment.TickCount64;
        if (count > 0)
            stream.Write(_bytes.AsSpan(0, count));
    }

    private void StartTimer()
    {
        _isTimed = true;
        _timer ??= new Timer(static state => ((OutputBuffer)state!).OnTimer(), this, Timeout.Infinite, Timeout.Infinite);
        _timer.Change(MomentMilliseconds, Timeout.Infinite);
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            _isTimed = false;
            try
            {
                WriteOut();
            }
            catch (Exception failure) when (failure is IOException or BrokenPipeException)
            {
                // It belongs to whoever writes next.
                _failure = failure;
            }
        }
    }
}

using Wasil.Wasi;

namespace Wasil.Emscripten.Files;

/// <summary>
/// An end of a pipe. A program has one thread, so nobody could end its waiting: reading an empty pipe and writing a full one answer
/// that there is nothing to be had.
/// </summary>
internal sealed class PipeFile : OpenFile
{
    private const int Capacity = 64 << 10;

    private readonly Queue<byte> _bytes;
    private readonly bool _isOutput;
    private PipeFile? _other;
    private bool _isClosed;

    private PipeFile(Queue<byte> bytes, bool isOutput)
    {
        _bytes = bytes;
        _isOutput = isOutput;
        Flags = isOutput ? OpenFlags.WriteOnly : OpenFlags.ReadOnly;
    }

    public override (bool Read, bool Write) Ready => (
        !_isOutput && (_bytes.Count > 0 || HasHungUp), _isOutput && (_bytes.Count < Capacity || HasHungUp));

    public override bool HasHungUp => _other!._isClosed;

    public static (PipeFile Input, PipeFile Output) Create()
    {
        var bytes = new Queue<byte>();
        var input = new PipeFile(bytes, isOutput: false);
        var output = new PipeFile(bytes, isOutput: true) { _other = input };
        input._other = output;
        return (input, output);
    }

    public override Errno Read(Span<byte> buffer, out int read)
    {
        read = 0;
        if (_isOutput)
            return Errno.BadDescriptor;
        if (_bytes.Count == 0)
            return HasHungUp || buffer.IsEmpty ? Errno.Success : Errno.Again;
        while (read < buffer.Length && _bytes.TryDequeue(out byte next))
            buffer[read++] = next;
        return Errno.Success;
    }

    public override Errno Write(ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        if (!_isOutput)
            return Errno.BadDescriptor;
        if (HasHungUp)
            return Errno.BrokenPipe;
        int room = Math.Min(Capacity - _bytes.Count, buffer.Length);
        if (room == 0 && !buffer.IsEmpty)
            return Errno.Again;
        foreach (byte next in buffer[..room])
            _bytes.Enqueue(next);
        written = room;
        return Errno.Success;
    }

    public override Errno Close()
    {
        _isClosed = true;
        return Errno.Success;
    }
}

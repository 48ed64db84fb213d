using Wasil.GoJs.Objects;
using Wasil.GoJs.Running;

namespace Wasil.GoJs.Node;

/// <summary>Reads standard input on a thread that may wait for it, while goroutines run that do not need it.</summary>
internal sealed class InputReader(Stream input, EventLoop loop)
{
    // Go has one at a time for each goroutine that reads.
    private const int Most = 1000;

    // What those hold on to that have not ended, in their order.
    private readonly Queue<JsObject> _kept = [];
    private Task _last = Task.CompletedTask;

    /// <summary>Reads, after what was asked for before.</summary>
    /// <param name="bytes">Where to.</param>
    /// <param name="kept">What is held on to meanwhile.</param>
    /// <param name="done">Called by the loop with how many bytes were read, and whether reading failed.</param>
    /// <exception cref="NodeError">Too many wait already.</exception>
    public void Read(Memory<byte> bytes, JsObject kept, Action<int, bool> done)
    {
        if (bytes.IsEmpty)
        {
            loop.AddTask(() => done(0, false), kept);
            return;
        }

        if (_kept.Count == Most)
            throw new NodeError("EAGAIN");
        _kept.Enqueue(kept);
        loop.Begin();
        _last = _last.ContinueWith(
            _ =>
            {
                int count = 0;
                bool failed = false;
                try
                {
                    count = input.Read(bytes.Span);
                }
                catch (Exception exception) when (exception is IOException or ObjectDisposedException or NotSupportedException)
                {
                    failed = true;
                }

                loop.Complete(() =>
                {
                    _kept.Dequeue();
                    done(count, failed);
                });
            },
            CancellationToken.None,
            TaskContinuationOptions.LongRunning,
            TaskScheduler.Default);
    }

    public void Visit(HeapVisitor visitor)
    {
        foreach (JsObject kept in _kept)
            visitor.Add(kept);
    }
}

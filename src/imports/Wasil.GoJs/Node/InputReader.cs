using Wasil.GoJs.Running;

namespace Wasil.GoJs.Node;

/// <summary>Reads standard input on a thread that may wait for it, while goroutines run that do not need it.</summary>
internal sealed class InputReader(Stream input, EventLoop loop)
{
    private Task _last = Task.CompletedTask;

    /// <summary>Reads, after what was asked for before.</summary>
    /// <param name="bytes">Where to.</param>
    /// <param name="done">Called by the loop with how many bytes were read, and whether reading failed.</param>
    public void Read(Memory<byte> bytes, Action<int, bool> done)
    {
        if (bytes.IsEmpty)
        {
            loop.AddTask(() => done(0, false));
            return;
        }

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

                loop.Complete(() => done(count, failed));
            },
            CancellationToken.None,
            TaskContinuationOptions.LongRunning,
            TaskScheduler.Default);
    }
}

using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Wasil.Compilation;

/// <summary>
/// Threads with large stacks for the JIT compiler. It recurses over what a guest wrote, so it must never run on the stack that
/// the guest has left over.
/// </summary>
internal static class CompilerThreads
{
    // What RyuJIT recurses over is bounded by the compile budget and far smaller. The rest is for measuring frames.
    private const int StackBytes = 64 << 20;

    private static readonly BlockingCollection<Job> Jobs = [];
    private static readonly Lock Gate = new();
    private static int s_threads;
    private static int s_idle;

    [ThreadStatic]
    private static bool t_isCompiler;

    /// <summary>Runs something on a compiler thread and waits for it.</summary>
    public static T Run<T>(Func<T> action)
    {
        if (t_isCompiler)
            return action();
        T result = default!;
        using var job = new Job(() => result = action());
        lock (Gate)
        {
            if (s_idle <= Jobs.Count && s_threads < Environment.ProcessorCount)
            {
                s_threads++;
                new Thread(Work, StackBytes) { IsBackground = true, Name = "Wasil compiler" }.Start();
            }
        }

        Jobs.Add(job);
        job.Wait();
        return result;
    }

    private static void Work()
    {
        t_isCompiler = true;
        while (true)
        {
            Interlocked.Increment(ref s_idle);
            Job job = Jobs.Take();
            Interlocked.Decrement(ref s_idle);
            job.Run();
        }
    }

    private sealed class Job(Action action) : IDisposable
    {
        private readonly ManualResetEventSlim _done = new();
        private ExceptionDispatchInfo? _failure;

        public void Run()
        {
            try
            {
                action();
            }
#pragma warning disable CA1031 // Whatever it is belongs to the thread that waits.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                _failure = ExceptionDispatchInfo.Capture(exception);
            }

            _done.Set();
        }

        public void Wait()
        {
            _done.Wait();
            _failure?.Throw();
        }

        public void Dispose() => _done.Dispose();
    }
}

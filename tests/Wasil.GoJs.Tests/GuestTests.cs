using System.IO.Pipelines;

namespace Wasil.GoJs.Tests;

/// <summary>Programs that Go made print what they print under Go's own JavaScript.</summary>
public class GuestTests
{
    [Theory]
    [InlineData("hello", 0)]
    [InlineData("values", 0)]
    [InlineData("functions", 0)]
    [InlineData("errors", 0)]
    [InlineData("bytes", 0)]
    [InlineData("promises", 0)]
    [InlineData("stdin", 0)]
    [InlineData("arguments", 0)]
    [InlineData("exit", 7)]
    [InlineData("panic", 2)]
    [InlineData("deadlock", 2)]
    [InlineData("goexit", 0)]
    [InlineData("references", 0)]
    [InlineData("released", 0)]
    public void A_part_prints_what_it_does_elsewhere(string part, int exitCode)
    {
        (int code, string output, _) = GoGuest.Run(
            part, options => options.Stdin = new MemoryStream("one\ntwo\nthree"u8.ToArray()));
        Assert.Equal(File.ReadAllText(Path.Combine(GoGuest.Folder, "js", part + ".stdout")), output);
        Assert.Equal(exitCode, code);
    }

    // Those that are all due at once, because the machine was busy meanwhile, come in the order that Go's scheduler likes.
    [Fact]
    public void Timers_fire_one_after_the_other()
    {
        string expected = File.ReadAllText(Path.Combine(GoGuest.Folder, "js", "timers.stdout")), output = "";
        for (int attempt = 0; attempt < 10 && output != expected; attempt++)
            output = GoGuest.Run("timers").Output;
        Assert.Equal(expected, output);
    }

    [Fact]
    public void A_program_of_go_1_19_runs()
    {
        (int code, string output, _) = GoGuest.Run(GoGuest.Module("small_js_go119.wasm"), new GoJsOptions());
        Assert.Equal((0, "hello from go\n"), (code, output));
    }

    [Fact]
    public void Go_reports_a_deadlock()
    {
        (int code, _, string errors) = GoGuest.Run("deadlock");
        Assert.Equal(2, code);
        Assert.StartsWith("fatal error: all goroutines are asleep - deadlock!\n", errors, StringComparison.Ordinal);
        Assert.Contains("goroutine 1 [chan receive]:", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Go_reports_a_panic()
    {
        (int code, _, string errors) = GoGuest.Run("panic");
        Assert.Equal(2, code);
        Assert.StartsWith("panic: asked to\n", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_input_keeps_no_goroutine_from_running()
    {
        // The input only comes once the timers have fired that another goroutine of the program sleeps by.
        var clock = new CountingClock();
        var pipe = new Pipe();
        Task<(int, string, string)> run = Task.Run(() => GoGuest.Run("stdin", options =>
        {
            options.Stdin = pipe.Reader.AsStream();
            options.Clock = clock;
        }));
        await clock.WhenTimersFired(3);
        await pipe.Writer.WriteAsync("a\nb"u8.ToArray());
        await pipe.Writer.CompleteAsync();
        (int code, string output, _) = await run;
        Assert.Equal((0, "2 3\n"), (code, output));
    }

    [Fact]
    public void Arguments_and_environment_have_their_limit()
    {
        string large = new('x', 8100);
        (int code, string output, _) = GoGuest.Run(GoGuest.Module(), new GoJsOptions { Args = ["js", "arguments", large] });
        Assert.Equal(0, code);
        Assert.StartsWith($"[\"{large}\"] \"\"", output, StringComparison.Ordinal);
        var failure = Assert.Throws<ArgumentException>(
            () => GoGuest.Run(GoGuest.Module(), new GoJsOptions { Args = ["js", "arguments", large, new string('y', 100)] }));
        Assert.Contains("8,192 bytes", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spin")]
    [InlineData("sleep")]
    public void A_token_ends_a_program(string part)
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        Assert.ThrowsAny<OperationCanceledException>(() => GoGuest.Run(part, token: source.Token));
    }

    [Fact]
    public void Somebody_elses_clock_runs_the_timers()
    {
        var clock = new CountingClock();
        (int code, string output, _) = GoGuest.Run("timers", options => options.Clock = clock);
        Assert.Equal(0, code);
        Assert.Equal(File.ReadAllText(Path.Combine(GoGuest.Folder, "js", "timers.stdout")), output);
        Assert.True(clock.TimersFired > 3);
    }

    [Fact]
    public void Output_is_flushed_before_the_program_waits()
    {
        using var source = new CancellationTokenSource();
        using var output = new BufferedStream(new FlushStream(source), 1 << 20);
        GoJsOptions options = GoGuest.Options("deadlock");
        options.Stdout = output;
        using GoProgram program = GoProgram.Instantiate(GoGuest.Module(), options);
        program.Run();
        Assert.True(source.IsCancellationRequested);
    }

    /// <summary>A clock that jumps to each timer at once.</summary>
    private sealed class CountingClock : TimeProvider
    {
        private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _ticks;
        private int _wanted;

        public int TimersFired { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public Task WhenTimersFired(int count)
        {
            _wanted = count;
            return TimersFired >= count ? Task.CompletedTask : _enough.Task;
        }

        public override long GetTimestamp() => Interlocked.Increment(ref _ticks);

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(GetTimestamp());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Add(ref _ticks, dueTime.Ticks);
            if (++TimersFired >= _wanted)
                _enough.TrySetResult();
            callback(state);
            return new Nothing();
        }

        private sealed class Nothing : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }

    private sealed class FlushStream(CancellationTokenSource written) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => written.Cancel();

        public override void Write(ReadOnlySpan<byte> buffer) => written.Cancel();
    }
}

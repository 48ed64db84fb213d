using Microsoft.Extensions.Logging;
using Wasil.Wasi.Logging;

namespace Wasil.Wasi.Tests;

/// <summary>A logger is told of calls.</summary>
public class LoggingTests
{
    [Fact]
    public void Calls_are_logged_with_their_values_while_the_level_is_enabled()
    {
        var logger = new ListLogger();
        using var guest = new Guest(
            new WasmImports().AddWasi(new WasiOptions { Stdin = new Failing() }).TraceWasi(logger.ToWasiTracer(LogLevel.Debug)),
            pages: 1,
            "wasi_snapshot_preview1");
        guest.Call("fd_close", 9);
        Assert.Empty(logger.Lines);
        logger.Least = LogLevel.Debug;
        guest.Call("fd_close", 9);
        (LogLevel level, string name, string message, Exception? exception, var values) = Assert.Single(logger.Lines);
        Assert.Equal((LogLevel.Debug, "fd_close"), (level, name));
        Assert.StartsWith("fd_close(fd=9) = 8 EBADF <", message, StringComparison.Ordinal);
        Assert.Null(exception);
        Assert.Equal("wasi_snapshot_preview1", values["Module"]);
        Assert.Equal("fd_close", values["Function"]);
        Assert.Equal("EBADF", values["Errno"]);
        Assert.Equal("9", values["fd"]);
        Assert.IsType<double>(values["ElapsedMilliseconds"]);
        Assert.Throws<WasmExitException>(() => guest.Call("proc_exit", 4));
        Assert.Null(logger.Lines[^1].Exception);
        guest.Put(0x100, 0x200, 6);
        Assert.Throws<TimeZoneNotFoundException>(() => guest.Call("fd_read", 0, 0x100, 1, 0x80));
        Assert.IsType<TimeZoneNotFoundException>(logger.Lines[^1].Exception);
        Assert.Throws<ArgumentNullException>(() => WasiLoggerExtensions.ToWasiTracer(null!));
    }

    private sealed class Failing : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new TimeZoneNotFoundException();
    }

    private sealed class ListLogger : ILogger
    {
        public LogLevel Least { get; set; } = LogLevel.Information;

        public List<(LogLevel Level, string Event, string Message, Exception? Exception, Dictionary<string, object?> Values)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= Least;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((logLevel, eventId.Name!, formatter(state, exception), exception, ((IEnumerable<KeyValuePair<string, object?>>)state!).ToDictionary()));
    }
}

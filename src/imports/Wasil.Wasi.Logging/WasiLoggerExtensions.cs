using Microsoft.Extensions.Logging;

namespace Wasil.Wasi.Logging;

/// <summary>Makes tracers of loggers.</summary>
/// <threadsafety>Any threads at once, as loggers are.</threadsafety>
public static class WasiLoggerExtensions
{
    /// <summary>
    /// A tracer that logs each call as long as the level is enabled: the message is <see cref="WasiCall.ToString"/>, the event's name the
    /// function's, the exception the one that ended the call unless the guest exited. The structured values are <c>Module</c>,
    /// <c>Function</c>, <c>Errno</c> (a name such as <c>ENOENT</c>, or null), <c>ElapsedMilliseconds</c>, and the parameters and
    /// results by their names in WASI's documents.
    /// </summary>
    /// <param name="logger">The logger.</param>
    /// <param name="level">The level of each call.</param>
    public static WasiTracer ToWasiTracer(this ILogger logger, LogLevel level = LogLevel.Trace)
    {
        ArgumentNullException.ThrowIfNull(logger);
        return new LoggerTracer(logger, level);
    }
}

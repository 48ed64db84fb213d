using Microsoft.Extensions.Logging;

namespace Wasil.Wasi.Logging;

/// <summary>Logs calls.</summary>
internal sealed class LoggerTracer(ILogger logger, LogLevel level) : WasiTracer
{
    public override bool IsEnabled => logger.IsEnabled(level);

    protected override void OnEnd(WasiCall call, object? begun)
    {
        List<KeyValuePair<string, object?>> values =
        [
            new("Module", call.Module),
            new("Function", call.Function),
            new("Errno", call.ErrorName),
            new("ElapsedMilliseconds", call.Elapsed.TotalMilliseconds),
            .. call.Arguments.Concat(call.Results).Select(value => KeyValuePair.Create(value.Key, (object?)value.Value)),
        ];
        Exception? exception = call.Exception is WasmExitException ? null : call.Exception;
        logger.Log(level, new EventId(0, call.Function), values, exception, (_, _) => call.ToString());
    }
}

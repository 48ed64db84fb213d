using System.Diagnostics;

namespace Wasil.Wasi.Tracing;

/// <summary>Makes activities of calls.</summary>
internal sealed class ActivityTracer(ActivitySource source) : WasiTracer
{
    private const string Prefix = "wasi.";

    public override bool IsEnabled => source.HasListeners();

    protected internal override object? OnBegin(string module, string function) => source.StartActivity(function);

    protected internal override void OnEnd(WasiCall call, object? begun)
    {
        using var activity = (Activity?)begun;
        if (activity is not { IsAllDataRequested: true })
            return;
        activity.SetTag(Prefix + "module", call.Module);
        foreach ((string name, string value) in call.Arguments)
            activity.SetTag(Prefix + name, value);
        foreach ((string name, string value) in call.Results)
            activity.SetTag(Prefix + name, value);
        if (call.ErrorName is { } error)
            activity.SetTag(Prefix + "errno", error);
        if (call.Exception is not null and not WasmExitException)
            activity.SetStatus(ActivityStatusCode.Error, call.Exception.Message);
    }
}

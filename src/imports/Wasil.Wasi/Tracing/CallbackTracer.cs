namespace Wasil.Wasi.Tracing;

/// <summary>Hands over what has ended.</summary>
internal sealed class CallbackTracer(Action<WasiCall> onCall) : WasiTracer
{
    protected internal override void OnEnd(WasiCall call, object? begun) => onCall(call);
}

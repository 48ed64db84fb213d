namespace Wasil;

/// <summary>What is the same for all modules of an engine. Options are copied when an engine is made.</summary>
public sealed class WasmEngineOptions
{
    /// <summary>The proposals that modules may use. By default all that is finished (WebAssembly 3.0) and threads.</summary>
    public WasmFeatures Features { get; set; } = WasmFeatures.Default;

    /// <summary>How functions are run.</summary>
    public WasmEngineMode Mode { get; set; } = WasmEngineMode.Compiled;

    internal WasmEngineOptions Copy() => (WasmEngineOptions)MemberwiseClone();
}

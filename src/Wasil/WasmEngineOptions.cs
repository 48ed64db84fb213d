namespace Wasil;

/// <summary>What is the same for all modules of an engine. Options are copied when an engine is made.</summary>
public sealed class WasmEngineOptions
{
    /// <summary>The proposals that modules may use. By default all that is finished (WebAssembly 3.0) and threads.</summary>
    public WasmFeatures Features { get; set; } = WasmFeatures.Default;

    /// <summary>
    /// How functions are run. What <see cref="WasmEngineMode.Auto"/> is to mean can be set for a whole process, by naming another mode
    /// in the <see cref="AppContext"/> data <c>Wasil.EngineMode</c>, as in runtimeconfig.json.
    /// </summary>
    public WasmEngineMode Mode { get; set; } = WasmEngineMode.Auto;

    /// <summary>
    /// Whether a <see cref="CancellationToken"/> can end a guest in the middle of a call. It costs a few percent of speed, so it
    /// is off by default; then a guest that runs for ever occupies its thread for ever.
    /// </summary>
    public bool Interruptible { get; set; }

    internal WasmEngineOptions Copy() => (WasmEngineOptions)MemberwiseClone();
}

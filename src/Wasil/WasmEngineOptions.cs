using Wasil.Compilation;
using Wasil.Tiering;

namespace Wasil;

/// <summary>What is the same for all modules of an engine. Options are copied when an engine is made.</summary>
/// <threadsafety>One thread at a time while it is set; it is copied when it is used.</threadsafety>
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

    /// <summary>
    /// Whether guests' accesses to memory may be left to guard pages instead of being compared with the memory's length, where
    /// the system and the .NET release are ones that this was tested on: x64 Linux. It makes guests faster, and it costs address
    /// space and a handler for SIGSEGV in front of .NET's own. The switch <c>Wasil.GuardPages</c>, set to false in the
    /// application's runtime configuration, turns them off for the whole process.
    /// </summary>
    public bool GuardPages { get; set; } = true;

    /// <summary>
    /// Whether relaxed vector instructions, for which the specification allows several results, give the same ones on every
    /// machine. They are then slower; otherwise they do what the processor does. It makes no difference to other instructions, which
    /// have one result. See "Deterministic Profile" in the specification.
    /// </summary>
    public bool Deterministic { get; set; }

    // Tests split what is smaller.
    internal int SplitAbove { get; set; } = AppContext.GetData("Wasil.SplitAbove") is int size ? size : CountingGenerator.OptimizedSize;

    internal TieringOptions Tiering { get; set; } = TieringOptions.Default;

    internal WasmEngineOptions Copy() => (WasmEngineOptions)MemberwiseClone();
}

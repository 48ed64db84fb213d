namespace Wasil;

/// <summary>How an engine runs functions. All modes give the same results, and instances of different modes can be linked.</summary>
public enum WasmEngineMode
{
    /// <summary>
    /// <see cref="Compiled"/> where .NET may generate code, save that functions which would take the compiler too long are
    /// interpreted; else <see cref="Interpreted"/>. This is the default.
    /// </summary>
    Auto,

    /// <summary>Each function is compiled to CIL when it is first called, and CIL to machine code by the .NET runtime. Functions that
    /// would take the compiler too long are refused.</summary>
    Compiled,

    /// <summary>
    /// Each function is translated to register code when it is first called, and that is interpreted. Starts sooner and runs
    /// several times slower, and is all there is where .NET may not generate code (NativeAOT, iOS).
    /// </summary>
    Interpreted,
}

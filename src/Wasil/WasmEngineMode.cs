namespace Wasil;

/// <summary>How an engine runs functions. All modes give the same results, and instances of different modes can be linked.</summary>
public enum WasmEngineMode
{
    /// <summary>
    /// What starts soonest and runs fastest; this is the default. Where .NET may not generate code, that is <see cref="Interpreted"/>. Else
    /// it is <see cref="Compiled"/>, save that functions which would take the compiler too long are interpreted, and that those of
    /// large modules are at first: each is compiled, while the guest goes on, once it has run for about as long as that takes.
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

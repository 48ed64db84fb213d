namespace Wasil;

/// <summary>How an engine runs functions.</summary>
public enum WasmEngineMode
{
    /// <summary>Each function is compiled to CIL when it is first called, and CIL to machine code by the .NET runtime.</summary>
    Compiled,
}

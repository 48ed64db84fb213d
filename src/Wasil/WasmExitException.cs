namespace Wasil;

/// <summary>The guest ended itself, as WASI's <c>proc_exit</c> does. Host functions throw it, and it leaves the guest like any
/// exception of the host.</summary>
/// <param name="exitCode">The guest's exit code.</param>
public sealed class WasmExitException(int exitCode) : WasmException($"The guest exited with code {exitCode}.")
{
    /// <summary>The guest's exit code; 0 means success.</summary>
    public int ExitCode { get; } = exitCode;
}

namespace Wasil;

/// <summary>What every failure that WebAssembly itself defines derives from.</summary>
public abstract class WasmException : Exception
{
    private protected WasmException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

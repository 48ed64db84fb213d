namespace Wasil;

/// <summary>A memory or table is larger at first than the instance's limits allow or the system can give.</summary>
public sealed class ResourceLimitException : WasmException
{
    internal ResourceLimitException(string message)
        : base(message)
    {
    }
}

using Wasil;

namespace HootHost;

/// <summary>A Scheme program has ended with an error that it did not handle.</summary>
/// <param name="kind">What the program calls the error.</param>
/// <param name="payload">The program's own object that describes it.</param>
internal sealed class SchemeException(string kind, WasmObject? payload) : Exception($"Scheme: {kind}")
{
    public WasmObject? Payload { get; } = payload;
}

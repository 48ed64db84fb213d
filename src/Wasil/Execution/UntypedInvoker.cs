namespace Wasil.Execution;

/// <summary>Unpacks arguments, calls, and packs results; both spans were checked against the signature.</summary>
internal delegate void UntypedInvoker(ReadOnlySpan<WasmValue> arguments, Span<WasmValue> results);

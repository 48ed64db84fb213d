namespace Wasil;

/// <summary>A host function whose type is only known at run time.</summary>
/// <param name="caller">The instance that calls.</param>
/// <param name="arguments">The arguments, of the kinds that the function's type says.</param>
/// <param name="results">To be filled with values of the kinds that the function's type says; another kind is an error.</param>
public delegate void WasmCallback(Caller caller, ReadOnlySpan<WasmValue> arguments, Span<WasmValue> results);

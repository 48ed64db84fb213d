namespace Wasil.Wasi.Functions;

/// <summary>A function of WASI.</summary>
/// <param name="Of">The function that an instance calls.</param>
/// <param name="Signature">
/// Its parameters and results with the names and types of the WASI documents, such as <c>fd: fd, iovs: ciovec_array -> nwritten: size</c>:
/// what a trace of its calls shows. A <c>string</c> and lists are lowered to an address and a count, and each result to the
/// address of where it goes. What the documents have no name for, <see cref="Tracing.ValueFormat"/> has.
/// </param>
internal sealed record WasiFunction(Func<Preview1, Delegate> Of, string Signature);

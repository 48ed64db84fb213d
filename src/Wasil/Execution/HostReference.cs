namespace Wasil.Execution;

/// <summary>
/// A value of the host that a guest has converted to <c>anyref</c>. Wrapped, so that whatever an <c>anyref</c> refers to is a
/// <see cref="WasmObject"/>, which casts can ask for its type without looking first.
/// </summary>
internal sealed class HostReference : WasmObject
{
    private static readonly DefType Stand = new(DefType.HeapKind.Host);

    private HostReference(object value)
        : base(Stand) => Value = value;

    public object Value { get; }

    /// <summary><c>any.convert_extern</c>.</summary>
    public static object? Internalize(object? reference) => reference is null or WasmObject ? reference : new HostReference(reference);

    /// <summary><c>extern.convert_any</c>.</summary>
    public static object? Externalize(object? reference) => reference is HostReference host ? host.Value : reference;
}

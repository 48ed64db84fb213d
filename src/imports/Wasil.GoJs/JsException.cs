using Wasil.GoJs.Objects;

namespace Wasil.GoJs;

/// <summary>
/// Something was thrown as JavaScript throws: where Go called, it becomes a panic with a <c>js.Error</c>; what nothing catches
/// leaves the call of the host.
/// </summary>
public sealed class JsException : Exception
{
    /// <summary>Throws a value.</summary>
    /// <param name="value">What is thrown, an error object as a rule.</param>
    /// <param name="innerException">The host's exception behind it, if there is one.</param>
    public JsException(JsValue value, Exception? innerException = null)
        : base(Describe(value), innerException) => Value = value;

    /// <summary>What is thrown.</summary>
    public JsValue Value { get; }

    private static string Describe(JsValue value)
    {
        if (value.Reference is JsError error && error.GetOwn("message") is { Accessor: null, Value.Reference: string { Length: > 0 } message })
            return $"{error.Name}: {Errors.Clip(message)}";
        return Errors.Clip(value.ToString());
    }
}

namespace Wasil.GoJs.Objects;

/// <summary>Arguments that may be missing.</summary>
internal static class Arguments
{
    public static JsValue At(this ReadOnlySpan<JsValue> arguments, int index) =>
        index < arguments.Length ? arguments[index] : JsValue.Undefined;

    public static string Text(this ReadOnlySpan<JsValue> arguments, int index) => Conversions.ToText(arguments.At(index));

    public static double Number(this ReadOnlySpan<JsValue> arguments, int index) => Conversions.ToNumber(arguments.At(index));

    /// <exception cref="JsException">It is no function.</exception>
    public static JsFunction Function(this ReadOnlySpan<JsValue> arguments, int index) =>
        arguments.At(index).TryGetObject(out JsFunction? function) ? function
        : throw Errors.Type($"{arguments.At(index)} is not a function");

    /// <exception cref="JsException">It is no object of the type.</exception>
    public static T This<T>(this JsValue value)
        where T : JsObject => value.TryGetObject(out T? target) ? target
        : throw Errors.Type($"Method called on incompatible receiver {value}");
}

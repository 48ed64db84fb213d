namespace Wasil.GoJs.Objects;

/// <summary>Errors as JavaScript's own functions throw them.</summary>
internal static class Errors
{
    public static JsException Type(string message, Exception? cause = null) => new(new JsError("TypeError", message), cause);

    public static JsException Range(string message) => new(new JsError("RangeError", message));

    public static JsException Syntax(string message) => new(new JsError("SyntaxError", message));

    public static JsException Of(string message, Exception? cause = null) => new(new JsError("Error", message), cause);

    /// <summary>An error with a <c>code</c>, as Node's own have.</summary>
    public static JsError WithCode(string code, string message)
    {
        var error = new JsError("Error", message);
        error.Define("code", new Property(code, PropertyFlags.All));
        return error;
    }
}

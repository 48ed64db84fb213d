namespace Wasil.GoJs.Objects;

/// <summary>Errors as JavaScript's own functions throw them.</summary>
internal static class Errors
{
    // A message may hold what the guest handed over, which may be as large as all that it has.
    private const int MostCharacters = 4000;

    /// <summary>Text for a message, which is cut where it is too long for one.</summary>
    public static string Clip(string text) => text.Length <= MostCharacters ? text : $"{text.AsSpan(0, MostCharacters)}...";

    public static JsException Type(string message, Exception? cause = null) => new(new JsError("TypeError", Clip(message)), cause);

    public static JsException Range(string message) => new(new JsError("RangeError", Clip(message)));

    public static JsException Syntax(string message) => new(new JsError("SyntaxError", Clip(message)));

    public static JsException Of(string message, Exception? cause = null) => new(new JsError("Error", Clip(message)), cause);

    /// <summary>An error with a <c>code</c>, as Node's own have.</summary>
    public static JsError WithCode(string code, string message)
    {
        var error = new JsError("Error", Clip(message));
        error.Define("code", new Property(code, PropertyFlags.All));
        return error;
    }
}

namespace Wasil.GoJs;

/// <summary>A JavaScript symbol: a property key that is equal to nothing but itself.</summary>
/// <param name="description">What it is called, or null.</param>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed class JsSymbol(string? description = null)
{
    /// <summary><c>Symbol.iterator</c>.</summary>
    public static JsSymbol Iterator { get; } = new("Symbol.iterator");

    /// <summary><c>Symbol.toStringTag</c>.</summary>
    public static JsSymbol ToStringTag { get; } = new("Symbol.toStringTag");

    /// <summary><c>Symbol.asyncIterator</c>.</summary>
    public static JsSymbol AsyncIterator { get; } = new("Symbol.asyncIterator");

    /// <summary>What it is called, or null.</summary>
    public string? Description { get; } = description;

    /// <inheritdoc/>
    public override string ToString() => $"Symbol({Description})";
}

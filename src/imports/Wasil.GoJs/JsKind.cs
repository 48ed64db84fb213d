namespace Wasil.GoJs;

/// <summary>What a <see cref="JsValue"/> is, as <c>typeof</c> tells, with null apart from objects.</summary>
public enum JsKind
{
    /// <summary>Nothing: the value of a <see cref="JsValue"/> that was not set.</summary>
    Undefined,

    /// <summary>JavaScript's <c>null</c>.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A 64-bit float.</summary>
    Number,

    /// <summary>A string of UTF-16 code units.</summary>
    String,

    /// <summary>A <see cref="JsSymbol"/>.</summary>
    Symbol,

    /// <summary>A <see cref="JsObject"/> that cannot be called.</summary>
    Object,

    /// <summary>A <see cref="JsFunction"/>.</summary>
    Function,
}

namespace Wasil.GoJs.Objects;

/// <summary>The functions behind a property that is computed; null where it cannot be read or written.</summary>
internal sealed record Accessor(JsFunction? Get, JsFunction? Set);

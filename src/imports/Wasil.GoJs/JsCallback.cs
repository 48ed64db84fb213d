namespace Wasil.GoJs;

/// <summary>A function of the host as JavaScript calls it.</summary>
/// <param name="thisValue">What it is called on.</param>
/// <param name="arguments">The arguments. They are only there until the return.</param>
/// <returns>The result.</returns>
public delegate JsValue JsCallback(JsValue thisValue, ReadOnlySpan<JsValue> arguments);

namespace Wasil.GoJs.Objects;

/// <summary>Makes an object, as <c>new</c> does.</summary>
internal delegate JsObject NativeConstructor(ReadOnlySpan<JsValue> arguments);

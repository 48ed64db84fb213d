namespace Wasil.GoJs.Running;

/// <summary>Something that is done before the event loop goes on, and the values that it holds on to.</summary>
internal readonly record struct Microtask(Action Run, JsValue First, JsValue Second);

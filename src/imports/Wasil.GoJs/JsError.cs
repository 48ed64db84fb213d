using Wasil.GoJs.Objects;

namespace Wasil.GoJs;

/// <summary>A JavaScript error object.</summary>
/// <threadsafety>One thread at a time, which includes the guest that uses it.</threadsafety>
public sealed class JsError : JsObject
{
    /// <summary>Makes an error. It gets the prototype of its kind when a program first sees it.</summary>
    /// <param name="name">Its kind: <c>Error</c>, <c>TypeError</c>, <c>RangeError</c> and so on.</param>
    /// <param name="message">What went wrong.</param>
    public JsError(string name, string message)
        : base(null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(message);
        Name = name;
        Define("message", new Property(message, PropertyFlags.Hidden));
    }

    /// <summary>Its kind.</summary>
    public string Name { get; }

    internal override string ClassName => "Error";

    internal override JsValue Get(object key, JsValue receiver) =>
        key is "stack" && GetOwn(key) is null ? ToString() : base.Get(key, receiver);

    /// <summary>Its kind and message.</summary>
    public override string ToString() => GetOwn("message") is { Value: { IsString: true } message } && message.AsString() is { Length: > 0 } text
        ? $"{Name}: {text}"
        : Name;
}

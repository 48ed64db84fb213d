using Wasil.GoJs.Objects;

namespace Wasil.GoJs;

/// <summary>Bytes that typed arrays look at.</summary>
/// <threadsafety>One thread at a time, which includes the guest that uses it.</threadsafety>
public sealed class JsArrayBuffer : JsObject
{
    internal JsArrayBuffer(JsObject? prototype, byte[] bytes)
        : base(prototype) => Bytes = bytes;

    /// <summary>The bytes themselves.</summary>
    public byte[] Bytes { get; }

    internal override string ClassName => "ArrayBuffer";

    internal override Property? GetOwn(object key) =>
        key is "byteLength" ? new Property(Bytes.Length, PropertyFlags.None) : base.GetOwn(key);

    internal override void Visit(HeapVisitor visitor)
    {
        base.Visit(visitor);
        visitor.AddBytes(Bytes.Length);
    }
}

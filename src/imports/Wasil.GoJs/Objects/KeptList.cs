using System.Runtime.InteropServices;

namespace Wasil.GoJs.Objects;

/// <summary>A list that a function of the host's fills, as an object that can be counted.</summary>
internal sealed class KeptList(List<JsValue> values) : JsObject(null)
{
    internal override void Visit(HeapVisitor visitor) => visitor.Add(CollectionsMarshal.AsSpan(values));
}

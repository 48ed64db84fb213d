using Wasil.Execution;

namespace Wasil;

/// <summary>An exception tag.</summary>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed class WasmTag : WasmExtern
{
    private readonly TagInstance _tag;

    private WasmTag(TagInstance tag) => _tag = tag;

    /// <summary>Makes a tag that no module defined, to be imported by several: guests that share it catch what each other
    /// throw.</summary>
    /// <param name="payload">The types of the values that its exceptions carry.</param>
    public WasmTag(params ReadOnlySpan<ValType> payload)
    {
        _tag = new TagInstance(DefType.OfSignature(new FuncType(payload.ToArray(), []))) { Facade = this };
    }

    /// <summary>The tag's type.</summary>
    public override TagType Type => new TagType(_tag.Type);

    internal override object Address => _tag;

    internal static WasmTag Of(TagInstance tag) => tag.Facade ??= new WasmTag(tag);
}

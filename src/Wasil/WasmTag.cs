using Wasil.Execution;

namespace Wasil;

/// <summary>An exception tag.</summary>
public sealed class WasmTag : WasmExtern
{
    private readonly TagInstance _tag;

    private WasmTag(TagInstance tag) => _tag = tag;

    /// <summary>The tag's type.</summary>
    public override ExternType Type => new TagType(_tag.Type);

    internal override object Address => _tag;

    internal static WasmTag Of(TagInstance tag) => tag.Facade ??= new WasmTag(tag);
}

namespace Wasil.Syntax;

/// <summary>When an element or data segment is used.</summary>
internal enum SegmentMode : byte
{
    /// <summary>By <c>table.init</c>, <c>memory.init</c> and the like.</summary>
    Passive,

    /// <summary>Copied when the module is instantiated.</summary>
    Active,

    /// <summary>Only to declare what <c>ref.func</c> may name.</summary>
    Declarative,
}

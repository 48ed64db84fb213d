namespace Wasil.GoJs.Objects;

/// <summary>The attributes of a property.</summary>
[Flags]
internal enum PropertyFlags
{
    None = 0,
    Writable = 1,
    Enumerable = 2,
    Configurable = 4,
    Hidden = Writable | Configurable,
    All = Writable | Enumerable | Configurable,
}

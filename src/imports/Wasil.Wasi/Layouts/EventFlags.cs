namespace Wasil.Wasi.Layouts;

/// <summary>WASI's <c>eventrwflags</c>.</summary>
[Flags]
internal enum EventFlags : ushort
{
    None = 0,

    /// <summary>The other side has hung up.</summary>
    HangUp = 1,
}

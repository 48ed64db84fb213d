namespace Wasil.Wasi.Layouts;

/// <summary>WASI's <c>eventtype</c>.</summary>
internal enum EventType : byte
{
    Clock,
    FdRead,
    FdWrite,
}

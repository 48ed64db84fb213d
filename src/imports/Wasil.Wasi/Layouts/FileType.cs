namespace Wasil.Wasi.Layouts;

/// <summary>WASI's <c>filetype</c>.</summary>
internal enum FileType : byte
{
    Unknown,
    BlockDevice,
    CharacterDevice,
    Directory,
    RegularFile,
    SocketDatagram,
    SocketStream,
    SymbolicLink,
}

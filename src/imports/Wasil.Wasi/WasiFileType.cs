namespace Wasil.Wasi;

/// <summary>What kind of thing a name or descriptor stands for: WASI's <c>filetype</c>.</summary>
public enum WasiFileType : byte
{
    /// <summary>Nothing that the others are.</summary>
    Unknown,

    /// <summary>A block device.</summary>
    BlockDevice,

    /// <summary>A character device, such as a terminal.</summary>
    CharacterDevice,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A regular file.</summary>
    RegularFile,

    /// <summary>A socket for datagrams.</summary>
    SocketDatagram,

    /// <summary>A socket for a stream of bytes.</summary>
    SocketStream,

    /// <summary>A symbolic link.</summary>
    SymbolicLink,
}

using Wasil.Wasi;

namespace Wasil.GoJs.Node;

/// <summary>What is known of a file. Times are in nanoseconds since 1970.</summary>
internal readonly record struct FileStatus(
    FileKind Kind, int Mode, ulong Device, ulong Inode, ulong Links, ulong Size, ulong Accessed, ulong Modified, ulong Changed)
{
    public static FileStatus Of(in WasiFileStatus status) => new(
        status.Type switch
        {
            WasiFileType.BlockDevice => FileKind.BlockDevice,
            WasiFileType.CharacterDevice => FileKind.CharacterDevice,
            WasiFileType.Directory => FileKind.Directory,
            WasiFileType.SocketDatagram or WasiFileType.SocketStream => FileKind.Socket,
            WasiFileType.SymbolicLink => FileKind.Symlink,
            WasiFileType.RegularFile => FileKind.Regular,
            _ => FileKind.Fifo,
        },
        status.Mode,
        status.Device,
        status.Inode,
        status.Links,
        status.Size,
        status.Accessed,
        status.Modified,
        status.Changed);
}

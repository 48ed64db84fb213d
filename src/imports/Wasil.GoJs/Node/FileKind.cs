namespace Wasil.GoJs.Node;

/// <summary>What stands under a path: the bits of <c>st_mode</c> for it.</summary>
internal enum FileKind
{
    Fifo = 0x1000,
    CharacterDevice = 0x2000,
    Directory = 0x4000,
    BlockDevice = 0x6000,
    Regular = 0x8000,
    Symlink = 0xa000,
    Socket = 0xc000,
}

namespace Wasil.GoJs.Node;

/// <summary>How a file is opened, as <c>fs.constants</c> has it: Linux's numbers.</summary>
[Flags]
internal enum OpenFlags
{
    ReadOnly = 0,
    WriteOnly = 1,
    ReadWrite = 2,
    AccessMask = 3,
    Create = 0x40,
    Exclusive = 0x80,
    Truncate = 0x200,
    Append = 0x400,
    Directory = 0x1_0000,
}

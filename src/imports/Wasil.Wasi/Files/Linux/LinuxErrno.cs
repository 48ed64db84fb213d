namespace Wasil.Wasi.Files.Linux;

/// <summary>Linux's error numbers as WASI's; docs/errno.md lists them.</summary>
internal static class LinuxErrno
{
    public static Errno ToErrno(int error) => error switch
    {
        0 => Errno.Success,
        1 => Errno.NotPermitted,
        2 => Errno.NoEntry,
        4 => Errno.Interrupted,
        5 => Errno.IO,
        6 => Errno.NoSuchDevice,
        9 => Errno.BadDescriptor,
        11 => Errno.Again,
        12 => Errno.NoMemory,
        13 => Errno.Access,
        14 => Errno.Fault,
        16 => Errno.Busy,
        17 => Errno.Exists,
        18 => Errno.CrossDevice,
        19 => Errno.NoDevice,
        20 => Errno.NotDirectory,
        21 => Errno.IsDirectory,
        22 => Errno.Invalid,
        23 => Errno.TooManyFiles,
        24 => Errno.TooManyDescriptors,
        25 => Errno.NoTerminal,
        26 => Errno.TextBusy,
        27 => Errno.FileTooBig,
        28 => Errno.NoSpace,
        29 => Errno.InvalidSeek,
        30 => Errno.ReadOnly,
        31 => Errno.TooManyLinks,
        32 => Errno.BrokenPipe,
        36 => Errno.NameTooLong,
        38 => Errno.NoSystem,
        39 => Errno.NotEmpty,
        40 => Errno.Loop,
        75 => Errno.Overflow,
        95 => Errno.NotSupported,
        116 => Errno.Stale,
        122 => Errno.DiskQuota,
        _ => Errno.IO,
    };
}

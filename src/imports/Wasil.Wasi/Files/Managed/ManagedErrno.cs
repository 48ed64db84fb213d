namespace Wasil.Wasi.Files.Managed;

/// <summary>What .NET throws as WASI's errors; docs/errno.md lists them.</summary>
internal static class ManagedErrno
{
    private const int SharingViolation = unchecked((int)0x80070020), DiskFull = unchecked((int)0x80070070),
        HandleDiskFull = unchecked((int)0x80070027), AlreadyExists = unchecked((int)0x800700B7), FileExists = unchecked((int)0x80070050),
        DirectoryNotEmpty = unchecked((int)0x80070091), UnixNoSpace = 28, UnixExists = 17, UnixNotEmpty = 39;

    /// <summary>Does something, and says what it threw.</summary>
    public static Errno Try(Func<Errno> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            return ToErrno(exception);
        }
    }

    public static Errno ToErrno(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => Errno.NoEntry,
        PathTooLongException => Errno.NameTooLong,
        UnauthorizedAccessException => Errno.Access,
        ObjectDisposedException => Errno.BadDescriptor,
        NotSupportedException or PlatformNotSupportedException => Errno.NotSupported,
        ArgumentException => Errno.Invalid,
        IOException { HResult: SharingViolation } => Errno.Busy,
        IOException { HResult: DiskFull or HandleDiskFull or UnixNoSpace } => Errno.NoSpace,
        IOException { HResult: AlreadyExists or FileExists or UnixExists } => Errno.Exists,
        IOException { HResult: DirectoryNotEmpty or UnixNotEmpty } => Errno.NotEmpty,
        _ => Errno.IO,
    };

    private static bool IsExpected(Exception exception) => exception is IOException or UnauthorizedAccessException
        or ObjectDisposedException or NotSupportedException or ArgumentException;
}

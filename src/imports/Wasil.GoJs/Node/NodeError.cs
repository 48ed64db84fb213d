using Wasil.GoJs.Objects;
using Wasil.Wasi;

namespace Wasil.GoJs.Node;

/// <summary>Something that a system call refuses, by the name that POSIX has for it, which Go looks at.</summary>
internal sealed class NodeError(string code) : Exception(code)
{
    public string Code { get; } = code;

    /// <summary>Throws what an operation has answered, unless it succeeded.</summary>
    public static void ThrowIf(Errno errno)
    {
        if (errno != Errno.Success)
            throw new NodeError(NameOf(errno));
    }

    /// <summary>The error object that Node would make of it.</summary>
    public JsError ToJs(string operation, string? path)
    {
        JsError error = Errors.WithCode(Code, $"{Code}: {Describe(Code)}, {operation}{(path is null ? "" : $" '{path}'")}");
        error.Define("syscall", new Property(operation, PropertyFlags.All));
        if (path is not null)
            error.Define("path", new Property(path, PropertyFlags.All));
        return error;
    }

    // Only what Go knows: other names would make it panic.
    private static string NameOf(Errno errno) => errno switch
    {
        Errno.Access => "EACCES",
        Errno.Again => "EAGAIN",
        Errno.BadDescriptor => "EBADF",
        Errno.BrokenPipe => "EPIPE",
        Errno.Busy => "EBUSY",
        Errno.CrossDevice => "EXDEV",
        Errno.DiskQuota => "EDQUOT",
        Errno.Exists => "EEXIST",
        Errno.FileTooBig => "EFBIG",
        Errno.IllegalSequence => "EILSEQ",
        Errno.Invalid => "EINVAL",
        Errno.InvalidSeek => "ESPIPE",
        Errno.IsDirectory => "EISDIR",
        Errno.Loop => "ELOOP",
        Errno.NameTooLong => "ENAMETOOLONG",
        Errno.NoEntry => "ENOENT",
        Errno.NoMemory => "ENOMEM",
        Errno.NoSpace => "ENOSPC",
        Errno.NoSystem or Errno.NotSupported => "ENOSYS",
        Errno.NotDirectory => "ENOTDIR",
        Errno.NotEmpty => "ENOTEMPTY",
        Errno.NotPermitted or Errno.NotCapable => "EPERM",
        Errno.Overflow => "EOVERFLOW",
        Errno.ReadOnly => "EROFS",
        Errno.TooManyDescriptors => "EMFILE",
        Errno.TooManyFiles => "ENFILE",
        Errno.TooManyLinks => "EMLINK",
        _ => "EIO",
    };

    private static string Describe(string code) => code switch
    {
        "EACCES" => "permission denied",
        "EBADF" => "bad file descriptor",
        "EEXIST" => "file already exists",
        "EINVAL" => "invalid argument",
        "EISDIR" => "illegal operation on a directory",
        "ELOOP" => "too many symbolic links encountered",
        "EMFILE" => "too many open files",
        "ENAMETOOLONG" => "name too long",
        "ENOENT" => "no such file or directory",
        "ENOSPC" => "no space left on device",
        "ENOSYS" => "function not implemented",
        "ENOTDIR" => "not a directory",
        "ENOTEMPTY" => "directory not empty",
        "EPERM" => "operation not permitted",
        "EROFS" => "read-only file system",
        "EXDEV" => "cross-device link not permitted",
        _ => "the operation failed",
    };
}

using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Node;

/// <summary>Something that a system call refuses, by the name that POSIX has for it, which Go looks at.</summary>
internal sealed class NodeError(string code) : Exception(code)
{
    public string Code { get; } = code;

    /// <summary>The error object that Node would make of it.</summary>
    public JsError ToJs(string operation, string? path)
    {
        JsError error = Errors.WithCode(Code, $"{Code}: {Describe(Code)}, {operation}{(path is null ? "" : $" '{path}'")}");
        error.Define("syscall", new Property(operation, PropertyFlags.All));
        if (path is not null)
            error.Define("path", new Property(path, PropertyFlags.All));
        return error;
    }

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

using System.Text;

namespace Wasil.Wasi.Files;

/// <summary>The rules that paths of all file systems have.</summary>
internal static class WasiPath
{
    /// <summary>Checks a path by its form alone.</summary>
    public static Errno Check(string path)
    {
        if (path.Length == 0)
            return Errno.NoEntry;
        if (path.Contains('\0', StringComparison.Ordinal))
            return Errno.Invalid;
        if (path[0] == '/')
            return Errno.NotPermitted;
        return path.Length > WasiDirectory.MaxPathBytes || Encoding.UTF8.GetByteCount(path) > WasiDirectory.MaxPathBytes
            ? Errno.NameTooLong : Errno.Success;
    }

    /// <summary>Checks what a symbolic link is to say.</summary>
    public static Errno CheckTarget(string target) => target.Length == 0 ? Errno.NoEntry : Check(target);

    /// <summary>Splits a path at its last name; slashes behind that are told apart.</summary>
    public static (string Parent, string Name, bool HasSlash) Split(string path)
    {
        string trimmed = path.TrimEnd('/');
        int slash = trimmed.LastIndexOf('/');
        return (slash < 0 ? "" : trimmed[..slash], trimmed[(slash + 1)..], trimmed.Length < path.Length);
    }

    /// <summary>Puts a path's names before those that are still to be followed; whether it ends in a slash.</summary>
    public static bool Push(Stack<string> rest, string path)
    {
        string[] names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (int i = names.Length - 1; i >= 0; i--)
            rest.Push(names[i]);
        return path.EndsWith('/');
    }

    public static bool IsTooLong(string name) => name.Length > WasiDirectory.MaxNameBytes
        || (name.Length * 3 > WasiDirectory.MaxNameBytes && Encoding.UTF8.GetByteCount(name) > WasiDirectory.MaxNameBytes);
}

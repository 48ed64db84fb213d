using System.Text;
using Microsoft.Extensions.FileProviders;

namespace Wasil.Wasi.FileProviders;

/// <summary>A directory of a provider.</summary>
/// <param name="provider">The provider.</param>
/// <param name="at">Its path there, without slashes at its ends.</param>
internal sealed class ProviderDirectory(IFileProvider provider, string at) : WasiDirectory
{
    public override WasiDirectory Duplicate() => new ProviderDirectory(provider, at);

    public override Errno Stat(out WasiFileStatus status)
    {
        status = new WasiFileStatus(WasiFileType.Directory, 0, 0, 1, 0, 0, 0, 0, 0b101_101_101);
        return Errno.Success;
    }

    public override Errno Open(string path, WasiOpenOptions options, out WasiNode? node)
    {
        node = null;
        Errno error = Find(path, out string full, out IFileInfo? file);
        if (error == Errno.NoEntry && options.Create)
            return Errno.ReadOnly;
        if (error != Errno.Success)
            return error;
        if (options is { Create: true, Exclusive: true })
            return Errno.Exists;
        if (options.Write || options.Truncate)
            return file is null ? Errno.IsDirectory : Errno.ReadOnly;
        if (file is null)
        {
            node = new ProviderDirectory(provider, full);
            return Errno.Success;
        }

        if (options.Directory)
            return Errno.NotDirectory;
        error = ProviderFile.Open(file, out ProviderFile? opened);
        node = opened;
        return error;
    }

    public override Errno StatAt(string path, bool followLinks, out WasiFileStatus status)
    {
        status = default;
        if (Find(path, out _, out IFileInfo? file) is not Errno.Success and var error)
            return error;
        if (file is null)
            return Stat(out status);
        status = ProviderFile.StatusOf(file, Math.Max(file.Length, 0));
        return Errno.Success;
    }

    public override Errno List(out IReadOnlyList<WasiDirectoryEntry> entries)
    {
        entries = [];
        IDirectoryContents contents = provider.GetDirectoryContents(at);
        if (!contents.Exists)
            return Errno.NoEntry;
        // A provider made of others may have a name twice.
        entries =
        [
            .. contents.DistinctBy(file => file.Name).Select(file =>
                new WasiDirectoryEntry(file.Name, file.IsDirectory ? WasiFileType.Directory : WasiFileType.RegularFile, 0)),
        ];
        return Errno.Success;
    }

    public override Errno ReadLink(string path, out string target)
    {
        target = "";
        return Find(path, out _, out _) is not Errno.Success and var error ? error : Errno.Invalid;
    }

    /// <summary>Follows a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="full">The path from the provider's root.</param>
    /// <param name="file">The file; null where it is a directory.</param>
    private Errno Find(string path, out string full, out IFileInfo? file)
    {
        full = at;
        file = null;
        if (path.Length == 0)
            return Errno.NoEntry;
        if (path.Contains('\0', StringComparison.Ordinal))
            return Errno.Invalid;
        if (path[0] == '/')
            return Errno.NotPermitted;
        if (Encoding.UTF8.GetByteCount(path) > MaxPathBytes)
            return Errno.NameTooLong;
        var way = new List<string>();
        foreach (string name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (file is not null)
                return Errno.NotDirectory;
            if (name == ".")
                continue;
            if (name == "..")
            {
                if (way.Count == 0)
                    return Errno.NotPermitted;
                way.RemoveAt(way.Count - 1);
                continue;
            }

            if (Encoding.UTF8.GetByteCount(name) > MaxNameBytes)
                return Errno.NameTooLong;
            // Providers on Windows take it for a slash.
            if (name.Contains('\\', StringComparison.Ordinal))
                return Errno.NoEntry;
            way.Add(name);
            full = FullOf(way);
            IFileInfo found = provider.GetFileInfo(full);
            if (found is { Exists: true, IsDirectory: false })
                file = found;
            else if (!provider.GetDirectoryContents(full).Exists)
                return Errno.NoEntry;
        }

        full = FullOf(way);
        return file is not null && path.EndsWith('/') ? Errno.NotDirectory : Errno.Success;
    }

    private string FullOf(List<string> way) => string.Join('/', at.Length == 0 ? way : [at, .. way]);
}

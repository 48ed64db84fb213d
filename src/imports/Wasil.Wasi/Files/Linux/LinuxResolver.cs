using Microsoft.Win32.SafeHandles;

namespace Wasil.Wasi.Files.Linux;

/// <summary>
/// Finds what a guest's path means below a directory. Nothing is decided by a path's text: each step holds the directory that the
/// step before found, so names that change meanwhile lead somewhere else below the directory, never out of it.
/// </summary>
internal abstract class LinuxResolver
{
    // What links may make of a path.
    private const int MaxExpandedChars = 16 * WasiDirectory.MaxPathBytes;

    /// <summary>Opens the directory that a path names, only to name things in it; links are followed.</summary>
    /// <param name="start">What the path is relative to.</param>
    /// <param name="path">The path; the start itself where it is empty.</param>
    /// <param name="directory">The directory.</param>
    public abstract Errno OpenDirectory(SafeFileHandle start, string path, out SafeFileHandle directory);

    /// <summary>Opens what a path names.</summary>
    public abstract Errno OpenFile(SafeFileHandle start, string path, int flags, int mode, bool followLast, out SafeFileHandle handle);

    /// <summary>Finds the directory that holds the last name of a path, so that one call can act on that name without following
    /// it.</summary>
    /// <param name="start">What the path is relative to.</param>
    /// <param name="path">The path.</param>
    /// <param name="followLast">Whether the last name is followed if it is a link's.</param>
    /// <param name="place">Where it is; to be disposed.</param>
    public Errno Find(SafeFileHandle start, string path, bool followLast, out Place place)
    {
        place = default;
        if (WasiPath.Check(path) is not Errno.Success and var pathError)
            return pathError;
        for (int links = 0; ; links++)
        {
            (string parent, string name, bool hasSlash) = WasiPath.Split(path);
            if (name is "." or "..")
            {
                Errno error = OpenDirectory(start, path, out SafeFileHandle self);
                place = new Place(self, null, true);
                return error;
            }

            if (OpenDirectory(start, parent, out SafeFileHandle directory) is not Errno.Success and var parentError)
                return parentError;
            place = new Place(directory, name, hasSlash);
            if (!followLast && !hasSlash)
                return Errno.Success;
            if (LibC.ReadLink(directory, name, out string target) != Errno.Success)
                return Errno.Success;
            place.Dispose();
            place = default;
            if (links == WasiDirectory.MaxLinks)
                return Errno.Loop;
            if (WasiPath.Check(target) is not Errno.Success and var targetError)
                return targetError;
            path = (parent.Length == 0 ? target : $"{parent}/{target}") + (hasSlash ? "/" : "");
            if (path.Length > MaxExpandedChars)
                return Errno.NameTooLong;
        }
    }

    /// <summary>A name in a directory.</summary>
    /// <param name="Directory">The directory, or the thing itself.</param>
    /// <param name="Name">The name; null for the directory itself.</param>
    /// <param name="MustBeDirectory">Whether the path had a slash behind the name.</param>
    internal readonly record struct Place(SafeFileHandle Directory, string? Name, bool MustBeDirectory) : IDisposable
    {
        public void Dispose() => Directory?.Dispose();
    }
}

/// <summary>The kernel resolves (<c>openat2</c>, since Linux 5.6), and refuses to leave the directory.</summary>
internal sealed class KernelResolver : LinuxResolver
{
    private const ulong Beneath = LibC.ResolveBeneath | LibC.ResolveNoMagicLinks;

    // The kernel gives up where `..` meets a rename; somebody who renames all the time must not win for ever.
    private const int Attempts = 32;

    public static KernelResolver Instance { get; } = new();

    /// <summary>Whether the kernel has the call and lets this process use it.</summary>
    public static bool IsAvailable { get; } = Probe();

    public override Errno OpenDirectory(SafeFileHandle start, string path, out SafeFileHandle directory) =>
        OpenBeneath(start, path.Length == 0 ? "." : path, LibC.PathOnly | LibC.Directory, 0, out directory);

    public override Errno OpenFile(SafeFileHandle start, string path, int flags, int mode, bool followLast, out SafeFileHandle handle)
    {
        handle = null!;
        return WasiPath.Check(path) is not Errno.Success and var error
            ? error : OpenBeneath(start, path, flags | (followLast ? 0 : LibC.NoFollow), mode, out handle);
    }

    private static Errno OpenBeneath(SafeFileHandle start, string path, int flags, int mode, out SafeFileHandle handle)
    {
        for (int i = 0; ; i++)
        {
            Errno error = LibC.OpenAt2(start, path, flags, mode, Beneath, out handle);
            if (error == Errno.Again && i < Attempts)
                continue;
            return error switch
            {
                // What leads out of the directory.
                Errno.CrossDevice => Errno.NotPermitted,
                Errno.Again => WalkingResolver.Instance.OpenFile(
                    start, path, flags & ~LibC.NoFollow, mode, (flags & LibC.NoFollow) == 0, out handle),
                _ => error,
            };
        }
    }

    private static bool Probe()
    {
        if (LibC.OpenRoot("/", out SafeFileHandle root) != Errno.Success)
            return false;
        using (root)
        {
            bool works = LibC.OpenAt2(root, ".", LibC.PathOnly | LibC.Directory, 0, Beneath, out SafeFileHandle self) == Errno.Success;
            self.Dispose();
            return works;
        }
    }
}

/// <summary>Name by name, none of them followed by the kernel: for kernels and sandboxes without <c>openat2</c>.</summary>
internal sealed class WalkingResolver : LinuxResolver
{
    public static WalkingResolver Instance { get; } = new();

    public override Errno OpenDirectory(SafeFileHandle start, string path, out SafeFileHandle directory)
    {
        directory = null!;
        // The directories from the start down to where the walk is: `..` goes back to the one it came from.
        var way = new Stack<SafeFileHandle>();
        try
        {
            if (LibC.Duplicate(start, out SafeFileHandle first) is not Errno.Success and var startError)
                return startError;
            way.Push(first);
            var rest = new Stack<string>();
            WasiPath.Push(rest, path);
            for (int links = 0; rest.TryPop(out string? name);)
            {
                if (name == ".")
                    continue;
                if (name == "..")
                {
                    if (way.Count == 1)
                        return Errno.NotPermitted;
                    way.Pop().Dispose();
                    continue;
                }

                if (LibC.OpenAt(way.Peek(), name, LibC.PathOnly | LibC.Directory | LibC.NoFollow, 0, out SafeFileHandle next) is not Errno.Success and var error)
                {
                    if (error is not (Errno.NotDirectory or Errno.Loop) || LibC.ReadLink(way.Peek(), name, out string target) != Errno.Success)
                        return error;
                    if (++links > WasiDirectory.MaxLinks)
                        return Errno.Loop;
                    if (WasiPath.Check(target) is not Errno.Success and var targetError)
                        return targetError;
                    WasiPath.Push(rest, target);
                    continue;
                }

                way.Push(next);
            }

            directory = way.Pop();
            return Errno.Success;
        }
        finally
        {
            foreach (SafeFileHandle each in way)
                each.Dispose();
        }
    }

    public override Errno OpenFile(SafeFileHandle start, string path, int flags, int mode, bool followLast, out SafeFileHandle handle)
    {
        handle = null!;
        // A link that appears after it was looked for makes the call fail, and the next look finds it.
        for (int attempt = 0; ; attempt++)
        {
            if (Find(start, path, followLast, out Place place) is not Errno.Success and var error)
                return error;
            using (place)
            {
                bool isDirectory = place.Name is null || place.MustBeDirectory;
                if (isDirectory && (flags & LibC.Create) != 0 && (flags & LibC.Directory) == 0)
                    return Errno.IsDirectory;
                int all = flags | LibC.NoFollow | (isDirectory ? LibC.Directory : 0);
                Errno result = LibC.OpenAt(place.Directory, place.Name ?? ".", all, mode, out handle);
                if (result != Errno.Loop || !followLast || attempt == WasiDirectory.MaxLinks)
                    return result;
            }
        }
    }
}

using static Wasil.Wasi.Tests.FileSystems;

namespace Wasil.Wasi.Tests;

/// <summary>Directories made of others: an overlay, and several in one tree.</summary>
public class ComposedTests
{
    private static readonly WasiOpenOptions Reading = new();

    private static readonly WasiOpenOptions Writing = new() { Write = true };

    [Fact]
    public void An_overlay_leaves_the_lower_directory_alone()
    {
        using WasiDirectory lower = WasiDirectory.InMemory(), upper = WasiDirectory.InMemory();
        lower.CreateDirectory("d");
        Write(lower, "d/f", "lower");
        Write(lower, "d/g", "gone");
        Write(lower, "top", "top");
        lower.Symlink("d/f", "link");
        using WasiDirectory root = WasiDirectory.Overlay(lower, upper);

        Assert.Equal(["d", "link", "top"], Names(root));
        Assert.Equal("lower", TextOf(root, "link"));
        Assert.Equal(Errno.Success, root.Open("d/f", Writing, out WasiNode? node));
        Assert.Equal(Errno.Success, ((WasiFile)node!).WriteAt(1, "O"u8, out _));
        node.Dispose();
        Assert.Equal("lOwer", TextOf(root, "link"));
        Assert.Equal(Errno.Success, Write(root, "d/new", "new"));
        Assert.Equal(Errno.Success, root.UnlinkFile("d/g"));
        Assert.Equal(Errno.NoEntry, root.UnlinkFile("d/g"));
        Assert.Equal(Errno.Success, root.Rename("top", root, "d/moved"));
        Assert.Equal(Errno.NoEntry, root.StatAt("top", true, out _));
        Assert.Equal(Errno.Success, root.Open("d", Reading, out WasiNode? d));
        Assert.Equal(["f", "moved", "new"], Names((WasiDirectory)d!));
        d!.Dispose();
        Assert.Equal(["d", "link"], Names(root));
        Assert.Equal(Errno.Success, root.SetTimesAt("link", followLinks: true, 1, 2));
        Assert.Equal(Errno.Success, root.StatAt("d/f", true, out WasiFileStatus status));
        Assert.Equal(2ul, status.Modified);

        Assert.Equal(["d", "link", "top"], Names(lower));
        Assert.Equal("lower", TextOf(lower, "d/f"));
        Assert.Equal("gone", TextOf(lower, "d/g"));
        Assert.Equal(Errno.NoEntry, lower.StatAt("d/new", true, out _));
    }

    [Fact]
    public void What_was_removed_in_an_overlay_does_not_show_through_again()
    {
        using WasiDirectory lower = WasiDirectory.InMemory(), upper = WasiDirectory.InMemory();
        lower.CreateDirectory("d");
        Write(lower, "d/f", "lower");
        using WasiDirectory root = WasiDirectory.Overlay(lower.AsReadOnly(), upper);
        Assert.Equal(Errno.NotEmpty, root.RemoveDirectory("d"));
        Assert.Equal(Errno.CrossDevice, root.Rename("d", root, "e"));
        Assert.Equal(Errno.Success, root.UnlinkFile("d/f"));
        Assert.Equal(Errno.Success, root.RemoveDirectory("d"));
        Assert.Equal([], Names(root));
        Assert.Equal(Errno.NoEntry, Write(root, "d/f", ""));
        Assert.Equal(Errno.Success, root.CreateDirectory("d"));
        Assert.Equal(Errno.NoEntry, root.StatAt("d/f", true, out _));
        Assert.Equal(Errno.Success, root.RemoveDirectory("d"));
        // A file where a directory was hides what lay in it.
        Assert.Equal(Errno.Success, Write(root, "d", "file"));
        Assert.Equal(Errno.NotDirectory, root.StatAt("d/f", true, out _));
        Assert.Equal(Errno.Success, root.UnlinkFile("d"));
        Assert.Equal(Errno.Success, root.CreateDirectory("new"));
        Assert.Equal(Errno.Success, Write(root, "new/x", "x"));
        Assert.Equal(Errno.Success, root.Rename("new", root, "d"));
        Assert.Equal("x", TextOf(root, "d/x"));
        Assert.Equal(Errno.NoEntry, root.StatAt("d/f", true, out _));
        Assert.Equal(Errno.Success, root.Link("d/x", false, root, "y"));
        Assert.Equal("x", TextOf(root, "y"));
    }

    [Fact]
    public void An_overlay_that_has_no_room_leaves_files_as_they_are()
    {
        using WasiDirectory lower = WasiDirectory.InMemory(), upper = WasiDirectory.InMemory(maxBytes: 250_000);
        Write(lower, "f", new string('x', 200_000));
        Write(upper, "other", new string('x', 100_000));
        using WasiDirectory root = WasiDirectory.Overlay(lower, upper);
        Assert.Equal(Errno.NoSpace, root.Open("f", Writing, out _));
        Assert.Equal(Errno.Success, root.StatAt("f", true, out WasiFileStatus status));
        Assert.Equal(200_000ul, status.Size);
        // Nothing has to be copied of what is thrown away.
        Assert.Equal(Errno.Success, Write(root, "f", "short"));
        Assert.Equal("short", TextOf(root, "f"));
    }

    [Fact]
    public void A_tree_has_directories_within_others()
    {
        using WasiDirectory system = WasiDirectory.InMemory(), data = WasiDirectory.InMemory(), deep = WasiDirectory.InMemory();
        system.CreateDirectory("data");
        Write(system, "data/hidden", "hidden");
        Write(system, "hello", "hello");
        Write(data, "in", "in");
        Write(deep, "deep", "deep");
        using WasiDirectory root = Tree(("/", system), ("/data", data), ("/data/a/b", deep));

        Assert.Equal(["data", "hello"], Names(root));
        Assert.Equal("in", TextOf(root, "data/in"));
        Assert.Equal("deep", TextOf(root, "data/a/b/deep"));
        Assert.Equal("hello", TextOf(root, "data/a/b/../../../hello"));
        Assert.Equal(Errno.NotPermitted, root.StatAt("data/a/b/../../../../hello", true, out _));
        Assert.Equal(Errno.NoEntry, root.StatAt("data/hidden", true, out _));
        Assert.Equal(Errno.Success, root.StatAt("data/a", true, out WasiFileStatus status));
        Assert.Equal(WasiFileType.Directory, status.Type);
        // Links lead from one into another.
        Assert.Equal(Errno.Success, root.Symlink("data/a/b/deep", "link"));
        Assert.Equal("deep", TextOf(root, "link"));
        Assert.Equal(Errno.Success, root.Symlink("../hello", "data/back"));
        Assert.Equal("hello", TextOf(root, "data/back"));
        Assert.Equal(Errno.Success, data.ReadLink("back", out _));

        // A directory opened below has what stands below it, and no way up.
        Assert.Equal(Errno.Success, root.Open("data", Reading, out WasiNode? node));
        var opened = (WasiDirectory)node!;
        Assert.Equal(["a", "back", "in"], Names(opened));
        Assert.Equal("deep", TextOf(opened, "a/b/deep"));
        Assert.Equal(Errno.NotPermitted, opened.StatAt("../hello", true, out _));
        Assert.Equal(Errno.NotPermitted, opened.StatAt("back", true, out _));
        Assert.Equal(Errno.Success, opened.Open("a", Reading, out WasiNode? a));
        Assert.Equal(["b"], Names((WasiDirectory)a!));
        a!.Dispose();
        opened.Dispose();
        Assert.Equal("in", TextOf(root, "data/in"));
    }

    [Fact]
    public void What_a_tree_is_made_of_stays_where_it_is()
    {
        using WasiDirectory system = WasiDirectory.InMemory(), data = WasiDirectory.InMemory();
        using WasiDirectory root = Tree(("/", system), ("/x/data", data));
        Write(system, "f", "f");
        Assert.Equal(Errno.Busy, root.RemoveDirectory("x/data"));
        Assert.Equal(Errno.Busy, root.RemoveDirectory("x"));
        Assert.Equal(Errno.Busy, root.Rename("x", root, "y"));
        Assert.Equal(Errno.Exists, root.CreateDirectory("x/data"));
        Assert.Equal(Errno.IsDirectory, root.UnlinkFile("x/data"));
        Assert.Equal(Errno.CrossDevice, root.Rename("f", root, "x/data/f"));
        Assert.Equal(Errno.CrossDevice, root.Link("f", false, root, "x/data/f"));
        Assert.Equal(Errno.Success, root.CreateDirectory("x/data/d"));
        Assert.Equal(Errno.Success, Write(root, "x/data/d/g", "g"));
        Assert.Equal(Errno.Success, root.Open("x/data/d", Reading, out WasiNode? d));
        Assert.Equal(Errno.Success, ((WasiDirectory)d!).Rename("g", root, "x/data/g"));
        d!.Dispose();
        Assert.Equal(Errno.Success, root.Rename("x/data/g", root, "x/data/d/g"));
        Assert.Equal("g", TextOf(data, "d/g"));
        Assert.Equal(Errno.Success, root.SetTimesAt("x/data", true, 5, 6));
        Assert.Equal(Errno.Success, data.Stat(out WasiFileStatus status));
        Assert.Equal(6ul, status.Modified);
        Assert.Equal(Errno.Success, root.UnlinkFile("f"));
        Assert.Equal([], Names(system));
    }

    [Fact]
    public void A_tree_without_a_root_has_an_empty_one()
    {
        using WasiDirectory data = WasiDirectory.InMemory();
        using WasiDirectory root = Tree(("/home/guest", data));
        Assert.Equal(["home"], Names(root));
        Assert.Equal(Errno.Success, Write(root, "home/guest/f", "f"));
        Assert.Equal(Errno.ReadOnly, Write(root, "f", "f"));
        Assert.Equal(Errno.ReadOnly, Write(root, "home/f", "f"));
        Assert.Throws<ArgumentException>(() => Tree(("home", data)));
        Assert.Throws<ArgumentException>(() => Tree(("/a", data), ("/a/", data)));
        Assert.Throws<ArgumentException>(() => Tree(("/a/../b", data)));
    }

    private static WasiDirectory Tree(params (string Path, WasiDirectory Directory)[] mounts) =>
        WasiDirectory.Tree(mounts.Select(mount => KeyValuePair.Create(mount.Path, mount.Directory)));

    private static string TextOf(WasiDirectory directory, string path)
    {
        Assert.Equal(Errno.Success, Read(directory, path, out string text));
        return text;
    }
}

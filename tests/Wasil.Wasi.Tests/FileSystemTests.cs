using System.IO.Compression;
using static Wasil.Wasi.Tests.FileSystems;

namespace Wasil.Wasi.Tests;

/// <summary>What all file systems do alike.</summary>
public class FileSystemTests
{
    public static TheoryData<string> Kinds => FileSystems.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Files_are_written_and_read(string kind)
    {
        using var system = new FileSystems(kind);
        WasiDirectory root = system.Root;
        Assert.Equal(Errno.NoEntry, root.Open("a", new WasiOpenOptions(), out _));
        Assert.Equal(Errno.Success, root.Open("a", new WasiOpenOptions { Write = true, Create = true }, out WasiNode? node));
        using var file = (WasiFile)node!;
        Assert.Equal(Errno.Success, file.WriteAt(3, "def"u8, out int written));
        Assert.Equal(3, written);
        Assert.Equal(Errno.Success, file.WriteAt(100_000, "z"u8, out _));
        var buffer = new byte[200_000];
        Assert.Equal(Errno.Success, file.ReadAt(0, buffer, out int read));
        Assert.Equal(100_001, read);
        Assert.Equal("\0\0\0def\0"u8, buffer.AsSpan(0, 7));
        Assert.Equal((byte)'z', buffer[100_000]);
        Assert.Equal(Errno.Success, file.ReadAt(100_001, buffer, out read));
        Assert.Equal(0, read);

        Assert.Equal(Errno.Success, file.SetSize(4));
        Assert.Equal(Errno.Success, file.SetSize(8));
        Assert.Equal(Errno.Success, file.ReadAt(0, buffer, out read));
        Assert.Equal("\0\0\0d\0\0\0\0"u8, buffer.AsSpan(0, read));
        Assert.Equal(Errno.Success, file.Append("end"u8, out written, out ulong position));
        Assert.Equal((3, 11ul), (written, position));
        Assert.Equal(Errno.Success, file.WriteAt(0, "abc"u8, out _));
        Assert.Equal(Errno.Success, file.Append("!"u8, out _, out position));
        Assert.Equal(12ul, position);
        Assert.Equal(Errno.Success, file.Allocate(0, 20));
        Assert.Equal(Errno.Success, file.Stat(out WasiFileStatus status));
        Assert.Equal((WasiFileType.RegularFile, 20ul), (status.Type, status.Size));
        Assert.Equal(Errno.Success, file.Sync(dataOnly: true));
        Assert.Equal(Errno.Success, Read(root, "a", out string text));
        Assert.Equal("abcd\0\0\0\0end!" + new string('\0', 8), text);
        Assert.Equal(Errno.FileTooBig, file.SetSize(ulong.MaxValue));
        Assert.NotEqual(Errno.Success, file.WriteAt(ulong.MaxValue - 2, "abcd"u8, out _));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Opening_heeds_its_options(string kind)
    {
        using var system = new FileSystems(kind);
        WasiDirectory root = system.Root;
        Assert.Equal(Errno.Success, Write(root, "f", "text"));
        Assert.Equal(Errno.Success, root.CreateDirectory("d"));
        var create = new WasiOpenOptions { Write = true, Create = true, Exclusive = true };
        Assert.Equal(Errno.Exists, root.Open("f", create, out _));
        Assert.Equal(Errno.Exists, root.Open("d", create, out _));
        Assert.Equal(Errno.IsDirectory, root.Open("d", new WasiOpenOptions { Write = true }, out _));
        Assert.Equal(Errno.NotDirectory, root.Open("f", new WasiOpenOptions { Directory = true }, out _));
        Assert.Equal(Errno.NotDirectory, root.Open("f/", new WasiOpenOptions(), out _));
        Assert.Equal(Errno.NotDirectory, root.Open("f/x", new WasiOpenOptions(), out _));
        Assert.Equal(Errno.Success, root.Open("f", new WasiOpenOptions { Write = true, Truncate = true }, out WasiNode? file));
        file!.Dispose();
        Assert.Equal(Errno.Success, Read(root, "f", out string text));
        Assert.Equal("", text);

        Assert.Equal(Errno.Success, root.Open("f", new WasiOpenOptions(), out WasiNode? readOnly));
        Assert.NotEqual(Errno.Success, ((WasiFile)readOnly!).WriteAt(0, "x"u8, out _));
        readOnly.Dispose();
        Assert.Equal(Errno.Success, root.Open("f", new WasiOpenOptions { Read = false, Write = true }, out WasiNode? writeOnly));
        Assert.NotEqual(Errno.Success, ((WasiFile)writeOnly!).ReadAt(0, new byte[1], out _));
        writeOnly.Dispose();

        Assert.Equal(Errno.Success, root.Open("d/", new WasiOpenOptions { Directory = true }, out WasiNode? directory));
        Assert.Equal(Errno.Success, Write((WasiDirectory)directory!, "inner", "in"));
        Assert.Equal(Errno.Success, Read(root, "./d/../d/inner", out text));
        Assert.Equal("in", text);
        Assert.Equal(Errno.NotPermitted, Read((WasiDirectory)directory!, "../f", out _));
        directory!.Dispose();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Directories(string kind)
    {
        using var system = new FileSystems(kind);
        WasiDirectory root = system.Root;
        Assert.Equal(Errno.Success, root.CreateDirectory("a"));
        Assert.Equal(Errno.Exists, root.CreateDirectory("a"));
        Assert.Equal(Errno.Success, root.CreateDirectory("a/b/"));
        Assert.Equal(Errno.NoEntry, root.CreateDirectory("x/y"));
        Assert.Equal(Errno.Success, Write(root, "a/f", ""));
        Assert.Equal(["a"], Names(root));
        Assert.Equal(Errno.Success, root.Open("a", new WasiOpenOptions { Directory = true }, out WasiNode? a));
        Assert.Equal(["b", "f"], Names((WasiDirectory)a!));
        Assert.Equal(Errno.Success, ((WasiDirectory)a!).List(out IReadOnlyList<WasiDirectoryEntry> entries));
        Assert.Equal(
            [("b", WasiFileType.Directory), ("f", WasiFileType.RegularFile)],
            entries.Select(entry => (entry.Name, entry.Type)).Order());
        Assert.Equal(Errno.NotEmpty, root.RemoveDirectory("a"));
        Assert.Equal(Errno.NotDirectory, root.RemoveDirectory("a/f"));
        Assert.Equal(Errno.IsDirectory, root.UnlinkFile("a/b"));
        Assert.Equal(Errno.Success, root.UnlinkFile("a/f"));
        Assert.Equal(Errno.NoEntry, root.UnlinkFile("a/f"));
        Assert.Equal(Errno.Success, root.RemoveDirectory("a/b"));
        Assert.Equal(Errno.Success, root.RemoveDirectory("a/"));
        Assert.Equal([], Names(root));
        // It was opened before, and nothing can be made in it any more.
        Assert.Equal(Errno.NoEntry, Write((WasiDirectory)a, "late", ""));
        a.Dispose();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Renaming(string kind)
    {
        using var system = new FileSystems(kind);
        WasiDirectory root = system.Root;
        Write(root, "a", "a");
        Write(root, "b", "b");
        root.CreateDirectory("d");
        root.CreateDirectory("d/inner");
        root.CreateDirectory("e");
        Assert.Equal(Errno.Success, root.Rename("a", root, "b"));
        Assert.Equal(Errno.Success, Read(root, "b", out string text));
        Assert.Equal("a", text);
        Assert.Equal(Errno.NoEntry, root.Rename("a", root, "c"));
        Assert.Equal(Errno.Success, root.Rename("b", root, "b"));
        Assert.Equal(Errno.IsDirectory, root.Rename("b", root, "d"));
        Assert.Equal(Errno.NotDirectory, root.Rename("d", root, "b"));
        Assert.Equal(Errno.Invalid, root.Rename("d", root, "d/inner/x"));
        Assert.Equal(Errno.NotEmpty, root.Rename("e", root, "d"));
        Assert.Equal(Errno.Success, root.Open("d", new WasiOpenOptions { Directory = true }, out WasiNode? d));
        Assert.Equal(Errno.Success, root.Rename("b", (WasiDirectory)d!, "moved"));
        Assert.Equal(Errno.Success, root.Rename("d", root, "e"));
        Assert.Equal(Errno.Success, Read(root, "e/moved", out _));
        Assert.Equal(["e"], Names(root));
        d!.Dispose();
        using var other = WasiDirectory.InMemory();
        Assert.Equal(Errno.CrossDevice, root.Rename("e/moved", other, "x"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Symbolic_links(string kind)
    {
        using var system = new FileSystems(kind);
        WasiDirectory root = system.Root;
        root.CreateDirectory("d");
        Write(root, "d/f", "found");
        Assert.Equal(Errno.Success, root.Symlink("d/f", "to-file"));
        Assert.Equal(Errno.Success, root.Symlink("../to-file", "d/back"));
        Assert.Equal(Errno.Success, root.Symlink("d", "to-dir"));
        Assert.Equal(Errno.Success, root.Symlink("nowhere", "dangling"));
        Assert.Equal(Errno.Success, root.Symlink("loop", "loop"));
        Assert.Equal(Errno.Exists, root.Symlink("x", "to-dir"));
        Assert.Equal(Errno.NotPermitted, root.Symlink("/etc", "absolute"));
        Assert.Equal(Errno.Success, Read(root, "to-dir/back", out string text));
        Assert.Equal("found", text);
        Assert.Equal(Errno.NoEntry, Read(root, "dangling", out _));
        Assert.Equal(Errno.Loop, Read(root, "loop", out _));
        Assert.Equal(Errno.Loop, root.Open("to-file", new WasiOpenOptions { FollowLinks = false }, out _));
        Assert.Equal(Errno.Exists, root.Open("dangling", new WasiOpenOptions { Write = true, Create = true, Exclusive = true }, out _));
        Assert.Equal(Errno.Success, root.ReadLink("to-file", out string target));
        Assert.Equal("d/f", target);
        Assert.Equal(Errno.Invalid, root.ReadLink("d", out _));
        Assert.Equal(Errno.NoEntry, root.ReadLink("none", out _));
        Assert.Equal(Errno.Success, root.StatAt("to-file", followLinks: false, out WasiFileStatus link));
        Assert.Equal((WasiFileType.SymbolicLink, 3ul), (link.Type, link.Size));
        Assert.Equal(Errno.Success, root.StatAt("to-file", followLinks: true, out WasiFileStatus file));
        Assert.Equal((WasiFileType.RegularFile, 5ul), (file.Type, file.Size));
        Assert.Equal(Errno.Success, root.StatAt("to-dir/", followLinks: false, out WasiFileStatus directory));
        Assert.Equal(WasiFileType.Directory, directory.Type);
        Assert.Equal(Errno.Success, root.UnlinkFile("to-file"));
        Assert.Equal(Errno.Success, Read(root, "d/f", out _));
        Assert.Equal(Errno.NotDirectory, root.RemoveDirectory("to-dir"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Times_modes_and_hard_links(string kind)
    {
        using var system = new FileSystems(kind);
        WasiDirectory root = system.Root;
        Write(root, "f", "x");
        const ulong Second = 1_000_000_000;
        Assert.Equal(Errno.Success, root.SetTimesAt("f", followLinks: true, 10 * Second, 20 * Second));
        Assert.Equal(Errno.Success, root.SetTimesAt("f", followLinks: true, null, 30 * Second));
        Assert.Equal(Errno.Success, root.StatAt("f", followLinks: true, out WasiFileStatus status));
        Assert.Equal((10 * Second, 30 * Second), (status.Accessed, status.Modified));
        Assert.Equal(Errno.Success, root.Open("f", new WasiOpenOptions { Write = true }, out WasiNode? node));
        Assert.Equal(Errno.Success, node!.SetTimes(40 * Second, null));
        Assert.Equal(Errno.Success, node.Stat(out status));
        Assert.Equal((40 * Second, 30 * Second), (status.Accessed, status.Modified));
        node.Dispose();
        Assert.Equal(Errno.NoEntry, root.SetTimesAt("none", followLinks: true, 0, 0));
        if (kind == "managed")
            return;
        Assert.Equal(Errno.Success, root.SetModeAt("f", 0b100_000_000));
        Assert.Equal(Errno.Success, root.StatAt("f", followLinks: true, out status));
        Assert.Equal(0b100_000_000, status.Mode);
        Assert.Equal(Errno.Success, root.SetModeAt("f", 0b110_000_000));
        Assert.Equal(Errno.Success, root.Link("f", followLinks: false, root, "g"));
        Assert.Equal(Errno.Exists, root.Link("f", followLinks: false, root, "g"));
        Assert.Equal(Errno.Success, root.StatAt("g", followLinks: true, out status));
        Assert.Equal(2ul, status.Links);
        Assert.Equal(Errno.Success, root.UnlinkFile("f"));
        Assert.Equal(Errno.Success, Read(root, "g", out string text));
        Assert.Equal("x", text);
        root.CreateDirectory("d");
        Assert.Equal(Errno.NotPermitted, root.Link("d", followLinks: false, root, "d2"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Names_have_limits(string kind)
    {
        using var system = new FileSystems(kind);
        WasiDirectory root = system.Root;
        Assert.Equal(Errno.NameTooLong, Write(root, new string('n', 256), ""));
        Assert.Equal(Errno.Success, Write(root, new string('n', 255), ""));
        Assert.Equal(Errno.Success, Write(root, new string('ä', 127), ""));
        Assert.Equal(Errno.NameTooLong, Write(root, new string('ä', 128), ""));
        Assert.Equal(Errno.NameTooLong, Write(root, string.Concat(Enumerable.Repeat("./", 2_100)) + "f", ""));
        Assert.Equal(Errno.NoEntry, Write(root, "", ""));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_read_only_stays_as_it_is(string kind)
    {
        using var system = new FileSystems(kind);
        Write(system.Root, "f", "text");
        system.Root.CreateDirectory("d");
        WasiDirectory root = system.Root.AsReadOnly();
        Assert.Equal(Errno.Success, Read(root, "f", out _));
        Assert.Equal(Errno.ReadOnly, Write(root, "f", "x"));
        Assert.Equal(Errno.ReadOnly, Write(root, "new", "x"));
        Assert.Equal(Errno.ReadOnly, root.Open("new", new WasiOpenOptions { Create = true }, out _));
        Assert.Equal(Errno.ReadOnly, root.CreateDirectory("e"));
        Assert.Equal(Errno.ReadOnly, root.RemoveDirectory("d"));
        Assert.Equal(Errno.ReadOnly, root.UnlinkFile("f"));
        Assert.Equal(Errno.ReadOnly, root.Rename("f", root, "g"));
        Assert.Equal(Errno.ReadOnly, root.Link("f", false, root, "g"));
        Assert.Equal(Errno.ReadOnly, root.Symlink("f", "g"));
        Assert.Equal(Errno.ReadOnly, root.SetTimesAt("f", true, 0, 0));
        Assert.Equal(Errno.ReadOnly, root.SetModeAt("f", 0));
        Assert.Equal(Errno.Success, root.Open("f", new WasiOpenOptions(), out WasiNode? file));
        Assert.NotEqual(Errno.Success, ((WasiFile)file!).SetSize(0));
        Assert.NotEqual(Errno.Success, ((WasiFile)file).Append("x"u8, out _, out _));
        Assert.Equal(Errno.ReadOnly, file.SetTimes(0, 0));
        file.Dispose();
        // A directory opened through it is the same, and neither is a way to bring something in or out.
        Assert.Equal(Errno.Success, root.Open("d", new WasiOpenOptions(), out WasiNode? d));
        Assert.Equal(Errno.ReadOnly, Write((WasiDirectory)d!, "x", ""));
        Assert.Equal(Errno.ReadOnly, system.Root.Rename("f", (WasiDirectory)d!, "x"));
        d!.Dispose();
        Assert.Equal(Errno.Success, Read(system.Root, "f", out string text));
        Assert.Equal("text", text);
    }

    [Fact]
    public void Memory_has_an_end()
    {
        using WasiDirectory root = WasiDirectory.InMemory(maxBytes: 1 << 20);
        Assert.Equal(Errno.Success, root.Open("f", new WasiOpenOptions { Write = true, Create = true }, out WasiNode? node));
        var file = (WasiFile)node!;
        var block = new byte[64 << 10];
        Errno error = Errno.Success;
        ulong size = 0;
        while (error == Errno.Success)
        {
            error = file.WriteAt(size, block, out int written);
            size += (uint)written;
        }

        Assert.True(error is Errno.NoSpace or Errno.FileTooBig, error.ToString());
        Assert.InRange(size, 900_000ul, 1ul << 20);
        Assert.Equal(Errno.NoSpace, Write(root, "g", new string('x', 100_000)));
        // What is gone gives its space back, once nobody has it open.
        root.UnlinkFile("g");
        Assert.Equal(Errno.Success, root.UnlinkFile("f"));
        Assert.Equal(Errno.Success, file.ReadAt(0, block, out int read));
        Assert.Equal(block.Length, read);
        file.Dispose();
        Assert.Equal(Errno.Success, Write(root, "h", new string('x', 900_000)));
        root.UnlinkFile("h");
        int names = 0;
        while (root.CreateDirectory($"d{names}") == Errno.Success)
            names++;
        Assert.InRange(names, 1_000, 5_000);
        for (int i = 0; i < names; i++)
            Assert.Equal(Errno.Success, root.RemoveDirectory($"d{i}"));
        Assert.Equal(Errno.Success, Write(root, "h", new string('x', 900_000)));
    }

    [Fact]
    public void Zip_archives_are_directories()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in new[] { ("a.txt", "first"), ("d/e/b.txt", "second"), ("../evil", "x"), ("d/../x", "x"), ("empty/", "") })
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        using WasiDirectory root = WasiDirectory.Zip(stream);
        Assert.Equal(["a.txt", "d", "empty"], Names(root));
        Assert.Equal(Errno.Success, root.StatAt("d/e/b.txt", true, out WasiFileStatus status));
        Assert.Equal((WasiFileType.RegularFile, 6ul), (status.Type, status.Size));
        Assert.Equal(Errno.Success, Read(root, "d/e/b.txt", out string second));
        Assert.Equal("second", second);
        Assert.Equal(Errno.Success, Read(root, "a.txt", out string first));
        Assert.Equal("first", first);
        Assert.Equal(Errno.ReadOnly, Write(root, "a.txt", "x"));
        Assert.Throws<InvalidDataException>(() => WasiDirectory.Zip(new MemoryStream([1, 2, 3])));
    }

    [Fact]
    public void What_is_no_directory_cannot_be_given()
    {
        string file = Path.GetTempFileName();
        Assert.Throws<DirectoryNotFoundException>(() => WasiDirectory.ReadWrite(Path.Combine(Path.GetTempPath(), "wasil-none")));
        Assert.Throws<IOException>(() => WasiDirectory.ReadOnly(file));
        Assert.Throws<ArgumentException>(() => WasiDirectory.ReadOnly(""));
        File.Delete(file);
    }
}

using System.Collections;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using Wasil.Wasi.FileProviders;
using static Wasil.Wasi.Tests.FileSystems;

namespace Wasil.Wasi.Tests;

/// <summary>The files of a provider of .NET as a directory.</summary>
public class FileProviderTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Files_of_a_provider_are_read(bool canSeek)
    {
        using WasiDirectory root = new Provider(canSeek, ("a.txt", "text"), ("d/e/f", "deep")).ToWasiDirectory();
        Assert.Equal(["a.txt", "d"], Names(root));
        Assert.Equal(Errno.Success, Read(root, "d/./e/../e/f", out string text));
        Assert.Equal("deep", text);
        Assert.Equal(Errno.Success, root.Open("a.txt", new WasiOpenOptions(), out WasiNode? node));
        Assert.Equal(Errno.Success, ((WasiFile)node!).ReadAt(2, new byte[10], out int read));
        Assert.Equal(2, read);
        Assert.Equal(Errno.Success, node.Stat(out WasiFileStatus status));
        Assert.Equal((WasiFileType.RegularFile, 4ul, 1_000_000_000ul), (status.Type, status.Size, status.Modified));
        node.Dispose();
        Assert.Equal(Errno.Success, root.Open("d", new WasiOpenOptions { Directory = true }, out WasiNode? d));
        Assert.Equal(["e"], Names((WasiDirectory)d!));
        Assert.Equal(Errno.Success, Read((WasiDirectory)d!, "e/f", out _));
        Assert.Equal(Errno.NotPermitted, ((WasiDirectory)d!).StatAt("../a.txt", true, out _));
        d!.Dispose();
    }

    [Fact]
    public void A_provider_is_neither_left_nor_changed()
    {
        using WasiDirectory root = new Provider(true, ("a", "a"), ("d/f", "f")).ToWasiDirectory();
        foreach (string path in new[] { "..", "../a", "d/../../a", "/a", "/", "./../a" })
            Assert.Equal(Errno.NotPermitted, root.StatAt(path, true, out _));
        Assert.Equal(Errno.NoEntry, root.StatAt("d\\..\\..\\a", true, out _));
        Assert.Equal(Errno.NoEntry, root.StatAt("none", true, out _));
        Assert.Equal(Errno.NotDirectory, root.StatAt("a/", true, out _));
        Assert.Equal(Errno.NotDirectory, root.StatAt("a/b", true, out _));
        Assert.Equal(Errno.Invalid, root.StatAt("a\0", true, out _));
        Assert.Equal(Errno.Invalid, root.ReadLink("a", out _));
        Assert.Equal(Errno.ReadOnly, Write(root, "a", "x"));
        Assert.Equal(Errno.ReadOnly, Write(root, "new", "x"));
        Assert.Equal(Errno.IsDirectory, root.Open("d", new WasiOpenOptions { Write = true }, out _));
        Assert.Equal(Errno.ReadOnly, root.CreateDirectory("e"));
        Assert.Equal(Errno.ReadOnly, root.UnlinkFile("a"));
    }

    private sealed class Provider(bool canSeek, params (string Path, string Text)[] files) : IFileProvider
    {
        public IFileInfo GetFileInfo(string subpath) =>
            files.FirstOrDefault(file => file.Path == subpath) is { Path: not null } found
                ? new Item(subpath.Split('/')[^1], found.Text, canSeek) : new NotFoundFileInfo(subpath);

        public IDirectoryContents GetDirectoryContents(string subpath)
        {
            string prefix = subpath.Length == 0 ? "" : subpath + "/";
            var items = files.Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal))
                .Select(file => (Below: file.Path[prefix.Length..], file.Text))
                .Select(file => file.Below.Contains('/', StringComparison.Ordinal)
                    ? new Item(file.Below.Split('/')[0], null, canSeek) : new Item(file.Below, file.Text, canSeek))
                .ToList();
            return items.Count == 0 ? NotFoundDirectoryContents.Singleton : new Contents(items);
        }

        public IChangeToken Watch(string filter) => throw new NotSupportedException();
    }

    private sealed class Contents(IReadOnlyList<IFileInfo> items) : IDirectoryContents
    {
        public bool Exists => true;

        public IEnumerator<IFileInfo> GetEnumerator() => items.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Item(string name, string? text, bool canSeek) : IFileInfo
    {
        public bool Exists => true;

        public long Length => text?.Length ?? -1;

        public string? PhysicalPath => null;

        public string Name => name;

        public DateTimeOffset LastModified => DateTimeOffset.FromUnixTimeSeconds(1);

        public bool IsDirectory => text is null;

        public Stream CreateReadStream() => canSeek
            ? new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text!)) : new OneWay(System.Text.Encoding.UTF8.GetBytes(text!));
    }

    private sealed class OneWay(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }
}

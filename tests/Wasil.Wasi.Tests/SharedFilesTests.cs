namespace Wasil.Wasi.Tests;

/// <summary>What directories and files promise of several threads.</summary>
public class SharedFilesTests
{
    private const int Threads = 6;

    public static TheoryData<string> Kinds => FileSystems.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Threads_use_one_directory_and_one_file(string kind)
    {
        using var systems = new FileSystems(kind);
        WasiDirectory root = systems.Root;
        Assert.Equal(Errno.Success, root.Open("shared", new WasiOpenOptions { Write = true, Read = true, Create = true }, out WasiNode? node));
        using var shared = (WasiFile)node!;
        var failures = new Exception?[Threads];
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(number => new Thread(() =>
            failures[number] = Record.Exception(() => Work(root, shared, number))))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.All(failures, Assert.Null);
        Assert.Equal(Errno.Success, shared.Stat(out WasiFileStatus status));
        Assert.Equal((ulong)(Threads * 60 * 8), status.Size);
        var records = new byte[status.Size];
        Assert.Equal(Errno.Success, shared.ReadAt(0, records, out int read));
        Assert.Equal(records.Length, read);
        var counts = new int[Threads];
        for (int i = 0; i < records.Length; i += 8)
        {
            Assert.All(records[i..(i + 8)], b => Assert.Equal(records[i], b));
            counts[records[i]]++;
        }

        Assert.All(counts, count => Assert.Equal(60, count));
        Assert.Equal(Errno.Success, root.List(out IReadOnlyList<WasiDirectoryEntry> entries));
        Assert.Equal(1 + Threads, entries.Count(entry => entry.Name is not ("." or "..")));
    }

    private static void Work(WasiDirectory root, WasiFile shared, int number)
    {
        using WasiDirectory own = root.Duplicate();
        var line = new byte[8];
        var back = new byte[8];
        line.AsSpan().Fill((byte)number);
        for (int i = 0; i < 60; i++)
        {
            Assert.Equal(Errno.Success, shared.Append(line, out int written, out _));
            Assert.Equal(8, written);
            string name = $"{number}-{i % 3}";
            Assert.Equal(Errno.Success, own.Open(name, new WasiOpenOptions { Write = true, Read = true, Create = true }, out WasiNode? node));
            using (var file = (WasiFile)node!)
            {
                Assert.Equal(Errno.Success, file.WriteAt(0, line, out _));
                Assert.Equal(Errno.Success, file.ReadAt(0, back, out int read));
                Assert.Equal((8, number), (read, back[7]));
            }

            Assert.Equal(Errno.Success, root.Rename(name, own, $"{number}"));
            Assert.Equal(Errno.Success, root.StatAt($"{number}", followLinks: true, out WasiFileStatus status));
            Assert.Equal(8UL, status.Size);
            // Two threads make and remove it, and one of them is late.
            Errno made = root.CreateDirectory($"common{number / 2}", 0b111_101_101);
            Assert.True(made is Errno.Success or Errno.Exists, $"{made}");
            Errno removed = root.RemoveDirectory($"common{number / 2}");
            Assert.True(removed is Errno.Success or Errno.NoEntry, $"{removed}");
            Assert.Equal(Errno.Success, root.List(out _));
        }
    }
}

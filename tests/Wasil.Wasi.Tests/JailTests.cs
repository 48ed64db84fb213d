using System.Diagnostics;
using static Wasil.Wasi.Tests.FileSystems;

namespace Wasil.Wasi.Tests;

/// <summary>Ways out of a directory, none of which leads out, however paths are resolved.</summary>
public class JailTests
{
    // Links that the host's folder may hold, by name and target; OUTSIDE stands for the folder beside it.
    private static readonly (string Name, string Target)[] Links =
    [
        ("up", ".."), ("outside", "../outside"), ("canary", "../outside/canary"), ("absolute", "OUTSIDE"), ("absolute-canary", "OUTSIDE/canary"),
        ("root", "/"), ("proc", "/proc/self/root"), ("cwd", "/proc/self/cwd"), ("chain1", "chain2"), ("chain2", "chain3"), ("chain3", "../outside"),
        ("d/up2", "../.."), ("d/outside", "../../outside"), ("dots", "./d/../../outside"), ("slash", "../outside/"), ("double", "..//outside"),
        ("through", "d/up2/outside"), ("self", "."), ("d/self", "../d"),
    ];

    private static readonly string[] Escapes =
    [
        "..", "../", "../outside", "../outside/canary", "../jail/../outside/canary", "d/../../outside/canary", "./../outside/canary",
        "d/./../../outside/canary", ".././outside/canary", "..//outside//canary", "d/e/../../../outside/canary",
        "/", "/etc/passwd", "//etc/passwd", "OUTSIDE/canary", "up", "up/outside/canary", "outside/canary", "outside/", "canary", "canary/",
        "absolute/canary", "absolute-canary", "root/etc/passwd", "proc/etc/passwd", "cwd/x", "chain1/canary", "chain1/../canary", "d/up2/outside/canary",
        "d/outside/canary", "dots/canary", "slash/canary", "double/canary", "through/canary", "self/../../outside/canary",
        "d/self/../../outside/canary", "self/self/self/up/outside/canary", "d/self/up2/outside/canary", "up/jail/d/f", "self/outside/canary",
        "\0", "f\0/../../outside/canary", "../outside\0/canary",
    ];

    public static TheoryData<string> OfTheHost => FileSystems.OfTheHost;

    [Theory]
    [MemberData(nameof(OfTheHost))]
    public void No_path_leads_out(string kind)
    {
        using var system = new FileSystems(kind);
        WasiDirectory root = system.Root;
        root.CreateDirectory("d");
        root.CreateDirectory("d/e");
        Write(root, "d/f", "inside");
        foreach ((string name, string target) in Links)
            File.CreateSymbolicLink(Path.Combine(system.Host!, name), target.Replace("OUTSIDE", system.Outside, StringComparison.Ordinal));
        string[] escapes = [.. Escapes.Select(path => path.Replace("OUTSIDE", system.Outside, StringComparison.Ordinal))];
        Assert.True(escapes.Length >= 40);
        foreach (string path in escapes)
        {
            Fails(root.Open(path, new WasiOpenOptions(), out _), path);
            Fails(root.Open(path, new WasiOpenOptions { Directory = true }, out _), path);
            Fails(root.Open(path, new WasiOpenOptions { Write = true, Create = true, Truncate = true }, out _), path);
            Fails(root.StatAt(path, followLinks: true, out _), path);
            Fails(root.SetTimesAt(path, followLinks: true, 0, 0), path);
            Fails(root.SetModeAt(path, 0), path);
            Fails(root.CreateDirectory(path + "/new"), path);
            Fails(Write(root, path + "/new", "x"), path);
            Fails(root.Symlink("x", path + "/new"), path);
            Fails(root.RemoveDirectory(path + "/canary"), path);
            Fails(root.UnlinkFile(path + "/canary"), path);
            Fails(root.Rename("d/f", root, path + "/new"), path);
            Fails(root.Rename(path + "/canary", root, "stolen"), path);
            Fails(root.Link(path, followLinks: true, root, "stolen"), path);
            Fails(root.Link("d/f", followLinks: false, root, path + "/new"), path);
            Fails(root.Open("d", new WasiOpenOptions(), out WasiNode? d) == Errno.Success
                ? ((WasiDirectory)d!).StatAt("../" + path, true, out _) : Errno.IO, path);
            d?.Dispose();
        }

        Assert.Equal(["canary"], Directory.EnumerateFileSystemEntries(system.Outside!).Select(Path.GetFileName));
        Assert.Equal("secret", File.ReadAllText(Path.Combine(system.Outside!, "canary")));
        Assert.Equal(["jail", "outside"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(system.Host!)!).Select(Path.GetFileName).Order());
        Assert.Equal("inside", File.ReadAllText(Path.Combine(system.Host!, "d", "f")));
        // Links that stay inside are followed.
        Assert.Equal(Errno.Success, Read(root, "self/d/self/f", out string text));
        Assert.Equal("inside", text);
    }

    [Theory]
    [MemberData(nameof(OfTheHost))]
    public void Guests_make_no_link_that_leads_out(string kind)
    {
        using var system = new FileSystems(kind);
        WasiDirectory root = system.Root;
        Assert.Equal(Errno.NotPermitted, root.Symlink("/etc/passwd", "l"));
        Assert.Equal(Errno.NotPermitted, root.Symlink(system.Outside!, "l"));
        // This one may be made, as it may mean something elsewhere, and leads nowhere here.
        Assert.Equal(Errno.Success, root.Symlink("../outside/canary", "l"));
        Assert.Equal(Errno.NotPermitted, Read(root, "l", out _));
        root.CreateDirectory("a");
        root.CreateDirectory("a/b");
        Assert.Equal(Errno.Success, root.Symlink("../../x", "a/b/l"));
        Assert.Equal(Errno.NoEntry, Read(root, "a/b/l", out _));
        // Moved up, the same link would lead out.
        Assert.Equal(Errno.Success, root.Rename("a/b/l", root, "m"));
        Assert.Equal(Errno.NotPermitted, Read(root, "m", out _));
    }

    // .NET alone cannot tell a pipe from a file.
    [Theory]
    [InlineData("openat2")]
    [InlineData("walk")]
    public void Pipes_and_devices_are_no_files(string kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mkfifo is wanted.");
        using var system = new FileSystems(kind);
        using (Process make = Process.Start("mkfifo", [Path.Combine(system.Host!, "pipe")]))
            make.WaitForExit();
        // Without somebody at the other end this would wait for ever.
        foreach (bool write in new[] { false, true })
            Assert.NotEqual(Errno.Success, system.Root.Open("pipe", new WasiOpenOptions { Write = write }, out _));
    }

    // Somebody else swaps directories for links and back, on every level, while paths are opened. The managed resolver only
    // promises to be safe from the guest itself, which docs/THREAT_MODEL.md says.
    [Theory]
    [InlineData("openat2")]
    [InlineData("walk")]
    public void Races_lead_nowhere(string kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The managed resolver does not promise this.");
        int rounds = int.TryParse(Environment.GetEnvironmentVariable("WASIL_RACES"), out int wanted) ? wanted : 3_000;
        using var system = new FileSystems(kind);
        WasiDirectory root = system.Root;
        string host = system.Host!;
        Directory.CreateDirectory(Path.Combine(host, "a", "b", "c"));
        File.WriteAllText(Path.Combine(host, "a", "b", "c", "canary"), "inside");
        foreach (string level in new[] { "b/c", "c", "" })
        {
            string folder = Path.Combine(system.Outside!, level);
            Directory.CreateDirectory(folder);
        }

        Directory.CreateDirectory(Path.Combine(system.Outside!, "b", "c"));
        foreach (string file in new[] { "b/c/canary", "c/canary" })
            File.WriteAllText(Path.Combine(system.Outside!, file), "secret");
        using var end = new CancellationTokenSource();
        var swapper = new Thread(() =>
        {
            string[] levels = ["a", "a/b", "a/b/c"];
            string[] targets = ["../outside", "../../outside/b", "../../../outside/b/c"];
            for (int i = 0; !end.IsCancellationRequested; i++)
            {
                string path = Path.Combine(host, levels[i % 3]), aside = Path.Combine(host, "aside");
                Directory.Move(path, aside);
                File.CreateSymbolicLink(path, targets[i % 3]);
                File.Delete(path);
                Directory.Move(aside, path);
                string canary = Path.Combine(host, "a/b/c/canary");
                File.Move(canary, Path.Combine(host, "kept"));
                File.CreateSymbolicLink(canary, "../../../../outside/canary");
                File.Delete(canary);
                File.Move(Path.Combine(host, "kept"), canary);
            }
        });
        swapper.Start();
        int found = 0;
        try
        {
            // Failing takes so little time that all rounds may fall into one moment at which the swapper has been interrupted.
            for (int i = 0; i < rounds || (found == 0 && i < rounds * 1_000L); i++)
            {
                if (Read(root, i % 2 == 0 ? "a/b/c/canary" : "a/b/../b/c/canary", out string text) == Errno.Success)
                {
                    Assert.Equal("inside", text);
                    found++;
                }

                root.SetTimesAt("a/b/c/canary", followLinks: true, 1_000_000_000, 1_000_000_000);
                root.SetModeAt("a/b/c/canary", 0b110_100_100);
                if (root.CreateDirectory("a/b/c/made") == Errno.Success)
                    root.RemoveDirectory("a/b/c/made");
            }
        }
        finally
        {
            end.Cancel();
            swapper.Join();
        }

        Assert.NotEqual(0, found);
        foreach (string file in Directory.EnumerateFiles(system.Outside!, "*", SearchOption.AllDirectories))
        {
            Assert.Equal("secret", File.ReadAllText(file));
            Assert.True(File.GetLastWriteTimeUtc(file).Year > 2000, file);
        }

        Assert.Empty(Directory.EnumerateDirectories(system.Outside!, "made", SearchOption.AllDirectories));
    }

    private static void Fails(Errno error, string path) =>
        Assert.True(error != Errno.Success, $"\"{path.Replace("\0", "\\0", StringComparison.Ordinal)}\" leads somewhere.");
}

using System.Text;
using Wasil.Wasi;

namespace Wasil.GoJs.Tests;

/// <summary>Go's files on the file systems of Wasil.Wasi.</summary>
public sealed class FileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wasil-gojs-").FullName;

    private static string Expected => File.ReadAllText(Path.Combine(GoGuest.Folder, "js", "files.stdout"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_in_memory_do_what_nodes_do()
    {
        using WasiDirectory directory = WasiDirectory.InMemory();
        (int code, string output, _) = GoGuest.Run("files", options => options.Preopens["/"] = directory);
        Assert.Equal((0, Expected), (code, output));
    }

    [Fact]
    public void Files_of_the_host_do_what_nodes_do()
    {
        using WasiDirectory directory = WasiDirectory.ReadWrite(_folder);
        (int code, string output, _) = GoGuest.Run("files", options =>
        {
            options.Preopens["/some/where"] = directory;
            options.WorkingDirectory = "/some/where";
        });
        Assert.Equal((0, Expected), (code, output));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void What_is_read_only_stays_as_it_is()
    {
        using WasiDirectory directory = WasiDirectory.ReadOnly(_folder);
        (int _, string output, _) = GoGuest.Run("files", options => options.Preopens["/"] = directory);
        Assert.Contains("write Read-only file system", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void What_has_limits_holds_no_more()
    {
        var exceeded = new List<WasiQuota>();
        using WasiDirectory memory = WasiDirectory.InMemory();
        WasiDirectory limited = memory.WithLimits(new WasiLimits { EntriesCreated = 1, OnExceeded = exceeded.Add });
        using GoProgram program = Library(options => options.Preopens["/"] = limited);
        Call(program, "mkdir", "/one", 511);
        Assert.Equal("EDQUOT", Code(program, "mkdir", "/two", 511));
        Assert.Equal([WasiQuota.EntriesCreated], exceeded);
    }

    [Fact]
    public void Without_folders_there_is_an_empty_root()
    {
        using GoProgram program = Library(_ => { });
        Assert.Equal("", Names(program, "/"));
        Assert.Equal("ENOENT", Code(program, "stat", "/none"));
        Assert.Equal("EROFS", Code(program, "mkdir", "/none", 511));
        Assert.Equal("ENOENT", Code(program, "open", "/none", 0, 0));
    }

    [Fact]
    public void Folders_stand_in_one_tree()
    {
        using WasiDirectory outer = WasiDirectory.InMemory(), inner = WasiDirectory.InMemory();
        using GoProgram program = Library(options =>
        {
            options.Preopens["/a"] = outer;
            options.Preopens["/a/b/c"] = inner;
            options.Preopens["/x/y"] = inner.Duplicate();
        });
        Assert.Equal("a,x", Names(program, "/"));
        Assert.Equal("b", Names(program, "/a"));
        Assert.Equal("y", Names(program, "/x"));
        Call(program, "mkdir", "/a/b/c/new", 511);
        Assert.Equal("new", Names(program, "/x/y"));
        Assert.Equal("new", Names(program, "/a/../x/y"));
        Assert.Equal("EXDEV", Code(program, "rename", "/x/y/new", "/a/new"));
        Assert.Equal("EBUSY", Code(program, "rmdir", "/x/y"));
        Assert.Equal("EROFS", Code(program, "mkdir", "/x/z", 511));
    }

    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/data/../../etc/passwd")]
    [InlineData("/data/link/passwd")]
    [InlineData("../etc/passwd")]
    public void Nothing_outside_is_reached(string path)
    {
        Directory.CreateSymbolicLink(Path.Combine(_folder, "link"), "/etc");
        using WasiDirectory directory = WasiDirectory.ReadWrite(_folder);
        using GoProgram program = Library(options => options.Preopens["/data"] = directory);
        Assert.Contains(Code(program, "open", path, 0, 0), (string[])["ENOENT", "EPERM"]);
    }

    [Fact]
    public void Absolute_links_lead_on_where_they_stay_inside()
    {
        using WasiDirectory directory = WasiDirectory.ReadWrite(_folder), other = WasiDirectory.InMemory();
        using GoProgram program = Library(options =>
        {
            options.Preopens["/data"] = directory;
            options.Preopens["/other"] = other;
        });
        Call(program, "mkdir", "/data/a", 511);
        Call(program, "mkdir", "/data/b", 511);
        Call(program, "mkdir", "/data/b/c", 511);
        Call(program, "symlink", "/data/a", "/data/b/c/link");
        Call(program, "symlink", "/data/./b/../a", "/data/near");
        Call(program, "symlink", "/data", "/data/up");
        Call(program, "mkdir", "/data/b/c/link/made", 511);
        Assert.Equal("made", Names(program, "/data/near"));
        Assert.Equal("a,b,near,up", Names(program, "/data/up"));
        Assert.Equal("../../a", Call(program, "readlink", "/data/b/c/link").AsString());
        Assert.Equal("a", Call(program, "readlink", "/data/near").AsString());
        Assert.Equal("EPERM", Code(program, "symlink", "/etc/passwd", "/data/out"));
        Assert.Equal("EPERM", Code(program, "symlink", "/other/x", "/data/out"));
        Assert.Equal("EPERM", Code(program, "symlink", "/data/../etc/passwd", "/data/out"));
    }

    [Fact]
    public void What_is_wrong_with_a_path_comes_before_the_file_system()
    {
        const int write = 1, create = 0x40;
        File.WriteAllText(Path.Combine(_folder, "file"), "");
        using WasiDirectory directory = WasiDirectory.ReadOnly(_folder);
        using GoProgram program = Library(options => options.Preopens["/data"] = directory);
        Assert.Equal("EISDIR", Code(program, "open", "/data", write, 0));
        Assert.Equal("ENOTDIR", Code(program, "open", "/data/file/none", write, 0));
        Assert.Equal("ENOENT", Code(program, "open", "/data/none", write, 0));
        Assert.Equal("EROFS", Code(program, "open", "/data/none", write | create, 0));
        Assert.Equal("EROFS", Code(program, "open", "/data/file", write, 0));
    }

    [Theory]
    [InlineData("read", new double[] { 99, 0, 0, 0 }, "EBADF")]
    [InlineData("fstat", new double[] { 99 }, "EBADF")]
    [InlineData("fstat", new double[] { -1 }, "EBADF")]
    [InlineData("close", new double[] { 1e300 }, "EBADF")]
    [InlineData("ftruncate", new double[] { 1, -5 }, "EINVAL")]
    public void Nonsense_is_an_error(string function, double[] arguments, string expected)
    {
        using GoProgram program = Library(_ => { });
        Assert.Equal(expected, Code(program, function, [.. arguments.Select(number => (JsValue)number)]));
    }

    [Fact]
    public void What_is_no_buffer_is_an_error()
    {
        using GoProgram program = Library(_ => { });
        var failure = Assert.Throws<JsException>(() => Call(program, "read", 0, 0, 0, 0));
        Assert.Contains("incompatible receiver", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("relative")]
    [InlineData("")]
    public void Paths_of_the_options_are_absolute(string path)
    {
        using WasiDirectory directory = WasiDirectory.InMemory();
        Assert.Throws<ArgumentException>(() => new WasmImports().AddGoJs(new GoJsOptions { Preopens = { [path] = directory } }));
        Assert.Throws<ArgumentException>(() => new WasmImports().AddGoJs(new GoJsOptions { WorkingDirectory = path }));
    }

    [Fact]
    public void The_hosts_own_folder_is_given_under_its_path()
    {
        GoJsOptions options = new GoJsOptions().InheritFolder(readOnly: true);
        Assert.Equal([options.WorkingDirectory], options.Preopens.Keys);
        Assert.EndsWith(Path.GetFileName(Environment.CurrentDirectory), options.WorkingDirectory, StringComparison.Ordinal);
    }

    private static GoProgram Library(Action<GoJsOptions> change)
    {
        GoJsOptions options = GoGuest.Options("library");
        change(options);
        GoProgram program = GoProgram.Instantiate(GoGuest.Module(), options);
        program.Start();
        return program;
    }

    private static JsValue Call(GoProgram program, string function, params JsValue[] arguments)
    {
        JsPromise promise = program.Realm.CreatePromise();
        JsFunction callback = program.Realm.CreateFunction("callback", (_, results) =>
        {
            if (results[0].IsNull)
                promise.Resolve(results.Length > 1 ? results[1] : JsValue.Undefined);
            else
                promise.Reject(results[0]);
            return JsValue.Undefined;
        });
        program.Realm.Global["fs"].AsObject().Call(function, [.. arguments, callback]);
        return program.Await(promise);
    }

    private static string Code(GoProgram program, string function, params JsValue[] arguments) =>
        Assert.Throws<JsException>(() => Call(program, function, arguments)).Value.AsObject().Get("code") is { IsString: true } code
            ? code.AsString() : throw new InvalidOperationException("The error has no code.");

    private static string Names(GoProgram program, string path)
    {
        var names = new StringBuilder();
        foreach (JsValue name in ((JsArray)Call(program, "readdir", path).AsObject()).Elements)
            names.Append(names.Length == 0 ? "" : ",").Append(name.AsString());
        return names.ToString();
    }
}

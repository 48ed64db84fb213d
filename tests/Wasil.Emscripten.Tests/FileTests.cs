using Wasil.Wasi;

namespace Wasil.Emscripten.Tests;

/// <summary>Files of programs that go with Emscripten's JavaScript.</summary>
public class FileTests
{
    public static TheoryData<string, WasmEngineMode> Builds => Guest.Builds;

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_program_works_with_files_in_memory_and_in_folders_of_the_host(string version, WasmEngineMode mode)
    {
        string folder = Directory.CreateTempSubdirectory("wasil").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "in.txt"), "line one\nline two\n");
            using Guest host = Guest.Of("files" + version, mode, "/data");
            using WasiDirectory directory = WasiDirectory.ReadWrite(folder);
            host.Wasi.Preopens["/data"] = directory;
            Assert.Equal(3, host.Instance.RunCommand());
            Check(host.Out, "/data", version, hasInput: true);
            Assert.Equal("in.txt", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(folder))));

            using Guest memory = Guest.Of("files" + version, mode, "/tmp");
            Assert.Equal(3, memory.Instance.RunCommand());
            Check(memory.Out, "/tmp", version, hasInput: false);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_folder_to_be_read_stays_as_it_is()
    {
        string folder = Directory.CreateTempSubdirectory("wasil").FullName;
        try
        {
            using Guest guest = Guest.Of("files3", WasmEngineMode.Auto, "/data");
            using WasiDirectory directory = WasiDirectory.ReadOnly(folder);
            guest.Wasi.Preopens["/data"] = directory;
            Assert.Equal(1, guest.Instance.RunCommand());
            Assert.Contains("mkdir: Read-only file system\n", guest.Out, StringComparison.Ordinal);
            Assert.Empty(Directory.GetFileSystemEntries(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_folder_with_limits_holds_no_more()
    {
        using Guest guest = Guest.Of("files6", WasmEngineMode.Auto, "/data");
        var exceeded = new List<WasiQuota>();
        using WasiDirectory memory = WasiDirectory.InMemory();
        guest.Wasi.Preopens["/data"] = memory.WithLimits(new WasiLimits { EntriesCreated = 0, OnExceeded = exceeded.Add });
        Assert.Equal(1, guest.Instance.RunCommand());
        Assert.Contains("mkdir: Quota exceeded\n", guest.Out, StringComparison.Ordinal);
        Assert.Equal([WasiQuota.EntriesCreated], exceeded);
    }

    [Fact]
    public void Streams_that_fail_are_errors_and_output_is_flushed_before_input_is_awaited()
    {
        using Guest guest = Guest.OfText("""
            (import "env" "__syscall_chdir" (func (param i32) (result i32)))
            (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
            (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
            (memory (export "memory") 1)
            (data (i32.const 0) "\10\00\00\00\03\00\00\00")
            (data (i32.const 16) "abc")
            (func (export "write") (result i32) (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
            (func (export "read") (result i32) (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
            """);
        using var inner = new MemoryStream();
        using var buffered = new BufferedStream(inner);
        guest.Wasi.Stdout = buffered;
        guest.Wasi.Stdin = new MemoryStream("x"u8.ToArray());
        var write = guest.Instance.GetFunction<Func<int>>("write");
        Assert.Equal(0, write());
        Assert.Equal(0, inner.Length);
        Assert.Equal(0, guest.Instance.GetFunction<Func<int>>("read")());
        Assert.Equal("abc"u8.ToArray(), inner.ToArray());
        Assert.Equal("xbc", guest.Instance.Memory.ReadString(16, 3));
        buffered.Dispose();
        Assert.Equal((int)Errno.IO, write());
    }

    [Fact]
    public void Files_in_memory_and_descriptors_have_their_limits()
    {
        using Guest full = Guest.Of("files3", WasmEngineMode.Auto, "/tmp");
        full.Options.FileBytes = 0;
        full.Instance.RunCommand();
        Assert.Contains("No space left on device", full.Out, StringComparison.Ordinal);
        using Guest few = Guest.Of("files3", WasmEngineMode.Auto, "/tmp");
        few.Options.Descriptors = 3;
        few.Instance.RunCommand();
        Assert.Contains("fopen: No file descriptors available", few.Out, StringComparison.Ordinal);
    }

    private static void Check(string output, string folder, string version, bool hasInput)
    {
        string[] lines = output.TrimEnd('\n').Split('\n');
        string[] expected =
        [
            "chdir: 0", $"cwd {folder}", "mkdir: 0", "mkdir again: File exists", "fprintf: 21", "line hello 42", "ftruncate: 0",
            "ftell: 8", "fstat: 0", "size 8 mode 644 regular 1", "fchmod: 0", "fsync: 0", "fdatasync: 0", "fallocate: 0", "fadvise: 0",
            "isatty: 1", "rename: 0", "access: 0", "access old: No such file or directory", "symlink: 0", "readlink b.txt", "lstat: 0",
            "is link 1", "stat: 0", "through it 16",
        ];
        Assert.Equal(expected, lines[..expected.Length]);
        // The C library of 3.1.69 makes no links at all.
        bool links = version != "3";
        int at = expected.Length;
        Assert.Equal(links ? "link: 0" : "link: Too many links", lines[at]);
        string[] rest =
        [
            "chmod: 0", "truncate: 0", "utimensat: 0", "stat: 0", "modified 2000",
            links ? "made: 2 dots b.txt c.txt link@" : "made: 2 dots b.txt link@", "open: 0", "write: 3", "dup: 0", "pread: 2",
            "pwrite: 1", "fcntl: 1", "dup2: 40", "lseek: 6", "poll: 1", lines[at + 16], "munmap: 0",
            "bad descriptor: Bad file descriptor", "pipe: 0", "pipe write: 4", "pipe read: 4", "pipe end: 0", "statfs: 0",
            "open directory: 0", "open for writing: Is a directory", "outside: No such file or directory", "unlink: 0", "unlink: 0",
            links ? "unlink: 0" : "unlink: No such file or directory", "rmdir: 0", "stat gone: No such file or directory", "devices: 0",
        ];
        Assert.Equal(rest, lines[(at + 1)..(at + 1 + rest.Length)]);
        Assert.StartsWith("mapped Q", lines[at + 16], StringComparison.Ordinal);
        string[] end = [.. hasInput ? (string[])["in.txt line one"] : [], "umask 22 uid 0", "uname: 0", "winsize: 0"];
        Assert.Equal(end, lines[(at + 1 + rest.Length)..]);
    }
}

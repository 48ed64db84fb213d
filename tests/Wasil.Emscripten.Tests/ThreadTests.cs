using System.Diagnostics;
using Wasil.Wasi;

namespace Wasil.Emscripten.Tests;

/// <summary>Programs with threads of C and C++, which work together and end together.</summary>
public class ThreadTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private static readonly string[] Forms = ["threads", "threads_proxy", "threads_standalone"];

    /// <summary>Each form of the programs, by each compiler, compiled and interpreted.</summary>
    public static TheoryData<string, WasmEngineMode> Programs => new(
        from form in Forms
        from version in (string[])["3", "6", "6_64"]
        from mode in (WasmEngineMode[])[WasmEngineMode.Auto, WasmEngineMode.Interpreted]
        select (form + version, mode));

    public static TheoryData<string, WasmEngineMode> CppPrograms => new(
        from version in (string[])["3", "6", "6_64"]
        from mode in (WasmEngineMode[])[WasmEngineMode.Auto, WasmEngineMode.Interpreted]
        select ("threads_cpp" + version, mode));

    private static Guest Of(string name, WasmEngineMode mode, params string[] args) => new(Module(name, mode), args);

    private static WasmModule Module(string name, WasmEngineMode mode) =>
        new WasmEngine(new WasmEngineOptions { Mode = mode, Interruptible = true })
            .Compile(File.ReadAllBytes(Path.Combine(Places.Repository, "tests", "guests", "emscripten", name + ".wasm")));

    private static string Run(string name, WasmEngineMode mode, string what, int code = 4)
    {
        using Guest guest = Of(name, mode, what);
        int given = guest.Instance.RunCommand();
        Assert.True(code == given, $"exit code {given}: {guest.Out}{guest.Error}");
        Assert.Equal("", guest.Error);
        // What atexit has registered runs where the program runs its end, with Emscripten's JavaScript or without.
        return guest.Out;
    }

    private static string WithEnd(string name, string line) =>
        $"{line}\nmain {(name.Contains("proxy", StringComparison.Ordinal) ? 0 : 1)}\nat exit\n";

    [Theory]
    [MemberData(nameof(Programs))]
    public void Threads_work_together(string name, WasmEngineMode mode)
    {
        Assert.Equal(WithEnd(name, "mutex 12000 joined 15"), Run(name, mode, "mutex"));
        Assert.Equal(WithEnd(name, "condition 1000 timedwait 1"), Run(name, mode, "condition"));
        Assert.Equal(WithEnd(name, "tls 6 7 8 9 10 11 main 5 destroyed 1021"), Run(name, mode, "tls"));
        Assert.Equal(WithEnd(name, "detached 20"), Run(name, mode, "detached"));
        Assert.Equal(WithEnd(name, "exit value 77 cleaned 7"), Run(name, mode, "exit_value"));
        Assert.Equal(WithEnd(name, "barrier 150 serial 50"), Run(name, mode, "barrier"));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Threads_are_cancelled(string name, WasmEngineMode mode) => Assert.Equal(
        WithEnd(name, name.EndsWith('3') ? "cancelled 2 of 2 cleaned 14" : "cancelled 3 of 3 cleaned 21"), Run(name, mode, "cancel"));

    [Theory]
    [MemberData(nameof(Programs))]
    public void Threads_that_have_gone_back_to_their_loop_answer_mail(string name, WasmEngineMode mode)
    {
        Assert.Equal(WithEnd(name, "proxied 4001 ended 3"), Run(name, mode, "proxying"));
        Assert.Equal(WithEnd(name, "signal 10"), Run(name, mode, "signal"));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Threads_are_started_up_to_a_limit(string name, WasmEngineMode mode)
    {
        using Guest guest = Of(name, mode, "many");
        guest.Options.MaxThreads = 7;
        Assert.Equal(4, guest.Instance.RunCommand());
        int started = name.Contains("proxy", StringComparison.Ordinal) ? 6 : 7;
        Assert.Equal(WithEnd(name, $"started {started} again 1"), guest.Out);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Threads_use_files_and_the_heap(string name, WasmEngineMode mode)
    {
        // A standalone program has no way to open a file.
        Assert.SkipWhen(name.Contains("standalone", StringComparison.Ordinal), "It has no files.");
        string lines = string.Concat(Enumerable.Repeat("a whole line of output\n", 6));
        Assert.Equal(lines + WithEnd(name, "lines 120"), Run(name, mode, "files"));
    }

    [Theory]
    [MemberData(nameof(CppPrograms))]
    public void Exceptions_of_cpp_are_each_threads_own(string name, WasmEngineMode mode) => Assert.Equal(
        "caught 268 unwound 800 length 268\nasync 7 boom 9\nmain once 1\n", Run(name, mode, "", code: 0));

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_thread_that_traps_or_exits_ends_all(string name, WasmEngineMode mode)
    {
        foreach (string end in (string[])["trap", "abort", "exit"])
        {
            var watch = Stopwatch.StartNew();
            using Guest guest = Of(name, mode, end);
            Exception? failure = Record.Exception(() => Assert.Equal(33, guest.Instance.RunCommand()));
            if (end == "exit")
            {
                Assert.Null(failure);
                Assert.Equal("exit from a thread\nat exit\n", guest.Out);
            }
            else
            {
                Assert.IsType<TrapException>(failure);
                Assert.DoesNotContain("not ended", guest.Out, StringComparison.Ordinal);
            }

            Assert.True(watch.Elapsed < Bound, $"{watch.Elapsed}");
            AssertNoThreads();
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void The_first_thread_ends_all(string name, WasmEngineMode mode)
    {
        Assert.EndsWith("at exit\n", Run(name, mode, "return"), StringComparison.Ordinal);
        AssertNoThreads();
        using Guest guest = Of(name, mode, "storm");
        using var end = new CancellationTokenSource(100);
        // Emscripten's pthread_create does not look whether there was memory for a thread.
        Exception? failure = Record.Exception(() => guest.Instance.RunCommand(end.Token));
        Assert.True(failure is OperationCanceledException or TrapException, $"{failure}");
        AssertNoThreads();
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_program_goes_on_after_its_first_thread_has_gone_back_to_the_loop(string name, WasmEngineMode mode) =>
        Assert.Equal("exit from a thread\nat exit\n", Run(name, mode, "live", code: 33));

    /// <summary>A program of another folder, where that is found.</summary>
    [Theory]
    [InlineData(WasmEngineMode.Auto)]
    [InlineData(WasmEngineMode.Interpreted)]
    public void The_shared_program_counts(WasmEngineMode mode)
    {
        string path = Path.GetFullPath(Path.Combine(Places.Repository, "..", "shared", "guests", "emscripten", "thr.wasm"));
        Assert.SkipUnless(File.Exists(path), $"There is no {path}.");
        using var guest = new Guest(
            new WasmEngine(new WasmEngineOptions { Mode = mode, Interruptible = true }).Compile(File.ReadAllBytes(path)));
        Assert.Equal(0, guest.Instance.RunCommand());
        Assert.Equal("ctr=40000\n", guest.Out);
    }

    [Fact]
    public void Threads_need_an_interruptible_engine()
    {
        using Guest guest = Guest.Of("threads6", WasmEngineMode.Auto, "mutex");
        Assert.Contains(
            nameof(WasmEngineOptions.Interruptible), Assert.Throws<InvalidOperationException>(() => guest.Instance.RunCommand()).Message,
            StringComparison.Ordinal);
    }

    private static void AssertNoThreads()
    {
        if (!OperatingSystem.IsLinux())
            return;
        // A thread is gone for the runtime a little before it is for the system.
        for (int i = 0; GuestThreads() != 0; i++)
        {
            Assert.True(i < 500, "threads are left");
            Thread.Sleep(10);
        }
    }

    private static int GuestThreads()
    {
        int count = 0;
        foreach (string task in Directory.EnumerateDirectories("/proc/self/task"))
        {
            try
            {
                count += File.ReadAllText(Path.Combine(task, "comm")).StartsWith("pthread ", StringComparison.Ordinal) ? 1 : 0;
            }
            catch (IOException)
            {
                // It has just ended.
            }
        }

        return count;
    }
}

using System.Reflection;
using System.Runtime.InteropServices;
using static Wasil.Wasi.Tests.FileSystems;

namespace Wasil.Wasi.Tests;

/// <summary>What becomes of paths where a sandbox forbids <c>openat2</c>: a thread forbids it to itself.</summary>
public partial class BlockedCallTests
{
    private const int NoNewPrivileges = 38, SetSeccomp = 22, FilterMode = 2, OpenAt2 = 437;

    private const uint LoadWord = 0x20, JumpIfEqual = 0x15, Return = 0x06, Allow = 0x7fff0000, Fail = 0x00050000;

    [Theory]
    [InlineData(1)] // EPERM, as older sandboxes answer to what they do not know
    [InlineData(38)] // ENOSYS, as older kernels do
    public void Names_are_walked_instead(int error)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && IsAvailable(), "There is no openat2 to be forbidden.");
        using var kernel = new FileSystems("openat2");
        using var walk = new FileSystems("walk");
        Assert.Equal(Errno.Success, Write(walk.Root, "f", "text"));
        Assert.Equal(Errno.Success, Write(kernel.Root, "f", "text"));
        Exception? failure = null;
        bool forbidden = false;
        var thread = new Thread(() =>
        {
            failure = Record.Exception(() =>
            {
                forbidden = Forbid(error);
                if (!forbidden)
                    return;
                Assert.NotEqual(Errno.Success, Read(kernel.Root, "f", out _));
                Assert.False(IsAvailable());
                Assert.Equal(Errno.Success, Read(walk.Root, "f", out string text));
                Assert.Equal("text", text);
                Assert.Equal(Errno.NotPermitted, Read(walk.Root, "../outside/canary", out _));
            });
        });
        thread.Start();
        thread.Join();
        Assert.Null(failure);
        Assert.SkipUnless(forbidden, "This process may not forbid itself a call.");
    }

    // What decides, at the first folder of a process, which way is taken.
    private static bool IsAvailable() => (bool)typeof(WasiDirectory).Assembly
        .GetType("Wasil.Wasi.Files.Linux.KernelResolver", throwOnError: true)!
        .GetMethod("Probe", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, null)!;

    private static unsafe bool Forbid(int error)
    {
        // SAFETY: the kernel copies the filter, four instructions of eight bytes, while the call runs.
        ulong* filter = stackalloc ulong[4]
        {
            Instruction(LoadWord, 0, 0, 0), Instruction(JumpIfEqual, 0, 1, OpenAt2),
            Instruction(Return, 0, 0, Fail | (uint)error), Instruction(Return, 0, 0, Allow),
        };
        var program = new Program { Length = 4, Filter = filter };
        return prctl(NoNewPrivileges, 1, 0, 0, 0) == 0 && prctl(SetSeccomp, FilterMode, (nint)(&program), 0, 0) == 0;

        static ulong Instruction(uint code, byte whenTrue, byte whenFalse, uint operand) =>
            code | ((ulong)whenTrue << 16) | ((ulong)whenFalse << 24) | ((ulong)operand << 32);
    }

    [LibraryImport("libc")]
    private static partial int prctl(int option, nint argument2, nint argument3, nint argument4, nint argument5);

    private unsafe struct Program
    {
        public ushort Length;
        public ulong* Filter;
    }
}

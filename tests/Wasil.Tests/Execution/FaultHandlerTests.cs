using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Wasil.Execution;

namespace Wasil.Tests.Execution;

/// <summary>
/// The handler of faults beside others' handlers, and faults that are none of its business. A handler belongs to a process, so
/// each case is a process: this program again, told by its environment to run <see cref="Runs_as_told"/>.
/// </summary>
public partial class FaultHandlerTests
{
    private const string Variable = "WASIL_FAULT_TEST";

    // What the other library's handler leaves behind: how often it was called, and the last fault's address.
    private static unsafe long* s_seen;

    [Theory]
    [InlineData("other library before", 0)]
    [InlineData("other library after", 0)]
    [InlineData("switched off", 0)]
    [InlineData("crash", 128)]
    [InlineData("crash without guard pages", 128)]
    public async Task Faults_go_where_they_belong(string what, int leastExitCode)
    {
        Assert.SkipUnless(GuardPages.IsAvailable, "There are no guard pages here.");
        string program = Path.ChangeExtension(typeof(FaultHandlerTests).Assembly.Location, null);
        var start = new ProcessStartInfo(program, ["-method", $"*.{nameof(FaultHandlerTests)}.{nameof(Runs_as_told)}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [Variable] = what, ["DOTNET_DbgEnableMiniDump"] = "0" },
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(
            leastExitCode == 0 ? process.ExitCode == 0 : process.ExitCode >= leastExitCode,
            $"Exit code {process.ExitCode}\n{output}\n{await errors}");
    }

    [Fact]
    public unsafe void Runs_as_told()
    {
        string? what = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(what is null, "This is for a process of its own.");
        switch (what)
        {
            case "other library before":
                InstallOther();
                Assert.True(GuardPages.IsAvailable);
                Assert.Equal(TrapKind.MemoryOutOfBounds, Trap().Kind);
                // Ours came first, and told the other one what it tells .NET.
                Assert.Equal((1, 0), (s_seen[0], s_seen[1]));
                Assert.Throws<NullReferenceException>(() => Dereference(null));
                Assert.Equal(2, s_seen[0]);
                Assert.InRange(s_seen[1], 1, 64 << 10);
                break;

            case "other library after":
                Assert.True(GuardPages.IsAvailable);
                InstallOther();
                Assert.Equal(TrapKind.MemoryOutOfBounds, Trap().Kind);
                Assert.Equal(1, s_seen[0]);
                Assert.True(GuardPages.Contains((void*)s_seen[1]));
                Assert.Throws<NullReferenceException>(() => Dereference(null));
                Assert.Equal(2, s_seen[0]);
                break;

            case "switched off":
                AppContext.SetSwitch(GuardPages.SwitchName, false);
                Assert.False(GuardPages.IsAvailable);
                InstallOther();
                Assert.Equal(TrapKind.MemoryOutOfBounds, Trap().Kind);
                Assert.Equal(0, s_seen[0]);
                break;

            case "crash":
                Assert.Equal(TrapKind.MemoryOutOfBounds, Trap().Kind);
                Crash();
                break;

            default:
                Crash();
                break;
        }
    }

    private static TrapException Trap()
    {
        using WasmInstance instance = new WasmEngine(new WasmEngineOptions { Mode = WasmEngineMode.Compiled }).Compile("""
            (module (memory 1) (func (export "load") (param i32) (result i32) (i32.load (local.get 0))))
            """).Instantiate();
        var load = instance.GetFunction<Func<int, int>>("load");
        return Assert.Throws<TrapException>(() => { load(-8); });
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Dereference(string? text) => text!.Length;

    // SAFETY: none, which is the point: nothing is mapped there, and the process must end.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe void Crash() => *(int*)0x1234_5678_0000 = 1;

    private static unsafe void InstallOther()
    {
        s_seen = (long*)NativeMemory.AllocZeroed(16);
        byte* action = stackalloc byte[152];
        Assert.Equal(0, ChangeAction(11, null, action));
        byte* page = AddressSpace.Reserve(4096);
        Assert.True(AddressSpace.TryCommit(page, 4096));
        var code = new Span<byte>(page, 64);
        ReadOnlySpan<byte> text =
        [
            0x48, 0xB9, 0, 0, 0, 0, 0, 0, 0, 0, // mov rcx, s_seen
            0x48, 0xFF, 0x01,                   // inc qword [rcx]
            0x48, 0x8B, 0x46, 0x10,             // mov rax, [rsi+16]
            0x48, 0x89, 0x41, 0x08,             // mov [rcx+8], rax
            0x48, 0xB8, 0, 0, 0, 0, 0, 0, 0, 0, // mov rax, next
            0xFF, 0xE0,                         // jmp rax
        ];
        text.CopyTo(code);
        BinaryPrimitives.WriteInt64LittleEndian(code[2..], (long)s_seen);
        BinaryPrimitives.WriteInt64LittleEndian(code[23..], *(long*)action);
        Assert.True(AddressSpace.TryMakeExecutable(page, 4096));
        *(long*)action = (long)page;
        Assert.Equal(0, ChangeAction(11, action, null));
    }

    [LibraryImport("libc", EntryPoint = "sigaction")]
    private static unsafe partial int ChangeAction(int signal, byte* action, byte* former);
}

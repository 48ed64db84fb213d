using System.Diagnostics;
using System.IO.Pipes;
using System.Net;
using System.Net.Sockets;

namespace Wasil.Wasi.Tests;

/// <summary>What instances leave behind in the process: nothing. Nobody else may run meanwhile, as the process is what is looked at.</summary>
[Collection(nameof(LeftoverTests))]
[CollectionDefinition(nameof(LeftoverTests), DisableParallelization = true)]
public class LeftoverTests
{
    private const uint Result = 0x80, Path = 0x180, In = 0x200, Out = 0x800;
    private const int Folder = 3, Listener = 4;

    // The first ones start threads that stay, load code, and fill caches.
    private const int WarmUp = 100;

    // Threads of the pool come and go, and so do segments of .NET's heap; what is left behind by each would be many times as much.
    private const int ThreadsOfThePool = 32, MappingsOfTheHeap = 200, Descriptors = 32;

    [Fact]
    public void Some_hundred_instances_leave_nothing() => Leave(400);

    [Fact(Explicit = true)]
    public void Ten_thousand_instances_leave_nothing() => Leave(10_000);

    private static void Leave(int count)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process holds is looked up in /proc.");
        string folder = Directory.CreateTempSubdirectory("wasil-").FullName;
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            byte[] module = Guest.Build("wasi_snapshot_preview1", Signatures.All, pages: 1);
            WasmModule compiled = new WasmEngine(new WasmEngineOptions { Interruptible = true }).Compile(module);
            for (int i = 0; i < WarmUp; i++)
                Use(compiled, listener, folder);
            (int threads, int mappings, int descriptors) = Count();
            for (int i = 0; i < count; i++)
                Use(compiled, listener, folder);
            string found;
            bool isLittle;
            var watch = Stopwatch.StartNew();
            do
            {
                (int threadsAfter, int mappingsAfter, int descriptorsAfter) = Count();
                found = $"threads {threads} and {threadsAfter}, mappings {mappings} and {mappingsAfter}, descriptors {descriptors} and {descriptorsAfter}";
                isLittle = threadsAfter - threads < ThreadsOfThePool && mappingsAfter - mappings < MappingsOfTheHeap
                    && descriptorsAfter - descriptors < Descriptors;
                // The last threads that wait for input see its end a moment later, and longer on a busy machine.
                Thread.Sleep(isLittle ? 0 : 500);
            }
            while (!isLittle && watch.Elapsed < TimeSpan.FromSeconds(60));
            TestContext.Current.TestOutputHelper?.WriteLine(found);
            Assert.True(isLittle, found);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A guest that has a file and a connection open, waits for both and its input, is stopped in the middle of a wait, and leaves all to its end.
    private static void Use(WasmModule module, TcpListener listener, string folder)
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        using var input = new AnonymousPipeClientStream(PipeDirection.In, pipe.ClientSafePipeHandle);
        using WasiDirectory directory = WasiDirectory.ReadWrite(folder);
        using var client = new TcpClient();
        using var end = new CancellationTokenSource();
        using WasmInstance guest = module.Instantiate(
            new WasmImports().AddWasi(new WasiOptions { Stdin = input, Preopens = { ["/"] = directory }, Sockets = { listener } }),
            new InstanceOptions { SurvivesCancellation = true });
        WasmMemory memory = guest.Memory;
        memory.WriteString(Path, "file");
        Assert.Equal(Guest.Success, Call("path_open", Folder, 0, Path, 4, 1, 1L << 6, 0L, 0, Result));
        client.Connect((IPEndPoint)listener.LocalEndpoint);
        Assert.Equal(Guest.Success, Call("sock_accept", Listener, 0, Result));
        Subscribe(0, 1, 0);
        Subscribe(1, 2, memory.Read<uint>(Result));
        client.Client.Send("x"u8);
        Assert.Equal(Guest.Success, Call("poll_oneoff", In, Out, 2, Result));
        Assert.Equal(2ul, memory.Read<ulong>(Out));
        end.CancelAfter(1);
        Assert.ThrowsAny<OperationCanceledException>(
            () => guest.GetFunction("poll_oneoff").Invoke([In, Out, 1, Result], new WasmValue[1], end.Token));

        int Call(string name, params WasmValue[] arguments) => guest.GetFunction(name).Invoke(arguments)[0].AsInt32();

        void Subscribe(uint index, ulong userData, uint descriptor)
        {
            uint at = In + (index * 48);
            memory.Slice(at, 48).Clear();
            memory.Write(at, userData);
            memory.Write(at + 8, (byte)1);
            memory.Write(at + 16, descriptor);
        }
    }

    private static (int Threads, int Mappings, int Descriptors) Count()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return (process.Threads.Count, File.ReadAllLines("/proc/self/maps").Length, Directory.GetFileSystemEntries("/proc/self/fd").Length);
    }
}

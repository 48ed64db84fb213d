using System.Net;
using System.Net.Sockets;
using Wasil.Tests;

namespace Wasil.Wasi.Tests;

/// <summary>Calls of each function of WASI, by guests that have files, input, sockets and terminals to call it with.</summary>
internal static class RandomCalls
{
    private const int MostErrno = 76;

    // Among as many calls, the function itself is a third: the memory changes in between, and files are opened.
    private const int CallsPerGuest = 600;

    /// <summary>Calls a function.</summary>
    /// <param name="module">The module's name: <c>wasi_snapshot_preview1</c> or <c>wasi_unstable</c>.</param>
    /// <param name="function">The function.</param>
    /// <param name="count">How often, about.</param>
    /// <param name="seed">What decides.</param>
    /// <returns>What must not happen and did, or null.</returns>
    public static string? Run(string module, string function, int count, int seed)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var open = new List<IDisposable>();
        using var input = new Endless();
        string listing = string.Join('\n', ((string[])[function, "path_open", "path_create_directory"]).Distinct().Select(name => Line(module, name)));
        var calls = new HostCalls(listing, () =>
        {
            // A connection of each guest's own, as it may shut it down, and one that it can accept.
            Close(open);
            Connect(listener, open);
            // Earlier guests may have left some in the queue, and the listener does not block any more.
            listener.Server.Poll(-1, SelectMode.SelectRead);
            Socket connection = listener.AcceptSocket();
            open.Add(connection);
            Connect(listener, open);
            WasiDirectory files = WasiDirectory.InMemory(1 << 20);
            return new WasmImports().AddWasi(new WasiOptions
            {
                Args = ["app", "x"],
                Environment = { ["A"] = "b" },
                Stdin = input,
                StdoutIsTerminal = true,
                Preopens = { ["/"] = files },
                Sockets = { listener, connection },
                Deterministic = true,
            });
        })
        {
            CallsPerGuest = CallsPerGuest,
            HasWideMemories = module != "wasi_unstable",
            Exports = (_, is64) => $"(memory (export \"memory\") {(is64 ? "i64 " : "")}1 16)",
            Asks = Scribble,
            IsResult = (name, result) => name == Name(module, "proc_exit") || (uint)result.AsInt32() <= MostErrno,
        };
        string? failure = calls.Run(seed, Math.Max(count * 3 / CallsPerGuest, 1));
        Close(open);
        return failure;
    }

    private static void Connect(TcpListener listener, List<IDisposable> open)
    {
        var client = new TcpClient();
        open.Add(client);
        client.Connect((IPEndPoint)listener.LocalEndpoint);
    }

    private static void Close(List<IDisposable> open)
    {
        foreach (IDisposable thing in open)
            thing.Dispose();
        open.Clear();
    }

    private static string Name(string module, string function) => $"{module}:{function}";

    private static string Line(string module, string function)
    {
        string parameters = Signatures.Of(function).Replace('l', 'j');
        return $"{Name(module, function)} {(parameters.Length == 0 ? "-" : parameters)}{(function == "proc_exit" ? "" : " i")}";
    }

    // Places, lengths and descriptors, somewhere.
    private static void Scribble(WasmInstance guest, Random random)
    {
        Span<byte> memory = guest.Memory.Slice(0UL, 65_536);
        for (int i = 0; i < 16; i++)
        {
            int at = 4 * random.Next(random.Next(2) == 0 ? 64 : memory.Length / 4 - 1);
            uint number = random.Next(6) switch
            {
                0 => (uint)random.Next(),
                1 => (uint)random.Next(65_536),
                2 => uint.MaxValue - (uint)random.Next(9),
                _ => (uint)random.Next(9),
            };
            BitConverter.TryWriteBytes(memory[at..], number);
        }
    }

    /// <summary>Input of which there is always some more, and about which nobody knows how much.</summary>
    private sealed class Endless : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => Math.Min(buffer.Length, 7);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Math.Min(buffer.Length, 7));
    }
}

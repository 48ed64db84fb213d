using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Wasil.Wasi.Tests;

/// <summary>A guest that serves HTTP on a socket of the host, <c>tests/guests/clang/server.c</c>: many connections at once, while another
/// guest does not leave the processor alone, and one client hardly reads.</summary>
public sealed class ServerTests : IDisposable
{
    private const int LargeBytes = 8 << 20;

    // The long form takes minutes where guests are interpreted, and so do connections to come in.
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(5);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly WasmEngine _engine = new(new WasmEngineOptions { Interruptible = true });
    private readonly CancellationTokenSource _end = new();

    public ServerTests() => _listener.Start(512);

    public void Dispose()
    {
        _end.Dispose();
        _listener.Dispose();
    }

    [Fact]
    public Task A_guest_serves_many_at_once() => Serve(connections: 60, requestsOfEach: 5);

    [Fact(Explicit = true)]
    public Task A_guest_serves_ten_thousand_requests_of_two_hundred_at_once() => Serve(connections: 200, requestsOfEach: 50);

    private async Task Serve(int connections, int requestsOfEach)
    {
        using WasmInstance server = _engine.Compile(File.ReadAllBytes(Path.Combine(Places.Repository, "tests", "guests", "clang", "server.wasm")))
            .Instantiate(new WasmImports().AddWasi(new WasiOptions { Sockets = { _listener } }));
        using WasmInstance spinner = _engine.Compile("""(func (export "spin") (loop $again (br $again)))""").Instantiate();
        Task<int> serving = Start(() => server.RunCommand(_end.Token));
        Task<Exception?> spinning = Start(() => Record.Exception(() => spinner.GetFunction("spin").Invoke([], [], _end.Token)));

        using Client slow = await Client.Connect(_listener);
        await slow.Send("/large");
        using var allConnected = new SemaphoreSlim(0);
        using var go = new CancellationTokenSource();
        Task[] clients = [.. Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using Client client = await Client.Connect(_listener);
            Assert.Equal("hello from a guest\n", await client.Get("/"));
            allConnected.Release();
            // Nobody leaves before all are there.
            await Task.Delay(Timeout.Infinite, go.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            for (int i = 2; i <= requestsOfEach; i++)
            {
                Assert.Equal("hello from a guest\n", await client.Get("/"));
                Assert.Equal(i, client.Requests);
            }
        }))];
        Task all = Task.WhenAll(clients);
        for (int i = 0; i < connections; i++)
            Assert.True(await allConnected.WaitAsync(s_bound));
        await go.CancelAsync();
        await all.WaitAsync(s_bound);
        Assert.False(serving.IsCompleted);
        Assert.False(spinning.IsCompleted);

        // The slow one gets all that it asked for in the end.
        Assert.Equal(LargeBytes, (await slow.Receive()).Length);
        using (Client last = await Client.Connect(_listener))
            Assert.Equal("bye\n", await last.Get("/quit"));
        Assert.Equal(0, await serving.WaitAsync(s_bound));
        await _end.CancelAsync();
        Assert.IsAssignableFrom<OperationCanceledException>(await spinning.WaitAsync(s_bound));
    }

    private static Task<T> Start<T>(Func<T> run) =>
        Task.Factory.StartNew(run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>One connection, with requests one after the other.</summary>
    private sealed class Client(TcpClient connection) : IDisposable
    {
        private readonly NetworkStream _stream = connection.GetStream();

        /// <summary>How many requests the server has counted on this connection.</summary>
        public int Requests { get; private set; }

        public static async Task<Client> Connect(TcpListener listener)
        {
            var connection = new TcpClient { NoDelay = true };
            await connection.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
            return new Client(connection);
        }

        public ValueTask Send(string path) => _stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: guest\r\n\r\n"));

        public async Task<string> Get(string path)
        {
            await Send(path);
            return await Receive();
        }

        public async Task<string> Receive()
        {
            var head = new StringBuilder();
            byte[] one = new byte[1];
            while (!EndsHead(head))
            {
                await _stream.ReadExactlyAsync(one);
                head.Append((char)one[0]);
            }

            string[] lines = head.ToString().Split("\r\n");
            Assert.Equal("HTTP/1.1 200 OK", lines[0]);
            Requests = NumberIn(lines, "X-Request: ");
            byte[] body = new byte[NumberIn(lines, "Content-Length: ")];
            await _stream.ReadExactlyAsync(body);
            return Encoding.ASCII.GetString(body);
        }

        public void Dispose() => connection.Dispose();

        private static bool EndsHead(StringBuilder head) => head.Length >= 4 && head.ToString(head.Length - 4, 4) == "\r\n\r\n";

        private static int NumberIn(string[] lines, string name) =>
            int.Parse(lines.Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..], CultureInfo.InvariantCulture);
    }
}

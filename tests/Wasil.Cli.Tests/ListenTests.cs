using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Wasil.Cli.Tests;

/// <summary><c>wasil run --listen</c>.</summary>
public class ListenTests
{
    private static readonly string Server = Path.Combine(Files.Repository, "tests", "guests", "clang", "server.wasm");

    [Theory]
    [InlineData("127.0.0.1:0")]
    [InlineData("localhost:0")]
    public void A_guest_serves_where_it_was_told_to(string address)
    {
        using Process process = CommandProcess.Start("run", "--listen", address, Server);
        string line = process.StandardError.ReadLine()!;
        Assert.StartsWith("wasil: listening on 127.0.0.1:", line, StringComparison.Ordinal);
        using (var client = new TcpClient())
        {
            client.Connect(IPEndPoint.Parse(line["wasil: listening on ".Length..]));
            client.Client.Send(Encoding.ASCII.GetBytes("GET /quit HTTP/1.1\r\n\r\n"));
            Assert.StartsWith("HTTP/1.1 200 OK\r\n", new StreamReader(client.GetStream()).ReadToEnd(), StringComparison.Ordinal);
        }

        Assert.Equal("bye\n", process.StandardOutput.ReadToEnd());
        CommandProcess.AssertExits(process, 0);
    }

    [Fact]
    public void A_guest_that_waits_for_connections_is_ended_in_time()
    {
        CommandLine result = CommandProcess.Run("run", "--timeout", "300ms", "--listen", "[::1]:0", Server);
        Assert.SkipWhen(result.ExitCode == 1, "There is no version 6 of IP.");
        Assert.Equal(124, result.ExitCode);
    }

    [Fact]
    public void An_address_that_is_in_use_is_no_place_to_listen()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string address = taken.LocalEndpoint.ToString()!;
        CommandLine result = CommandProcess.Run("run", "--listen", address, Server);
        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.StartsWith($"wasil: --listen {address}: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guest_without_a_socket_is_told_so()
    {
        CommandLine result = CommandProcess.Run("run", Server);
        Assert.Equal((1, "no socket was given\n"), (result.ExitCode, result.Error));
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Wasil.Cli.Hosts;

/// <summary>A socket that the guest gets: <c>ADDRESS:PORT</c>, the address being one of IP or <c>localhost</c>.</summary>
internal static class ListenerSocket
{
    // As many connections as systems let wait by default.
    private const int Backlog = 4096;

    /// <summary>Opens a socket that listens.</summary>
    /// <exception cref="CommandException">It cannot listen there.</exception>
    public static Socket Open(string text)
    {
        if (!TryParse(text, out IPEndPoint? endPoint))
            throw new CommandException($"--listen {text}: this is no address", ExitCode.Usage);
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(endPoint);
            socket.Listen(Backlog);
            return socket;
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            throw new CommandException($"--listen {text}: {exception.Message}");
        }
    }

    /// <summary>Reads an address with a port, which has to be there: 0 lets the system choose.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out IPEndPoint? endPoint)
    {
        const string Localhost = "localhost:";
        endPoint = null;
        if (text.StartsWith(Localhost, StringComparison.OrdinalIgnoreCase))
            text = $"{IPAddress.Loopback}:{text[Localhost.Length..]}";
        // Without a port it is read as port 0, and an address of version 6 without brackets has none.
        int colon = text.LastIndexOf(':');
        bool hasPort = colon > 0 && (text[colon - 1] == ']' || text.IndexOf(':', StringComparison.Ordinal) == colon) && colon + 1 < text.Length;
        return hasPort && IPEndPoint.TryParse(text, out endPoint);
    }
}

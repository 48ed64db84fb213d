using System.Net;
using System.Net.Sockets;

namespace Wasil.Wasi.Descriptors;

/// <summary>
/// Sockets that an instance sends itself a byte on, to end a wait for other sockets. There is no other way that .NET offers on all
/// systems. One is kept, so that a guest that waits often opens none.
/// </summary>
internal sealed class Wakeups
{
    private readonly Lock _gate = new();
    private Socket? _idle;
    private bool _isClosed;

    /// <summary>Ends the wait for a socket of this kind.</summary>
    public static void Wake(Socket wakeup)
    {
        try
        {
            // There is room: one byte is sent for each wait at most.
            wakeup.Send([0], SocketFlags.None, out _);
        }
        catch (ObjectDisposedException)
        {
            // The instance has ended, and so has whatever waited.
        }
    }

    /// <exception cref="SocketException">The system gives no socket.</exception>
    public Socket Rent()
    {
        lock (_gate)
        {
            if (_idle is { } idle)
            {
                _idle = null;
                return idle;
            }
        }

        // UDP keeps no state that could break, and connected to itself it takes nothing from anybody else.
        var created = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            created.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            created.Connect(created.LocalEndPoint!);
            created.Blocking = false;
            return created;
        }
        catch (SocketException)
        {
            created.Dispose();
            throw;
        }
    }

    /// <summary>Gives a socket back.</summary>
    /// <param name="wakeup">The socket.</param>
    /// <param name="isWoken">Whether there is a byte on it.</param>
    public void Return(Socket wakeup, bool isWoken)
    {
        if (isWoken)
        {
            Span<byte> buffer = stackalloc byte[1];
            wakeup.Receive(buffer, SocketFlags.None, out _);
        }

        lock (_gate)
        {
            if (!_isClosed && _idle is null)
            {
                _idle = wakeup;
                return;
            }
        }

        wakeup.Dispose();
    }

    /// <summary>Lets go of what is kept; the instance has ended.</summary>
    public void Close()
    {
        Socket? idle;
        lock (_gate)
        {
            _isClosed = true;
            idle = _idle;
            _idle = null;
        }

        idle?.Dispose();
    }
}

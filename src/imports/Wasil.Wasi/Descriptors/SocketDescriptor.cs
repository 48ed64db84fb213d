using System.Net.Sockets;
using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Descriptors;

/// <summary>A socket: one of the host's that connections are accepted from, or a connection. It never blocks; who waits is the
/// guest's call.</summary>
internal sealed class SocketDescriptor : Descriptor
{
    /// <summary>What can be done with a connection.</summary>
    private const Rights Connection = Rights.FdRead | Rights.FdWrite | Rights.FdSetFlags | Rights.FdFileStatGet
        | Rights.PollFdReadWrite | Rights.SockShutdown;

    private const Rights Listener = Rights.SockAccept | Rights.FdSetFlags | Rights.FdFileStatGet | Rights.PollFdReadWrite;

    private const ulong MostAtOnce = 1 << 16;

    private readonly Socket _socket;
    private readonly bool _isListening;
    private readonly bool _isOwn;

    private SocketDescriptor(Socket socket, bool isListening, bool isOwn)
    {
        _socket = socket;
        _isListening = isListening;
        _isOwn = isOwn;
    }

    /// <summary>A socket that remains the host's: connected, or else one that listens.</summary>
    public static SocketDescriptor OfHost(Socket socket, bool isListening) =>
        new(socket, isListening, isOwn: false);

    public override WasiFileType Type => WasiFileType.SocketStream;

    public override bool ReadsAll => true;

    protected override Rights Able => _isListening ? Listener : Connection;

    protected override Rights AbleInheriting => _isListening ? Connection : Rights.None;

    public override Errno SetFlags(DescriptorFlags flags)
    {
        Flags = flags;
        return Errno.Success;
    }

    /// <summary>Takes a connection that has come in; <see cref="Errno.Again"/> where none has.</summary>
    public Errno Accept(DescriptorFlags flags, out SocketDescriptor connection)
    {
        connection = null!;
        if (!_isListening)
            return Errno.Invalid;
        Socket? accepted = null;
        try
        {
            // Asked first, as .NET tells by an exception that there is none.
            if (!_socket.Poll(0, SelectMode.SelectRead))
                return Errno.Again;
            accepted = _socket.Accept();
            accepted.Blocking = false;
            // Small answers would wait for the other side's acknowledgement else, and WASI has no way to ask for this.
            if (accepted.ProtocolType == ProtocolType.Tcp)
                accepted.NoDelay = true;
        }
        catch (SocketException exception)
        {
            // Where it is broken already, it is as if it had been before it was taken.
            accepted?.Dispose();
            return accepted is null ? SocketErrno.ToErrno(exception.SocketErrorCode) : Errno.ConnectionAborted;
        }
        catch (ObjectDisposedException)
        {
            return Errno.BadDescriptor;
        }

        connection = new SocketDescriptor(accepted, isListening: false, isOwn: true) { Flags = flags };
        // What the guest gave up for the listener's connections.
        connection.SetRights(Status.Inheriting, Rights.None);
        return Errno.Success;
    }

    public override Errno Read(Span<byte> buffer, out int read) => Receive(buffer, SocketFlags.None, out read);

    /// <summary>Reads what has come in.</summary>
    public Errno Receive(Span<byte> buffer, SocketFlags flags, out int read)
    {
        read = 0;
        if (_isListening)
            return Errno.NotConnected;
        try
        {
            read = _socket.Receive(buffer, flags, out SocketError error);
            return SocketErrno.ToErrno(error);
        }
        catch (ObjectDisposedException)
        {
            return Errno.BadDescriptor;
        }
    }

    public override Errno Write(ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        if (_isListening)
            return Errno.NotConnected;
        try
        {
            while (written < buffer.Length)
            {
                written += _socket.Send(buffer[written..], SocketFlags.None, out SocketError error);
                if (error != SocketError.Success)
                    return SocketErrno.ToErrno(error);
            }

            return Errno.Success;
        }
        catch (ObjectDisposedException)
        {
            return Errno.BadDescriptor;
        }
    }

    /// <summary>Ends one direction of the connection, or both.</summary>
    public Errno Shutdown(SocketShutdown directions)
    {
        if (_isListening)
            return Errno.NotConnected;
        try
        {
            _socket.Shutdown(directions);
            return Errno.Success;
        }
        catch (SocketException exception)
        {
            return SocketErrno.ToErrno(exception.SocketErrorCode);
        }
        catch (ObjectDisposedException)
        {
            return Errno.BadDescriptor;
        }
    }

    public override Errno Sync(bool dataOnly) => Errno.Invalid;

    public override Errno Poll(bool write, out ulong available, out EventFlags flags)
    {
        available = 0;
        flags = EventFlags.None;
        if (write && _isListening)
            return Errno.BadDescriptor;
        try
        {
            if (!_socket.Poll(0, write ? SelectMode.SelectWrite : SelectMode.SelectRead))
                return Errno.Again;
            available = write ? MostAtOnce : _isListening ? 1 : (ulong)_socket.Available;
            if (available == 0)
                flags = EventFlags.HangUp;
            return Errno.Success;
        }
        catch (SocketException exception)
        {
            return SocketErrno.ToErrno(exception.SocketErrorCode);
        }
        catch (ObjectDisposedException)
        {
            return Errno.BadDescriptor;
        }
    }

    public override bool Await(bool write, Waiting waiting)
    {
        waiting.For(_socket, write);
        return true;
    }

    public override Errno Close()
    {
        if (_isOwn)
            _socket.Dispose();
        return Errno.Success;
    }
}

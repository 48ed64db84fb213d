using System.Net.Sockets;

namespace Wasil.Wasi.Descriptors;

/// <summary>What .NET's sockets answer as WASI's errors; docs/errno.md lists them.</summary>
internal static class SocketErrno
{
    public static Errno ToErrno(SocketError error) => error switch
    {
        SocketError.Success => Errno.Success,
        SocketError.AccessDenied => Errno.Access,
        SocketError.AddressAlreadyInUse => Errno.AddressInUse,
        SocketError.AddressFamilyNotSupported => Errno.AddressFamilyNotSupported,
        SocketError.AddressNotAvailable => Errno.AddressNotAvailable,
        SocketError.AlreadyInProgress => Errno.Already,
        SocketError.ConnectionAborted => Errno.ConnectionAborted,
        SocketError.ConnectionRefused => Errno.ConnectionRefused,
        SocketError.ConnectionReset => Errno.ConnectionReset,
        SocketError.Fault => Errno.Fault,
        SocketError.HostDown => Errno.HostUnreachable,
        SocketError.HostUnreachable => Errno.HostUnreachable,
        SocketError.InProgress => Errno.InProgress,
        SocketError.Interrupted => Errno.Interrupted,
        SocketError.InvalidArgument => Errno.Invalid,
        SocketError.IsConnected => Errno.IsConnected,
        SocketError.MessageSize => Errno.MessageSize,
        SocketError.NetworkDown => Errno.NetworkDown,
        SocketError.NetworkReset => Errno.NetworkReset,
        SocketError.NetworkUnreachable => Errno.NetworkUnreachable,
        SocketError.NoBufferSpaceAvailable => Errno.NoBuffers,
        SocketError.NotConnected => Errno.NotConnected,
        SocketError.NotSocket => Errno.NotSocket,
        SocketError.OperationAborted => Errno.Canceled,
        SocketError.OperationNotSupported => Errno.NotSupported,
        SocketError.ProtocolNotSupported => Errno.ProtocolNotSupported,
        SocketError.ProtocolOption => Errno.NoProtocolOption,
        SocketError.ProtocolType => Errno.WrongProtocol,
        SocketError.Shutdown => Errno.BrokenPipe,
        SocketError.TimedOut => Errno.TimedOut,
        SocketError.TooManyOpenSockets => Errno.TooManyDescriptors,
        SocketError.WouldBlock => Errno.Again,
        _ => Errno.IO,
    };
}

using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Functions;

// No descriptor is a socket.
internal sealed partial class Preview1
{
    private Errno SockAccept(Caller caller, int fd, int flags, WasmAddress result) => NoSocket(fd, Rights.SockAccept);

    private Errno SockRecv(
        Caller caller, int fd, WasmAddress vectors, WasmAddress count, int flags, WasmAddress result, WasmAddress resultFlags) => NoSocket(fd, Rights.FdRead);

    private Errno SockSend(Caller caller, int fd, WasmAddress vectors, WasmAddress count, int flags, WasmAddress result) => NoSocket(fd, Rights.FdWrite);

    private Errno SockShutdown(int fd, int how) => NoSocket(fd, Rights.SockShutdown);

    private Errno NoSocket(int fd, Rights rights) =>
        _descriptors.Find(fd, rights, out _) is not Errno.Success and var error ? error : Errno.NotSocket;
}

using System.Net.Sockets;
using Wasil.Wasi.Descriptors;
using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Functions;

// The sockets that the host gave, and the connections that were accepted from them: there is no other way to get one.
internal sealed partial class Preview1
{
    private const int ReceivePeek = 1, ReceiveWaitAll = 2, ShutdownReceive = 1, ShutdownSend = 2;

    private Errno SockAccept(Caller caller, int fd, int flags, WasmAddress result)
    {
        if (_descriptors.FindSocket(fd, Rights.SockAccept, out SocketDescriptor listener) is not Errno.Success and var error)
            return error;
        if ((flags & ~(int)DescriptorFlags.NonBlocking) != 0)
            return Errno.Invalid;
        var memory = new GuestMemory(caller);
        if (!memory.TryPlace(result, out GuestMemory.Place<int> place))
            return Errno.Fault;
        if (!_descriptors.HasRoom)
            return Errno.TooManyDescriptors;
        SocketDescriptor connection;
        while (listener.Accept((DescriptorFlags)flags, out connection) is not Errno.Success and var acceptError)
        {
            if (acceptError != Errno.Again)
                return acceptError;
            if (Await(listener, write: false, memory.CancellationToken) is not Errno.Success and var waitError)
                return waitError;
        }

        if (_descriptors.Add(connection, out int number) is not Errno.Success and var addError)
        {
            connection.Close();
            return addError;
        }

        place.Set(number);
        return Errno.Success;
    }

    private Errno SockRecv(Caller caller, int fd, WasmAddress vectors, WasmAddress count, int flags, WasmAddress result, WasmAddress resultFlags)
    {
        if (_descriptors.FindSocket(fd, Rights.FdRead, out SocketDescriptor socket) is not Errno.Success and var error)
            return error;
        if ((flags & ~(ReceivePeek | ReceiveWaitAll)) != 0)
            return Errno.Invalid;
        // What was cut off is told here, which happens to messages and not to a stream of bytes.
        if (!new GuestMemory(caller).TryPlace(resultFlags, out GuestMemory.Place<ushort> flagsPlace))
            return Errno.Fault;
        if (Prepare(caller, fd, Rights.FdRead, vectors, count, result, out Transfer transfer) is not Errno.Success and var prepareError)
            return prepareError;
        flagsPlace.Set(0);
        if ((flags & ReceivePeek) != 0)
            return Peek(transfer, socket);
        return ReadAll(transfer, null, waitsForAll: (flags & ReceiveWaitAll) != 0);
    }

    // Into the first buffer only: a second look would show the same bytes once more.
    private Errno Peek(Transfer transfer, SocketDescriptor socket)
    {
        for (ulong i = 0; i < transfer.Vectors.Count;)
        {
            if (!transfer.Vectors.TryGetPart(i, 0, MostAtOnce, out Span<byte> part))
                return Errno.Fault;
            if (part.IsEmpty)
            {
                i++;
                continue;
            }

            Errno error = socket.Receive(part, SocketFlags.Peek, out int read);
            if (error == Errno.Again)
                error = Await(socket, write: false, transfer.CancellationToken);
            else if (error == Errno.Success)
                return Finish(transfer, (uint)read, error);
            if (error != Errno.Success)
                return error;
        }

        return Finish(transfer, 0, Errno.Success);
    }

    // WASI knows no flags of sending.
    private Errno SockSend(Caller caller, int fd, WasmAddress vectors, WasmAddress count, int flags, WasmAddress result)
    {
        if (_descriptors.FindSocket(fd, Rights.FdWrite, out _) is not Errno.Success and var error)
            return error;
        return flags != 0 ? Errno.Invalid : FdWrite(caller, fd, vectors, count, result);
    }

    private Errno SockShutdown(int fd, int how)
    {
        if (_descriptors.FindSocket(fd, Rights.SockShutdown, out SocketDescriptor socket) is not Errno.Success and var error)
            return error;
        return how switch
        {
            ShutdownReceive => socket.Shutdown(SocketShutdown.Receive),
            ShutdownSend => socket.Shutdown(SocketShutdown.Send),
            ShutdownReceive | ShutdownSend => socket.Shutdown(SocketShutdown.Both),
            _ => Errno.Invalid,
        };
    }
}

using Wasil.Wasi.Descriptors;
using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Functions;

// Reading and writing: between the guest's memory and the descriptor, without a copy.
internal sealed partial class Preview1
{
    // Streams that take arrays only are handed copies by .NET, so this bounds what a guest makes the host allocate.
    private const int MostAtOnce = 1 << 18;

    // A list may name the same large buffer any number of times; what is left over is the guest's to ask for again.
    private const ulong MostInOneCall = uint.MaxValue;

    private Errno FdRead(Caller caller, int fd, WasmAddress vectors, WasmAddress count, WasmAddress result)
    {
        if (Prepare(caller, fd, Rights.FdRead, vectors, count, result, out Transfer transfer) is not Errno.Success and var error)
            return error;

        if (transfer.Descriptor.ReadsAll)
            return ReadAll(transfer, null);

        // The guest is about to wait for an answer to what it has written.
        _descriptors.Flush();

        // One read, as a second could wait although there is something to return.
        for (ulong i = 0; i < transfer.Vectors.Count;)
        {
            if (!transfer.Vectors.TryGetPart(i, 0, MostAtOnce, out Span<byte> part))
                return Errno.Fault;
            if (part.IsEmpty)
            {
                i++;
                continue;
            }

            int read = 0;
            Errno readError = MustWait(transfer) ? Errno.Again : transfer.Descriptor.Read(part, out read);
            if (readError == Errno.Again)
                readError = Await(transfer.Descriptor, write: false, transfer.CancellationToken);
            else if (readError == Errno.Success)
                return Finish(transfer, (uint)read, Errno.Success);
            if (readError != Errno.Success)
                return readError;
        }

        return Finish(transfer, 0, Errno.Success);
    }

    // The read of a stream does not end before it has something, so where the call may have to end it is waited for in another way.
    private static bool MustWait(Transfer transfer) => transfer.CancellationToken.CanBeCanceled
        && transfer.Descriptor.Poll(write: false, out _, out _) == Errno.Again;

    private Errno FdPread(Caller caller, int fd, WasmAddress vectors, WasmAddress count, ulong position, WasmAddress result)
    {
        if (Prepare(caller, fd, Rights.FdRead | Rights.FdSeek, vectors, count, result, out Transfer transfer) is not Errno.Success and var error)
            return error;
        return ReadAll(transfer, position);
    }

    private Errno ReadAll(Transfer transfer, ulong? position, bool waitsForAll = false)
    {
        ulong done = 0;
        for (ulong i = 0; i < transfer.Vectors.Count; i++)
        {
            for (ulong start = 0; ;)
            {
                if (!transfer.Vectors.TryGetPart(i, start, MostAtOnce, out Span<byte> part))
                    return Finish(transfer, done, Errno.Fault);
                if (part.IsEmpty)
                    break;
                Errno readError = position is null
                    ? transfer.Descriptor.Read(part, out int read)
                    : transfer.Descriptor.ReadAt(position.Value + done, part, out read);
                done += (uint)read;
                start += (uint)read;
                if (readError == Errno.Again && (done == 0 || waitsForAll))
                    readError = Await(transfer.Descriptor, write: false, transfer.CancellationToken);
                else if (read < part.Length && !(waitsForAll && read > 0))
                    return Finish(transfer, done, readError);
                if (readError != Errno.Success || done >= MostInOneCall)
                    return Finish(transfer, done, readError);
            }
        }

        return Finish(transfer, done, Errno.Success);
    }

    private Errno FdWrite(Caller caller, int fd, WasmAddress vectors, WasmAddress count, WasmAddress result) =>
        Write(caller, fd, vectors, count, null, result);

    private Errno FdPwrite(Caller caller, int fd, WasmAddress vectors, WasmAddress count, ulong position, WasmAddress result) =>
        Write(caller, fd, vectors, count, position, result);

    private Errno Write(Caller caller, int fd, WasmAddress vectors, WasmAddress count, ulong? position, WasmAddress result)
    {
        Rights rights = position is null ? Rights.FdWrite : Rights.FdWrite | Rights.FdSeek;
        if (Prepare(caller, fd, rights, vectors, count, result, out Transfer transfer) is not Errno.Success and var error)
            return error;
        ulong done = 0;
        for (ulong i = 0; i < transfer.Vectors.Count; i++)
        {
            for (ulong start = 0; ;)
            {
                if (!transfer.Vectors.TryGetPart(i, start, MostAtOnce, out Span<byte> part))
                    return Finish(transfer, done, Errno.Fault);
                if (part.IsEmpty)
                    break;
                Errno writeError = position is null
                    ? transfer.Descriptor.Write(part, out int written)
                    : transfer.Descriptor.WriteAt(position.Value + done, part, out written);
                done += (uint)written;
                start += (uint)written;
                if (writeError == Errno.Again)
                    writeError = Await(transfer.Descriptor, write: true, transfer.CancellationToken);
                if (writeError != Errno.Success || done >= MostInOneCall)
                    return Finish(transfer, done, writeError);
            }
        }

        return Finish(transfer, done, Errno.Success);
    }

    private Errno Prepare(Caller caller, int fd, Rights rights, WasmAddress vectors, WasmAddress count, WasmAddress result, out Transfer transfer)
    {
        transfer = default;
        if (_descriptors.Find(fd, rights, out Descriptor descriptor) is not Errno.Success and var error)
            return error;
        var memory = new GuestMemory(caller);
        if (!memory.TryPlaceAddress(result, out GuestMemory.AddressPlace place))
            return Errno.Fault;
        if (IoVectors.Read(memory, vectors, count, out IoVectors checkedVectors) is not Errno.Success and var vectorError)
            return vectorError;
        transfer = new Transfer(descriptor, checkedVectors, place, memory.CancellationToken);
        return Errno.Success;
    }

    // What was done before a failure is a success; the guest meets the failure when it goes on.
    private static Errno Finish(Transfer transfer, ulong done, Errno error)
    {
        if (error != Errno.Success && done == 0)
            return error;
        transfer.Result.Set(done);
        return Errno.Success;
    }

    private readonly ref struct Transfer(
        Descriptor descriptor, IoVectors vectors, GuestMemory.AddressPlace result, CancellationToken cancellationToken)
    {
        public CancellationToken CancellationToken { get; } = cancellationToken;

        public Descriptor Descriptor { get; } = descriptor;

        public IoVectors Vectors { get; } = vectors;

        public GuestMemory.AddressPlace Result { get; } = result;
    }
}

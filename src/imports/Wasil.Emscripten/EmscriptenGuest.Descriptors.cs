using Wasil.Emscripten.Files;
using Wasil.Wasi;

namespace Wasil.Emscripten;

// The functions of WASI that Emscripten's C library uses for its descriptors, which are those of the system calls.
internal sealed partial class EmscriptenGuest
{
    // What POSIX lets a host refuse as too many; a guest could otherwise have the same megabyte written without end in one call.
    private const int MostVectors = 1024;

    private delegate Errno Transfer<T>(OpenFile file, T buffer, ulong done, out int count)
        where T : allows ref struct;

    private int Close(int descriptor)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        return (int)_files.Close(descriptor);
    }

    private int Sync(int descriptor) => -OnFile(descriptor, file => file.Sync(dataOnly: false));

    private int Read(int descriptor, WasmAddress vectors, WasmAddress count, WasmAddress result)
    {
        Transfer<Span<byte>> read = static (OpenFile file, Span<byte> buffer, ulong _, out int done) => file.Read(buffer, out done);
        OpenFile file;
        using (_state.Files.EnterScope())
        {
            if (_files.Find(descriptor, out file) != Errno.Success || file is not StreamFile { IsOutput: false })
                return TransferAll(descriptor, vectors, count, result, read);
            // A prompt is to be seen before the guest waits for the answer.
            Flush();
        }

        // Whoever reads standard input may wait there for long, so it keeps back only those that read it as well.
        lock (file)
            return TransferAll(file, vectors, count, result, read);
    }

    private int ReadAt(int descriptor, WasmAddress vectors, WasmAddress count, long offset, WasmAddress result) => offset < 0 ? (int)Errno.Invalid : TransferAll(
        descriptor, vectors, count, result, (OpenFile file, Span<byte> buffer, ulong done, out int read) =>
            file.ReadAt((ulong)offset + done, buffer, out read));

    private int Write(int descriptor, WasmAddress vectors, WasmAddress count, WasmAddress result) => TransferAll(
        descriptor, vectors, count, result, static (OpenFile file, Span<byte> buffer, ulong _, out int written) => file.Write(buffer, out written));

    private int WriteAt(int descriptor, WasmAddress vectors, WasmAddress count, long offset, WasmAddress result) => offset < 0 ? (int)Errno.Invalid : TransferAll(
        descriptor, vectors, count, result, (OpenFile file, Span<byte> buffer, ulong done, out int written) =>
            file.WriteAt((ulong)offset + done, buffer, out written));

    private int TransferAll(int descriptor, ulong vectors, ulong count, ulong result, Transfer<Span<byte>> transfer)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        return _files.Find(descriptor, out OpenFile file) is not Errno.Success and var error
            ? (int)error : TransferAll(file, vectors, count, result, transfer);
    }

    private int TransferAll(OpenFile file, ulong vectors, ulong count, ulong result, Transfer<Span<byte>> transfer)
    {
        if (count > MostVectors)
            return (int)Errno.Invalid;
        WasmMemory memory = Memory;
        ulong total = 0;
        for (ulong i = 0; i < count; i++)
        {
            // Read one by one: what is transferred may be the vectors themselves.
            ulong vector = vectors + (i * 2 * AddressBytes);
            if (!memory.TryReadAddress(vector, out ulong start) || !memory.TryReadAddress(vector + AddressBytes, out ulong length)
                || length > int.MaxValue || !memory.TrySlice(start, (int)length, out Span<byte> buffer))
                return (int)Errno.Fault;
            if (length == 0)
                continue;
            Errno error = transfer(file, buffer, total, out int done);
            total += (uint)done;
            if (error != Errno.Success && total == 0)
                return (int)error;
            if (error != Errno.Success || done < buffer.Length)
                break;
        }

        memory.WriteAddress(result, total);
        return 0;
    }

    private int Seek(int descriptor, long offset, int whence, ulong result)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        if (_files.Find(descriptor, out OpenFile file) is not Errno.Success and var error)
            return (int)error;
        error = file.Seek(offset, whence, out long position);
        if (error == Errno.Success)
            Memory.Write(result, position);
        return (int)error;
    }

    private int DescriptorStatus(int descriptor, WasmAddress result)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        if (_files.Find(descriptor, out OpenFile file) is not Errno.Success and var error)
            return (int)error;
        if (file.Stat(out WasiFileStatus status) is not Errno.Success and var statError)
            return (int)statError;
        Span<byte> target = Memory.Slice(result, 24);
        target.Clear();
        target[0] = (byte)(file.IsTerminal ? WasiFileType.CharacterDevice : status.Type);
        target[2] = (byte)((file.Flags & OpenFlags.Append) != 0 ? 1 : 0);
        target[8..].Fill(byte.MaxValue);
        return 0;
    }
}

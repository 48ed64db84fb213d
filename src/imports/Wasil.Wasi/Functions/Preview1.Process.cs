using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Functions;

internal sealed partial class Preview1
{
    private const int MostRandomAtOnce = 1 << 16;

    private void ProcExit(int code)
    {
        _descriptors.Flush();
        throw new WasmExitException(code);
    }

    // There are no signals, nor would anybody handle them.
    private Errno ProcRaise(int signal) => Errno.NoSystem;

    private Errno RandomGet(Caller caller, WasmAddress buffer, WasmAddress length)
    {
        var memory = new GuestMemory(caller);
        if (!memory.Contains(buffer, length))
            return Errno.Fault;
        for (ulong done = 0; done < length;)
        {
            int part = (int)Math.Min(length - done, MostRandomAtOnce);
            if (!memory.TrySlice(buffer + done, part, out Span<byte> bytes))
                return Errno.Fault;
            _random(bytes);
            done += (uint)part;
        }

        return Errno.Success;
    }

    private Errno SchedYield()
    {
        Thread.Yield();
        return Errno.Success;
    }
}

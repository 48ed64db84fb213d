using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Functions;

internal sealed partial class Preview1
{
    private const int MostRandomAtOnce = 1 << 16;

    private const int ExitCodeOfSignals = 128;

    private void ProcExit(int code)
    {
        _descriptors.Flush();
        throw new WasmExitException(code);
    }

    // Nobody can handle a signal, so what happens is what happens to a program that does not. Its end looks as a shell shows it.
    private Errno ProcRaise(int signal)
    {
        switch ((Signal)signal)
        {
            case Signal.None or Signal.Child or Signal.Continue or Signal.Urgent or Signal.WindowChange:
                return Errno.Success;
            case Signal.Stop or Signal.TerminalStop or Signal.TerminalInput or Signal.TerminalOutput:
                return Errno.NotSupported;
            case > Signal.None and <= Signal.BadSystemCall:
                ProcExit(ExitCodeOfSignals + signal);
                return Errno.Success;
            default:
                return Errno.Invalid;
        }
    }

    private Errno RandomGet(Caller caller, WasmAddress buffer, WasmAddress length)
    {
        var memory = new GuestMemory(caller);
        if (!memory.Contains(buffer, length))
            return Errno.Fault;
        for (ulong done = 0; done < length;)
        {
            memory.CancellationToken.ThrowIfCancellationRequested();
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

namespace Wasil.GoJs.Running;

/// <content>What package <c>runtime</c> imports.</content>
internal sealed partial class GoRuntime
{
    // func wasmExit(code int32)
    private void WasmExit(Caller caller, int sp)
    {
        ExitCode = caller.Memory.Read<int>(Address(sp, 8));
        throw new WasmExitException(ExitCode.Value);
    }

    // func wasmWrite(fd uintptr, p unsafe.Pointer, n int32)
    private void WasmWrite(Caller caller, int sp)
    {
        WasmMemory memory = caller.Memory;
        long descriptor = memory.Read<long>(Address(sp, 8));
        Span<byte> bytes = memory.Slice(memory.Read<long>(Address(sp, 16)), memory.Read<int>(Address(sp, 24)));
        _configuration.Output.Write(descriptor, bytes);
    }

    // func resetMemoryDataView()
    private static void ResetMemoryDataView(Caller caller, int sp)
    {
        // JavaScript's views of a memory end when it grows; a memory of Wasil's stays where it is.
    }

    // func nanotime1() int64
    private void Nanotime(Caller caller, int sp) => caller.Memory.Write(Address(sp, 8), Clock.Nanoseconds);

    // func walltime() (sec int64, nsec int32)
    private void Walltime(Caller caller, int sp)
    {
        (long seconds, long ticks) = Math.DivRem(Clock.UnixTicks, TimeSpan.TicksPerSecond);
        if (ticks < 0)
        {
            seconds--;
            ticks += TimeSpan.TicksPerSecond;
        }

        caller.Memory.Write(Address(sp, 8), seconds);
        caller.Memory.Write(Address(sp, 16), (int)ticks * 100);
    }

    // func scheduleTimeoutEvent(delay int64) int32
    private void ScheduleTimeoutEvent(Caller caller, int sp)
    {
        long id = 0;

        // A timer that Go has missed is shown to it again, until it clears it.
        id = Loop.SetTimer(caller.Memory.Read<long>(Address(sp, 8)), repeats: false, () => Expire(id));
        caller.Memory.Write(Address(sp, 16), (int)id);
        // After four thousand million timers a number comes again; one that is still set then is left to expire unseen.
        _timeouts[(int)id] = id;
    }

    // func clearTimeoutEvent(id int32)
    private void ClearTimeoutEvent(Caller caller, int sp)
    {
        int id = caller.Memory.Read<int>(Address(sp, 8));
        if (_timeouts.Remove(id, out long timer))
            Loop.ClearTimer(timer);
    }

    // func getRandomData(r []byte)
    private void GetRandomData(Caller caller, int sp) => Random(Slice(caller.Memory, sp, 8));

    // Up to Go 1.23, for use while the runtime is debugged: func debug(v)
    private void Debug(Caller caller, int value) =>
        _configuration.Output.WriteLine(1, value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private readonly Dictionary<int, long> _timeouts = [];

    private void Expire(long id)
    {
        const int most = 1000;
        for (int i = 0; ExitCode is null && (i == 0 || _timeouts.ContainsKey((int)id)); i++)
        {
            if (i == most)
                throw new TrapException("runtime: the guest does not take notice of a timer that has expired");
            Resume();
        }
    }

    private static long Address(int sp, int offset) => (long)(uint)sp + offset;

    private static Span<byte> Slice(WasmMemory memory, int sp, int offset)
    {
        long start = memory.Read<long>(Address(sp, offset)), length = memory.Read<long>(Address(sp, offset + 8));
        return memory.Slice(start, LengthOf(memory, start, length));
    }

    private static int LengthOf(WasmMemory memory, long start, long length)
    {
        if (length < 0 || !memory.Contains((ulong)start, (ulong)length))
            throw new TrapException($"the guest hands over {length} bytes at {start}, which are not in its memory");
        if (length > Array.MaxLength)
            throw new TrapException($"the guest hands over {length} bytes at once");
        return (int)length;
    }
}

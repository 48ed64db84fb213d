using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Functions;

internal sealed partial class Preview1
{
    private Errno ClockResGet(Caller caller, ClockId clock, WasmAddress result)
    {
        if (_clocks.Resolution(clock, out ulong nanoseconds) is not Errno.Success and var error)
            return error;
        if (!new GuestMemory(caller).TryPlace(result, out GuestMemory.Place<ulong> place))
            return Errno.Fault;
        place.Set(nanoseconds);
        return Errno.Success;
    }

    // The precision that is asked for is a hint; clocks are as precise as they are.
    private Errno ClockTimeGet(Caller caller, ClockId clock, ulong precision, WasmAddress result)
    {
        if (!new GuestMemory(caller).TryPlace(result, out GuestMemory.Place<ulong> place))
            return Errno.Fault;
        if (_clocks.Read(clock, out ulong nanoseconds) is not Errno.Success and var error)
            return error;
        place.Set(nanoseconds);
        return Errno.Success;
    }
}

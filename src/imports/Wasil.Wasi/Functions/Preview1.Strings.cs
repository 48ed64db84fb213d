using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Functions;

internal sealed partial class Preview1
{
    private Errno ArgsGet(Caller caller, WasmAddress pointers, WasmAddress strings) =>
        Put(new GuestMemory(caller), _configuration.Arguments, pointers, strings);

    private Errno ArgsSizesGet(Caller caller, WasmAddress count, WasmAddress bytes) =>
        PutSizes(new GuestMemory(caller), _configuration.Arguments, count, bytes);

    private Errno EnvironGet(Caller caller, WasmAddress pointers, WasmAddress strings) =>
        Put(new GuestMemory(caller), _configuration.Environment, pointers, strings);

    private Errno EnvironSizesGet(Caller caller, WasmAddress count, WasmAddress bytes) =>
        PutSizes(new GuestMemory(caller), _configuration.Environment, count, bytes);

    private static Errno Put(GuestMemory memory, StringList list, ulong pointers, ulong strings)
    {
        if (!memory.Contains(pointers, list.Count, memory.AddressBytes) || !memory.Contains(strings, list.Bytes))
            return Errno.Fault;
        foreach (byte[] text in list.Strings)
        {
            if (!memory.TryPlaceAddress(pointers, out GuestMemory.AddressPlace pointer) || !memory.TryWrite(strings, text))
                return Errno.Fault;
            pointer.Set(strings);
            pointers += (ulong)memory.AddressBytes;
            strings += (uint)text.Length;
        }

        return Errno.Success;
    }

    private static Errno PutSizes(GuestMemory memory, StringList list, WasmAddress count, WasmAddress bytes)
    {
        if (!memory.TryPlaceAddress(count, out GuestMemory.AddressPlace countPlace)
            || !memory.TryPlaceAddress(bytes, out GuestMemory.AddressPlace bytesPlace))
            return Errno.Fault;
        countPlace.Set(list.Count);
        bytesPlace.Set(list.Bytes);
        return Errno.Success;
    }
}

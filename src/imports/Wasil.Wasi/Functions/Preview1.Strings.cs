using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Functions;

internal sealed partial class Preview1
{
    private Errno ArgsGet(Caller caller, uint pointers, uint strings) =>
        Put(new GuestMemory(caller), _configuration.Arguments, pointers, strings);

    private Errno ArgsSizesGet(Caller caller, uint count, uint bytes) =>
        PutSizes(new GuestMemory(caller), _configuration.Arguments, count, bytes);

    private Errno EnvironGet(Caller caller, uint pointers, uint strings) =>
        Put(new GuestMemory(caller), _configuration.Environment, pointers, strings);

    private Errno EnvironSizesGet(Caller caller, uint count, uint bytes) =>
        PutSizes(new GuestMemory(caller), _configuration.Environment, count, bytes);

    private static Errno Put(GuestMemory memory, StringList list, uint pointers, uint strings)
    {
        if (!memory.Contains(pointers, (ulong)list.Count * sizeof(uint)) || !memory.Contains(strings, list.Bytes))
            return Errno.Fault;
        foreach (byte[] text in list.Strings)
        {
            if (!memory.TryPlace(pointers, out GuestMemory.Place<uint> pointer) || !memory.TryWrite(strings, text))
                return Errno.Fault;
            pointer.Set(strings);
            pointers += sizeof(uint);
            strings += (uint)text.Length;
        }

        return Errno.Success;
    }

    private static Errno PutSizes(GuestMemory memory, StringList list, uint count, uint bytes)
    {
        if (!memory.TryPlace(count, out GuestMemory.Place<uint> countPlace)
            || !memory.TryPlace(bytes, out GuestMemory.Place<uint> bytesPlace))
            return Errno.Fault;
        countPlace.Set(list.Count);
        bytesPlace.Set(list.Bytes);
        return Errno.Success;
    }
}

using System.Runtime.InteropServices;

namespace Wasil.AssemblyScript;

/// <summary>
/// The array that <c>process.argv</c> is. The guest may read it with its first instruction, before it could make objects, so
/// it is laid out as the compiler lays out constants, which the garbage collector leaves alone, where nothing else is.
/// </summary>
/// <remarks>
/// Optimised programs leave the memory below their data free: 1,024 bytes by default, more with <c>--memoryBase</c>. Others
/// begin with their data. With the default runtime their data is followed by a stack of 32 KiB, which grows downward; its last
/// part serves then, if the program tells where that is.
/// </remarks>
internal sealed class StaticArguments(string[] args)
{
    // Address zero is null.
    private const uint First = 8;
    private const uint Alignment = 16;
    private const int MaximumOnStack = 4 << 10;

    /// <summary>Writes the array, once the guest's data is where it belongs and before its code runs.</summary>
    /// <param name="instance">The guest.</param>
    /// <returns>Where the array is.</returns>
    /// <exception cref="InvalidOperationException">There is no room for it.</exception>
    public int Place(WasmInstance instance)
    {
        var guest = new AssemblyScriptGuest(instance) { IsAskedByGuest = true };
        ulong bytes = Write(guest, First, dryRun: true, out _);
        uint start = First;
        if (!IsFree(guest.Memory, start, bytes))
        {
            start = StackEnd(guest) ?? 0;
            if (start == 0 || bytes > MaximumOnStack || !IsFree(guest.Memory, start, bytes))
                throw new InvalidOperationException(
                    $"The guest's process.argv needs {bytes} bytes below the guest's data, which are not free: "
                    + "compile it with a larger --memoryBase.");
        }

        Write(guest, start, dryRun: false, out uint array);
        return (int)array;
    }

    private static bool IsFree(WasmMemory memory, uint start, ulong bytes) =>
        bytes <= int.MaxValue && memory.TrySlice(start, (int)bytes, out Span<byte> room) && !room.ContainsAnyExcept((byte)0);

    // The runtime type information is the last of the data.
    private static uint? StackEnd(AssemblyScriptGuest guest)
    {
        bool hasStack = guest.Instance.Module.CustomSections.Any(
            section => section.Name == "name" && section.Contents.Span.IndexOf("~lib/rt/itcms/"u8) >= 0);
        return hasStack && guest.TypesEnd is { } end ? (end + Alignment - 1) / Alignment * Alignment : null;
    }

    private ulong Write(AssemblyScriptGuest guest, uint start, bool dryRun, out uint array)
    {
        ulong next = start;
        var texts = new uint[args.Length];
        for (int i = 0; i < args.Length; i++)
            texts[i] = Add(ref next, Layout.StringId, MemoryMarshal.AsBytes(args[i].AsSpan()));
        uint buffer = Add(ref next, Layout.ArrayBufferId, MemoryMarshal.AsBytes(texts.AsSpan()));
        // The program that declares the global knows its type; the id matters to casts alone.
        int id = dryRun ? 0 : guest.TryFindStringArray() ?? 0;
        uint[] fields = [buffer, buffer, (uint)args.Length * sizeof(uint), (uint)args.Length];
        array = Add(ref next, id, MemoryMarshal.AsBytes(fields.AsSpan()));
        return next - start;

        uint Add(ref ulong next, int id, ReadOnlySpan<byte> contents)
        {
            ulong pointer = (next + Layout.HeaderBytes + Alignment - 1) / Alignment * Alignment;
            next = pointer + (uint)contents.Length;
            if (!dryRun)
            {
                guest.Memory.Write(pointer - Layout.IdBefore, id);
                guest.Memory.Write(pointer - Layout.SizeBefore, contents.Length);
                contents.CopyTo(guest.Memory.Slice(pointer, contents.Length));
            }

            return (uint)pointer;
        }
    }
}

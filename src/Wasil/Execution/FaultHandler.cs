using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Wasil.Execution;

/// <summary>
/// Turns faults in a range of addresses into <see cref="NullReferenceException"/>. .NET makes that of a fault in managed code
/// where the address is below 64 KiB, and ends the process else; so a handler in front of .NET's own replaces the address of
/// a fault in the range by zero. Every other fault passes through untouched.
/// </summary>
internal static unsafe partial class FaultHandler
{
    private const int SegmentationFault = 11;

    // struct sigaction of x64 Linux, the same in glibc and musl: the handler, 128 bytes of mask, flags, restorer.
    private const int ActionBytes = 8 + 128 + 8 + 8;

    /// <summary>Installs the handler, once in a process; false where the system refuses.</summary>
    public static bool TryInstall(byte* start, ulong length)
    {
        byte* action = stackalloc byte[ActionBytes];
        new Span<byte>(action, ActionBytes).Clear();
        if (ChangeAction(SegmentationFault, null, action) != 0)
            return false;
        ulong next = *(ulong*)action;
        // 0 and 1 stand for the default and for ignoring: then .NET's handler is not there, and nobody makes exceptions.
        if (next <= 1)
            return false;

        ReadOnlySpan<byte> code =
        [
            0x83, 0x7E, 0x08, 0x00,                         // cmp  dword [rsi+8], 0       si_code: not sent by a process
            0x7E, 0x27,                                     // jle  chain
            0x48, 0x8B, 0x46, 0x10,                         // mov  rax, [rsi+16]          si_addr
            0x48, 0xB9, 0, 0, 0, 0, 0, 0, 0, 0,             // mov  rcx, start
            0x48, 0x29, 0xC8,                               // sub  rax, rcx
            0x48, 0xB9, 0, 0, 0, 0, 0, 0, 0, 0,             // mov  rcx, length
            0x48, 0x39, 0xC8,                               // cmp  rax, rcx
            0x73, 0x07,                                     // jae  chain
            0x31, 0xC0,                                     // xor  eax, eax
            0x48, 0x89, 0x46, 0x10,                         // mov  [rsi+16], rax
            0x90,                                           // nop
            0x48, 0xB8, 0, 0, 0, 0, 0, 0, 0, 0,             // chain: mov rax, next
            0xFF, 0xE0,                                     // jmp  rax
        ];
        nuint size = (nuint)Environment.SystemPageSize;
        byte* page = AddressSpace.Reserve(size);
        if (page == null)
            return false;
        if (!AddressSpace.TryCommit(page, size))
        {
            AddressSpace.Release(page, size);
            return false;
        }

        // SAFETY: the page is ours, accessible, and larger than the code. It is never given back: the handler stays.
        var target = new Span<byte>(page, (int)size);
        code.CopyTo(target);
        BinaryPrimitives.WriteUInt64LittleEndian(target[12..], (ulong)start);
        BinaryPrimitives.WriteUInt64LittleEndian(target[25..], length);
        BinaryPrimitives.WriteUInt64LittleEndian(target[47..], next);
        if (!AddressSpace.TryMakeExecutable(page, size))
        {
            AddressSpace.Release(page, size);
            return false;
        }

        // .NET's flags stay: it needs the siginfo, and its handler wants a stack of its own.
        *(ulong*)action = (ulong)page;
        return ChangeAction(SegmentationFault, action, null) == 0;
    }

    [LibraryImport("libc", EntryPoint = "sigaction")]
    private static partial int ChangeAction(int signal, byte* action, byte* former);
}

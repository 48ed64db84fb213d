using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Wasil.AssemblyScript;

/// <summary>
/// Writes guests' strings, which are UTF-16, as UTF-8 with a line end behind: piece by piece, since a guest's string may be as
/// large as its memory. Surrogates without a partner become U+FFFD.
/// </summary>
internal sealed class TextOutput(Stream stream, bool isUnbuffered)
{
    private const int PieceChars = 8 << 10;

    /// <summary>Writes a string of the guest.</summary>
    public void Write(WasmMemory memory, int text) => Write(memory, null, 0, "", null, text, "");

    /// <summary>Writes a text of the host.</summary>
    public void Write(string text)
    {
        WriteBytes(Encoding.UTF8.GetBytes(text + "\n"));
        if (isUnbuffered)
            Flush();
    }

    /// <summary>Writes two strings of the guest, each with what stands for it where that is not null, and texts around.</summary>
    public void Write(
        WasmMemory memory, string? firstText, int first, string between, string? secondText, int second, string end)
    {
        if (first != 0 || firstText is not null)
            WritePart(memory, firstText, first);
        WriteBytes(Encoding.UTF8.GetBytes(between));
        WritePart(memory, secondText, second);
        Write(end);
    }

    public void Flush() => stream.Flush();

    /// <summary>Whether a string has no characters or is null.</summary>
    public static bool IsEmpty(WasmMemory memory, int text) => text == 0 || (TryFind(memory, text, out _, out uint bytes) && bytes == 0);

    /// <summary>Copies a string to a writer.</summary>
    public static void CopyTo(TextWriter writer, WasmMemory memory, int text) =>
        ForEachPiece(memory, text, piece => writer.Write(piece));

    /// <summary>The beginning of a string.</summary>
    public static string Read(WasmMemory memory, int text, int maximumChars)
    {
        if (!TryFind(memory, text, out ulong start, out uint bytes))
            return Unreadable(text);
        Span<byte> slice = memory.Slice(start, (int)Math.Min(bytes, (uint)maximumChars * sizeof(char)));
        return new string(MemoryMarshal.Cast<byte, char>(slice));
    }

    private void WritePart(WasmMemory memory, string? replacement, int text)
    {
        if (replacement is not null)
        {
            WriteBytes(Encoding.UTF8.GetBytes(replacement));
            return;
        }

        // One encoder for all pieces, as a pair of surrogates may lie across two.
        Encoder encoder = Encoding.UTF8.GetEncoder();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(PieceChars));
        ForEachPiece(memory, text, piece =>
        {
            int written = encoder.GetBytes(piece, buffer, flush: false);
            WriteBytes(buffer.AsSpan(0, written));
        });
        int rest = encoder.GetBytes([], buffer, flush: true);
        WriteBytes(buffer.AsSpan(0, rest));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static void ForEachPiece(WasmMemory memory, int text, ReadOnlySpanAction<char> action)
    {
        if (!TryFind(memory, text, out ulong start, out uint bytes))
        {
            action(Unreadable(text));
            return;
        }

        for (uint done = 0; done < bytes;)
        {
            int part = (int)Math.Min(bytes - done, PieceChars * sizeof(char));
            action(MemoryMarshal.Cast<byte, char>(memory.Slice(start + done, part)));
            done += (uint)part;
        }
    }

    private static string Unreadable(int text) => $"(unreadable string at 0x{(uint)text:x})";

    // The size in front is the guest's to write, and may be anything.
    private static bool TryFind(WasmMemory memory, int text, out ulong start, out uint bytes)
    {
        start = (uint)text;
        bytes = 0;
        if (start < Layout.HeaderBytes || !memory.Contains(start - Layout.SizeBefore, sizeof(uint)))
            return false;
        bytes = memory.Read<uint>(start - Layout.SizeBefore);
        return bytes % sizeof(char) == 0 && memory.Contains(start, bytes);
    }

    private void WriteBytes(ReadOnlySpan<byte> bytes) => stream.Write(bytes);

    private delegate void ReadOnlySpanAction<T>(ReadOnlySpan<T> span);
}

using System.Runtime.InteropServices;

namespace Wasil.Cli.Streams;

/// <summary>
/// A descriptor of the process, read and written as a C program does. .NET's console streams hide that a pipe is broken and
/// turn a terminal's input over to .NET's own line editor; its file streams keep a position of their own, so that two of them on
/// one file (<c>&gt;out 2&gt;&amp;1</c>) overwrite each other.
/// </summary>
internal sealed unsafe partial class UnixStream(int descriptor) : Stream
{
    private const int EIntr = 4;
    private const int EPipe = 32;

    // Linux and the BSDs, macOS among them, disagree on this one.
    private static readonly int EAgain = OperatingSystem.IsLinux() ? 11 : 35;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static bool IsTerminal(int descriptor) => IsATty(descriptor) == 1;

    public override int Read(Span<byte> buffer)
    {
        // SAFETY: the system writes into the span's bytes only, and they stay where they are for that long.
        fixed (byte* bytes = buffer)
        {
            while (true)
            {
                nint count = Read(descriptor, bytes, (nuint)buffer.Length);
                if (count >= 0)
                    return (int)count;
                RetryOrThrow();
            }
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        // SAFETY: the system reads the span's bytes only, and they stay where they are for that long.
        fixed (byte* bytes = buffer)
        {
            for (int written = 0; written < buffer.Length;)
            {
                nint count = Write(descriptor, bytes + written, (nuint)(buffer.Length - written));
                if (count >= 0)
                    written += (int)count;
                else
                    RetryOrThrow();
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static void RetryOrThrow()
    {
        int error = Marshal.GetLastPInvokeError();
        if (error == EPipe)
            throw new BrokenPipeException();
        // Whoever shares the terminal or pipe may have made it non-blocking.
        if (error == EAgain)
            Thread.Sleep(1);
        else if (error != EIntr)
            throw new IOException(Marshal.GetPInvokeErrorMessage(error));
    }

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "isatty")]
    private static partial int IsATty(int descriptor);
}

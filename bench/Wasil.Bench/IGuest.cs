namespace Wasil.Bench;

/// <summary>An instance of a program that wants WASI, on some runtime.</summary>
internal interface IGuest : IDisposable
{
    /// <summary>What it has written to its standard output so far.</summary>
    string Output { get; }

    /// <summary>Calls an export with <c>i32</c> arguments; 0 where it returns nothing.</summary>
    long Call(string export, params int[] arguments);

    /// <summary>Calls <c>_start</c> and waits for its end.</summary>
    void Start();

    void Write(int address, ReadOnlySpan<byte> bytes);

    int ReadInt32(int address);
}

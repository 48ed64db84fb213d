using System.Globalization;

namespace Wasil.Wasi.Tracing;

/// <summary>A value of a call that is to be shown: as many arguments as its type is lowered to, and the guest's memory.</summary>
internal readonly ref struct ShownValue(GuestMemory memory, ReadOnlySpan<WasmValue> arguments, int index, uint? firstResult)
{
    private readonly ReadOnlySpan<WasmValue> _arguments = arguments;

    public GuestMemory Memory { get; } = memory;

    /// <summary>The function's first result as 32 bits, where the call has ended and has one: how much of a buffer was filled.</summary>
    public uint? FirstResult { get; } = firstResult;

    public uint Unsigned(int offset) => (uint)_arguments[index + offset].AsInt32();

    public int Signed(int offset) => _arguments[index + offset].AsInt32();

    public long Long(int offset) => _arguments[index + offset].AsInt64();

    public string Address(int offset) => AddressOf(Unsigned(offset));

    public static string AddressOf(uint address) => string.Create(CultureInfo.InvariantCulture, $"0x{address:x}");
}

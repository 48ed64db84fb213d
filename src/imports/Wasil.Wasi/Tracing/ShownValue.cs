using System.Globalization;

namespace Wasil.Wasi.Tracing;

/// <summary>A value of a call that is to be shown: as many arguments as its type is lowered to, and the guest's memory.</summary>
internal readonly ref struct ShownValue(GuestMemory memory, ReadOnlySpan<WasmValue> arguments, int index, ulong? firstResult)
{
    private readonly ReadOnlySpan<WasmValue> _arguments = arguments;

    public GuestMemory Memory { get; } = memory;

    /// <summary>The function's first result as a size, where the call has ended and has one: how much of a buffer was filled.</summary>
    public ulong? FirstResult { get; } = firstResult;

    public uint Unsigned(int offset) => (uint)_arguments[index + offset].AsInt32();

    /// <summary>An address or a size, as wide as the guest's are.</summary>
    public ulong Wide(int offset) =>
        _arguments[index + offset] is { Kind: ValKind.I64 } wide ? wide.AsUInt64() : Unsigned(offset);

    public int Signed(int offset) => _arguments[index + offset].AsInt32();

    public long Long(int offset) => _arguments[index + offset].AsInt64();

    public string Address(int offset) => AddressOf(Wide(offset));

    public static string AddressOf(ulong address) => string.Create(CultureInfo.InvariantCulture, $"0x{address:x}");
}

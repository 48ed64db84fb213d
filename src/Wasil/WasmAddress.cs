using System.Globalization;

namespace Wasil;

/// <summary>
/// An address in a guest's memory, or a number of bytes there, for functions that serve guests of either address type: as a parameter
/// or result of a host function it is <c>i64</c> in modules whose first memory is addressed with <c>i64</c>, and <c>i32</c> in all
/// others. See "Address Types" in the specification.
/// </summary>
/// <param name="Value">The address. Where the guest's are 32 bits wide, a result is its lower half.</param>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public readonly record struct WasmAddress(ulong Value)
{
    /// <summary>The address as a number, as <see cref="WasmMemory"/> takes it.</summary>
    public static implicit operator ulong(WasmAddress address) => address.Value;

    /// <summary>An address by its number.</summary>
    public static implicit operator WasmAddress(ulong value) => new(value);

    /// <summary>The number.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

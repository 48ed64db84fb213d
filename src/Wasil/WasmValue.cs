using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Wasil.Execution;

namespace Wasil;

/// <summary>A value of any WebAssembly type, without boxing: what untyped calls and globals take and give.</summary>
/// <threadsafety>A value: each thread has its own copy. What a reference in it refers to has its own rules.</threadsafety>
public readonly struct WasmValue : IEquatable<WasmValue>
{
    internal readonly ulong LowBits;
    internal readonly ulong HighBits;
    internal readonly object? Reference;

    private WasmValue(ValKind kind, ulong low, ulong high = 0, object? reference = null)
    {
        Kind = kind;
        LowBits = low;
        HighBits = high;
        Reference = reference;
    }

    /// <summary>What kind of value this is.</summary>
    public ValKind Kind { get; }

    /// <summary>Whether this is a reference that is null.</summary>
    public bool IsNull => Kind == ValKind.Ref && Reference is null;

    /// <summary>A null reference, of whatever reference type is wanted.</summary>
    public static WasmValue Null => new(ValKind.Ref, 0);

    /// <summary>An <c>i32</c>.</summary>
    public static implicit operator WasmValue(int value) => new(ValKind.I32, (uint)value);

    /// <summary>An <c>i32</c>.</summary>
    public static implicit operator WasmValue(uint value) => new(ValKind.I32, value);

    /// <summary>An <c>i64</c>.</summary>
    public static implicit operator WasmValue(long value) => new(ValKind.I64, (ulong)value);

    /// <summary>An <c>i64</c>.</summary>
    public static implicit operator WasmValue(ulong value) => new(ValKind.I64, value);

    /// <summary>An <c>f32</c>.</summary>
    public static implicit operator WasmValue(float value) => new(ValKind.F32, BitConverter.SingleToUInt32Bits(value));

    /// <summary>An <c>f64</c>.</summary>
    public static implicit operator WasmValue(double value) => new(ValKind.F64, BitConverter.DoubleToUInt64Bits(value));

    /// <summary>A <c>v128</c>.</summary>
    public static implicit operator WasmValue(Vector128<byte> value) =>
        new(ValKind.V128, value.AsUInt64()[0], value.AsUInt64()[1]);

    /// <summary>A <c>funcref</c>.</summary>
    public static implicit operator WasmValue(WasmFunction? function) =>
        new(ValKind.Ref, 0, 0, function?.Instance);

    /// <summary>An <c>externref</c>: any object of the host.</summary>
    /// <param name="value">The object, or null.</param>
    public static WasmValue FromExtern(object? value) => new(ValKind.Ref, 0, 0, Conversion.FromHost(value));

    /// <summary>A reference to a value of a guest's heap.</summary>
    public static implicit operator WasmValue(WasmObject? value) => new(ValKind.Ref, 0, 0, value);

    /// <summary>The <c>i32</c> as a signed number.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public int AsInt32() => (int)Bits(ValKind.I32);

    /// <summary>The <c>i32</c> as an unsigned number, as addresses are.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public uint AsUInt32() => (uint)Bits(ValKind.I32);

    /// <summary>The <c>i64</c> as a signed number.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public long AsInt64() => (long)Bits(ValKind.I64);

    /// <summary>The <c>i64</c> as an unsigned number, as addresses are.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public ulong AsUInt64() => Bits(ValKind.I64);

    /// <summary>The <c>f32</c>.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public float AsSingle() => BitConverter.UInt32BitsToSingle((uint)Bits(ValKind.F32));

    /// <summary>The <c>f64</c>.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public double AsDouble() => BitConverter.UInt64BitsToDouble(Bits(ValKind.F64));

    /// <summary>The <c>v128</c>.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public Vector128<byte> AsVector128() => Vector128.Create(Bits(ValKind.V128), HighBits).AsByte();

    /// <summary>The function that a <c>funcref</c> refers to, or null.</summary>
    /// <exception cref="InvalidOperationException">The value is no reference, or refers to something else.</exception>
    public WasmFunction? AsFunction()
    {
        Bits(ValKind.Ref);
        return Reference switch
        {
            null => null,
            FunctionInstance function => WasmFunction.Of(function),
            _ => throw new InvalidOperationException("The reference is not a function."),
        };
    }

    /// <summary>The structure that is referred to, or null.</summary>
    /// <exception cref="InvalidOperationException">The value is no reference, or refers to something else.</exception>
    public WasmStruct? AsStruct() => As<WasmStruct>("a structure");

    /// <summary>The array that is referred to, or null.</summary>
    /// <exception cref="InvalidOperationException">The value is no reference, or refers to something else.</exception>
    public WasmArray? AsArray() => As<WasmArray>("an array");

    /// <summary>The number that an <c>i31ref</c> stands for, as a signed number.</summary>
    /// <exception cref="InvalidOperationException">The value is no reference, is null, or refers to something else.</exception>
    public int AsI31() => As<WasmI31>("an i31")?.Value ?? throw new InvalidOperationException("The reference is null.");

    /// <summary>The host's object that an <c>externref</c> or <c>anyref</c> refers to, or null; where it refers to something of the
    /// guest, a <see cref="WasmObject"/> or a <see cref="WasmFunction"/>.</summary>
    /// <exception cref="InvalidOperationException">The value is no reference.</exception>
    public object? AsExtern()
    {
        Bits(ValKind.Ref);
        return Conversion.ToHost(Reference);
    }

    /// <summary>Equality of kind and bits, and of references as <c>ref.eq</c> compares them: by identity, and numbers by value.</summary>
    public bool Equals(WasmValue other) =>
        Kind == other.Kind && LowBits == other.LowBits && HighBits == other.HighBits && References.AreEqual(Reference, other.Reference);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is WasmValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Kind, LowBits, HighBits, Reference is WasmI31 number ? number.Value : RuntimeHelpers.GetHashCode(Reference));

    /// <summary>Equality of kind and bits, and of references by identity.</summary>
    public static bool operator ==(WasmValue left, WasmValue right) => left.Equals(right);

    /// <summary>The opposite of equality.</summary>
    public static bool operator !=(WasmValue left, WasmValue right) => !left.Equals(right);

    /// <summary>The value as a person would write it.</summary>
    public override string ToString() => Kind switch
    {
        ValKind.I32 => AsInt32().ToString(CultureInfo.InvariantCulture),
        ValKind.I64 => AsInt64().ToString(CultureInfo.InvariantCulture),
        ValKind.F32 => AsSingle().ToString(CultureInfo.InvariantCulture),
        ValKind.F64 => AsDouble().ToString(CultureInfo.InvariantCulture),
        ValKind.V128 => $"0x{HighBits:x16}{LowBits:x16}",
        _ => Conversion.ToHost(Reference) is { } reference ? $"{reference}" : "null",
    };

    /// <summary>Whether this is a reference, and a value of the reference type.</summary>
    internal bool IsReferenceOf(ValType type) => Kind == ValKind.Ref && References.Matches(Reference, type);

    /// <summary>A number or vector; of what the kind does not have, the bits are left out.</summary>
    internal static WasmValue FromBits(ValKind kind, ulong low, ulong high) => new(
        kind, kind is ValKind.I32 or ValKind.F32 ? (uint)low : low, kind == ValKind.V128 ? high : 0);

    internal static WasmValue FromReference(ValType type, object? reference)
    {
        System.Diagnostics.Debug.Assert(type.IsReference, "A reference of a type that is none.");
        return new WasmValue(ValKind.Ref, 0, 0, reference);
    }

    private T? As<T>(string what)
        where T : WasmObject
    {
        Bits(ValKind.Ref);
        return Reference is null or T ? (T?)Reference : throw new InvalidOperationException($"The reference is not {what}.");
    }

    private ulong Bits(ValKind kind) => Kind == kind
        ? LowBits
        : throw new InvalidOperationException($"The value is of kind {Kind}, not {kind}.");
}

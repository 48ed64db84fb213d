using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;

namespace Wasil.Text;

/// <content>Arguments, and what results are expected to be.</content>
internal sealed partial class ScriptRunner
{
    private static WasmValue ToValue(ScriptValue value) => value switch
    {
        NumberValue { Type.Kind: var kind, Bits: var bits } => WasmValue.FromBits(kind, bits, 0),
        VectorValue vector => WasmValue.FromBits(ValKind.V128, vector.Low, vector.High),
        NullValue => WasmValue.Null,
        HostValue host => WasmValue.FromExtern(new HostObject(host.Value)),
        _ => throw new UnreachableException(),
    };

    private static void CheckResults(WasmValue[] results, ResultPattern[] expected)
    {
        if (results.Length != expected.Length)
            throw new ScriptException($"there are {results.Length} results, not {expected.Length}");
        for (int i = 0; i < results.Length; i++)
        {
            if (!Matches(results[i], expected[i]))
                throw new ScriptException($"result {i} is {Write(results[i])}, not {Write(expected[i])}");
        }
    }

    private static bool Matches(in WasmValue value, ResultPattern pattern)
    {
        switch (pattern)
        {
            case NumberPattern number:
                return value.Kind == number.Type.Kind
                    && Matches(value.LowBits, number.Value, number.Type.Kind is ValKind.I32 or ValKind.F32 ? 32 : 64);
            case VectorPattern vector:
                if (value.Kind != ValKind.V128)
                    return false;
                for (int lane = 0; lane < vector.Lanes.Length; lane++)
                {
                    if (!Matches(Lane(value, vector.LaneWidth, lane), vector.Lanes[lane], vector.LaneWidth))
                        return false;
                }

                return true;
            case NullPattern:
                return value.IsNull;
            case ReferencePattern reference:
                return value.IsReferenceOf(ValType.Ref(reference.Type, nullable: false));
            case HostPattern host:
                return value.Kind == ValKind.Ref && value.AsExtern() is HostObject given && given.Number == host.Value;
            case EitherPattern { Alternatives: var alternatives }:
                foreach (var alternative in alternatives)
                {
                    if (Matches(value, alternative))
                        return true;
                }

                return false;
            default:
                throw new UnreachableException();
        }
    }

    private static bool Matches(ulong bits, NumberBits expected, int width)
    {
        if (expected.Nan == NanPattern.None)
            return bits == expected.Bits;
        int fraction = width == 32 ? 23 : 52;
        ulong positive = bits & (ulong.MaxValue >> (65 - width));
        ulong canonical = (((1UL << (width - fraction - 1)) - 1) << fraction) | (1UL << (fraction - 1));
        return expected.Nan == NanPattern.Canonical ? positive == canonical : (positive & canonical) == canonical;
    }

    private static ulong Lane(in WasmValue value, int width, int lane)
    {
        int bit = lane * width;
        ulong half = bit < 64 ? value.LowBits : value.HighBits;
        return (half >> (bit % 64)) & (ulong.MaxValue >> (64 - width));
    }

    // Floats are told by their bits, since it is mostly bits that are wrong.
    private static string Write(in WasmValue value) => value.Kind switch
    {
        ValKind.F32 or ValKind.F64 => string.Create(CultureInfo.InvariantCulture, $"{value} (0x{value.LowBits:x})"),
        _ => value.ToString(),
    };

    private static string Write(ResultPattern pattern) => pattern switch
    {
        NumberPattern { Type: var type, Value: { Nan: NanPattern.None } number } =>
            Write(WasmValue.FromBits(type.Kind, number.Bits, 0)),
        NumberPattern { Value.Nan: var nan } => nan.ToString(),
        VectorPattern { LaneWidth: var width, Lanes: var lanes } => string.Join(' ', lanes.Select(lane => WriteLane(lane, width))),
        EitherPattern { Alternatives: var alternatives } => string.Join(" or ", alternatives.Select(Write)),
        _ => pattern.ToString(),
    };

    private static string WriteLane(NumberBits lane, int width) => lane.Nan == NanPattern.None
        ? lane.Bits.ToString("x" + (width / 4), CultureInfo.InvariantCulture)
        : lane.Nan.ToString();

    /// <summary>What a number in a script stands for, where the host is asked for an object.</summary>
    private sealed record HostObject(uint Number);
}

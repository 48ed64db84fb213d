namespace Wasil.Text;

/// <summary>What a script expects of a result.</summary>
internal abstract record ResultPattern;

internal enum NanPattern : byte
{
    /// <summary>Exactly the bits.</summary>
    None,

    /// <summary>A NaN of either sign with the highest bit of the fraction set alone.</summary>
    Canonical,

    /// <summary>A NaN of either sign with the highest bit of the fraction set.</summary>
    Arithmetic,
}

/// <summary>The bits of a number or of a lane, or a class of NaNs.</summary>
internal readonly record struct NumberBits(ulong Bits, NanPattern Nan);

internal sealed record NumberPattern(ValType Type, NumberBits Value) : ResultPattern;

/// <param name="LaneWidth">The bits of a lane.</param>
/// <param name="Lanes">What each lane is expected to be, the lowest first.</param>
internal sealed record VectorPattern(int LaneWidth, NumberBits[] Lanes) : ResultPattern;

/// <param name="Type">What the null must be one of, or null where any will do.</param>
internal sealed record NullPattern(HeapType? Type) : ResultPattern;

/// <summary>A reference of a type that is not null.</summary>
internal sealed record ReferencePattern(HeapType Type) : ResultPattern;

/// <summary>The value of the host that a number stands for, as an <c>externref</c> or else as an <c>anyref</c>.</summary>
internal sealed record HostPattern(uint Value, bool IsExtern) : ResultPattern;

/// <summary>Any of several.</summary>
internal sealed record EitherPattern(ResultPattern[] Alternatives) : ResultPattern;

namespace Wasil.Text;

/// <summary>An argument in a script.</summary>
internal abstract record ScriptValue;

/// <summary>A number by its bits.</summary>
internal sealed record NumberValue(ValType Type, ulong Bits) : ScriptValue;

internal sealed record VectorValue(ulong Low, ulong High) : ScriptValue;

internal sealed record NullValue(HeapType Type) : ScriptValue;

/// <summary>A value of the host that a number stands for.</summary>
/// <param name="Value">The number.</param>
/// <param name="IsExtern">As an <c>externref</c>, or else as an <c>anyref</c>.</param>
internal sealed record HostValue(uint Value, bool IsExtern) : ScriptValue;

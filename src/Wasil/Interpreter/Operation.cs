using System.Runtime.InteropServices;

namespace Wasil.Interpreter;

/// <summary>
/// One operation of register code. A, B, C, D and E are slots of the frame, the result's in A; the other fields lie over each
/// other, and which of them an operation has is said where <see cref="FunctionLowering"/> makes it.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct Operation
{
    [FieldOffset(0)]
    public OperationCode Code;

    [FieldOffset(2)]
    public ushort A;

    [FieldOffset(4)]
    public ushort B;

    [FieldOffset(6)]
    public ushort C;

    /// <summary>A number that has the place of B and C.</summary>
    [FieldOffset(4)]
    public int Wide;

    /// <summary>A 64-bit number, in place of all fields below.</summary>
    [FieldOffset(8)]
    public ulong Long;

    [FieldOffset(8)]
    public double Double;

    [FieldOffset(8)]
    public float Single;

    [FieldOffset(8)]
    public int Low;

    [FieldOffset(8)]
    public ushort D;

    [FieldOffset(10)]
    public ushort E;

    [FieldOffset(12)]
    public int High;

    /// <summary>Where a branch goes, counted in operations from the one after it.</summary>
    [FieldOffset(12)]
    public int Target;
}

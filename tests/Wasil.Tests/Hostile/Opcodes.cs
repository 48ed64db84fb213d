namespace Wasil.Tests.Hostile;

/// <summary>The bytes of the instructions and types that the hostile modules are made of, typed in from the specification.</summary>
internal static class Opcodes
{
    public const byte TypeI32 = 0x7F;
    public const byte TypeI64 = 0x7E;
    public const byte TypeF32 = 0x7D;
    public const byte TypeF64 = 0x7C;
    public const byte TypeV128 = 0x7B;
    public const byte TypeFuncref = 0x70;
    public const byte TypeExternref = 0x6F;
    public const byte TypeEmpty = 0x40;

    public const byte Unreachable = 0x00;
    public const byte Nop = 0x01;
    public const byte Block = 0x02;
    public const byte Loop = 0x03;
    public const byte If = 0x04;
    public const byte Else = 0x05;
    public const byte End = 0x0B;
    public const byte Br = 0x0C;
    public const byte BrIf = 0x0D;
    public const byte BrTable = 0x0E;
    public const byte Return = 0x0F;
    public const byte Call = 0x10;
    public const byte CallIndirect = 0x11;
    public const byte ReturnCall = 0x12;
    public const byte Drop = 0x1A;
    public const byte LocalGet = 0x20;
    public const byte LocalSet = 0x21;
    public const byte LocalTee = 0x22;
    public const byte GlobalGet = 0x23;
    public const byte GlobalSet = 0x24;
    public const byte I32Load = 0x28;
    public const byte I64Load = 0x29;
    public const byte F32Load = 0x2A;
    public const byte F64Load = 0x2B;
    public const byte I32Load8S = 0x2C;
    public const byte I32Load8U = 0x2D;
    public const byte I32Load16S = 0x2E;
    public const byte I32Load16U = 0x2F;
    public const byte I64Load8S = 0x30;
    public const byte I64Load8U = 0x31;
    public const byte I64Load16S = 0x32;
    public const byte I64Load16U = 0x33;
    public const byte I64Load32S = 0x34;
    public const byte I64Load32U = 0x35;
    public const byte I32Store = 0x36;
    public const byte I64Store = 0x37;
    public const byte F32Store = 0x38;
    public const byte F64Store = 0x39;
    public const byte I32Store8 = 0x3A;
    public const byte I32Store16 = 0x3B;
    public const byte I64Store8 = 0x3C;
    public const byte I64Store16 = 0x3D;
    public const byte I64Store32 = 0x3E;
    public const byte MemorySize = 0x3F;
    public const byte MemoryGrow = 0x40;
    public const byte I32Const = 0x41;
    public const byte I64Const = 0x42;
    public const byte F32Const = 0x43;
    public const byte F64Const = 0x44;
    public const byte I32Eqz = 0x45;
    public const byte I32Ne = 0x47;
    public const byte I32GtS = 0x4A;
    public const byte I32Add = 0x6A;
    public const byte I32Sub = 0x6B;
    public const byte I32Mul = 0x6C;
    public const byte I32DivS = 0x6D;
    public const byte I32RemU = 0x70;
    public const byte I32And = 0x71;
    public const byte I32Xor = 0x73;
    public const byte I32ShrU = 0x76;
    public const byte I64Add = 0x7C;
    public const byte I64Mul = 0x7E;
    public const byte I32WrapI64 = 0xA7;
    public const byte I64ExtendI32S = 0xAC;
    public const byte I64TruncF32S = 0xAE;
    public const byte I64TruncF64S = 0xB0;
    public const byte RefNull = 0xD0;

    /// <summary>Followed by a number: saturating truncation, bulk memory and table instructions.</summary>
    public const byte PrefixFC = 0xFC;
    public const byte TableGrow = 15;
    public const byte TableSize = 16;

    /// <summary>Followed by a number: vector instructions.</summary>
    public const byte PrefixFD = 0xFD;
    public const byte V128Load = 0;
    public const byte V128Store = 11;
    public const byte I64x2Splat = 18;
    public const byte I64x2ExtractLane = 29;
    public const byte V128Load8Lane = 84;
    public const byte V128Store8Lane = 88;
    public const byte V128Load32Zero = 92;
    public const byte V128Load64Zero = 93;
}

using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using Wasil.Instructions;

namespace Wasil.Compilation;

/// <content>
/// Constants. RyuJIT drops <c>x * 1</c>, <c>x / 1</c>, <c>x - 0</c> and <c>x + -0</c> where it knows the constant, also out of a
/// local; but in WebAssembly these quiet a signalling NaN. It also quiets one that is a constant itself where that is only moved.
/// So what it might know is hidden from it there: put together by instructions that it does not evaluate, which
/// <see cref="Numerics.Numeric"/> has.
/// </content>
internal sealed partial class FunctionEmitter
{
    /// <summary>Puts a constant on the evaluation stack.</summary>
    public void EmitConstant(Constant constant)
    {
        switch (constant.Kind)
        {
            case ValKind.I32:
                EmitInt32((int)constant.Bits);
                break;
            case ValKind.I64 when (long)constant.Bits is var small and >= sbyte.MinValue and <= sbyte.MaxValue:
                EmitInt32((int)small);
                _il.Emit(OpCodes.Conv_I8);
                break;
            case ValKind.I64:
                _il.Emit(OpCodes.Ldc_I8, (long)constant.Bits);
                break;
            case ValKind.F32 or ValKind.F64 when IsNaN(constant):
                EmitHiddenConstant(constant);
                break;
            case ValKind.F32:
                _il.Emit(OpCodes.Ldc_R4, BitConverter.UInt32BitsToSingle((uint)constant.Bits));
                break;
            case ValKind.F64:
                _il.Emit(OpCodes.Ldc_R8, BitConverter.UInt64BitsToDouble(constant.Bits));
                break;
            case ValKind.V128:
                _il.Emit(OpCodes.Ldc_I8, (long)constant.Bits);
                _il.Emit(OpCodes.Ldc_I8, (long)constant.High);
                _il.Emit(OpCodes.Call, ((Func<long, long, Vector128<long>>)Vector128.Create).Method);
                _il.Emit(OpCodes.Call, ((Func<Vector128<long>, Vector128<byte>>)Vector128.AsByte).Method);
                break;
            default:
                _il.Emit(OpCodes.Ldnull);
                break;
        }
    }

    // The shortest form: the JIT compiler does not optimise methods of more than 60,000 bytes.
    private void EmitInt32(int value)
    {
        switch (value)
        {
            case -1:
                _il.Emit(OpCodes.Ldc_I4_M1);
                break;
            case 0:
                _il.Emit(OpCodes.Ldc_I4_0);
                break;
            case 1:
                _il.Emit(OpCodes.Ldc_I4_1);
                break;
            case 2:
                _il.Emit(OpCodes.Ldc_I4_2);
                break;
            case 3:
                _il.Emit(OpCodes.Ldc_I4_3);
                break;
            case 4:
                _il.Emit(OpCodes.Ldc_I4_4);
                break;
            case 8:
                _il.Emit(OpCodes.Ldc_I4_8);
                break;
            case >= sbyte.MinValue and <= sbyte.MaxValue:
                _il.Emit(OpCodes.Ldc_I4_S, (sbyte)value);
                break;
            default:
                _il.Emit(OpCodes.Ldc_I4, value);
                break;
        }
    }

    /// <summary>Emits the operands of a numeric instruction.</summary>
    public void EmitOperands(Opcode opcode, Expression[] operands)
    {
        bool hides = GetsNaNsWrong(opcode);
        foreach (Expression operand in operands)
        {
            if (hides)
                EmitHidden(operand);
            else
                operand.Emit(this);
        }
    }

    /// <summary>
    /// Emits a value so that the JIT compiler does not know it if it could do harm: an operand as above, or something that a
    /// local will hold, in which the JIT compiler would see it again.
    /// </summary>
    private void EmitHidden(Expression value)
    {
        if (value is Constant constant && IsHarmful(constant))
        {
            EmitHiddenConstant(constant);
            return;
        }

        value.Emit(this);
        if (value is not NumericValue { IsKnown: true })
            return;
        switch (value.Kind)
        {
            case ValKind.F32:
                EmitNumeric(Opcode.I32ReinterpretF32, 0);
                EmitNumeric(Opcode.F32ReinterpretI32, 0);
                break;
            case ValKind.F64:
                EmitNumeric(Opcode.I64ReinterpretF64, 0);
                _il.Emit(OpCodes.Call, Members.Numeric(nameof(Numerics.Numeric.F64Const)));
                break;
            case ValKind.V128:
                Temporary vector = Take(ValKind.V128);
                _il.Emit(OpCodes.Stloc, vector.Local);
                EmitLoad(vector);
                EmitNumeric(Opcode.I64x2ExtractLane, 0);
                EmitLoad(vector);
                EmitNumeric(Opcode.I64x2ExtractLane, 1);
                _il.Emit(OpCodes.Call, Members.Numeric(nameof(Numerics.Numeric.V128Const)));
                Release(vector);
                break;
        }
    }

    /// <summary>Sets the .NET locals behind the parameters to zero.</summary>
    private void EmitZeros(int first)
    {
        for (ValKind kind = ValKind.I32; kind <= ValKind.Ref; kind++)
        {
            LocalBuilder? source = null;
            for (int i = first; i < _localKinds.Length; i++)
            {
                if (_localKinds[i] != kind || _locals[i] is not { } local)
                    continue;
                // One hidden zero serves all locals of its kind.
                var zero = new Constant(kind, 0);
                if (source is null || !IsHarmful(zero))
                    EmitHidden(zero);
                else
                    _il.Emit(OpCodes.Ldloc, source);
                _il.Emit(OpCodes.Stloc, local);
                source = local;
            }
        }
    }

    // Zeros and ones of either sign can make an instruction look superfluous. In vectors, also a lane that is a signalling NaN.
    private static bool IsHarmful(Constant constant)
    {
        if (constant.Kind is ValKind.F32)
            return IsZeroOrOne32((uint)constant.Bits);
        if (constant.Kind is ValKind.F64)
            return IsZeroOrOne64(constant.Bits);
        if (constant.Kind is not ValKind.V128)
            return false;
        ReadOnlySpan<ulong> wide = [constant.Bits, constant.High];
        ReadOnlySpan<uint> narrow = [(uint)wide[0], (uint)(wide[0] >> 32), (uint)wide[1], (uint)(wide[1] >> 32)];
        bool all = true, any = false;
        foreach (uint lane in narrow)
        {
            all &= IsZeroOrOne32(lane);
            any |= (lane & 0x7fc00000) == 0x7f800000 && (lane & 0x3fffff) != 0;
        }

        return all || any || (IsZeroOrOne64(wide[0]) && IsZeroOrOne64(wide[1]));
    }

    private static bool IsZeroOrOne32(uint bits) => (bits & 0x7fffffff) is 0 or 0x3f800000;

    private static bool IsZeroOrOne64(ulong bits) => (bits & 0x7fffffffffffffff) is 0 or 0x3ff0000000000000;

    private static bool IsNaN(Constant constant) => constant.Kind == ValKind.F32
        ? float.IsNaN(BitConverter.UInt32BitsToSingle((uint)constant.Bits))
        : double.IsNaN(BitConverter.UInt64BitsToDouble(constant.Bits));

    // Whether the JIT compiler does, if it knows an operand.
    private static bool GetsNaNsWrong(Opcode opcode) => opcode is
        Opcode.F32x4ExtractLane or Opcode.F64x2ExtractLane
        or Opcode.F32Add or Opcode.F32Sub or Opcode.F32Mul or Opcode.F32Div
        or Opcode.F64Add or Opcode.F64Sub or Opcode.F64Mul or Opcode.F64Div
        or Opcode.F32x4Add or Opcode.F32x4Sub or Opcode.F32x4Mul or Opcode.F32x4Div
        or Opcode.F64x2Add or Opcode.F64x2Sub or Opcode.F64x2Mul or Opcode.F64x2Div;

    private void EmitHiddenConstant(Constant constant)
    {
        if (constant.Kind == ValKind.F32)
        {
            _il.Emit(OpCodes.Ldc_I4, (int)constant.Bits);
            _il.Emit(OpCodes.Call, Members.Numeric(nameof(Numerics.Numeric.F32ReinterpretI32)));
            return;
        }

        _il.Emit(OpCodes.Ldc_I8, (long)constant.Bits);
        if (constant.Kind == ValKind.F64)
        {
            _il.Emit(OpCodes.Call, Members.Numeric(nameof(Numerics.Numeric.F64Const)));
            return;
        }

        _il.Emit(OpCodes.Ldc_I8, (long)constant.High);
        _il.Emit(OpCodes.Call, Members.Numeric(nameof(Numerics.Numeric.V128Const)));
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Wasil.Instructions;
using Wasil.Numerics;
using Wasil.Syntax;

namespace Wasil.Execution;

/// <summary>Evaluates constant expressions, which the validator has seen. See "Constant Expressions" in the specification.</summary>
internal static class ConstantExpression
{
    public static WasmValue Evaluate(ModuleInstance instance, ByteRange expression)
    {
        ModuleTypes types = instance.Types;
        var reader = new InstructionReader(types.Module.Slice(expression), expression.Offset);
        var stack = new OperandStack();
        while (reader.Next(out Instruction instruction))
        {
            switch (instruction.Opcode)
            {
                case Opcode.I32Const:
                    stack.Push((int)instruction.Immediate);
                    break;
                case Opcode.I64Const:
                    stack.Push((long)instruction.Immediate);
                    break;
                case Opcode.F32Const:
                    stack.Push(BitConverter.UInt32BitsToSingle((uint)instruction.Immediate));
                    break;
                case Opcode.F64Const:
                    stack.Push(BitConverter.UInt64BitsToDouble(instruction.Immediate));
                    break;
                case Opcode.V128Const:
                    stack.Push(instruction.Vector);
                    break;
                case Opcode.GlobalGet:
                    stack.Push(instance.Globals[(int)instruction.Index].Value);
                    break;
                case Opcode.RefFunc:
                    stack.Push(WasmValue.FromReference(
                        ValType.FuncRef, instance.Function((int)instruction.Index)));
                    break;
                case Opcode.RefNull:
                    stack.Push(WasmValue.FromReference(ValType.AnyRef, null));
                    break;
                case Opcode.I32Add or Opcode.I32Sub or Opcode.I32Mul:
                {
                    int right = stack.Pop().AsInt32(), left = stack.Pop().AsInt32();
                    stack.Push(instruction.Opcode switch
                    {
                        Opcode.I32Add => Numeric.I32Add(left, right),
                        Opcode.I32Sub => Numeric.I32Sub(left, right),
                        _ => Numeric.I32Mul(left, right),
                    });
                    break;
                }

                case Opcode.I64Add or Opcode.I64Sub or Opcode.I64Mul:
                {
                    long right = stack.Pop().AsInt64(), left = stack.Pop().AsInt64();
                    stack.Push(instruction.Opcode switch
                    {
                        Opcode.I64Add => Numeric.I64Add(left, right),
                        Opcode.I64Sub => Numeric.I64Sub(left, right),
                        _ => Numeric.I64Mul(left, right),
                    });
                    break;
                }

                case Opcode.RefI31:
                    stack.Push(instance.NewI31(stack.Pop().AsInt32(), instruction.Offset));
                    break;
                case Opcode.AnyConvertExtern:
                    stack.Push(WasmValue.FromReference(
                        ValType.AnyRef, instance.Internalize(stack.Pop().Reference, instruction.Offset)));
                    break;
                case Opcode.ExternConvertAny:
                    stack.Push(WasmValue.FromReference(ValType.ExternRef, HostReference.Externalize(stack.Pop().Reference)));
                    break;
                case Opcode.StructNew or Opcode.StructNewDefault or Opcode.StructNewDesc or Opcode.StructNewDefaultDesc:
                    stack.Push(NewStruct(instance, stack, instruction));
                    break;
                case Opcode.ArrayNew or Opcode.ArrayNewDefault or Opcode.ArrayNewFixed:
                    stack.Push(NewArray(instance, stack, instruction));
                    break;
                case Opcode.End:
                    return stack.Pop();
                default:
                    throw new InvalidOperationException(
                        $"{InstructionInfo.Of(instruction.Opcode).Mnemonic} in a constant expression passed the validator.");
            }
        }

        throw new InvalidOperationException("A constant expression without an end passed the validator.");
    }

    private static WasmStruct NewStruct(ModuleInstance instance, OperandStack stack, in Instruction instruction)
    {
        int type = (int)instruction.Index;
        StructLayout layout = StructLayout.Of(instance.Definitions[type]);
        object? descriptor = null;
        if (instruction.Opcode is Opcode.StructNewDesc or Opcode.StructNewDefaultDesc)
            descriptor = stack.Pop().Reference ?? throw Traps.NullDescriptorReference(instruction.Offset);
        WasmStruct made = instance.NewStruct(type, instruction.Offset);
        if (descriptor is not null)
            layout.Descriptor.In<ReferenceSlot>(made).Value = descriptor;
        if (instruction.Opcode is Opcode.StructNewDefault or Opcode.StructNewDefaultDesc)
            return made;
        for (int field = made.Fields.Length - 1; field >= 0; field--)
            layout[field].Set(made, stack.Pop());
        return made;
    }

    private static WasmArray NewArray(ModuleInstance instance, OperandStack stack, in Instruction instruction)
    {
        int type = (int)instruction.Index;
        int length = instruction.Opcode == Opcode.ArrayNewFixed ? (int)instruction.Index2 : stack.Pop().AsInt32();
        WasmArray made = instance.NewArray(type, length, instruction.Offset);
        if (instruction.Opcode == Opcode.ArrayNew)
            ArrayLayout.Fill(made, 0, made.Length, stack.Pop());
        if (instruction.Opcode == Opcode.ArrayNewFixed)
        {
            for (int i = length - 1; i >= 0; i--)
                ArrayLayout.Set(made, i, stack.Pop());
        }

        return made;
    }
}

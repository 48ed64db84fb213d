using System.Reflection.Emit;
using Wasil.Execution;
using Wasil.Instructions;

namespace Wasil.Compilation;

/// <content>
/// Atomic instructions: the check that the address is aligned, the check that every access has, and a method of
/// <see cref="Atomics"/> for the unsigned integer that is as wide as the place. All of them are effects, loads as well: what
/// waits and reads memory is emitted before.
/// </content>
internal sealed partial class FunctionEmitter
{
    public void AtomicLoad(in Instruction instruction) => EmitAtomic(instruction, nameof(Atomics.Load), []);

    public void AtomicStore(in Instruction instruction) => EmitAtomic(instruction, nameof(Atomics.Store), [Pop()]);

    public void AtomicRmw(in Instruction instruction) =>
        EmitAtomic(instruction, InstructionInfo.Of(instruction.Opcode).AtomicOperation.ToString(), [Pop()]);

    public void AtomicCmpxchg(in Instruction instruction)
    {
        Expression replacement = Pop(), expected = Pop();
        EmitAtomic(instruction, nameof(Atomics.Cmpxchg), [expected, replacement]);
    }

    public void AtomicFence(in Instruction instruction)
    {
        SettleReadersOfState();
        _il.Emit(OpCodes.Call, Members.AtomicFence);
    }

    public void MemoryAtomicWait32(in Instruction instruction) => EmitWait(instruction, Members.MemoryWait32);

    public void MemoryAtomicWait64(in Instruction instruction) => EmitWait(instruction, Members.MemoryWait64);

    public void MemoryAtomicNotify(in Instruction instruction)
    {
        Expression count = Pop(), address = Pop();
        SettleReadersOfState();
        EmitMemory(instruction.Memory);
        UseAddress(address);
        _il.Emit(OpCodes.Ldc_I8, (long)instruction.Immediate);
        Use(count);
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, Members.MemoryNotify);
        PushEmitted(ValKind.I32);
    }

    private void EmitWait(in Instruction instruction, System.Reflection.MethodInfo wait)
    {
        Expression timeout = Pop(), expected = Pop(), address = Pop();
        SettleReadersOfState();
        EmitMemory(instruction.Memory);
        UseAddress(address);
        _il.Emit(OpCodes.Ldc_I8, (long)instruction.Immediate);
        Use(expected);
        Use(timeout);
        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, wait);
        PushEmitted(ValKind.I32);
    }

    private void EmitAtomic(in Instruction instruction, string operation, Expression[] operands)
    {
        InstructionInfo info = InstructionInfo.Of(instruction.Opcode);
        int size = info.AccessBytes;
        EmitAlignmentCheck(instruction, size);
        // Others cost so much that what compares their addresses does not count.
        Expression address = info.Lowering == Lowering.AtomicLoad ? CheckedAddress(instruction, out _) : CheckedAddress(instruction);
        SettleReadersOfState();
        EmitPlace(instruction, address);
        address.Free(this);
        foreach (Expression operand in operands)
        {
            Use(operand);

            // A narrow access takes the low bits of its operands.
            if (size == 1)
                _il.Emit(OpCodes.Conv_U1);
            else if (size == 2)
                _il.Emit(OpCodes.Conv_U2);
            else if (size == 4 && operand.Kind == ValKind.I64)
                _il.Emit(OpCodes.Conv_U4);
        }

        _il.Emit(OpCodes.Call, Members.Atomic(operation, size));
        if (info.Results.Length == 0)
            return;
        ValKind kind = KindOf(info.Results[0]);
        if (kind == ValKind.I64 && size < 8)
            _il.Emit(OpCodes.Conv_U8);
        PushEmitted(kind);
    }

    // Before the check of the bounds, in every engine and whatever that check is made of.
    private void EmitAlignmentCheck(in Instruction instruction, int size)
    {
        int misplaced = (int)instruction.Immediate & (size - 1);
        if (misplaced == 0 && size <= 1 << _stack[^1].Zeros)
            return;
        Expression address = PopDuplicable();
        if (misplaced == 0 && address is LocalValue { Local: var local })
        {
            if (_aligned.TryGetValue(local, out int known) && size <= known)
            {
                Push(address);
                return;
            }

            _aligned[local] = size;
        }

        address.Emit(this);
        if (address.Kind == ValKind.I64)
            _il.Emit(OpCodes.Conv_I4);
        if (misplaced != 0)
        {
            _il.Emit(OpCodes.Ldc_I4, misplaced);
            _il.Emit(OpCodes.Add);
        }

        _il.Emit(OpCodes.Ldc_I4, size - 1);
        _il.Emit(OpCodes.And);
        _il.Emit(OpCodes.Brtrue, TrapLabel(nameof(Traps.UnalignedAtomic), instruction.Offset));
        Push(address);
    }
}

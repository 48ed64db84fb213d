using Wasil.Instructions;

namespace Wasil.Compilation;

/// <content>Instructions that the compiler does not have yet: a function that has one is refused when it is first called.</content>
internal sealed partial class FunctionEmitter
{
    public void AnyConvertExtern(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayCopy(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayFill(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayGet(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayGetS(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayGetU(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayInitData(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayInitElem(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayLen(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayNew(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayNewData(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayNewDefault(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayNewElem(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayNewFixed(in Instruction instruction) => throw NotYet(instruction);

    public void ArraySet(in Instruction instruction) => throw NotYet(instruction);

    public void AtomicCmpxchg(in Instruction instruction) => throw NotYet(instruction);

    public void AtomicFence(in Instruction instruction) => throw NotYet(instruction);

    public void AtomicLoad(in Instruction instruction) => throw NotYet(instruction);

    public void AtomicRmw(in Instruction instruction) => throw NotYet(instruction);

    public void AtomicStore(in Instruction instruction) => throw NotYet(instruction);

    public void BrOnCast(in Instruction instruction) => throw NotYet(instruction);

    public void BrOnCastFail(in Instruction instruction) => throw NotYet(instruction);

    public void ExternConvertAny(in Instruction instruction) => throw NotYet(instruction);

    public void I31GetS(in Instruction instruction) => throw NotYet(instruction);

    public void I31GetU(in Instruction instruction) => throw NotYet(instruction);

    public void MemoryAtomicNotify(in Instruction instruction) => throw NotYet(instruction);

    public void MemoryAtomicWait32(in Instruction instruction) => throw NotYet(instruction);

    public void MemoryAtomicWait64(in Instruction instruction) => throw NotYet(instruction);

    public void RefCast(in Instruction instruction) => throw NotYet(instruction);

    public void RefCastNull(in Instruction instruction) => throw NotYet(instruction);

    public void RefEq(in Instruction instruction) => throw NotYet(instruction);

    public void RefI31(in Instruction instruction) => throw NotYet(instruction);

    public void RefTest(in Instruction instruction) => throw NotYet(instruction);

    public void RefTestNull(in Instruction instruction) => throw NotYet(instruction);

    public void StructGet(in Instruction instruction) => throw NotYet(instruction);

    public void StructGetS(in Instruction instruction) => throw NotYet(instruction);

    public void StructGetU(in Instruction instruction) => throw NotYet(instruction);

    public void StructNew(in Instruction instruction) => throw NotYet(instruction);

    public void StructNewDefault(in Instruction instruction) => throw NotYet(instruction);

    public void StructSet(in Instruction instruction) => throw NotYet(instruction);
}

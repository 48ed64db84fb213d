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

    public void BrOnCast(in Instruction instruction) => throw NotYet(instruction);

    public void BrOnCastFail(in Instruction instruction) => throw NotYet(instruction);

    public void Catch(in Instruction instruction) => throw NotYet(instruction);

    public void CatchAll(in Instruction instruction) => throw NotYet(instruction);

    public void Delegate(in Instruction instruction) => throw NotYet(instruction);

    public void ExternConvertAny(in Instruction instruction) => throw NotYet(instruction);

    public void I31GetS(in Instruction instruction) => throw NotYet(instruction);

    public void I31GetU(in Instruction instruction) => throw NotYet(instruction);

    public void RefCast(in Instruction instruction) => throw NotYet(instruction);

    public void RefCastNull(in Instruction instruction) => throw NotYet(instruction);

    public void RefEq(in Instruction instruction) => throw NotYet(instruction);

    public void RefI31(in Instruction instruction) => throw NotYet(instruction);

    public void RefTest(in Instruction instruction) => throw NotYet(instruction);

    public void RefTestNull(in Instruction instruction) => throw NotYet(instruction);

    public void Rethrow(in Instruction instruction) => throw NotYet(instruction);

    public void StructGet(in Instruction instruction) => throw NotYet(instruction);

    public void StructGetS(in Instruction instruction) => throw NotYet(instruction);

    public void StructGetU(in Instruction instruction) => throw NotYet(instruction);

    public void StructNew(in Instruction instruction) => throw NotYet(instruction);

    public void StructNewDefault(in Instruction instruction) => throw NotYet(instruction);

    public void StructSet(in Instruction instruction) => throw NotYet(instruction);

    public void Throw(in Instruction instruction) => throw NotYet(instruction);

    public void ThrowRef(in Instruction instruction) => throw NotYet(instruction);

    public void Try(in Instruction instruction) => throw NotYet(instruction);

    public void TryTable(in Instruction instruction) => throw NotYet(instruction);
}

using Wasil.Instructions;

namespace Wasil.Compilation;

/// <content>Instructions that the compiler does not have yet: a function that has one is refused when it is first called.</content>
internal sealed partial class FunctionEmitter
{
    public void Catch(in Instruction instruction) => throw NotYet(instruction);

    public void CatchAll(in Instruction instruction) => throw NotYet(instruction);

    public void Delegate(in Instruction instruction) => throw NotYet(instruction);

    public void Rethrow(in Instruction instruction) => throw NotYet(instruction);

    public void Throw(in Instruction instruction) => throw NotYet(instruction);

    public void ThrowRef(in Instruction instruction) => throw NotYet(instruction);

    public void Try(in Instruction instruction) => throw NotYet(instruction);

    public void TryTable(in Instruction instruction) => throw NotYet(instruction);
}

using Wasil.Instructions;

namespace Wasil.Interpreter;

/// <content>Calls.</content>
internal sealed unsafe partial class FunctionLowering
{
    public void Call(in Instruction instruction)
    {
        FuncType type = _types.FuncTypeOf(instruction.Index);
        PopArguments(type);
        FunctionCode* callee = _module.Interpreted((int)instruction.Index);
        if (callee != null)
            EmitCall(OperationCode.Call).Long = (ulong)callee;
        else
            EmitCallOutside((int)instruction.Index);
        PushResults(type);
    }

    public void ReturnCall(in Instruction instruction)
    {
        FuncType type = _types.FuncTypeOf(instruction.Index);
        PopArguments(type);
        FunctionCode* callee = _module.Interpreted((int)instruction.Index);
        if (callee != null)
        {
            EmitCall(OperationCode.TailCall).Long = (ulong)callee;
            EmitMore(0);
            SetUnreachable();
            return;
        }

        EmitCallOutside((int)instruction.Index);
        ReturnResults(type);
    }

    public void CallIndirect(in Instruction instruction) => PushResults(IndirectCall(instruction, OperationCode.CallIndirect));

    public void ReturnCallIndirect(in Instruction instruction) =>
        ReturnResults(IndirectCall(instruction, OperationCode.TailCallIndirect));

    public void CallRef(in Instruction instruction) => PushResults(IndirectCall(instruction, OperationCode.CallReference));

    public void ReturnCallRef(in Instruction instruction) =>
        ReturnResults(IndirectCall(instruction, OperationCode.TailCallReference));

    private FuncType IndirectCall(in Instruction instruction, OperationCode code)
    {
        Operand callee = Pop();
        var type = (FuncType)_types.Types[instruction.Index].Composite;
        // The callee waits above the arguments, which may have to be put into their slots; its own is not among them.
        int slot = Use(callee);
        PopArguments(type);
        ref Operation operation = ref EmitCall(code);
        operation.Low = (int)instruction.Index;
        operation.High = (int)instruction.Index2;
        EmitMore(slot);
        if (code == OperationCode.CallIndirect)
            _operations[_count - 1].Low = _module.CanonicalType(instruction.Index);
        return type;
    }

    private void PopArguments(FuncType type)
    {
        _calls = true;
        SettleTop(type.Parameters.Length);
        for (int i = 0; i < type.Parameters.Length; i++)
            Pop();
    }

    private void PushResults(FuncType type)
    {
        foreach (ValType result in type.Results)
            Push(result.Kind);
    }

    // Where a tail call went outside of the loop it has left its results like any call.
    private void ReturnResults(FuncType type)
    {
        PushResults(type);
        EmitReturn();
        SetUnreachable();
    }

    private ref Operation EmitCall(OperationCode code)
    {
        ref Operation operation = ref Emit(code, _referenceTop, 0);
        operation.Wide = _numberTop;
        return ref operation;
    }

    private void EmitCallOutside(int functionIndex)
    {
        EmitCall(OperationCode.CallOutside).Low = functionIndex;
        _frameSizes.Add(_count - 1);
    }

    // The distance of the callee's references stands in the operation before the one to return to, which is this.
    private void EmitMore(int slot)
    {
        Emit(OperationCode.Exit, _referenceTop, slot).Low = _header;
        _frameSizes.Add(_count - 1);
    }
}

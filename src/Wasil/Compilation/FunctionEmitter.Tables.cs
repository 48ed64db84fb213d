using System.Reflection.Emit;
using Wasil.Execution;
using Wasil.Instructions;

namespace Wasil.Compilation;

/// <content>Table and reference instructions.</content>
internal sealed partial class FunctionEmitter
{
    public void TableGet(in Instruction instruction)
    {
        Expression index = Pop();
        EmitTable(instruction.Index);
        UseAddress(index);
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, Members.TableGet);
        PushEmitted(ValKind.Ref);
    }

    public void TableSet(in Instruction instruction)
    {
        Expression value = Pop(), index = Pop();
        EmitTable(instruction.Index);
        UseAddress(index);
        Use(value);
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, Members.TableSet);
    }

    public void TableSize(in Instruction instruction)
    {
        uint table = instruction.Index;
        bool is64 = _types.Tables[table].Is64;
        Push(new StateValue(is64 ? ValKind.I64 : ValKind.I32, emitter =>
        {
            emitter.EmitTable(table);
            emitter._il.Emit(OpCodes.Ldfld, Members.TableCount);
            if (is64)
                emitter._il.Emit(OpCodes.Conv_I8);
        }));
    }

    public void TableGrow(in Instruction instruction)
    {
        Expression count = Pop(), value = Pop();
        SettleReadersOfState();
        EmitTable(instruction.Index);
        Use(value);
        Use(count);
        _il.Emit(OpCodes.Call, count.Kind == ValKind.I64 ? Members.TableGrow64 : Members.TableGrow32);
        PushEmitted(count.Kind);
    }

    public void TableFill(in Instruction instruction)
    {
        Expression count = Pop(), value = Pop(), start = Pop();
        EmitTable(instruction.Index);
        UseAddress(start);
        Use(value);
        UseAddress(count);
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, Members.TableFill);
    }

    public void TableCopy(in Instruction instruction)
    {
        Expression count = Pop(), source = Pop(), start = Pop();
        EmitTable(instruction.Index);
        UseAddress(start);
        EmitTable(instruction.Index2);
        UseAddress(source);
        UseAddress(count);
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, Members.TableCopy);
    }

    public void TableInit(in Instruction instruction) =>
        EmitInit(Members.TableInit, (int)instruction.Index2, (int)instruction.Index, instruction.Offset);

    public void ElemDrop(in Instruction instruction) => EmitDrop(Members.DropElements, (int)instruction.Index);

    public void RefNull(in Instruction instruction) => Push(new Constant(ValKind.Ref, 0));

    public void RefIsNull(in Instruction instruction)
    {
        Use(Pop());
        _il.Emit(OpCodes.Ldnull);
        _il.Emit(OpCodes.Ceq);
        PushEmitted(ValKind.I32);
    }

    public void RefAsNonNull(in Instruction instruction)
    {
        Expression reference = PopDuplicable();
        reference.Emit(this);
        _il.Emit(OpCodes.Brfalse, TrapLabel(nameof(Traps.NullReference), instruction.Offset));
        Push(reference);
    }

    public void RefFunc(in Instruction instruction)
    {
        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldc_I4, (int)instruction.Index);
        _il.Emit(OpCodes.Call, Members.Function);
        PushEmitted(ValKind.Ref);
    }

    private void EmitTable(uint index)
    {
        _il.Emit(OpCodes.Ldarg_0);
        if (index == 0)
        {
            _il.Emit(OpCodes.Ldfld, Members.Table0);
            return;
        }

        _il.Emit(OpCodes.Ldfld, Members.Tables);
        _il.Emit(OpCodes.Ldc_I4, (int)index);
        _il.Emit(OpCodes.Ldelem_Ref);
    }
}

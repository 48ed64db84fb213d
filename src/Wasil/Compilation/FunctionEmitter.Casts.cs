using System.Reflection.Emit;
using Wasil.Execution;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Compilation;

/// <content>
/// Casts, branches on casts, and what else asks about a reference. A cast to a defined type compares one entry of the display
/// of the object's type with a constant. What an <c>anyref</c> refers to is always a <see cref="WasmObject"/>, so no cast has
/// to look first.
/// </content>
internal sealed partial class FunctionEmitter
{
    private const int TargetNullable = 2;

    public void RefTest(in Instruction instruction) => PushTest(instruction.Heap, nullable: false);

    public void RefTestNull(in Instruction instruction) => PushTest(instruction.Heap, nullable: true);

    public void RefCast(in Instruction instruction) => Cast(instruction, nullable: false);

    public void RefCastNull(in Instruction instruction) => Cast(instruction, nullable: true);

    public void BrOnCast(in Instruction instruction) => BranchOnCast(instruction, null);

    public void BrOnCastFail(in Instruction instruction) => BranchOnFailedCast(instruction, null);

    public void BrOnCastDescEq(in Instruction instruction) => BranchOnCast(instruction, PopDescriptor(instruction));

    public void BrOnCastDescEqFail(in Instruction instruction) => BranchOnFailedCast(instruction, PopDescriptor(instruction));

    private void BranchOnCast(in Instruction instruction, Expression? descriptor)
    {
        ControlFrame target = Target(instruction.Index);
        SettleTop(target.LabelKinds.Length);
        Label otherwise = _il.DefineLabel();
        EmitTargetCheck(instruction, descriptor, otherwise);
        BranchKeeping(target);
        _il.MarkLabel(otherwise);
    }

    private void BranchOnFailedCast(in Instruction instruction, Expression? descriptor)
    {
        ControlFrame target = Target(instruction.Index);
        SettleTop(target.LabelKinds.Length);
        Label failed = _il.DefineLabel(), goOn = _il.DefineLabel();
        EmitTargetCheck(instruction, descriptor, failed);
        _il.Emit(OpCodes.Br, goOn);
        _il.MarkLabel(failed);
        BranchKeeping(target);
        _il.MarkLabel(goOn);
    }

    /// <summary>Emits what looks whether the topmost operand has the type that a branching cast leads to.</summary>
    private void EmitTargetCheck(in Instruction instruction, Expression? descriptor, Label failed)
    {
        bool nullable = (instruction.CastFlags & TargetNullable) != 0;
        if (descriptor is null)
        {
            EmitCheck(_stack[^1], instruction.Heap2, nullable, failed);
            return;
        }

        EmitDescriptorCheck(_stack[^1], descriptor, instruction.Heap2, nullable, failed);
        descriptor.Free(this);
    }

    public void RefCastDescEq(in Instruction instruction) => CastByDescriptor(instruction, nullable: false);

    public void RefCastDescEqNull(in Instruction instruction) => CastByDescriptor(instruction, nullable: true);

    private void CastByDescriptor(in Instruction instruction, bool nullable)
    {
        Expression descriptor = PopDescriptor(instruction);
        Expression reference = PopDuplicable();
        EmitDescriptorCheck(
            reference, descriptor, instruction.Heap, nullable, TrapLabel(nameof(Traps.DescriptorCastFailure), instruction.Offset));
        descriptor.Free(this);
        Push(reference);
    }

    /// <summary>Emits a branch that is taken where a reference does not have a descriptor of its type.</summary>
    private void EmitDescriptorCheck(Expression reference, Expression descriptor, long heap, bool nullable, Label failed)
    {
        int type = (int)TypeCodes.IndexOf(heap);
        Label passed = _il.DefineLabel();
        reference.Emit(this);
        _il.Emit(OpCodes.Brfalse, nullable ? passed : failed);
        // Only then is it known where the descriptor lies. One of an exact type is no other type's.
        EmitDefinedCheck(reference, type, isExact: false, failed);
        EmitFieldLoad(reference, LayoutOf((uint)type).Descriptor, signExtends: false);
        descriptor.Emit(this);
        _il.Emit(OpCodes.Bne_Un, failed);
        _il.MarkLabel(passed);
    }

    public void RefEq(in Instruction instruction)
    {
        Expression second = Pop(), first = Pop();
        Use(first);
        Use(second);
        _il.Emit(OpCodes.Call, Members.AreEqual);
        PushEmitted(ValKind.I32);
    }

    public void AnyConvertExtern(in Instruction instruction)
    {
        _il.Emit(OpCodes.Ldarg_0);
        Use(Pop());
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, Members.Aggregate(nameof(ModuleInstance.Internalize)));
        PushEmitted(ValKind.Ref);
    }

    public void ExternConvertAny(in Instruction instruction)
    {
        Use(Pop());
        _il.Emit(OpCodes.Call, Members.Externalize);
        PushEmitted(ValKind.Ref);
    }

    private void PushTest(long heap, bool nullable)
    {
        Expression reference = PopDuplicable();
        Temporary result = Take(ValKind.I32);
        Label failed = _il.DefineLabel(), done = _il.DefineLabel();
        EmitCheck(reference, heap, nullable, failed);
        reference.Free(this);
        _il.Emit(OpCodes.Ldc_I4_1);
        _il.Emit(OpCodes.Stloc, result.Local);
        _il.Emit(OpCodes.Br, done);
        _il.MarkLabel(failed);
        _il.Emit(OpCodes.Ldc_I4_0);
        _il.Emit(OpCodes.Stloc, result.Local);
        _il.MarkLabel(done);
        Push(new TemporaryValue(result, isOwned: true));
    }

    private void Cast(in Instruction instruction, bool nullable)
    {
        Expression reference = PopDuplicable();
        EmitCheck(reference, instruction.Heap, nullable, TrapLabel(nameof(Traps.CastFailure), instruction.Offset));
        Push(reference);
    }

    /// <summary>Emits a branch that is taken where a reference does not have a type.</summary>
    /// <param name="reference">The reference, which may be emitted several times.</param>
    /// <param name="heap">The heap type, as the binary format has it.</param>
    /// <param name="nullable">Whether null has the type.</param>
    /// <param name="failed">Where the branch goes.</param>
    private void EmitCheck(Expression reference, long heap, bool nullable, Label failed)
    {
        Label passed = _il.DefineLabel();
        reference.Emit(this);
        _il.Emit(OpCodes.Brfalse, nullable ? passed : failed);
        if (heap >= 0)
            EmitDefinedCheck(reference, (int)TypeCodes.IndexOf(heap), TypeCodes.IsExact(heap), failed);
        else
            EmitAbstractCheck(reference, (int)heap, failed);
        _il.MarkLabel(passed);
    }

    private void EmitDefinedCheck(Expression reference, int typeIndex, bool isExact, Label failed)
    {
        DefType type = _types.Types[typeIndex];
        reference.Emit(this);
        if (type.Composite is FuncType)
        {
            EmitDefinition(typeIndex);
            _il.Emit(OpCodes.Call, isExact ? Members.IsFunctionOfExactly : Members.IsFunctionOf);
            _il.Emit(OpCodes.Brfalse, failed);
            return;
        }

        _il.Emit(OpCodes.Ldfld, Members.RuntimeType);
        if (isExact)
        {
            EmitDefinition(typeIndex);
            _il.Emit(OpCodes.Bne_Un, failed);
            return;
        }

        if (type.Depth < DefType.InlineDepth)
        {
            _il.Emit(OpCodes.Ldflda, Members.TypeDisplay);
            EmitOffset(type.Depth * sizeof(long));
            _il.Emit(OpCodes.Ldind_I8);
        }
        else
        {
            _il.Emit(OpCodes.Ldfld, Members.TypeDeepDisplay);
            _il.Emit(OpCodes.Ldc_I4, type.Depth - DefType.InlineDepth);
            _il.Emit(OpCodes.Ldelem_I8);
        }

        _il.Emit(OpCodes.Ldc_I8, type.Id);
        _il.Emit(OpCodes.Bne_Un, failed);
    }

    private void EmitAbstractCheck(Expression reference, int code, Label failed)
    {
        HeapType.TryFromCode(code, out HeapType type);
        if (type == Subtyping.Top(type))
            return;
        if (type == HeapType.I31 || type == HeapType.Array)
        {
            reference.Emit(this);
            _il.Emit(OpCodes.Isinst, type == HeapType.I31 ? typeof(WasmI31) : typeof(WasmArray));
            _il.Emit(OpCodes.Brfalse, failed);
        }
        else if (type == HeapType.Struct || type == HeapType.Eq)
        {
            reference.Emit(this);
            _il.Emit(OpCodes.Ldfld, Members.RuntimeType);
            _il.Emit(OpCodes.Ldfld, Members.TypeKind);
            // Everything but values of the host can be compared.
            _il.Emit(OpCodes.Ldc_I4, (int)(type == HeapType.Struct ? DefType.HeapKind.Struct : DefType.HeapKind.Host));
            _il.Emit(type == HeapType.Struct ? OpCodes.Bne_Un : OpCodes.Beq, failed);
        }
        else
        {
            // The bottom of a hierarchy has no value but null.
            _il.Emit(OpCodes.Br, failed);
        }
    }
}

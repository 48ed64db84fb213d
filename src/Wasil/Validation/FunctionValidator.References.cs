using Wasil.Syntax;

namespace Wasil.Validation;

// See "Reference Instructions" in the validation chapter, and the branches on references among the control instructions.
internal sealed partial class FunctionValidator<TSink>
{
    private void RefNull() => PushOperand(ReferenceTo(_instruction.Heap, nullable: true));

    private void RefIsNull()
    {
        PopReference();
        PushOperand(StackType.I32);
    }

    private void RefFunc()
    {
        uint index = _instruction.Index;
        int type = Function(index);
        if (_context.DeclaredFunctions is { } declared && !declared[(int)index]) Fail($"undeclared function reference {index}");
        PushOperand(_context.Has(WasmFeatures.FunctionReferences)
            ? StackType.OfCode(type, nullable: false, _context.IsExactFunction(index))
            : StackType.OfAbstract(HeapType.Func, nullable: true));
    }

    private void RefEq()
    {
        var eqRef = StackType.OfAbstract(HeapType.Eq, nullable: true);
        PopOperand(eqRef);
        PopOperand(eqRef);
        PushOperand(StackType.I32);
    }

    private void RefAsNonNull() => PushOperand(PopReference().WithNullable(false));

    private void BrOnNull()
    {
        var reference = PopReference();
        Retype(Branch(_instruction.Index));
        PushOperand(reference.WithNullable(false));
    }

    private void BrOnNonNull()
    {
        var reference = PopReference().WithNullable(false);
        Retype(BranchWith(reference, _instruction.Index)[..^1]);
    }

    /// <summary>Checks a branch that takes a reference along above the operands on the stack, and leaves those.</summary>
    private ReadOnlySpan<StackType> BranchWith(StackType reference, uint label)
    {
        var types = LabelTypes(label);
        if (types.IsEmpty || !_context.Matches(reference, types[^1]))
            Fail($"type mismatch: branch takes along {reference} but label {label} requires {Describe(types)}");
        RequireOperands(types[..^1]);
        _sink.Branch(_instruction.Offset, label, types.Length, _height + 1);
        return types;
    }

    /// <summary>The nullable reference type at the top of a type's hierarchy: what may be cast to it.</summary>
    private StackType Top(StackType type) => StackType.OfAbstract(Subtyping.Top(_context.HeapTypeOf(type)), nullable: true);

    private void RefTest()
    {
        PopOperand(Top(ReferenceTo(_instruction.Heap, nullable: true)));
        PushOperand(StackType.I32);
    }

    private void RefCast(bool nullable)
    {
        var target = ReferenceTo(_instruction.Heap, nullable);
        PopOperand(Top(target));
        PushOperand(target);
    }

    private void RefCastDescEq(bool nullable)
    {
        var target = ReferenceTo(_instruction.Heap, nullable);
        PopOperand(DescriptorOf(target));
        PopOperand(Top(target));
        PushOperand(target);
    }

    private void BrOnCast(bool onFailure, bool byDescriptor = false)
    {
        const int SourceNullable = 1, TargetNullable = 2;
        var source = ReferenceTo(_instruction.Heap, (_instruction.CastFlags & SourceNullable) != 0);
        var target = ReferenceTo(_instruction.Heap2, (_instruction.CastFlags & TargetNullable) != 0);
        // The proposal only asks that one value could have both types.
        if (_context.Has(WasmFeatures.CustomDescriptors) ? Top(target) != Top(source) : !_context.Matches(target, source))
            Fail($"type mismatch on cast: {target} is not a subtype of {source}");
        if (byDescriptor) PopOperand(DescriptorOf(target));
        // Where the target takes null, null is not among what fails the cast.
        var rest = target.IsNullable ? source.WithNullable(false) : source;
        PopOperand(source);
        Retype(BranchWith(onFailure ? rest : target, _instruction.Index)[..^1]);
        PushOperand(onFailure ? target : rest);
    }

    private void RefGetDesc()
    {
        int type = Type(_instruction.Index);
        if (_context.Types[type].Descriptor is null) Fail($"type without descriptor: {_instruction.Index}");
        var exact = StackType.OfCode(type, nullable: true, exact: true);
        var reference = PopOperand(StackType.OfCode(type, nullable: true));
        PushOperand(Descriptor(type, nullable: false, _context.Matches(reference, exact)));
    }

    /// <summary>What a cast to a type compares with: a descriptor, exact if the type is.</summary>
    private StackType DescriptorOf(StackType target)
    {
        if (target.HeapCode < 0 || _context.Types[target.HeapCode].Descriptor is null)
            Fail($"type {(target.HeapCode < 0 ? _context.HeapTypeOf(target) : target.HeapCode)} does not have a descriptor");
        return Descriptor(target.HeapCode, nullable: true, target.IsExact);
    }

    private StackType Descriptor(int type, bool nullable, bool exact) =>
        StackType.OfCode(_context.CanonicalIndex((int)_context.Module.Types[type].Descriptor!.Value), nullable, exact);

    private void ConvertReference(HeapType from, HeapType to)
    {
        var reference = PopReference();
        if (!_context.Matches(reference, StackType.OfAbstract(from, nullable: true)))
        {
            PushOperand(reference);
            FailOperands([StackType.OfAbstract(from, nullable: true)]);
        }
        PushOperand(StackType.OfAbstract(to, reference.IsNullable));
    }

    private void RefI31()
    {
        PopOperand(StackType.I32);
        PushOperand(StackType.OfAbstract(HeapType.I31, nullable: false));
    }

    private void I31Get()
    {
        PopOperand(StackType.OfAbstract(HeapType.I31, nullable: true));
        PushOperand(StackType.I32);
    }
}

using Wasil.Syntax;

namespace Wasil.Validation;

// See "Reference Instructions" in the validation chapter, and the branches on references among the control instructions.
internal sealed partial class FunctionValidator<TSink>
{
    private void RefNull() => PushOperand(StackType.OfCode(HeapCode(_instruction.Heap), nullable: true));

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
            ? StackType.OfCode(type, nullable: false)
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

    /// <summary>The nullable reference type at the top of a heap type's hierarchy: what may be cast to it.</summary>
    private StackType Top(int heapCode) =>
        StackType.OfAbstract(Subtyping.Top(_context.HeapTypeOf(StackType.OfCode(heapCode, nullable: true))), nullable: true);

    private void RefTest()
    {
        PopOperand(Top(HeapCode(_instruction.Heap)));
        PushOperand(StackType.I32);
    }

    private void RefCast(bool nullable)
    {
        int heapCode = HeapCode(_instruction.Heap);
        PopOperand(Top(heapCode));
        PushOperand(StackType.OfCode(heapCode, nullable));
    }

    private void BrOnCast(bool onFailure)
    {
        const int SourceNullable = 1, TargetNullable = 2;
        var source = StackType.OfCode(HeapCode(_instruction.Heap), (_instruction.CastFlags & SourceNullable) != 0);
        var target = StackType.OfCode(HeapCode(_instruction.Heap2), (_instruction.CastFlags & TargetNullable) != 0);
        if (!_context.Matches(target, source))
            Fail($"type mismatch on cast: {target} is not a subtype of {source}");
        // Where the target takes null, null is not among what fails the cast.
        var rest = target.IsNullable ? source.WithNullable(false) : source;
        PopOperand(source);
        Retype(BranchWith(onFailure ? rest : target, _instruction.Index)[..^1]);
        PushOperand(onFailure ? target : rest);
    }

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

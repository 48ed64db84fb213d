using Wasil.Instructions;

namespace Wasil.Validation;

// See "Control Instructions" in the validation chapter.
internal sealed partial class FunctionValidator<TSink>
{
    private int _branchTables;

    private void Block(FrameKind kind, ref InstructionReader reader) => Block(kind, BlockType(), ref reader);

    private void Block(FrameKind kind, BlockSignature signature, ref InstructionReader reader)
    {
        PopOperands(signature.Parameters(_context));
        PushControl(kind, signature, reader.Offset);
    }

    private void If(ref InstructionReader reader)
    {
        var signature = BlockType();
        PopOperand(StackType.I32);
        Block(FrameKind.If, signature, ref reader);
        _sink.SkipThen(_instruction.Offset, Innermost.Signature.Parameters(_context).Length);
    }

    private void Else(ref InstructionReader reader)
    {
        if (Innermost.Kind != FrameKind.If) BodyStructure.FailMisplaced(_instruction);
        BeginPart(FrameKind.Else, ref reader);
        PushOperands(Innermost.Signature.Parameters(_context));
    }

    private void BeginPart(FrameKind kind, ref InstructionReader reader)
    {
        ref var frame = ref Innermost;
        EndPart(ref frame);
        frame.Kind = kind;
        frame.IsUnreachable = false;
        _sink.Separate(kind, _instruction.Offset, reader.Offset, frame.Signature.Results(_context).Length);
    }

    private void End(ref InstructionReader reader)
    {
        ref var frame = ref Innermost;
        if (frame.Kind == FrameKind.If)
        {
            // What is not done when the condition is false leaves the parameters as the results.
            EndPart(ref frame);
            frame.IsUnreachable = false;
            PushOperands(frame.Signature.Parameters(_context));
        }
        PopControl(reader.Offset);
    }

    private void Br()
    {
        Branch(_instruction.Index);
        SetUnreachable();
    }

    private void BrIf()
    {
        PopOperand(StackType.I32);
        var types = Branch(_instruction.Index);
        Retype(types);
    }

    /// <summary>Checks a branch with the operands that are on the stack, and leaves them.</summary>
    private ReadOnlySpan<StackType> Branch(uint label)
    {
        var types = LabelTypes(label);
        RequireOperands(types);
        _sink.Branch(_instruction.Offset, label, types.Length, _height);
        return types;
    }

    /// <summary>Gives the topmost operands the types, which they match, of the label that was not branched to.</summary>
    private void Retype(ReadOnlySpan<StackType> types)
    {
        _height = Math.Max(_floor, _height - types.Length);
        PushOperands(types);
    }

    private void BrTable(ref InstructionReader reader)
    {
        PopOperand(StackType.I32);
        _branchTables++;
        int arity = LabelTypes(_instruction.DefaultLabel).Length;
        _sink.BranchTable(_instruction.ListCount + 1);
        foreach (uint label in reader.Labels(_instruction)) BranchOfTable(label, arity);
        BranchOfTable(_instruction.DefaultLabel, arity);
        SetUnreachable();
    }

    private void BranchOfTable(uint label, int arity)
    {
        // Tables name few labels many times.
        ref var frame = ref Frame(label);
        if (frame.CheckedBranchTable != _branchTables)
        {
            frame.CheckedBranchTable = _branchTables;
            var types = LabelTypes(label);
            if (types.Length != arity)
                Fail($"type mismatch: label {label} requires {Describe(types)} but the default label has {arity} types");
            RequireOperands(types);
        }
        _sink.Branch(_instruction.Offset, label, arity, _height);
    }

    private void Return()
    {
        Branch((uint)_depth - 1);
        SetUnreachable();
    }

    private void Call() => CallFunction(Function(_instruction.Index));

    private void CallIndirect()
    {
        int type = IndirectCallee();
        CallFunction(type);
    }

    private void CallRef()
    {
        int type = FunctionType(_instruction.Index);
        PopOperand(StackType.OfCode(type, nullable: true));
        CallFunction(type);
    }

    private void ReturnCall() => ReturnCallFunction(Function(_instruction.Index));

    private void ReturnCallIndirect()
    {
        int type = IndirectCallee();
        ReturnCallFunction(type);
    }

    private void ReturnCallRef()
    {
        int type = FunctionType(_instruction.Index);
        PopOperand(StackType.OfCode(type, nullable: true));
        ReturnCallFunction(type);
    }

    private int IndirectCallee()
    {
        var table = Table(_instruction.Index2);
        if (!_context.Matches(table.Element, StackType.OfAbstract(HeapType.Func, nullable: true)))
            Fail($"type mismatch: table {_instruction.Index2} holds {table.Element} and not functions");
        int type = FunctionType(_instruction.Index);
        PopOperand(table.Address);
        return type;
    }

    private void CallFunction(int type)
    {
        PopOperands(_context.Parameters(type));
        PushOperands(_context.Results(type));
    }

    private void ReturnCallFunction(int type)
    {
        _context.UsesTailCalls = true;
        PopOperands(_context.Parameters(type));
        var results = _frames[0].Signature.Results(_context);
        var returned = _context.Results(type);
        if (!_context.Matches(returned, results))
            Fail($"type mismatch: current function requires {Describe(results)} but callee returns {Describe(returned)}");
        SetUnreachable();
    }
}

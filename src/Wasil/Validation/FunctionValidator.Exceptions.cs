using Wasil.Instructions;

namespace Wasil.Validation;

// Exceptions: `try_table` and what it throws, and the older encoding, which is described in the exception-handling
// repository's document/legacy folder.
internal sealed partial class FunctionValidator<TSink>
{
    private static StackType ExnRef => StackType.OfAbstract(HeapType.Exn, nullable: false);

    private void TryTable(ref InstructionReader reader)
    {
        _context.UsesExceptions = true;
        var signature = BlockType();
        PopOperands(signature.Parameters(_context));
        foreach (var clause in reader.Catches(_instruction)) CatchClause(clause);
        PushControl(FrameKind.TryTable, signature, reader.Offset);
    }

    private void CatchClause(CatchClause clause)
    {
        var label = LabelTypes(clause.Label);
        var payload = clause.Kind is CatchKind.Catch or CatchKind.CatchRef ? _context.Parameters(Tag(clause.Tag)) : [];
        ChargeWide(payload.Length);
        bool withReference = clause.Kind is CatchKind.CatchRef or CatchKind.CatchAllRef;
        int count = payload.Length + (withReference ? 1 : 0);
        if (label.Length != count
            || !_context.Matches(payload, label[..payload.Length])
            || (withReference && !_context.Matches(ExnRef, label[^1])))
        {
            StackType[] given = withReference ? [.. payload, ExnRef] : [.. payload];
            Fail($"type mismatch: catch clause gives {Describe(given)} but label {clause.Label} requires {Describe(label)}");
        }
        // Whoever unwinds cuts the stack back to where the try_table stands, and goes on as from a branch there.
        _sink.Branch(_instruction.Offset, clause.Label, count, _height + count);
    }

    private void Throw()
    {
        _context.UsesExceptions = true;
        PopOperands(_context.Parameters(Tag(_instruction.Index)));
        SetUnreachable();
    }

    private void ThrowRef()
    {
        _context.UsesExceptions = true;
        PopOperand(ExnRef.WithNullable(true));
        SetUnreachable();
    }

    private void Catch(ref InstructionReader reader)
    {
        RequireHandlerPlace();
        int tag = Tag(_instruction.Index);
        BeginPart(FrameKind.Catch, ref reader);
        PushOperands(_context.Parameters(tag));
    }

    private void CatchAll(ref InstructionReader reader)
    {
        RequireHandlerPlace();
        BeginPart(FrameKind.CatchAll, ref reader);
    }

    private void RequireHandlerPlace()
    {
        _context.UsesExceptions = true;
        if (Innermost.Kind is not (FrameKind.Try or FrameKind.Catch)) BodyStructure.FailMisplaced(_instruction);
    }

    private void Delegate(ref InstructionReader reader)
    {
        _context.UsesExceptions = true;
        if (Innermost.Kind != FrameKind.Try) BodyStructure.FailMisplaced(_instruction);
        // The label counts from outside of the try block; the function's own stands for its caller.
        if (_instruction.Index >= (uint)_depth - 1) Fail($"unknown label {_instruction.Index}");
        PopControl(reader.Offset);
    }

    private void Rethrow()
    {
        ref var frame = ref Frame(_instruction.Index);
        if (frame.Kind is not (FrameKind.Catch or FrameKind.CatchAll)) Fail($"invalid rethrow label {_instruction.Index}");
        SetUnreachable();
    }
}

using Wasil.Execution;
using Wasil.Instructions;

namespace Wasil.Interpreter;

/// <content>
/// Exceptions. Blocks that catch cost nothing until something is thrown; then <see cref="Activation"/> looks for the handler in the
/// function's list, puts the exception's values where the handler expects them, and goes on there.
/// </content>
internal sealed unsafe partial class FunctionLowering
{
    private readonly List<ExceptionHandler> _handlers = [];

    // A reference for each `try` around a place: what its handler has caught, for `rethrow`.
    private readonly int _firstCaught;
    private int _tryDepth;

    public void TryTable(in Instruction instruction)
    {
        Control control = PushControl(instruction);
        SettleLocals();
        SettleTop(control.Parameters.Length);
        if (instruction.ListCount == 0)
            return;

        // The ways to the labels of the clauses stand before the block. Labels count from outside of it.
        _control.RemoveAt(_control.Count - 1);
        Operand[] parameters = new Operand[control.Parameters.Length];
        for (int i = parameters.Length - 1; i >= 0; i--)
            parameters[i] = Pop();
        Emit(OperationCode.Jump);
        int skip = _count - 1;
        var clauses = new List<ExceptionHandler>();
        var reader = new InstructionReader(_code.Span, _bodyOffset);
        foreach (CatchClause clause in reader.Catches(instruction))
        {
            bool catchesAll = clause.Kind is CatchKind.CatchAll or CatchKind.CatchAllRef;
            bool givesReference = clause.Kind is CatchKind.CatchRef or CatchKind.CatchAllRef;
            SetBarrier();
            clauses.Add(new ExceptionHandler
            {
                Start = 0,
                End = 0,
                Depth = _control.Count,
                Tag = catchesAll ? ExceptionHandler.AnyTag : (int)clause.Tag,
                Target = _count,
                NumberSlot = _numberTop,
                ReferenceSlot = _referenceTop,
                GivesReference = givesReference,
                CaughtSlot = ExceptionHandler.None,
            });
            if (!catchesAll)
                PushSettled(PayloadOf(clause.Tag));
            if (givesReference)
                PushSettled([ValKind.Ref]);
            Control target = Target(clause.Label);
            PrepareMoves(target);
            Branch(target);
            Truncate(control.Height);
        }

        Bind(skip);
        foreach (Operand parameter in parameters)
            PushBack(parameter);
        _control.Add(control);
        control.Clauses = clauses;
        control.BodyStart = _count;
        _settled = _stack.Count;
    }

    public void Try(in Instruction instruction)
    {
        Control control = PushControl(instruction);
        SettleLocals();
        SettleTop(control.Parameters.Length);
        control.CaughtSlot = _firstCaught + _tryDepth++;
        control.BodyStart = SetBarrier();
        _result = NoResult;
    }

    public void Catch(in Instruction instruction) => BeginHandler((int)instruction.Index, PayloadOf(instruction.Index));

    public void CatchAll(in Instruction instruction) => BeginHandler(ExceptionHandler.AnyTag, []);

    public void Delegate(in Instruction instruction)
    {
        // The label counts from outside of the block, and an exception goes to the first handler that it finds there.
        Control control = _control[^1];
        _handlers.Add(new ExceptionHandler
        {
            Start = control.BodyStart,
            End = _count,
            Depth = _control.Count - 1,
            Target = ExceptionHandler.None,
            DelegateDepth = _control.Count - 2 - (int)instruction.Index,
        });
        End(instruction);
    }

    public void Throw(in Instruction instruction)
    {
        ValKind[] payload = PayloadOf(instruction.Index);
        SettleTop(payload.Length);
        foreach (ValKind _ in payload)
            Pop();
        EmitCall(OperationCode.Throw).Low = (int)instruction.Index;
        SetUnreachable();
    }

    public void ThrowRef(in Instruction instruction) => EmitThrowReference(Use(Pop()));

    public void Rethrow(in Instruction instruction) => EmitThrowReference(Target(instruction.Index).CaughtSlot);

    private void EmitThrowReference(int slot)
    {
        Emit(OperationCode.ThrowReference, 0, slot);
        SetUnreachable();
    }

    private ValKind[] PayloadOf(uint tag) => ValKinds.Of(((FuncType)_types.Tags[tag].Composite).Parameters);

    /// <summary>A part of a <c>try</c> ends, and one that handles exceptions begins.</summary>
    private void BeginHandler(int tag, ValKind[] payload)
    {
        Control control = _control[^1];
        if (control.Opcode == Opcode.Try)
            control.BodyEnd = _count;
        if (_reachable)
        {
            MoveLabelValues(control);
            EmitJump(control);
        }

        Truncate(control.Height);
        control.Opcode = Opcode.Catch;
        _handlers.Add(new ExceptionHandler
        {
            Start = control.BodyStart,
            End = control.BodyEnd,
            Depth = _control.Count - 1,
            Tag = tag,
            Target = _count,
            NumberSlot = control.NumberTop,
            ReferenceSlot = control.ReferenceTop,
            CaughtSlot = control.CaughtSlot,
        });
        SetBarrier();
        _result = NoResult;
        _reachable = true;
        PushSettled(payload);
    }

    /// <summary>A block ends: what it catches is known now.</summary>
    private void EndHandlers(Control control)
    {
        if (control.Opcode is Opcode.Try or Opcode.Catch)
            _tryDepth--;
        if (control.Clauses is null)
            return;
        foreach (ExceptionHandler clause in control.Clauses)
            _handlers.Add(clause with { Start = control.BodyStart, End = _count });
    }

    /// <summary>How deep <c>try</c> blocks are nested.</summary>
    private int CountTries()
    {
        var blocks = new Stack<bool>();
        int depth = 0, deepest = 0;
        var reader = new InstructionReader(_code.Span, _bodyOffset);
        while (reader.Next(out Instruction instruction))
        {
            switch (instruction.Opcode)
            {
                case Opcode.Block or Opcode.Loop or Opcode.If or Opcode.TryTable:
                    blocks.Push(false);
                    break;
                case Opcode.Try:
                    blocks.Push(true);
                    deepest = Math.Max(deepest, ++depth);
                    break;
                case Opcode.End or Opcode.Delegate when blocks.Count > 0:
                    depth -= blocks.Pop() ? 1 : 0;
                    break;
            }
        }

        return deepest;
    }
}

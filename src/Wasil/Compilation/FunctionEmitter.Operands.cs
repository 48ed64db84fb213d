using System.Reflection.Emit;
using Wasil.Instructions;

namespace Wasil.Compilation;

/// <content>The operand stack, and the temporaries that hold operands.</content>
internal sealed partial class FunctionEmitter
{
    // Looking through the waiting operands at each effect must not cost more than the effects do.
    private const int MaximumWaiting = 32;

    private const int MaximumLocals = 60_000;

    /// <summary>Puts a temporary's value on the evaluation stack.</summary>
    public void EmitLoad(Temporary temporary) => _il.Emit(OpCodes.Ldloc, temporary.Local);

    /// <summary>The temporary may be used for something else from here on.</summary>
    public void Release(Temporary temporary) => _free[(int)temporary.Kind].Push(temporary);

    private Temporary[] TakeAll(ValKind[] kinds)
    {
        var temporaries = new Temporary[kinds.Length];
        for (int i = 0; i < kinds.Length; i++)
            temporaries[i] = Take(kinds[i]);
        return temporaries;
    }

    private Temporary Take(ValKind kind)
    {
        if (_free[(int)kind].TryPop(out Temporary? free))
            return free;
        LocalBuilder local = _il.DeclareLocal(Signature.ClrType(kind));
        // CIL has no more than 65,535.
        return local.LocalIndex < MaximumLocals
            ? new Temporary(kind, local)
            : throw Refuse($"it keeps more than {MaximumLocals:N0} values at once");
    }

    private void Push(Expression expression)
    {
        _stack.Add(expression.Size > Expression.MaximumSize ? Settle(expression) : expression);
        if (_stack.Count - _settled > MaximumWaiting)
        {
            SettleAt(_settled);
            _settled++;
        }
    }

    /// <summary>What an instruction left on the evaluation stack becomes an operand.</summary>
    private void PushEmitted(ValKind kind)
    {
        Temporary temporary = Take(kind);
        _il.Emit(OpCodes.Stloc, temporary.Local);
        Push(new TemporaryValue(temporary, isOwned: true));
    }

    private Expression Pop()
    {
        Expression top = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        _settled = Math.Min(_settled, _stack.Count);
        return top;
    }

    /// <summary>The topmost operand in a form that may be emitted several times.</summary>
    private Expression PopDuplicable()
    {
        Expression top = Pop();
        return top.IsDuplicable ? top : Settle(top);
    }

    /// <summary>Emits a value for good.</summary>
    private void Use(Expression expression)
    {
        expression.Emit(this);
        expression.Free(this);
    }

    /// <summary>Emits the topmost operand, as an address: 64 bits, whatever addresses the memory or table takes.</summary>
    private void UseAddress(Expression address)
    {
        Use(address);
        if (address.Kind == ValKind.I32)
            _il.Emit(OpCodes.Conv_U8);
    }

    private TemporaryValue Settle(Expression expression)
    {
        // Freed first: the temporary of an operand may well take the result.
        EmitHidden(expression);
        expression.Free(this);
        Temporary temporary = Take(expression.Kind);
        NoteRotation(temporary, expression);
        _il.Emit(OpCodes.Stloc, temporary.Local);
        return new TemporaryValue(temporary, expression);
    }

    private void SettleAt(int index)
    {
        if (_stack[index] is not (Constant or TemporaryValue))
            _stack[index] = Settle(_stack[index]);
    }

    /// <summary>Control flow meets or parts: nothing may wait any more.</summary>
    private void SettleAll()
    {
        for (int i = _settled; i < _stack.Count; i++)
            SettleAt(i);
        _settled = _stack.Count;
    }

    /// <summary>A local is about to change.</summary>
    private void SettleReadersOfLocal(int local)
    {
        ulong bit = Expression.LocalBit(local);
        for (int i = _settled; i < _stack.Count; i++)
        {
            if ((_stack[i].Locals & bit) != 0)
                SettleAt(i);
        }
    }

    /// <summary>Memory, sizes or globals are about to change.</summary>
    private void SettleReadersOfState()
    {
        for (int i = _settled; i < _stack.Count; i++)
        {
            if (_stack[i].ReadsState)
                SettleAt(i);
        }
    }

    /// <summary>Something is about to happen that a trap may not come after.</summary>
    private void SettleTraps()
    {
        for (int i = _settled; i < _stack.Count; i++)
        {
            if (_stack[i].CanTrap)
                SettleAt(i);
        }
    }

    /// <summary>Whether loads that are left to a guard page may be emitted after an instruction, or it sees to them itself.</summary>
    private static bool LetsTrapsWait(in Instruction instruction) =>
        InstructionInfo.Of(instruction.Opcode).Lowering is
            Lowering.Numeric or Lowering.NumericLane or Lowering.Load or Lowering.LoadExtend or Lowering.LoadSplat or Lowering.LoadZero
            or Lowering.LoadLane or Lowering.Store or Lowering.StoreLane
        || instruction.Opcode is
            Opcode.LocalGet or Opcode.LocalSet or Opcode.LocalTee or Opcode.GlobalGet or Opcode.GlobalSet or Opcode.MemorySize
            or Opcode.Drop or Opcode.Select or Opcode.SelectT or Opcode.Call or Opcode.BrIf
            or Opcode.I32Const or Opcode.I64Const or Opcode.F32Const or Opcode.F64Const or Opcode.V128Const or Opcode.I8x16Shuffle
            or Opcode.Block or Opcode.Loop or Opcode.If or Opcode.Else or Opcode.End or Opcode.Nop;

    /// <summary>Takes the topmost operands off, and puts them where a block's values travel.</summary>
    private void PopInto(Temporary[] places)
    {
        CopyInto(places);
        Truncate(_stack.Count - places.Length);
    }

    /// <summary>Copies the topmost operands to where a block's values travel; they stay on the stack.</summary>
    private void CopyInto(Temporary[] places)
    {
        // All values are taken before any is put away: an operand may itself be one of the places, as the parameter of a loop
        // that is passed on in another position.
        for (int i = _stack.Count - places.Length; i < _stack.Count; i++)
        {
            EmitHidden(_stack[i]);
            NoteRotation(places[i - (_stack.Count - places.Length)], _stack[i]);
        }

        for (int i = places.Length - 1; i >= 0; i--)
            _il.Emit(OpCodes.Stloc, places[i].Local);
    }
}

namespace Wasil.Interpreter;

/// <content>
/// Operations that become one with the operation before, whose result they take. Which ones do is listed in operations.tsv; here is
/// where their operands go.
/// </content>
internal sealed unsafe partial class FunctionLowering
{
    // The operations that control comes to from elsewhere than the one before them, ascending.
    private readonly List<int> _barriers = [];

    /// <summary>The last operation, if it gives an operand that is in a slot, and nothing else can have seen that.</summary>
    private bool TryTakeLast(int slot, out Operation last)
    {
        last = _count > _barrier ? _operations[_count - 1] : default;
        return _result == _count - 1 && _count > _barrier && last.A == slot && IsOperandSlot(slot);
    }

    private bool TryFuse(OperationCode code, int result, int first, int second)
    {
        bool isRight = false;
        int other = second;
        if (!TryTakeLast(first, out Operation last))
        {
            if (!TryTakeLast(second, out last))
                return false;
            (isRight, other) = (true, first);
        }

        // Not both operands: the value is there once.
        OperationCode fused = OperationTable.Fused(last.Code, code, isRight);
        if (fused == OperationCode.Exit || first == second || (isRight && !IsSymmetric(code, fused)))
            return false;
        _count--;
        ref Operation operation = ref Emit(fused, result, last.B, last.C);
        if (OperationTable.IsWithConstant(last.Code) || OperationTable.IsLoad(last.Code) || OperationTable.IsLoadOfSum(last.Code))
        {
            operation.C = (ushort)other;
            operation.Long = last.Long;
        }
        else
        {
            operation.D = (ushort)other;
        }

        return true;
    }

    // Of an operation that has one form for both sides it must not matter which is which.
    private static bool IsSymmetric(OperationCode code, OperationCode fused) =>
        OperationTable.Exchanged(code) == code || OperationTable.HasSides(fused);

    private bool TryFuseWithConstant(OperationCode code, int result, int operand, ulong constant)
    {
        if (!TryTakeLast(operand, out Operation last))
            return false;
        OperationCode fused = OperationTable.Fused(last.Code, code, false);
        if (fused == OperationCode.Exit)
            return false;
        _count--;
        ref Operation operation = ref Emit(fused, result, last.B, last.C);
        if (OperationTable.IsWithConstant(last.Code))
        {
            operation.Low = last.Low;
            operation.High = (int)constant;
        }
        else
        {
            operation.Low = (int)constant;
        }

        return true;
    }

    /// <summary>An access whose address is a sum.</summary>
    private bool TryFuseAddress(OperationCode code, int result, int address, int value, ulong end)
    {
        if (value == address || !TryTakeLast(address, out Operation last))
            return false;
        OperationCode fused = OperationTable.Fused(last.Code, code, false);
        bool isConstant = OperationTable.IsWithConstant(last.Code), isOfTwo = OperationTable.IsOfTwo(last.Code);
        if (fused == OperationCode.Exit || ((isConstant || isOfTwo) && end > uint.MaxValue))
            return false;
        _count--;
        ref Operation operation = ref Emit(fused, result, last.B, isConstant ? value : last.C);
        if (isOfTwo)
        {
            operation.Low = last.Low;
            operation.High = (int)(uint)end;
            // Two constants and the end are too many for the two places that others have them in.
            if (last.Code == OperationCode.I32ShlConstantI32AddConstant)
            {
                operation.C = (ushort)(last.Low & 31);
                operation.Low = last.High;
            }
        }
        else if (isConstant)
        {
            operation.Low = last.Low;
            operation.High = (int)(uint)end;
        }
        else
        {
            operation.Long = end;
        }

        return true;
    }

    /// <summary>A branch on what the last operation gives, which may go to a local as well. The target is to be filled in.</summary>
    /// <param name="code">The branch on slots or, if <paramref name="isConstant"/>, on a constant.</param>
    /// <param name="slot">The slot compared.</param>
    /// <param name="other">The other slot or the constant.</param>
    /// <param name="isConstant">Which of these.</param>
    private bool TryFuseBranch(OperationCode code, int slot, int other, bool isConstant)
    {
        if (_count <= _barrier || _operations[_count - 1].A != slot)
            return false;
        Operation last = _operations[_count - 1];
        OperationCode fused = OperationTable.Fused(last.Code, code, false);
        if (fused == OperationCode.Exit || (isConstant && other != (short)other) || (!isConstant && other == slot))
            return false;
        _count--;
        ref Operation operation = ref Emit(fused, slot, last.B, (ushort)other);
        operation.Low = last.Low;
        return true;
    }

    /// <summary>Control comes to the next operation from elsewhere than the one before it.</summary>
    private int SetBarrier()
    {
        if (_barriers.Count == 0 || _barriers[^1] != _count)
            _barriers.Add(_count);
        return _barrier = _count;
    }

    /// <summary>
    /// Lets operations take their first operand from the register where the loop carries what an operation before them has given,
    /// instead of from the slot, which the processor has to write and to read again first.
    /// </summary>
    private void CarryResults()
    {
        const int None = -1;
        int carried = None, barrier = 0;
        for (int i = 0; i < _count; i++)
        {
            if (barrier < _barriers.Count && _barriers[barrier] == i)
            {
                carried = None;
                barrier++;
            }

            ref Operation operation = ref _operations[i];
            OperationCode code = operation.Code;
            if (carried != None && OperationTable.OfCarried(code) is var ofCarried and not OperationCode.Exit)
            {
                if (operation.B != carried && operation.C == carried && OperationTable.IsSymmetric(code))
                    (operation.B, operation.C) = (operation.C, operation.B);
                if (operation.B == carried)
                    operation.Code = ofCarried;
            }

            if (carried != None && operation.C == carried && operation.B != carried
                && OperationTable.OfCarriedOther(code) is var ofOther and not OperationCode.Exit)
                operation.Code = ofOther;

            carried = OperationTable.IsCarried(code) ? operation.A : OperationTable.Carries(code) ? carried : None;
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Validation;

// The two stacks, and the failures they lead to.
internal sealed partial class FunctionValidator<TSink>
{
    // A call of two bytes can push a thousand results, so the stack is not bounded by the size of the body. Real code stays
    // below a few hundred.
    private const int MaximumHeight = 1 << 20;

    // Instructions with no more operands than this are paid for by their own bytes.
    private const int WideOperands = 32;

    private const int WideChunk = 1 << 16;

    private StackType[] _operands = new StackType[64];
    private int _height;
    private ControlFrame[] _frames = new ControlFrame[16];
    private int _depth;

    // The height of the innermost frame, which every pop compares with.
    private int _floor;

    // Operands of wide instructions that the module's budget has not been charged with yet.
    private int _wideOperands;

    private ref ControlFrame Innermost => ref _frames[_depth - 1];

    private void BeginOperands()
    {
        _height = 0;
        _depth = 0;
        _floor = 0;
        _branchTables = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PushOperand(StackType type)
    {
        if (_height == _operands.Length) GrowOperands();
        _operands[_height++] = type;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private StackType PopOperand(StackType expected)
    {
        int top = _height - 1;
        if (top >= _floor && _operands[top] == expected)
        {
            _height = top;
            return expected;
        }
        return PopSubtype(expected);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private StackType PopSubtype(StackType expected)
    {
        int top = _height - 1;
        if (top >= _floor)
        {
            var found = _operands[top];
            if (!_context.Matches(found, expected)) FailOperands([expected]);
            _height = top;
            return found;
        }
        if (!Innermost.IsUnreachable) FailOperands([expected]);
        return StackType.Bottom;
    }

    private StackType PopAny()
    {
        if (_height > _floor) return _operands[--_height];
        if (!Innermost.IsUnreachable) Fail("type mismatch: instruction requires an operand but stack has []");
        return StackType.Bottom;
    }

    /// <summary>Pops a reference of any type; <see cref="StackType.BottomRef"/> where nothing is known of it.</summary>
    private StackType PopReference()
    {
        var type = PopAny();
        if (type.IsBottom) return StackType.BottomRef;
        if (!type.IsReference)
        {
            _height++;
            Fail($"type mismatch: instruction requires a reference but stack has {DescribeStack()}");
        }
        return type;
    }

    /// <summary>
    /// Two bytes of code can take and give a thousand values, so what such instructions handle is not bounded by the size of the
    /// module. All of a module's functions share one budget for it.
    /// </summary>
    private void ChargeWide(int operands)
    {
        if (operands <= WideOperands) return;
        _wideOperands += operands;
        if (_wideOperands < WideChunk) return;
        if (!_context.TryTakeWideOperands(_wideOperands))
            Fail($"too many operands: instructions with more than {WideOperands} of them handle more than "
                + $"{ImplementationLimits.WideOperands} in this module");
        _wideOperands = 0;
    }

    private void PushOperands(ReadOnlySpan<StackType> types)
    {
        ChargeWide(types.Length);
        while (_operands.Length - _height < types.Length) GrowOperands();
        types.CopyTo(_operands.AsSpan(_height));
        _height += types.Length;
    }

    private void PopOperands(ReadOnlySpan<StackType> expected)
    {
        RequireOperands(expected);
        _height = Math.Max(_floor, _height - expected.Length);
    }

    /// <summary>Checks what lies on top of the stack and leaves it there.</summary>
    private void RequireOperands(ReadOnlySpan<StackType> expected)
    {
        ChargeWide(expected.Length);
        int at = _height;
        if (at - _floor >= expected.Length && StackType.AreEqual(_operands.AsSpan(at - expected.Length, expected.Length), expected))
            return;
        for (int i = expected.Length - 1; i >= 0; i--)
        {
            if (--at < _floor)
            {
                if (!Innermost.IsUnreachable) FailOperands(expected);
                return;
            }
            if (_operands[at] != expected[i] && !_context.Matches(_operands[at], expected[i])) FailOperands(expected);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void GrowOperands()
    {
        if (_operands.Length >= MaximumHeight) Fail($"operand stack too high: at most {MaximumHeight} operands are supported");
        Array.Resize(ref _operands, _operands.Length * 2);
    }

    private void PushControl(FrameKind kind, BlockSignature signature, int bodyOffset)
    {
        if (_depth == _frames.Length) Array.Resize(ref _frames, _frames.Length * 2);
        _frames[_depth++] = new ControlFrame
        {
            Kind = kind,
            Height = _height,
            InitializedHeight = _initializedCount,
            Signature = signature,
        };
        _floor = _height;
        _sink.Open(kind, bodyOffset, _height);
        if (kind != FrameKind.Function) PushOperands(signature.Parameters(_context));
    }

    /// <summary>Ends a block or a part of one: its results, and nothing else, must be on the stack. Pops them.</summary>
    private void EndPart(ref ControlFrame frame)
    {
        var results = frame.Signature.Results(_context);
        RequireOperands(results);
        if (_height - _floor > results.Length)
            Fail($"type mismatch: block requires {Describe(results)} but stack has {DescribeStack()}");
        _height = frame.Height;
        ResetLocals(frame.InitializedHeight);
    }

    /// <summary>Ends the innermost block and pushes its results.</summary>
    private void PopControl(int nextOffset)
    {
        ref var frame = ref Innermost;
        EndPart(ref frame);
        _depth--;
        _floor = _depth > 0 ? Innermost.Height : 0;
        _sink.Close(nextOffset);
        PushOperands(frame.Signature.Results(_context));
    }

    private void SetUnreachable()
    {
        _height = _floor;
        Innermost.IsUnreachable = true;
    }

    [DoesNotReturn]
    private void Fail(string problem) => throw Failure(problem);

    private InvalidModuleException Failure(string problem)
    {
        string? name = _functionIndex is { } index ? NameSection.Of(_context.Module).Functions[(uint)index] : null;
        // Before the first instruction there is none to name.
        string? mnemonic = _depth == 0 ? null : InstructionInfo.Of(_instruction.Opcode).Mnemonic;
        return new InvalidModuleException(problem, _instruction.Offset, _functionIndex, name, mnemonic);
    }

    [DoesNotReturn]
    private void FailOperands(ReadOnlySpan<StackType> expected) =>
        Fail($"type mismatch: instruction requires {Describe(expected)} but stack has {DescribeStack()}");

    private string DescribeStack()
    {
        const int Shown = 12;
        var stack = _operands.AsSpan(_floor, _height - _floor);
        return stack.Length <= Shown ? Describe(stack) : $"[... {Describe(stack[^Shown..])[1..]}";
    }

    private static string Describe(ReadOnlySpan<StackType> types) => $"[{string.Join(' ', types.ToArray())}]";
}

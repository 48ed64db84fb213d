using System.Numerics;
using Wasil.Instructions;

namespace Wasil.Compilation;

/// <summary>
/// An operand that has not been emitted yet. Operands wait on the emitter's own stack as trees, and are emitted where they are
/// used, so that CIL's evaluation stack is empty wherever control flow meets. A tree has no effects of its own, and has to be
/// emitted before anything that it reads changes.
/// </summary>
internal abstract class Expression(ValKind kind)
{
    /// <summary>Trees above this size are emitted into a temporary: the JIT compiler recurses over them.</summary>
    public const int MaximumSize = 60;

    public ValKind Kind { get; } = kind;

    /// <summary>Which locals the tree reads, one bit for all locals with the same remainder by 64.</summary>
    public ulong Locals { get; protected init; }

    /// <summary>Whether the tree reads memory, memory sizes or mutable globals.</summary>
    public bool ReadsState { get; protected init; }

    /// <summary>Whether emitting the tree may trap: it has an access that nothing but a guard page bounds.</summary>
    public bool CanTrap { get; protected init; }

    public int Size { get; protected init; } = 1;

    /// <summary>Whether the tree is made of constants alone, so that the JIT compiler may come to know its value.</summary>
    public bool IsKnown { get; protected init; }

    /// <summary>What an integer is at most, read without a sign.</summary>
    public ulong UpperBound { get; protected init; } = kind == ValKind.I32 ? uint.MaxValue : ulong.MaxValue;

    /// <summary>How many of an integer's lowest bits are zero; see <see cref="LocalAlignment"/>.</summary>
    public int Zeros { get; protected init; }

    /// <summary>Whether emitting this twice costs no more than keeping it.</summary>
    public virtual bool IsDuplicable => false;

    public static ulong LocalBit(int local) => 1UL << (local & 63);

    /// <summary>Emits what puts the value on the evaluation stack. Temporaries in the tree stay taken.</summary>
    public abstract void Emit(FunctionEmitter emitter);

    /// <summary>The tree will not be emitted again: its temporaries are free.</summary>
    public virtual void Free(FunctionEmitter emitter)
    {
    }
}

/// <summary>A constant; a vector has both halves, a reference is null.</summary>
internal sealed class Constant : Expression
{
    public Constant(ValKind kind, ulong bits, ulong high = 0)
        : base(kind)
    {
        Bits = bits;
        High = high;
        IsKnown = true;
        if (kind is ValKind.I32 or ValKind.I64)
            (UpperBound, Zeros) = (kind == ValKind.I32 ? (uint)bits : bits, LocalAlignment.ZerosOf(bits));
    }

    public ulong Bits { get; }

    public ulong High { get; }

    public override bool IsDuplicable => true;

    public override void Emit(FunctionEmitter emitter) => emitter.EmitConstant(this);
}

/// <summary>A local's present value.</summary>
internal sealed class LocalValue : Expression
{
    public LocalValue(ValKind kind, int local, int zeros)
        : base(kind)
    {
        Local = local;
        Zeros = zeros;
        Locals = LocalBit(local);
    }

    public int Local { get; }

    public override bool IsDuplicable => true;

    public override void Emit(FunctionEmitter emitter) => emitter.EmitLocalGet(Local);
}

/// <summary>An i32 local's present value and a constant, added as numbers of 64 bits, where their sum is known to fit into 32.</summary>
internal sealed class NearValue : Expression
{
    private readonly int _local;
    private readonly uint _addend;

    public NearValue(int local, uint addend)
        : base(ValKind.I64)
    {
        (_local, _addend) = (local, addend);
        Locals = LocalBit(local);
        UpperBound = uint.MaxValue;
    }

    public override bool IsDuplicable => true;

    public override void Emit(FunctionEmitter emitter) => emitter.EmitSum(_local, _addend);
}

/// <summary>A value that was put away.</summary>
/// <param name="temporary">Where it is.</param>
/// <param name="isOwned">Whether the temporary is free once the value was used.</param>
internal sealed class TemporaryValue(Temporary temporary, bool isOwned) : Expression(temporary.Kind)
{
    /// <summary>The value of an expression that was put away.</summary>
    public TemporaryValue(Temporary temporary, Expression of)
        : this(temporary, isOwned: true) => (UpperBound, Zeros) = (of.UpperBound, of.Zeros);

    /// <summary>Where it is.</summary>
    public Temporary Temporary => temporary;

    public override bool IsDuplicable => true;

    public override void Emit(FunctionEmitter emitter) => emitter.EmitLoad(temporary);

    public override void Free(FunctionEmitter emitter)
    {
        if (isOwned)
            emitter.Release(temporary);
    }
}

/// <summary>A numeric instruction and its operands.</summary>
internal sealed class NumericValue : Expression
{
    private readonly Opcode _opcode;
    private readonly int _lane;
    private readonly Expression[] _operands;

    public NumericValue(ValKind kind, Opcode opcode, int lane, Expression[] operands)
        : base(kind)
    {
        _opcode = opcode;
        _lane = lane;
        _operands = operands;
        IsKnown = Array.TrueForAll(operands, operand => operand.IsKnown);
        foreach (Expression operand in operands)
        {
            Locals |= operand.Locals;
            ReadsState |= operand.ReadsState;
            CanTrap |= operand.CanTrap;
            Size += operand.Size;
        }

        if (kind is ValKind.I32 or ValKind.I64)
        {
            UpperBound = Math.Min(UpperBound, BoundOf(opcode, operands));
            Zeros = LocalAlignment.ZerosOf(opcode, operands[0].Zeros, operands[^1].Zeros, (operands[^1] as Constant)?.Bits);
        }
    }

    /// <summary>What is rotated, where that is what the instruction does.</summary>
    public Expression? Rotated => _opcode is Opcode.I32Rotl or Opcode.I32Rotr or Opcode.I64Rotl or Opcode.I64Rotr ? _operands[0] : null;

    /// <summary>Whether the rotation is by a number that stands in the code.</summary>
    public bool IsByConstant => _operands[^1] is Constant;

    /// <summary>An i32 local and a constant, where their sum is what the instruction gives, by itself or cut off from one of 64 bits.</summary>
    public (int Local, uint Addend)? Sum => (_opcode, _operands) switch
    {
        (Opcode.I32Add, [LocalValue local, Constant addend]) => (local.Local, (uint)addend.Bits),
        (Opcode.I32WrapI64, [NumericValue { _opcode: Opcode.I64Add, _operands: [var first, Constant addend] }])
            when first is NumericValue { Extended: LocalValue local } => (local.Local, (uint)addend.Bits),
        _ => null,
    };

    /// <summary>What is extended to 64 bits, where that is what the instruction does.</summary>
    public Expression? Extended => _opcode is Opcode.I64ExtendI32S or Opcode.I64ExtendI32U ? _operands[0] : null;

    private static ulong BoundOf(Opcode opcode, Expression[] operands)
    {
        ulong first = operands[0].UpperBound, second = operands[^1].UpperBound;
        switch (opcode)
        {
            case Opcode.I32And or Opcode.I64And:
                return Math.Min(first, second);
            case Opcode.I32Or or Opcode.I64Or or Opcode.I32Xor or Opcode.I64Xor:
                return ulong.MaxValue >> BitOperations.LeadingZeroCount(first | second);
            case Opcode.I32Add:
                return first + second <= uint.MaxValue ? first + second : uint.MaxValue;
            case Opcode.I32Mul:
                return first * second <= uint.MaxValue ? first * second : uint.MaxValue;
            case Opcode.I32Shl when operands[1] is Constant count:
                return first << ((int)count.Bits & 31) is var shifted && shifted <= uint.MaxValue ? shifted : uint.MaxValue;
            case Opcode.I32ShrU when operands[1] is Constant count:
                return first >> ((int)count.Bits & 31);
            case Opcode.I64ShrU when operands[1] is Constant count:
                return first >> ((int)count.Bits & 63);
            case Opcode.I32RemU or Opcode.I64RemU when operands[1] is Constant { UpperBound: > 0 }:
                return Math.Min(first, second - 1);
            case Opcode.I32DivU or Opcode.I64DivU when operands[1] is Constant { UpperBound: > 0 }:
                return first / second;
            case Opcode.I64ExtendI32U:
                return first;
            case Opcode.I32WrapI64:
                return first <= uint.MaxValue ? first : uint.MaxValue;
            default:
                return ulong.MaxValue;
        }
    }

    public override void Emit(FunctionEmitter emitter)
    {
        emitter.EmitOperands(_opcode, _operands);
        emitter.EmitNumeric(_opcode, _lane);
    }

    public override void Free(FunctionEmitter emitter)
    {
        foreach (Expression operand in _operands)
            operand.Free(emitter);
    }
}

/// <summary>A value of which the JIT compiler does not know how it came about.</summary>
internal sealed class OpaqueValue : Expression
{
    private readonly Expression _operand;

    public OpaqueValue(Expression operand)
        : base(operand.Kind)
    {
        _operand = operand;
        Locals = operand.Locals;
        ReadsState = operand.ReadsState;
        CanTrap = operand.CanTrap;
        Size = operand.Size + 1;
        UpperBound = operand.UpperBound;
        Zeros = operand.Zeros;
    }

    public override void Emit(FunctionEmitter emitter) => emitter.EmitOpaque(_operand);

    public override void Free(FunctionEmitter emitter) => _operand.Free(emitter);
}

/// <summary>A load whose address was checked already, or is left to a guard page.</summary>
internal sealed class LoadValue : Expression
{
    private readonly Instruction _instruction;
    private readonly Expression _address;

    public LoadValue(ValKind kind, in Instruction instruction, Expression address, bool isBare)
        : base(kind)
    {
        CanTrap = isBare || address.CanTrap;
        _instruction = instruction;
        _address = address;
        Locals = address.Locals;
        ReadsState = true;
        Size = address.Size + 4;
        InstructionInfo info = InstructionInfo.Of(instruction.Opcode);
        if (kind is ValKind.I32 or ValKind.I64 && !info.SignExtends && info.AccessBytes < sizeof(ulong))
            UpperBound = (1UL << (8 * info.AccessBytes)) - 1;
    }

    public override void Emit(FunctionEmitter emitter) => emitter.EmitLoad(_instruction, _address);

    public override void Free(FunctionEmitter emitter) => _address.Free(emitter);
}

/// <summary>Something that the emitter knows how to fetch from the instance: a global, the size of a memory or table.</summary>
internal sealed class StateValue : Expression
{
    private readonly Action<FunctionEmitter> _emit;

    public StateValue(ValKind kind, Action<FunctionEmitter> emit)
        : base(kind)
    {
        _emit = emit;
        ReadsState = true;
    }

    public override void Emit(FunctionEmitter emitter) => _emit(emitter);
}

/// <summary>What lies in an object that was found not to be null.</summary>
internal sealed class DerivedValue : Expression
{
    private readonly Expression _operand;
    private readonly Action<FunctionEmitter, Expression> _emit;

    /// <param name="kind">What it is.</param>
    /// <param name="operand">The reference, which may be emitted several times.</param>
    /// <param name="readsState">Whether anything can change it.</param>
    /// <param name="emit">Emits it.</param>
    public DerivedValue(ValKind kind, Expression operand, bool readsState, Action<FunctionEmitter, Expression> emit)
        : base(kind)
    {
        _operand = operand;
        _emit = emit;
        Locals = operand.Locals;
        ReadsState = readsState || operand.ReadsState;
        Size = operand.Size + 2;
    }

    public override void Emit(FunctionEmitter emitter) => _emit(emitter, _operand);

    public override void Free(FunctionEmitter emitter) => _operand.Free(emitter);
}

/// <summary>An element of an array whose index was checked.</summary>
internal sealed class ElementValue : Expression
{
    private readonly Temporary _elements;
    private readonly Expression _index;
    private readonly StorageType _element;
    private readonly bool _signExtends;

    /// <param name="elements">The .NET array.</param>
    /// <param name="index">The index, which may be emitted several times.</param>
    /// <param name="element">What is there.</param>
    /// <param name="signExtends">Whether a packed integer is a signed number.</param>
    public ElementValue(Temporary elements, Expression index, StorageType element, bool signExtends)
        : base(element.Unpacked.Kind)
    {
        _elements = elements;
        _index = index;
        _element = element;
        _signExtends = signExtends;
        Locals = index.Locals;
        ReadsState = true;
        Size = index.Size + 3;
    }

    public override void Emit(FunctionEmitter emitter) => emitter.EmitElementLoad(_elements, _index, _element, _signExtends);

    public override void Free(FunctionEmitter emitter)
    {
        _index.Free(emitter);
        emitter.Release(_elements);
    }
}

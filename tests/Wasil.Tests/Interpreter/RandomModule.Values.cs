using System.Buffers.Binary;
using Wasil.Instructions;
using OperandType = Wasil.Instructions.OperandType;

namespace Wasil.Tests.Interpreter;

/// <content>Numbers, and what computes them.</content>
internal sealed partial class RandomModule
{
    // By what they give, and those that give nothing.
    private static readonly Dictionary<Kind, Opcode[]> Computing =
        Kind.Numbers.ToDictionary(kind => kind, kind => Usable(info => info.Results.Length == 1 && KindOf(info.Results[0]) == kind));
    private static readonly Opcode[] Stores = Usable(info => info.Results.Length == 0 && info.AccessBytes > 0);
    private static readonly Opcode[] Wide = [Opcode.I64Add128, Opcode.I64Sub128, Opcode.I64MulWideS, Opcode.I64MulWideU];

    // What may give a NaN that its operands do not determine.
    private static readonly HashSet<Opcode> ComputesNaN = [.. InstructionInfo.Opcodes.ToArray().Where(opcode => NaNSuffixes.Any(
        suffix => InstructionInfo.Of(opcode).Mnemonic is ['f', ..] mnemonic && mnemonic.EndsWith(suffix, StringComparison.Ordinal)))];

    private static string[] NaNSuffixes =>
    [
        ".add", ".sub", ".mul", ".div", ".sqrt", ".min", ".max", ".ceil", ".floor", ".trunc", ".nearest", ".demote_f64", ".promote_f32",
        ".demote_f64x2_zero", ".promote_low_f32x4", ".relaxed_madd", ".relaxed_nmadd", ".relaxed_min", ".relaxed_max",
    ];

    private static Opcode[] Usable(Func<InstructionInfo, bool> filter)
    {
        var opcodes = new List<Opcode>();
        foreach (Opcode opcode in InstructionInfo.Opcodes)
        {
            InstructionInfo info = InstructionInfo.Of(opcode);
            // Waiting would wait, and the others of these choose their operands or immediates with more care.
            if (info.HasFixedType && info.Immediates is ImmediateKind.None or ImmediateKind.Memarg or ImmediateKind.MemargLane
                    or ImmediateKind.Lane or ImmediateKind.Lanes16
                && opcode is not (Opcode.MemoryAtomicWait32 or Opcode.MemoryAtomicWait64) && filter(info))
                opcodes.Add(opcode);
        }

        return [.. opcodes];
    }

    private static Kind KindOf(OperandType type) => new((byte)type);

    private void Value(Kind kind, int depth)
    {
        if (depth <= 0 || --_budget < 0)
        {
            Leaf(kind);
            return;
        }

        switch (Next(kind.IsNumber ? 20 : 12))
        {
            case 0:
                Leaf(kind);
                break;
            case 1:
                Block(Chance(2) ? Opcode.Block : Opcode.Loop, [], [kind], depth);
                break;
            case 2:
                Value(Kind.I32, depth - 1);
                Block(Opcode.If, [], [kind], depth);
                break;
            case 3:
                Select(kind, depth);
                break;
            case 4 when LocalOf(kind) is { } local:
                Value(kind, depth - 1);
                Add(Opcode.LocalTee, local);
                break;
            case 5:
                CallFor(kind, depth);
                break;
            case 6 when Chance(3):
                Catching([kind], depth);
                break;
            case 7 when TypeIsSimple(kind) && Chance(2):
                // Several results, of which the last is used.
                Kind[] parameters = Some(Kind.Numbers, 2), results = [.. Some(Kind.Numbers, 2), kind];
                foreach (Kind parameter in parameters)
                    Value(parameter, depth - 1);
                Block(Chance(2) ? Opcode.Block : Opcode.Loop, parameters, results, depth);
                KeepLast(results);
                break;
            default:
                if (kind.IsNumber)
                    Number(kind, depth);
                else
                    Reference(kind, depth);
                break;
        }
    }

    private void Number(Kind kind, int depth)
    {
        switch (Next(4))
        {
            case 0 when kind == Kind.I32:
                Question(depth - 1);
                break;
            case 0 when kind == Kind.I64 && Chance(3):
                TwoOfWide(depth - 1);
                Add(Opcode.LocalSet, Scratch(Kind.I64));
                Add(Opcode.LocalGet, Scratch(Kind.I64));
                Add(Opcode.I64Xor);
                break;
            case 0 when !Chance(4):
                ElementOrField(kind, depth - 1);
                break;
            case 1 when (kind == Kind.I32 || kind == Kind.I64) && Chance(3):
                Size(kind == Kind.I64, depth - 1);
                break;
            default:
                Compute(Pick(Computing[kind]), depth - 1);
                break;
        }
    }

    private void Leaf(Kind kind)
    {
        switch (Next(3))
        {
            case 0 when LocalOf(kind) is { } local:
                Add(Opcode.LocalGet, local);
                break;
            case 1 when GlobalOf(kind) is { } global:
                Add(Opcode.GlobalGet, global);
                break;
            case 2 when kind.IsDefined && kind.Code == 0x64:
                New(kind.Type, 0);
                break;
            default:
                Constant(kind);
                break;
        }
    }

    private void Constant(Kind kind)
    {
        Span<long> odd = [0, 1, -1, 2, 31, 32, 63, 64, 255, 256, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue, _random.NextInt64()];
        Span<double> floats = [0, -0.0, 1, -1, 0.5, double.NaN, double.PositiveInfinity, 1e10, -1e19, double.Epsilon, _random.NextDouble() * 1e5];
        long bits = odd[Next(odd.Length)];
        double number = floats[Next(floats.Length)];
        if (kind == Kind.I32)
        {
            I32((int)bits);
        }
        else if (kind == Kind.I64)
        {
            I64(bits);
        }
        else if (kind == Kind.F32)
        {
            byte[] single = new byte[4];
            BinaryPrimitives.WriteSingleLittleEndian(single, (float)number);
            _code.AddRange([0x43, .. single]);
        }
        else if (kind == Kind.F64)
        {
            byte[] value = new byte[8];
            BinaryPrimitives.WriteDoubleLittleEndian(value, number);
            _code.AddRange([0x44, .. value]);
        }
        else if (kind == Kind.V128)
        {
            Add(Opcode.V128Const);
            _code.AddRange(Bytes(16));
        }
        else if (kind.Code == 0x64)
        {
            New(kind.Type, 0);
        }
        else
        {
            Add(Opcode.RefNull);
            _code.Add(kind.Heap);
        }
    }

    private int? LocalOf(Kind kind)
    {
        // Any of those that fit, where there are several.
        int start = _locals.Count == 0 ? 0 : Next(_locals.Count);
        for (int i = 0; i < _locals.Count; i++)
        {
            int local = (start + i) % _locals.Count;
            if (_locals[local] == kind)
                return local;
        }

        return null;
    }

    private static int? GlobalOf(Kind kind) => kind.Code switch
    {
        0x7f => 0,
        0x7e => 1,
        0x7d => 2,
        0x7c => 3,
        0x7b => 4,
        0x6e => AnyGlobal,
        0x70 => FuncGlobal,
        0x6f => ExternGlobal,
        0x69 => ExnGlobal,
        _ => null,
    };

    /// <summary>The local behind the function's own for values of a kind on their way.</summary>
    private int Scratch(Kind kind) => _locals.Count + (kind == Kind.Any ? Kind.Numbers.Length : Array.IndexOf(Kind.Numbers, kind));

    private static bool TypeIsSimple(Kind kind) => kind.IsNumber || kind == Kind.Any;

    /// <summary>Drops all values but the topmost.</summary>
    private void KeepLast(Kind[] kinds)
    {
        if (kinds.Length == 1)
            return;
        Add(Opcode.LocalSet, Scratch(kinds[^1]));
        Consume(kinds.AsSpan(0, kinds.Length - 1));
        Add(Opcode.LocalGet, Scratch(kinds[^1]));
    }

    /// <summary>Does something with values on the stack, which is then without them.</summary>
    private void Consume(ReadOnlySpan<Kind> kinds)
    {
        for (int i = kinds.Length - 1; i >= 0; i--)
        {
            int choice = Next(3);
            if (choice == 0 && GlobalOf(kinds[i]) is { } global)
                Add(Opcode.GlobalSet, global);
            else if (choice == 1 && LocalOf(kinds[i]) is { } local)
                Add(Opcode.LocalSet, local);
            else
                Add(Opcode.Drop);
        }
    }

    private void Select(Kind kind, int depth)
    {
        Value(kind, depth - 1);
        Value(kind, depth - 1);
        Value(Kind.I32, depth - 1);
        if (kind.IsNumber && !Chance(4))
        {
            Add(Opcode.Select);
            return;
        }

        Add(Opcode.SelectT, 1);
        _code.AddRange(kind.Bytes);
    }

    /// <summary>An instruction of the table, its operands before it.</summary>
    private void Compute(Opcode opcode, int depth)
    {
        InstructionInfo info = InstructionInfo.Of(opcode);
        bool isAtomic = (int)opcode >> 12 == 0xe;
        int memory = Next(_memories.Length);
        bool careful = info.Lowering == Lowering.NumericTrap && !Chance(20);
        ReadOnlySpan<OperandType> operands = info.Operands;
        for (int i = 0; i < operands.Length; i++)
        {
            if (operands[i] == OperandType.Address)
                AddressIn(memory, depth, isAtomic ? info.AccessBytes : 1);
            else if (careful && KindOf(operands[i]) is { Code: 0x7c or 0x7d } kind)
                SmallFloat(kind, depth);
            else
                Value(KindOf(operands[i]), depth);
            if (careful && i == 1)
            {
                Address(operands[i] == OperandType.I64, 1);
                Add(operands[i] == OperandType.I64 ? Opcode.I64Or : Opcode.I32Or);
            }
        }

        Add(opcode);
        switch (info.Immediates)
        {
            case ImmediateKind.Memarg:
                Memarg(info, memory, isAtomic);
                break;
            case ImmediateKind.MemargLane:
                Memarg(info, memory, isAtomic);
                Index(Next(info.LaneCount));
                break;
            case ImmediateKind.Lane:
                Index(Next(info.LaneCount));
                break;
            case ImmediateKind.Lanes16:
                for (int i = 0; i < 16; i++)
                    Index(Next(32));
                break;
        }

        if (ComputesNaN.Contains(opcode))
            ChooseNaN(KindOf(info.Results[0]), info.Mnemonic);
    }

    /// <summary>A number that fits into the integers.</summary>
    private void SmallFloat(Kind kind, int depth)
    {
        Value(Kind.I32, depth);
        I32(0xffff);
        Add(Opcode.I32And);
        Add(kind == Kind.F32 ? Opcode.F32ConvertI32S : Opcode.F64ConvertI32S);
    }

    // x if x equals itself, else the canonical NaN.
    private void ChooseNaN(Kind kind, string mnemonic)
    {
        int local = Scratch(kind);
        bool isDouble = mnemonic.StartsWith("f64", StringComparison.Ordinal);
        byte[] nan = isDouble ? [0, 0, 0, 0, 0, 0, 0xf8, 0x7f] : [0, 0, 0xc0, 0x7f];
        Add(Opcode.LocalTee, local);
        Add(kind == Kind.V128 ? Opcode.V128Const : isDouble ? Opcode.F64Const : Opcode.F32Const);
        for (int i = kind == Kind.V128 ? 16 / nan.Length : 1; i > 0; i--)
            _code.AddRange(nan);
        Add(Opcode.LocalGet, local);
        Add(Opcode.LocalGet, local);
        Add(kind == Kind.V128 ? isDouble ? Opcode.F64x2Eq : Opcode.F32x4Eq : isDouble ? Opcode.F64Eq : Opcode.F32Eq);
        Add(kind == Kind.V128 ? Opcode.V128Bitselect : Opcode.Select);
    }

    private void Memarg(InstructionInfo info, int memory, bool isAtomic)
    {
        int natural = int.Log2(info.AccessBytes), align = isAtomic ? natural : Next(natural + 1);
        if (memory > 0 || Chance(20))
        {
            Index(align | 0x40);
            Index(memory);
        }
        else
        {
            Index(align);
        }

        Index(Chance(100) ? Next(1 << 20) : isAtomic ? Next(8) * info.AccessBytes : Next(128));
    }

    /// <summary>An address, mostly within the memory, and aligned.</summary>
    private void AddressIn(int memory, int depth, int align = 1)
    {
        bool is64 = _memories[memory].Is64;
        if (Chance(3))
        {
            Address(is64, Next(_memories[memory].Mask) & -align);
            return;
        }

        Value(is64 ? Kind.I64 : Kind.I32, depth);
        if (Chance(100))
            return;
        Address(is64, _memories[memory].Mask & -align);
        Add(is64 ? Opcode.I64And : Opcode.I32And);
    }

    /// <summary>What gives two numbers of 64 bits.</summary>
    private void TwoOfWide(int depth)
    {
        Opcode opcode = Pick(Wide);
        for (int i = InstructionInfo.Of(opcode).Operands.Length; i > 0; i--)
            Value(Kind.I64, depth);
        Add(opcode);
    }

    /// <summary>The size of a memory or a table, maybe grown, or what waiting for another thread comes to.</summary>
    private void Size(bool is64, int depth)
    {
        int memory = Next(_memories.Length), table = Next(_tables.Length);
        switch (Next(5))
        {
            case 0 or 1 when _memories[memory].Is64 == is64:
                if (Chance(2))
                {
                    Add(Opcode.MemorySize, memory);
                    break;
                }

                Address(is64, Next(3));
                Add(Opcode.MemoryGrow, memory);
                break;
            case 2 or 3 when _tables[table].Is64 == is64:
                if (Chance(2))
                {
                    Add(Opcode.TableSize, table);
                    break;
                }

                Value(_tables[table].Element, depth);
                Address(is64, Next(4));
                Add(Opcode.TableGrow, table);
                break;
            case 4 when !is64 && Array.FindIndex(_memories, memory => memory.IsShared) is >= 0 and var shared:
                Opcode opcode = Chance(2) ? Opcode.MemoryAtomicWait32 : Opcode.MemoryAtomicWait64;
                InstructionInfo info = InstructionInfo.Of(opcode);
                AddressIn(shared, depth, info.AccessBytes);
                Value(KindOf(info.Operands[1]), depth);
                I64(0);
                Add(opcode);
                Memarg(info, shared, isAtomic: true);
                break;
            default:
                Compute(Pick(Computing[is64 ? Kind.I64 : Kind.I32]), depth);
                break;
        }
    }
}

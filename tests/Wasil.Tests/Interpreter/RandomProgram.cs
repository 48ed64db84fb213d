using System.Buffers.Binary;
using Wasil.Instructions;

namespace Wasil.Tests.Interpreter;

/// <summary>
/// A valid module made up from a seed: functions that call each other, with all instructions whose types are fixed taken from the
/// instruction table, and control flow, variables, tables, references, structures, arrays and exceptions around them. It ends, for
/// every loop and call takes from a supply. Where several NaNs would be right, one is chosen, so that what comes out is one thing.
/// </summary>
internal sealed class RandomProgram
{
    private const int Functions = 4;
    private const int StructType = 0, ArrayType = 1, PackedType = 2, TagType = 3, EntryType = 4, FirstFunctionType = 5;

    private static readonly ValKind[] Numbers = [ValKind.I32, ValKind.I64, ValKind.F32, ValKind.F64, ValKind.V128];

    // By what they give; what takes or gives something else is written out below.
    private static readonly Dictionary<ValKind, Opcode[]> Fixed = Numbers.ToDictionary(kind => kind, kind => Usable(kind).ToArray());
    private static readonly Opcode[] Stores = [.. InstructionTable.Opcodes.ToArray().Where(opcode =>
        InstructionInfo.Of(opcode) is { Results.Length: 0, AccessBytes: > 0 } && opcode is not Opcode.MemoryAtomicNotify)];

    private readonly Random _random;
    private readonly List<byte> _code = [];
    private readonly (ValKind[] Parameters, ValKind[] Results)[] _types;
    private readonly List<ValKind> _locals = [];

    // The labels around the place, innermost last: what a branch takes along, or null where none may go.
    private readonly List<ValKind[]?> _labels = [];
    private ValKind[] _results = [];
    private int _budget;

    private RandomProgram(int seed)
    {
        _random = new Random(seed);
        _types = [.. Enumerable.Range(0, Functions).Select(_ => (Kinds(4), Kinds(3)))];
        _types[0] = ([], [ValKind.I64, ValKind.F64, ValKind.V128, ValKind.I32]);
    }

    /// <summary>The module, whose export <c>run</c> takes nothing; it exports its memory and the globals <c>g0</c> to <c>g4</c>.</summary>
    public static byte[] Generate(int seed) => new RandomProgram(seed).Module();

    private static IEnumerable<Opcode> Usable(ValKind result)
    {
        foreach (Opcode opcode in InstructionTable.Opcodes.ToArray())
        {
            InstructionInfo info = InstructionInfo.Of(opcode);
            if (!info.HasFixedType || info.Results.Length != 1 || Wasil.Execution.ValKinds.Of((long)info.Results[0]) != result)
                continue;
            // Waiting waits, and constants are chosen with more care.
            if (opcode is Opcode.MemoryAtomicWait32 or Opcode.MemoryAtomicWait64 or Opcode.MemoryAtomicNotify or Opcode.MemorySize
                or Opcode.MemoryGrow or Opcode.I32Const or Opcode.I64Const or Opcode.F32Const or Opcode.F64Const)
                continue;
            if (info.Results[0] != Wasil.Instructions.OperandType.Address)
                yield return opcode;
        }
    }

    private byte[] Module()
    {
        var types = new List<byte[]>
        {
            // (struct (field (mut i32)) (field (mut i64)) (field (mut anyref)) (field (mut i8)))
            new byte[] { 0x5f, 4, 0x7f, 1, 0x7e, 1, 0x6e, 1, 0x78, 1 },
            new byte[] { 0x5e, 0x7e, 1 },
            new byte[] { 0x5e, 0x77, 1 },
            new byte[] { 0x60, 2, 0x7f, 0x7e, 0 },
            new byte[] { 0x60, 0, 0 },
        };
        types.AddRange(_types.Select(type => (byte[])[0x60, .. Vector(type.Parameters), .. Vector(type.Results)]));

        var bodies = new List<byte[]>();
        for (int i = 0; i < Functions; i++)
            bodies.Add(Body(i));
        return
        [
            .. "\0asm\u0001\0\0\0"u8,
            .. Section(1, types),
            .. Section(3, Enumerable.Range(0, Functions).Select(i => Leb(FirstFunctionType + i))),
            .. Section(4, [[0x70, 0, .. Leb(Functions + 2)]]),
            .. Section(5, [[1, 1, 3]]),
            .. Section(13, [[0, .. Leb(TagType)]]),
            .. Section(6, [
                [0x7f, 1, 0x41, 7, 0x0b], [0x7e, 1, 0x42, 9, 0x0b], [0x7d, 1, 0x43, 0, 0, 0x80, 0x3f, 0x0b],
                [0x7c, 1, 0x44, 0, 0, 0, 0, 0, 0, 0, 0x40, 0x0b], [0x7b, 1, 0xfd, 0x0c, .. new byte[16], 0x0b],
                // The supply.
                [0x7f, 1, 0x41, .. Signed(150), 0x0b], [0x6e, 1, 0xd0, 0x71, 0x0b]]),
            .. Section(7, [
                [3, .. "run"u8, 0, 0], [6, .. "memory"u8, 2, 0],
                .. Enumerable.Range(0, 5).Select(i => (byte[])[2, (byte)'g', (byte)('0' + i), 3, (byte)i])]),
            .. Section(9, [[0, 0x41, 0, 0x0b, .. Leb(Functions), .. Enumerable.Range(0, Functions).SelectMany(Leb)]]),
            .. Section(10, bodies),
            .. Section(11, [[0, 0x41, 0, 0x0b, .. Leb(64), .. Bytes(64)]]),
        ];
    }

    private byte[] Body(int function)
    {
        _code.Clear();
        _locals.Clear();
        _labels.Clear();
        (ValKind[] parameters, _results) = _types[function];
        _locals.AddRange(parameters);
        ValKind[] own = Kinds(6);
        _locals.AddRange(own);
        _budget = 120;
        _labels.Add(_results);
        TakeSupply();
        for (int i = _random.Next(1, 7); i > 0; i--)
            Statement(4);
        foreach (ValKind result in _results)
            Value(result, 5);
        _code.Add(0x0b);
        // Canonical NaNs are chosen with the help of a local of each kind, behind the others.
        byte[] body = [.. Leb(own.Length + 3), .. own.SelectMany(kind => (byte[])[1, Code(kind)]), 1, 0x7d, 1, 0x7c, 1, 0x7b, .. _code];
        return [.. Leb(body.Length), .. body];
    }

    // Ends the program when there was enough of it.
    private void TakeSupply()
    {
        _code.AddRange([0x23, 5, 0x45, 0x04, 0x40, 0x00, 0x0b, 0x23, 5, 0x41, 1, 0x6b, 0x24, 5]);
    }

    private void Statement(int depth)
    {
        if (--_budget < 0)
            return;
        switch (_random.Next(depth <= 0 ? 8 : 18))
        {
            case 0 when _locals.Count > 0:
                int local = _random.Next(_locals.Count);
                Value(_locals[local], depth - 1);
                _code.AddRange([0x21, .. Leb(local)]);
                break;
            case 1:
                int global = _random.Next(5);
                Value(Numbers[global], depth - 1);
                _code.AddRange([0x24, .. Leb(global)]);
                break;
            case 2 or 3 or 4:
                Fixed1(Stores[_random.Next(Stores.Length)], depth - 1);
                break;
            case 5:
                Value(Numbers[_random.Next(5)], depth - 1);
                _code.Add(0x1a);
                break;
            case 6:
                Branch(depth - 1);
                break;
            case 7:
                Reference(depth - 1);
                _code.AddRange([0x24, 6]);
                break;
            case 8:
                Block(0x02, [], depth);
                break;
            case 9:
                Block(0x03, [], depth);
                break;
            case 10:
                Value(ValKind.I32, depth - 1);
                If([], depth);
                break;
            case 11:
                Address(depth - 1);
                Value(ValKind.I32, depth - 1);
                Small(64);
                // memory.fill
                _code.AddRange([0xfc, 0x0b, 0]);
                break;
            case 12:
                Address(depth - 1);
                Address(depth - 1);
                Small(64);
                _code.AddRange([0xfc, 0x0a, 0, 0]);
                break;
            case 13:
                // table.set
                Small(Functions + 2);
                if (_random.Next(2) == 0)
                    _code.AddRange([0xd0, 0x70]);
                else
                    _code.AddRange([0xd2, .. Leb(_random.Next(Functions))]);
                _code.AddRange([0x26, 0]);
                break;
            case 14:
                Aggregate(depth - 1);
                break;
            case 15:
                TryTable(depth - 1);
                break;
            case 16:
                if (_random.Next(3) == 0)
                {
                    Value(ValKind.I32, depth - 1);
                    _code.AddRange([0x04, 0x40]);
                    _labels.Add(null);
                    Value(ValKind.I32, 0);
                    Value(ValKind.I64, 0);
                    _labels.RemoveAt(_labels.Count - 1);
                    _code.AddRange([0x08, 0, 0x0b]);
                }

                break;
            default:
                Call(_random.Next(Functions), depth - 1, keep: null);
                break;
        }
    }

    private void Value(ValKind kind, int depth)
    {
        if (depth <= 0 || --_budget < 0)
        {
            Leaf(kind);
            return;
        }

        switch (_random.Next(14))
        {
            case 0:
                Leaf(kind);
                break;
            case 1:
                Block(_random.Next(2) == 0 ? (byte)0x02 : (byte)0x03, [kind], depth);
                break;
            case 2:
                Value(ValKind.I32, depth - 1);
                If([kind], depth);
                break;
            case 3:
                Value(kind, depth - 1);
                Value(kind, depth - 1);
                Value(ValKind.I32, depth - 1);
                _code.Add(0x1b);
                break;
            case 4 when _locals.IndexOf(kind) is >= 0 and var local:
                Value(kind, depth - 1);
                _code.AddRange([0x22, .. Leb(local)]);
                break;
            case 5:
                int function = _random.Next(Functions);
                if (_types[function].Results is [.., var last] && last == kind)
                    Call(function, depth - 1, keep: kind);
                else
                    Leaf(kind);
                break;
            case 6 when kind == ValKind.I32:
                Question(depth - 1);
                break;
            case 7 when kind == ValKind.I64:
                Reference(depth - 1);
                _code.AddRange([0xfb, 0x16, StructType]);
                // struct.get 0 1
                _code.AddRange([0xfb, 0x02, StructType, 1]);
                break;
            default:
                Opcode[] choices = Fixed[kind];
                Fixed1(choices[_random.Next(choices.Length)], depth - 1);
                break;
        }
    }

    private void Leaf(ValKind kind)
    {
        int[] locals = [.. Enumerable.Range(0, _locals.Count).Where(i => _locals[i] == kind)];
        switch (_random.Next(3))
        {
            case 0 when locals.Length > 0:
                _code.AddRange([0x20, .. Leb(locals[_random.Next(locals.Length)])]);
                break;
            case 1:
                _code.AddRange([0x23, .. Leb(Array.IndexOf(Numbers, kind))]);
                break;
            default:
                Constant(kind);
                break;
        }
    }

    private void Constant(ValKind kind)
    {
        long[] odd = [0, 1, -1, 2, 31, 32, 63, 64, 255, 256, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue, _random.NextInt64()];
        double[] floats = [0, -0.0, 1, -1, 0.5, double.NaN, double.PositiveInfinity, 1e10, -1e19, double.Epsilon, _random.NextDouble() * 1e5];
        long bits = odd[_random.Next(odd.Length)];
        double number = floats[_random.Next(floats.Length)];
        switch (kind)
        {
            case ValKind.I32:
                _code.AddRange([0x41, .. Signed((int)bits)]);
                break;
            case ValKind.I64:
                _code.AddRange([0x42, .. Signed(bits)]);
                break;
            case ValKind.F32:
                byte[] single = new byte[4];
                BinaryPrimitives.WriteSingleLittleEndian(single, (float)number);
                _code.AddRange([0x43, .. single]);
                break;
            case ValKind.F64:
                byte[] value = new byte[8];
                BinaryPrimitives.WriteDoubleLittleEndian(value, number);
                _code.AddRange([0x44, .. value]);
                break;
            default:
                _code.AddRange([0xfd, 0x0c, .. Bytes(16)]);
                break;
        }
    }

    /// <summary>An instruction of the table, its operands before it.</summary>
    private void Fixed1(Opcode opcode, int depth)
    {
        InstructionInfo info = InstructionInfo.Of(opcode);
        foreach (Wasil.Instructions.OperandType operand in info.Operands)
        {
            if (operand == Wasil.Instructions.OperandType.Address)
                Address(depth, info.AccessBytes);
            else
                Value(Wasil.Execution.ValKinds.Of((long)operand), depth);
        }

        int code = (int)opcode;
        if (code < 0x100)
            _code.Add((byte)code);
        else
            _code.AddRange([(byte)(0xf0 | (code >> 12)), .. Leb(code & 0xfff)]);
        switch (info.Immediates)
        {
            case ImmediateKind.Memarg:
                Memarg(info);
                break;
            case ImmediateKind.MemargLane:
                Memarg(info);
                _code.Add((byte)_random.Next(info.LaneCount));
                break;
            case ImmediateKind.Lane:
                _code.Add((byte)_random.Next(info.LaneCount));
                break;
            case ImmediateKind.Lanes16:
                _code.AddRange(Enumerable.Range(0, 16).Select(_ => (byte)_random.Next(32)));
                break;
            case ImmediateKind.V128:
                _code.AddRange(Bytes(16));
                break;
            case ImmediateKind.Fence:
                _code.Add(0);
                break;
        }

        if (info.Results.Length == 1)
            ChooseNaN(Wasil.Execution.ValKinds.Of((long)info.Results[0]), info);
    }

    // x if x equals itself, else the canonical NaN.
    private void ChooseNaN(ValKind kind, InstructionInfo info)
    {
        byte[] local = Leb(_locals.Count + (kind == ValKind.F32 ? 0 : kind == ValKind.F64 ? 1 : 2));
        string mnemonic = info.Mnemonic;
        switch (kind)
        {
            case ValKind.F32:
                _code.AddRange([0x22, .. local, 0x43, 0, 0, 0xc0, 0x7f, 0x20, .. local, 0x20, .. local, 0x5b, 0x1b]);
                break;
            case ValKind.F64:
                _code.AddRange([0x22, .. local, 0x44, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f, 0x20, .. local, 0x20, .. local, 0x61, 0x1b]);
                break;
            case ValKind.V128 when mnemonic.StartsWith("f32x4.", StringComparison.Ordinal):
                // v128.bitselect of the lanes that are equal to themselves.
                _code.AddRange([0x22, .. local, 0xfd, 0x0c, .. Lanes([0, 0, 0xc0, 0x7f]), 0x20, .. local, 0x20, .. local, 0xfd, 0x41, 0xfd, 0x52]);
                break;
            case ValKind.V128 when mnemonic.StartsWith("f64x2.", StringComparison.Ordinal):
                _code.AddRange([0x22, .. local, 0xfd, 0x0c, .. Lanes([0, 0, 0, 0, 0, 0, 0xf8, 0x7f]), 0x20, .. local, 0x20, .. local, 0xfd, 0x47, 0xfd, 0x52]);
                break;
        }
    }

    private static byte[] Lanes(byte[] lane) => [.. Enumerable.Range(0, 16 / lane.Length).SelectMany(_ => lane)];

    private void Memarg(InstructionInfo info)
    {
        _code.Add((byte)int.Log2(info.AccessBytes));
        bool far = _random.Next(40) == 0;
        _code.AddRange(Leb(far ? _random.Next(1 << 20) : _random.Next(8) * info.AccessBytes));
    }

    // Mostly within the memory, and aligned.
    private void Address(int depth, int align = 1)
    {
        Value(ValKind.I32, depth);
        if (_random.Next(40) != 0)
            _code.AddRange([0x41, .. Signed(0xff00 & -align), 0x71]);
    }

    private void Small(int limit) => _code.AddRange([0x41, .. Signed(_random.Next(limit))]);

    private void Block(byte opcode, ValKind[] results, int depth)
    {
        _code.AddRange([opcode, results.Length == 0 ? (byte)0x40 : Code(results[0])]);
        _labels.Add(opcode == 0x03 ? [] : results);
        if (opcode == 0x03)
            TakeSupply();
        for (int i = _random.Next(3); i > 0; i--)
            Statement(depth - 1);
        foreach (ValKind result in results)
            Value(result, depth - 1);
        _labels.RemoveAt(_labels.Count - 1);
        _code.Add(0x0b);
    }

    private void If(ValKind[] results, int depth)
    {
        _code.AddRange([0x04, results.Length == 0 ? (byte)0x40 : Code(results[0])]);
        _labels.Add(results);
        Statement(depth - 1);
        foreach (ValKind result in results)
            Value(result, depth - 1);
        if (results.Length > 0 || _random.Next(2) == 0)
        {
            _code.Add(0x05);
            Statement(depth - 1);
            foreach (ValKind result in results)
                Value(result, depth - 1);
        }

        _labels.RemoveAt(_labels.Count - 1);
        _code.Add(0x0b);
    }

    private void Branch(int depth)
    {
        int[] targets = [.. Enumerable.Range(0, _labels.Count).Where(i => _labels[i] is not null)];
        int target = targets[_random.Next(targets.Length)];
        ValKind[] values = _labels[target]!;
        byte[] label = Leb(_labels.Count - 1 - target);
        foreach (ValKind kind in values)
            Value(kind, depth);
        Value(ValKind.I32, depth);
        if (_random.Next(4) == 0)
        {
            // A br_table of one target in a block of its own, which its default leaves.
            _code.AddRange([0x0d, .. label]);
            foreach (ValKind _ in values)
                _code.Add(0x1a);
            if (values.Length > 0)
                return;
            _code.AddRange([0x02, 0x40]);
            Value(ValKind.I32, 0);
            _code.AddRange([0x0e, 1, .. Leb(_labels.Count - target), 0, 0x0b]);
            return;
        }

        _code.AddRange([0x0d, .. label]);
        foreach (ValKind _ in values)
            _code.Add(0x1a);
    }

    private void Call(int function, int depth, ValKind? keep)
    {
        (ValKind[] parameters, ValKind[] results) = _types[function];
        foreach (ValKind parameter in parameters)
            Value(parameter, depth);
        switch (_random.Next(3))
        {
            case 0:
                // The table may hold something else there by now.
                Small(Functions + 2);
                _code.AddRange([0x11, .. Leb(FirstFunctionType + function), 0]);
                break;
            case 1:
                _code.AddRange([0xd2, .. Leb(function), 0x14, .. Leb(FirstFunctionType + function)]);
                break;
            default:
                _code.AddRange([0x10, .. Leb(function)]);
                break;
        }

        // Of several results the last is kept, by way of a block that drops the others.
        int drop = keep is null ? results.Length : results.Length - 1;
        if (keep is { } kind && drop > 0)
        {
            byte[] local = Leb(_locals.Count + (kind == ValKind.F32 ? 0 : kind == ValKind.F64 ? 1 : 2));
            if (kind is ValKind.F32 or ValKind.F64 or ValKind.V128)
            {
                _code.AddRange([0x21, .. local]);
                _code.AddRange(Enumerable.Repeat((byte)0x1a, drop));
                _code.AddRange([0x20, .. local]);
                return;
            }

            // Through memory, for the others.
            _code.Add(0x1a);
            _code.AddRange(Enumerable.Repeat((byte)0x1a, drop));
            Leaf(kind);
            return;
        }

        _code.AddRange(Enumerable.Repeat((byte)0x1a, drop));
    }

    /// <summary>A reference of type anyref.</summary>
    private void Reference(int depth)
    {
        switch (_random.Next(depth <= 0 ? 3 : 6))
        {
            case 0:
                _code.AddRange([0xd0, 0x6e]);
                break;
            case 1:
                _code.AddRange([0x23, 6]);
                break;
            case 2:
                Value(ValKind.I32, 0);
                _code.AddRange([0xfb, 0x1c]);
                break;
            case 3:
                Value(ValKind.I32, depth - 1);
                Value(ValKind.I64, depth - 1);
                Reference(depth - 1);
                Value(ValKind.I32, depth - 1);
                _code.AddRange([0xfb, 0x00, StructType]);
                break;
            case 4:
                Value(ValKind.I64, depth - 1);
                Small(20);
                _code.AddRange([0xfb, 0x06, ArrayType]);
                break;
            default:
                Value(ValKind.I32, depth - 1);
                Value(ValKind.I32, depth - 1);
                _code.AddRange([0xfb, 0x08, PackedType, 2]);
                break;
        }
    }

    /// <summary>A question about a reference, answered with an i32.</summary>
    private void Question(int depth)
    {
        switch (_random.Next(6))
        {
            case 0:
                Reference(depth);
                _code.Add(0xd1);
                break;
            case 1:
                Reference(depth);
                byte[] heaps = [StructType, ArrayType, PackedType, 0x6c, 0x6b, 0x6a, 0x6d, 0x71];
                _code.AddRange([0xfb, (byte)(0x14 + _random.Next(2)), heaps[_random.Next(heaps.Length)]]);
                break;
            case 2:
                Reference(depth);
                // ref.cast (ref null eq), twice
                _code.AddRange([0xfb, 0x17, 0x6d]);
                Reference(depth);
                _code.AddRange([0xfb, 0x17, 0x6d, 0xd3]);
                break;
            case 3:
                Reference(depth);
                // i31.get_s of a cast
                _code.AddRange([0xfb, 0x16, 0x6c, 0xfb, (byte)(0x1d + _random.Next(2))]);
                break;
            case 4:
                Reference(depth);
                _code.AddRange([0xfb, 0x17, PackedType]);
                Small(3);
                _code.AddRange([0xfb, (byte)(0x0c + _random.Next(2)), PackedType]);
                break;
            default:
                Reference(depth);
                _code.AddRange([0xfb, 0x17, StructType, 0xfb, (byte)(0x03 + _random.Next(2)), StructType, 3]);
                break;
        }
    }

    private void Aggregate(int depth)
    {
        Reference(depth);
        switch (_random.Next(4))
        {
            case 0:
                _code.AddRange([0xfb, 0x17, StructType]);
                Value(ValKind.I32, depth);
                _code.AddRange([0xfb, 0x05, StructType, (byte)(_random.Next(2) * 3)]);
                break;
            case 1:
                _code.AddRange([0xfb, 0x17, ArrayType]);
                Small(20);
                Value(ValKind.I64, depth);
                _code.AddRange([0xfb, 0x0e, ArrayType]);
                break;
            case 2:
                _code.AddRange([0xfb, 0x17, ArrayType]);
                Small(10);
                Value(ValKind.I64, depth);
                Small(10);
                _code.AddRange([0xfb, 0x10, ArrayType]);
                break;
            default:
                // br_on_cast out of a block that gives anyref.
                _code.Add(0x1a);
                _code.AddRange([0x02, 0x6e]);
                _labels.Add(null);
                Reference(depth);
                _code.AddRange([0xfb, 0x18, 3, 0, 0x6e, StructType]);
                _code.AddRange([0x1a]);
                Reference(depth);
                _labels.RemoveAt(_labels.Count - 1);
                _code.AddRange([0x0b, 0x24, 6]);
                break;
        }
    }

    private void TryTable(int depth)
    {
        // block (result i64) block (result i32 i64)-less: what is caught is stored, or nothing was thrown.
        _code.AddRange([0x02, 0x40]);
        _labels.Add([]);
        if (_random.Next(2) == 0)
        {
            _code.AddRange([0x1f, 0x40, 1, 0x02, 0]);
            _labels.Add([]);
            Statement(depth);
            Statement(depth);
        }
        else
        {
            _code.AddRange([0x02, .. Leb(0x7f)]);
            _labels.Add(null);
            _code.AddRange([0x02, 0x69]);
            _labels.Add(null);
            _code.AddRange([0x1f, 0x40, 1, 0x03, 0]);
            _labels.Add([]);
            Statement(depth);
            _labels.RemoveAt(_labels.Count - 1);
            _code.AddRange([0x0b, 0x0c, 2, 0x0b]);
            _labels.RemoveAt(_labels.Count - 1);
            // The exception goes on half of the time.
            if (_random.Next(2) == 0)
                _code.Add(0x0a);
            else
                _code.AddRange([0x1a, 0x41, 0]);
            _labels.RemoveAt(_labels.Count - 1);
            _code.AddRange([0x0b, 0x1a]);
            _labels.RemoveAt(_labels.Count - 1);
            _code.Add(0x0b);
            return;
        }

        _labels.RemoveAt(_labels.Count - 1);
        _code.Add(0x0b);
        _labels.RemoveAt(_labels.Count - 1);
        _code.Add(0x0b);
    }

    private ValKind[] Kinds(int most) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => Numbers[_random.Next(5)])];

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private static byte Code(ValKind kind) => (byte)(0x7f - (int)kind);

    private static byte[] Vector(ValKind[] kinds) => [.. Leb(kinds.Length), .. kinds.Select(Code)];

    private static byte[] Section(byte id, IEnumerable<byte[]> items)
    {
        byte[][] all = [.. items];
        byte[] content = [.. Leb(all.Length), .. all.SelectMany(item => item)];
        return [id, .. Leb(content.Length), .. content];
    }

    private static byte[] Leb(int value)
    {
        var bytes = new List<byte>();
        for (uint left = (uint)value; ; left >>= 7)
        {
            if (left < 0x80)
            {
                bytes.Add((byte)left);
                return [.. bytes];
            }

            bytes.Add((byte)(left | 0x80));
        }
    }

    private static byte[] Signed(long value)
    {
        var bytes = new List<byte>();
        while (true)
        {
            byte low = (byte)(value & 0x7f);
            value >>= 7;
            if ((value == 0 && (low & 0x40) == 0) || (value == -1 && (low & 0x40) != 0))
            {
                bytes.Add(low);
                return [.. bytes];
            }

            bytes.Add((byte)(low | 0x80));
        }
    }
}

using Wasil.Instructions;

namespace Wasil.Tests.Interpreter;

/// <summary>
/// A valid module made up from a seed, with several programs in it: exported functions without parameters, which call each other and
/// some more. Instructions whose types are fixed are taken from the instruction table, and the others are written around them. A
/// program ends, for every loop and call takes from a supply, the global <c>g5</c>, which the host fills before. Where several NaNs
/// would be right, one is chosen, so that what comes out is one thing.
/// </summary>
internal sealed partial class RandomModule
{
    /// <summary>How many programs each module has, exported as <c>p0</c> and so on.</summary>
    public const int Programs = 16;

    /// <summary>What to put in <c>g5</c> before each program.</summary>
    public const int Supply = 60;

    // Exported: five of numbers, the supply, an anyref, a funcref and an externref. Behind them an exnref and a descriptor.
    public const int ExportedGlobals = 9;

    private const int Helpers = 4;
    private const int SupplyGlobal = 5, AnyGlobal = 6, FuncGlobal = 7, ExternGlobal = 8, ExnGlobal = 9, DescriptorGlobal = 10;
    private const int HostFunction = 0, FirstHelper = 1, FirstProgram = FirstHelper + Helpers, Functions = FirstProgram + Programs;
    private const int ActiveData = 0, PassiveData = 1, DroppedData = 2;
    private const int ActiveElements = 0, PassiveFunctions = 1, PassiveObjects = 2, DroppedFunctions = 3;
    private const int SegmentBytes = 256, SegmentElements = 16;

    private readonly Random _random;
    private readonly bool _hasDescriptors;
    private readonly Memory[] _memories;
    private readonly Table[] _tables;
    private readonly Kind[][] _resultSets;
    private readonly (Kind[] Parameters, Kind[] Results)[] _signatures = new (Kind[], Kind[])[Functions];
    private readonly List<(Kind[] Parameters, Kind[] Results)> _funcTypes = [];
    private readonly List<byte> _code = [];
    private readonly List<Kind> _locals = [];
    private readonly List<Label> _labels = [];
    private Kind[] _results = [];
    private int _budget;

    private RandomModule(int seed)
    {
        _random = new Random(seed);
        _hasDescriptors = Chance(2);
        _memories = [.. Memory.All.OrderBy(_ => _random.Next()).Take(Chance(2) ? 1 : 1 + Next(Memory.All.Length))];
        _tables = [new Table(Kind.Func, Functions + 4, false), new Table(Kind.Any, 12, Chance(2)), new Table(Kind.Func, 12, true)];
        _resultSets = [[], [Kind.I64], Some(Kind.Numbers, 3), [.. Some(Kind.Numbers, 2), Kind.Any]];
        _signatures[HostFunction] = ([Kind.I32, Kind.I64, Kind.F64], [Kind.I64]);
        for (int i = FirstHelper; i < Functions; i++)
            _signatures[i] = (i < FirstProgram ? Some(Kind.Storable, 4) : [], Pick(_resultSets));
    }

    /// <summary>The module. It exports its memories as <c>m0</c> and so on, its tables as <c>t0</c> and so on, and globals
    /// likewise.</summary>
    public static byte[] Generate(int seed) => new RandomModule(seed).Module();

    private byte[] Module()
    {
        foreach (var (parameters, results) in _signatures)
            TypeIndex(parameters, results);
        foreach (Kind[] payload in Tags)
            TypeIndex(payload, []);
        byte[][] bodies = [.. Enumerable.Range(FirstHelper, Functions - FirstHelper).Select(Body)];
        byte[] functions = [.. Leb(Functions), .. Enumerable.Range(0, Functions).SelectMany(Leb)];
        return
        [
            .. "\0asm\u0001\0\0\0"u8,
            .. Section(1, [.. Aggregates(), .. _funcTypes.Select(type => (byte[])[0x60, .. Vector(type.Parameters), .. Vector(type.Results)])]),
            .. Section(2, [[4, .. "host"u8, 3, .. "mix"u8, 0, .. Leb(TypeOf(HostFunction))]]),
            .. Section(3, Enumerable.Range(FirstHelper, Functions - FirstHelper).Select(i => Leb(TypeOf(i)))),
            .. Section(4, _tables.Select(table => (byte[])[table.Element.Code, (byte)(table.Is64 ? 5 : 1), .. Leb(table.Size), .. Leb(table.Size + 8)])),
            .. Section(5, _memories.Select(memory => memory.Type)),
            .. Section(13, Tags.Select(payload => (byte[])[0, .. Leb(TypeIndex(payload, []))])),
            .. Section(6, [
                [0x7f, 1, 0x41, 7, 0x0b], [0x7e, 1, 0x42, 9, 0x0b], [0x7d, 1, 0x43, 0, 0, 0x80, 0x3f, 0x0b],
                [0x7c, 1, 0x44, 0, 0, 0, 0, 0, 0, 0, 0x40, 0x0b], [0x7b, 1, 0xfd, 0x0c, .. Bytes(16), 0x0b],
                [0x7f, 1, 0x41, 0, 0x0b], [0x6e, 1, 0xd0, 0x71, 0x0b], [0x70, 1, 0xd0, 0x73, 0x0b], [0x6f, 1, 0xd0, 0x72, 0x0b],
                [0x69, 1, 0xd0, 0x74, 0x0b],
                [.. _hasDescriptors ? (byte[])[0x64, 0x62, DescriptorType] : [0x63, DescriptorType], 0, 0x42, 5, 0xfb, 0, DescriptorType, 0x0b]]),
            .. Section(7, [
                .. Exports('p', 0, Programs, FirstProgram), .. Exports('t', 1, _tables.Length), .. Exports('m', 2, _memories.Length),
                .. Exports('g', 3, ExportedGlobals)]),
            .. Section(9, [
                [0, 0x41, 0, 0x0b, .. functions], [1, 0, .. Few(Functions)],
                [5, 0x6e, SegmentElements, .. Enumerable.Range(0, SegmentElements).SelectMany(i =>
                    (byte[])(i % 3 == 0 ? [0xd0, 0x71, 0x0b] : [0x41, .. Signed(i * 77), 0xfb, 0x1c, 0x0b]))],
                [1, 0, .. Few(Functions)], [3, 0, .. functions]]),
            .. Section(12, 3),
            .. Section(10, bodies),
            .. Section(11, [
                [0, _memories[0].Is64 ? (byte)0x42 : (byte)0x41, 0, 0x0b, .. Leb(SegmentBytes), .. Bytes(SegmentBytes)],
                [1, .. Leb(SegmentBytes), .. Bytes(SegmentBytes)], [1, .. Leb(SegmentBytes), .. Bytes(SegmentBytes)]]),
        ];
    }

    private byte[] Few(int functions) =>
        [SegmentElements, .. Enumerable.Range(0, SegmentElements).SelectMany(_ => Leb(Next(functions)))];

    private static IEnumerable<byte[]> Exports(char letter, byte kind, int count, int first = 0) =>
        Enumerable.Range(0, count).Select(i => (byte[])[.. Name($"{letter}{i}"), kind, .. Leb(first + i)]);

    private static byte[] Name(string name) => [(byte)name.Length, .. name.Select(letter => (byte)letter)];

    /// <summary>The index of a function type, which is added to the module if it is new.</summary>
    private int TypeIndex(Kind[] parameters, Kind[] results)
    {
        int index = _funcTypes.FindIndex(type =>
            type.Parameters.AsSpan().SequenceEqual(parameters) && type.Results.AsSpan().SequenceEqual(results));
        if (index < 0)
        {
            index = _funcTypes.Count;
            _funcTypes.Add((parameters, results));
        }

        return AggregateTypes + index;
    }

    private int TypeOf(int function) => TypeIndex(_signatures[function].Parameters, _signatures[function].Results);

    private byte[] Body(int function)
    {
        _code.Clear();
        _locals.Clear();
        _labels.Clear();
        (Kind[] parameters, _results) = _signatures[function];
        _locals.AddRange(parameters);
        Kind[] own = Some(Kind.Storable, 5);
        _locals.AddRange(own);
        _budget = 40;
        _labels.Add(new Label(_results, false));
        TakeSupply();
        for (int i = 1 + Next(4); i > 0; i--)
            Statement(4);
        foreach (Kind result in _results)
            Value(result, 4);
        Add(Opcode.End);
        // Behind the others, locals for passing what is on the stack by.
        Kind[] all = [.. own, .. Kind.Numbers, Kind.Any];
        byte[] body = [.. Leb(all.Length), .. all.SelectMany(kind => (byte[])[1, .. kind.Bytes]), .. _code];
        return [.. Leb(body.Length), .. body];
    }

    // Leaves the function when there was enough of the program.
    private void TakeSupply()
    {
        Add(Opcode.GlobalGet, SupplyGlobal);
        Add(Opcode.I32Eqz);
        Add(Opcode.If);
        _code.Add(0x40);
        foreach (Kind result in _results)
            Constant(result);
        Add(Opcode.Return);
        Add(Opcode.End);
        Add(Opcode.GlobalGet, SupplyGlobal);
        I32(1);
        Add(Opcode.I32Sub);
        Add(Opcode.GlobalSet, SupplyGlobal);
    }

    private void Add(Opcode opcode)
    {
        int code = (int)opcode;
        if (code < 0x100)
        {
            _code.Add((byte)code);
        }
        else
        {
            _code.Add((byte)(0xf0 | (code >> 12)));
            Index(code & 0xfff);
        }
    }

    private void Add(Opcode opcode, int index)
    {
        Add(opcode);
        Index(index);
    }

    private void Add(Opcode opcode, int index, int index2)
    {
        Add(opcode, index);
        Index(index2);
    }

    private void Index(int index) => _code.AddRange(Leb(index));

    private void I32(int value)
    {
        Add(Opcode.I32Const);
        _code.AddRange(Signed(value));
    }

    private void I64(long value)
    {
        Add(Opcode.I64Const);
        _code.AddRange(Signed(value));
    }

    /// <summary>A constant of an address type.</summary>
    private void Address(bool is64, int value)
    {
        if (is64)
            I64(value);
        else
            I32(value);
    }

    private int Next(int limit) => _random.Next(limit);

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];

    private Kind[] Some(Kind[] from, int most)
    {
        var kinds = new Kind[Next(most + 1)];
        for (int i = 0; i < kinds.Length; i++)
            kinds[i] = Pick(from);
        return kinds;
    }

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Vector(Kind[] kinds) => [.. Leb(kinds.Length), .. kinds.SelectMany(kind => kind.Bytes)];

    private static byte[] Section(byte id, IEnumerable<byte[]> items)
    {
        byte[][] all = [.. items];
        byte[] content = [.. Leb(all.Length), .. all.SelectMany(item => item)];
        return [id, .. Leb(content.Length), .. content];
    }

    private static byte[] Section(byte id, byte content) => [id, 1, content];

    private static byte[] Leb(int value)
    {
        if (value < 0x80)
            return [(byte)value];
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

    /// <summary>A value type, or the type of a packed field, as the binary format writes it: one byte, or one and a type.</summary>
    private readonly record struct Kind(byte Code, byte Type = 0)
    {
        public static readonly Kind I32 = new(0x7f), I64 = new(0x7e), F32 = new(0x7d), F64 = new(0x7c), V128 = new(0x7b), I8 = new(0x78),
            I16 = new(0x77), Func = new(0x70), Extern = new(0x6f), Any = new(0x6e), Eq = new(0x6d), Exn = new(0x69);

        public static readonly Kind[] Numbers = [I32, I64, F32, F64, V128];

        // What locals and parameters hold.
        public static readonly Kind[] Storable =
            [.. Numbers, .. Numbers, .. Numbers, Any, Func, Extern, Null(BaseType), Null(DerivedType), Null(I64Array), Null(AnyArray), Null(DescribedType)];

        public bool IsReference => Code is < 0x77;

        public bool IsNumber => Code is <= 0x7f and >= 0x7b;

        public bool IsDefined => Code is 0x63 or 0x64;

        public byte[] Bytes => IsDefined ? [Code, Type] : [Code];

        /// <summary>What the binary format writes for the heap type.</summary>
        public byte Heap => IsDefined ? Type : Code;

        public Kind Unpacked => Code is 0x77 or 0x78 ? I32 : this;

        public static Kind Null(byte type) => new(0x63, type);

        public static Kind Ref(byte type) => new(0x64, type);
    }

    /// <summary>A label around the place, and what a branch to it takes along.</summary>
    private readonly record struct Label(Kind[] Kinds, bool IsCatch);

    /// <param name="Element">What it holds.</param>
    /// <param name="Size">How much of that at first.</param>
    /// <param name="Is64">Whether its addresses are i64.</param>
    private sealed record Table(Kind Element, int Size, bool Is64);

    /// <param name="Type">As the binary format writes it.</param>
    /// <param name="Is64">Whether its addresses are i64.</param>
    /// <param name="IsShared">Whether one may wait at its addresses.</param>
    /// <param name="Mask">What keeps an address within it, together with a small offset.</param>
    private sealed record Memory(byte[] Type, bool Is64, bool IsShared, int Mask)
    {
        // One of each: with pages of one byte, of which there are 700.
        public static readonly Memory[] All =
        [
            new([1, 1, 3], false, false, 0xfdff), new([5, 1, 3], true, false, 0xfdff), new([3, 1, 3], false, true, 0xfdff),
            new([9, .. Leb(700), .. Leb(1000), 0], false, false, 0x1ff),
        ];
    }
}

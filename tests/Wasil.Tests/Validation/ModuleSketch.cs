using System.Text;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Tests.Validation;

/// <summary>A module put together piece by piece, its code written as opcodes and numbers.</summary>
internal sealed class ModuleSketch
{
    private readonly List<byte> _bytes = [];
    private readonly List<SubType> _types = [];
    private readonly List<RecType> _groups = [];
    private readonly List<CustomSectionRange> _customSections = [];

    public List<Import> Imports { get; } = [];

    public List<uint> Functions { get; } = [];

    public List<ByteRange> Code { get; } = [];

    public List<Table> Tables { get; } = [];

    public List<MemoryType> Memories { get; } = [];

    public List<uint> Tags { get; } = [];

    public List<Global> Globals { get; } = [];

    public List<Export> Exports { get; } = [];

    public List<ElementSegment> Elements { get; } = [];

    public List<DataSegment> Data { get; } = [];

    public uint? DataCount { get; set; }

    public uint? Start { get; set; }

    public static ValType RefTo(uint type, bool nullable = false) => ValType.Ref(HeapType.OfIndex(type), nullable);

    public uint Type(ValType[] parameters, ValType[] results) => Type(new FuncType(parameters, results));

    public uint Type(CompositeType composite, bool isFinal = true, uint? supertype = null) =>
        Group(new SubType(isFinal, supertype, composite));

    public uint Group(params SubType[] members)
    {
        int first = _types.Count;
        _types.AddRange(members);
        _groups.Add(new RecType(first, members.Length));
        return (uint)first;
    }

    /// <summary>Adds a function whose body has no locals.</summary>
    /// <param name="type">Its type index.</param>
    /// <param name="code">Opcodes; integers, written as unsigned LEB128; bytes and byte arrays, as they are.</param>
    public uint Function(uint type, params object[] code) => FunctionWithLocals(type, [], code);

    public uint FunctionWithLocals(uint type, (uint Count, byte[] Type)[] locals, params object[] code)
    {
        var body = new List<byte>();
        Leb(body, (uint)locals.Length);
        foreach (var (count, localType) in locals)
        {
            Leb(body, count);
            body.AddRange(localType);
        }
        body.AddRange(Assemble(code));
        Functions.Add(type);
        Code.Add(Bytes([.. body]));
        int imported = Imports.Count(import => import.Kind == ExternKind.Func);
        return (uint)(imported + Functions.Count - 1);
    }

    public void ImportFunction(uint type) => Imports.Add(new Import("m", "f", ExternKind.Func, type, null));

    public ByteRange Expression(params object[] code) => Bytes(Assemble(code));

    public ByteRange Bytes(byte[] bytes)
    {
        var range = new ByteRange(_bytes.Count, bytes.Length);
        _bytes.AddRange(bytes);
        // Code that does not end is not to run into code that happens to follow.
        _bytes.Add(0xff);
        return range;
    }

    public void NameFunction(uint index, string name)
    {
        var map = new List<byte> { 1 };
        Leb(map, index);
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        Leb(map, (uint)utf8.Length);
        map.AddRange(utf8);
        _customSections.Add(new CustomSectionRange("name", Bytes([1, (byte)map.Count, .. map]), 0));
    }

    public Module Build() => new()
    {
        Bytes = _bytes.ToArray(),
        Types = [.. _types],
        RecTypes = [.. _groups],
        Imports = [.. Imports],
        Functions = [.. Functions],
        Code = [.. Code],
        Tables = [.. Tables],
        Memories = [.. Memories],
        Tags = [.. Tags],
        Globals = [.. Globals],
        Exports = [.. Exports],
        Elements = [.. Elements],
        Data = [.. Data],
        DataCount = DataCount,
        Start = Start,
        CustomSections = [.. _customSections],
    };

    public static byte[] Assemble(params object[] code)
    {
        var bytes = new List<byte>();
        foreach (object item in code)
        {
            switch (item)
            {
                case Opcode opcode when (int)opcode < 0x100:
                    bytes.Add((byte)opcode);
                    break;
                case Opcode opcode:
                    bytes.Add((byte)(0xf0 | ((int)opcode >> 12)));
                    Leb(bytes, (uint)opcode & 0xfff);
                    break;
                case byte raw:
                    bytes.Add(raw);
                    break;
                case byte[] raw:
                    bytes.AddRange(raw);
                    break;
                default:
                    Leb(bytes, Convert.ToUInt32(item, System.Globalization.CultureInfo.InvariantCulture));
                    break;
            }
        }
        return [.. bytes];
    }

    private static void Leb(List<byte> bytes, uint value)
    {
        for (; value >= 0x80; value >>= 7) bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }
}

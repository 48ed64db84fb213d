namespace Wasil.Tests.Hostile;

/// <summary>
/// Writes a wasm module section by section without asking whether it makes sense: function bodies are raw bytes, and
/// indices are whatever the caller says. See <see cref="ByteWriter"/> for why the product's encoder is not used.
/// </summary>
internal sealed class ModuleBuilder
{
    public const byte FunctionKind = 0;
    public const byte TableKind = 1;
    public const byte MemoryKind = 2;
    public const byte GlobalKind = 3;

    private static readonly byte[] Preamble = [0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00];

    private readonly Entries _types = new(1);
    private readonly Entries _imports = new(2);
    private readonly Entries _functions = new(3);
    private readonly Entries _tables = new(4);
    private readonly Entries _memories = new(5);
    private readonly Entries _globals = new(6);
    private readonly Entries _exports = new(7);
    private readonly Entries _elements = new(9);
    private readonly Entries _code = new(10);
    private readonly Entries _data = new(11);
    private readonly List<(string Name, byte[] Content)> _customs = [];
    private readonly uint[] _imported = new uint[4];
    private uint? _start;
    private bool _dataCount;

    /// <summary>Adds a function type and returns its index.</summary>
    public uint Type(ReadOnlySpan<byte> parameters, ReadOnlySpan<byte> results)
    {
        _types.Add().Byte(0x60).Unsigned((ulong)parameters.Length).Bytes(parameters)
            .Unsigned((ulong)results.Length).Bytes(results);
        return _types.Count - 1;
    }

    /// <summary>Imports a function and returns its index. Imports come before what the module defines itself.</summary>
    public uint ImportFunction(string module, string name, uint type)
    {
        Import(module, name, FunctionKind).Unsigned(type);
        return _imported[FunctionKind]++;
    }

    public uint ImportTable(string module, string name, byte elementType, ulong minimum, ulong? maximum = null)
    {
        WriteLimits(Import(module, name, TableKind).Byte(elementType), minimum, maximum, 0);
        return _imported[TableKind]++;
    }

    public uint ImportMemory(string module, string name, ulong minimum, ulong? maximum = null)
    {
        WriteLimits(Import(module, name, MemoryKind), minimum, maximum, 0);
        return _imported[MemoryKind]++;
    }

    public uint ImportGlobal(string module, string name, byte type, bool mutable)
    {
        Import(module, name, GlobalKind).Byte(type).Byte(mutable ? (byte)1 : (byte)0);
        return _imported[GlobalKind]++;
    }

    /// <summary>
    /// Adds a function and returns its index. The closing <c>end</c> is added; <paramref name="locals"/> are groups of
    /// a count and a type, written as they are.
    /// </summary>
    public uint Function(uint type, ByteWriter body, params (uint Count, byte Type)[] locals)
    {
        var header = new ByteWriter().Unsigned((ulong)locals.Length);
        foreach ((uint count, byte localType) in locals)
            header.Unsigned(count).Byte(localType);
        _functions.Add().Unsigned(type);
        _code.Add().Unsigned((ulong)(header.Length + body.Length + 1))
            .Bytes(header.Written).Bytes(body.Written).Byte(Opcodes.End);
        return _imported[FunctionKind] + _functions.Count - 1;
    }

    /// <summary>The index that the next call of <see cref="Function"/> will return, for recursive bodies.</summary>
    public uint NextFunction => _imported[FunctionKind] + _functions.Count;

    /// <summary>Adds a table. <paramref name="flags"/> takes further bits of the limits: 2 shared, 4 64-bit.</summary>
    public uint Table(byte elementType, ulong minimum, ulong? maximum = null, byte flags = 0)
    {
        WriteLimits(_tables.Add().Byte(elementType), minimum, maximum, flags);
        return _imported[TableKind] + _tables.Count - 1;
    }

    /// <summary>Adds a memory, in pages. <paramref name="flags"/> takes further bits of the limits: 2 shared, 4 64-bit.</summary>
    public uint Memory(ulong minimum, ulong? maximum = null, byte flags = 0)
    {
        WriteLimits(_memories.Add(), minimum, maximum, flags);
        return _imported[MemoryKind] + _memories.Count - 1;
    }

    /// <summary>Adds a global; <paramref name="value"/> is a constant expression without its <c>end</c>.</summary>
    public uint Global(byte type, bool mutable, ByteWriter value)
    {
        _globals.Add().Byte(type).Byte(mutable ? (byte)1 : (byte)0).Bytes(value.Written).Byte(Opcodes.End);
        return _imported[GlobalKind] + _globals.Count - 1;
    }

    public ModuleBuilder Export(string name, byte kind, uint index)
    {
        _exports.Add().Name(name).Byte(kind).Unsigned(index);
        return this;
    }

    /// <summary>Exports a function.</summary>
    public ModuleBuilder Export(string name, uint function) => Export(name, FunctionKind, function);

    public ModuleBuilder Start(uint function)
    {
        _start = function;
        return this;
    }

    /// <summary>Adds an active segment of functions for table 0, at a constant offset.</summary>
    public ModuleBuilder Element(int offset, params ReadOnlySpan<uint> functions)
    {
        ByteWriter entry = _elements.Add().Unsigned(0).I32(offset).Byte(Opcodes.End).Unsigned((ulong)functions.Length);
        foreach (uint function in functions)
            entry.Unsigned(function);
        return this;
    }

    /// <summary>Adds an active data segment for memory 0, at a constant offset.</summary>
    public ModuleBuilder Data(int offset, ReadOnlySpan<byte> content)
    {
        _data.Add().Unsigned(0).I32(offset).Byte(Opcodes.End).Unsigned((ulong)content.Length).Bytes(content);
        return this;
    }

    /// <summary>Adds a passive data segment, and the count section that <c>memory.init</c> wants.</summary>
    public ModuleBuilder PassiveData(ReadOnlySpan<byte> content)
    {
        _dataCount = true;
        _data.Add().Unsigned(1).Unsigned((ulong)content.Length).Bytes(content);
        return this;
    }

    public ModuleBuilder Custom(string name, byte[] content)
    {
        _customs.Add((name, content));
        return this;
    }

    public byte[] ToArray()
    {
        var module = new ByteWriter().Bytes(Preamble);
        foreach (Entries section in (ReadOnlySpan<Entries>)[_types, _imports, _functions, _tables, _memories, _globals, _exports])
            section.WriteTo(module);
        if (_start is uint start)
            Section(module, 8, new ByteWriter().Unsigned(start).Written);
        _elements.WriteTo(module);
        if (_dataCount)
            Section(module, 12, new ByteWriter().Unsigned(_data.Count).Written);
        _code.WriteTo(module);
        _data.WriteTo(module);
        foreach ((string name, byte[] content) in _customs)
            Section(module, 0, new ByteWriter().Name(name).Bytes(content).Written);
        return module.ToArray();
    }

    /// <summary>A module of the given sections, whatever is in them: the way to write what no well-meant API would.</summary>
    public static byte[] Raw(params (byte Id, byte[] Content)[] sections)
    {
        var module = new ByteWriter().Bytes(Preamble);
        foreach ((byte id, byte[] content) in sections)
            Section(module, id, content);
        return module.ToArray();
    }

    private static void Section(ByteWriter module, byte id, ReadOnlySpan<byte> content) =>
        module.Byte(id).Unsigned((ulong)content.Length).Bytes(content);

    private static void WriteLimits(ByteWriter target, ulong minimum, ulong? maximum, byte flags)
    {
        target.Byte((byte)(flags | (maximum is null ? 0 : 1))).Unsigned(minimum);
        if (maximum is ulong limit)
            target.Unsigned(limit);
    }

    private ByteWriter Import(string module, string name, byte kind) => _imports.Add().Name(module).Name(name).Byte(kind);

    /// <summary>A section that is a vector: it counts what was added and is left out when nothing was.</summary>
    private sealed class Entries(byte id)
    {
        private readonly ByteWriter _content = new();

        public uint Count { get; private set; }

        public ByteWriter Add()
        {
            Count++;
            return _content;
        }

        public void WriteTo(ByteWriter module)
        {
            if (Count == 0)
                return;
            var count = new ByteWriter().Unsigned(Count);
            module.Byte(id).Unsigned((ulong)(count.Length + _content.Length)).Bytes(count.Written).Bytes(_content.Written);
        }
    }
}

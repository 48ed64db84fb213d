using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Binary;

/// <content>The "Modules" chapter of the binary format, apart from types and segments.</content>
internal sealed partial class ModuleDecoder
{
    private void ReadImports(ref ByteReader reader)
    {
        // The shortest import: two empty names, its kind, an index.
        int count = ReadCount(ref reader, ImplementationLimits.Imports, "imports", entryBytes: 4);
        var imports = new ArrayBuilder<Import>(count);
        string lastModule = "";
        for (int i = 0; i < count; i++)
        {
            string moduleName = ReadName(ref reader);
            // Imports come in runs of one module, whose name need not be kept a thousand times.
            if (moduleName == lastModule)
                moduleName = lastModule;
            lastModule = moduleName;
            string name = ReadName(ref reader);
            if (name.Length == 0 && reader.PeekByte() is 0x7e or 0x7f)
                ReadCompactImports(ref reader, moduleName, imports);
            else
                imports.Add(ReadExternType(ref reader, moduleName, name));
            if (imports.Count > ImplementationLimits.Imports)
                FailLimit(ref reader, reader.Position, ImplementationLimits.Imports, "imports");
        }

        _imports = imports.ToArray();
    }

    /// <summary>Several imports from one module: 0x7f, each with its type, or 0x7e, all of one type.</summary>
    private void ReadCompactImports(ref ByteReader reader, string moduleName, ArrayBuilder<Import> imports)
    {
        int start = reader.Position;
        Require(WasmFeatures.CompactImports, "malformed import kind", ref reader, start);
        bool shareType = reader.ReadByte() == 0x7e;
        var shared = shareType ? ReadExternType(ref reader, moduleName, "") : default;
        int count = ReadCount(ref reader, ImplementationLimits.Imports - imports.Count, "imports", entryBytes: shareType ? 1 : 3);
        for (int i = 0; i < count; i++)
        {
            string name = ReadName(ref reader);
            imports.Add(shareType ? shared with { Name = name } : ReadExternType(ref reader, moduleName, name));
        }
    }

    private Import ReadExternType(ref ByteReader reader, string moduleName, string name)
    {
        bool isExact = TryReadExactFunction(ref reader);
        var kind = isExact ? ExternKind.Func : ReadExternKind(ref reader, "malformed import kind");
        uint typeIndex = 0;
        ExternType? type = null;
        switch (kind)
        {
            case ExternKind.Func:
                typeIndex = reader.ReadU32();
                break;
            case ExternKind.Table:
                type = ReadTableType(ref reader);
                break;
            case ExternKind.Memory:
                type = ReadMemoryType(ref reader);
                break;
            case ExternKind.Global:
                type = ReadGlobalType(ref reader);
                break;
            case ExternKind.Tag:
                typeIndex = ReadTagType(ref reader);
                break;
        }

        return new Import(moduleName, name, kind, typeIndex, type, isExact);
    }

    private bool TryReadExactFunction(ref ByteReader reader)
    {
        if (reader.PeekByte() != BinaryFormat.ExactFunction || !_features.HasFlag(WasmFeatures.CustomDescriptors))
            return false;
        reader.ReadByte();
        return true;
    }

    private ExternKind ReadExternKind(ref ByteReader reader, string problem)
    {
        int start = reader.Position;
        var kind = (ExternKind)reader.ReadByte();
        if (kind > ExternKind.Tag)
            reader.Fail($"{problem}: 0x{(byte)kind:x2}", start);
        Require(kind == ExternKind.Tag ? WasmFeatures.Exceptions : WasmFeatures.None, problem, ref reader, start);
        return kind;
    }

    private static uint ReadTagType(ref ByteReader reader)
    {
        ReadZero(ref reader, "malformed tag attribute");
        return reader.ReadU32();
    }

    private static void ReadZero(ref ByteReader reader, string problem)
    {
        byte zero = reader.ReadByte();
        if (zero != 0)
            reader.Fail($"{problem}: zero byte expected, not 0x{zero:x2}", reader.Position - 1);
    }

    private void ReadFunctions(ref ByteReader reader)
    {
        _functions = new uint[ReadCount(ref reader, ImplementationLimits.Functions, "functions", entryBytes: 1)];
        for (int i = 0; i < _functions.Length; i++)
            _functions[i] = reader.ReadU32();
    }

    private void ReadTables(ref ByteReader reader)
    {
        _tables = new Table[ReadCount(ref reader, ImplementationLimits.Tables, "tables", entryBytes: 3)];
        for (int i = 0; i < _tables.Length; i++)
        {
            bool hasInitializer = reader.PeekByte() == 0x40;
            if (hasInitializer)
            {
                Require(WasmFeatures.FunctionReferences, "malformed table", ref reader, reader.Position);
                reader.ReadByte();
                ReadZero(ref reader, "malformed table");
            }

            var type = ReadTableType(ref reader);
            _tables[i] = new Table(type, hasInitializer ? ReadExpression(ref reader) : null);
        }
    }

    private void ReadMemories(ref ByteReader reader)
    {
        _memories = new MemoryType[ReadCount(ref reader, ImplementationLimits.Memories, "memories", entryBytes: 2)];
        for (int i = 0; i < _memories.Length; i++)
            _memories[i] = ReadMemoryType(ref reader);
    }

    private void ReadTags(ref ByteReader reader)
    {
        _tags = new uint[ReadCount(ref reader, ImplementationLimits.Tags, "tags", entryBytes: 2)];
        for (int i = 0; i < _tags.Length; i++)
            _tags[i] = ReadTagType(ref reader);
    }

    private void ReadGlobals(ref ByteReader reader)
    {
        _globals = new Global[ReadCount(ref reader, ImplementationLimits.Globals, "globals", entryBytes: 3)];
        for (int i = 0; i < _globals.Length; i++)
        {
            var type = ReadGlobalType(ref reader);
            _globals[i] = new Global(type, ReadExpression(ref reader));
        }
    }

    private void ReadExports(ref ByteReader reader)
    {
        _exports = new Export[ReadCount(ref reader, ImplementationLimits.Exports, "exports", entryBytes: 3)];
        for (int i = 0; i < _exports.Length; i++)
        {
            string name = ReadName(ref reader);
            var kind = ReadExternKind(ref reader, "malformed export kind");
            _exports[i] = new Export(name, kind, reader.ReadU32());
        }
    }

    private void ReadCode(ref ByteReader reader)
    {
        _code = new ByteRange[ReadCount(ref reader, ImplementationLimits.Functions, "function bodies", entryBytes: 2)];
        for (int i = 0; i < _code.Length; i++)
        {
            int start = reader.Position;
            int size = ReadLength(ref reader);
            if (size > ImplementationLimits.BodyBytes)
                FailLimit(ref reader, start, ImplementationLimits.BodyBytes, "bytes in a function body");
            var body = new ByteRange(reader.Offset, size);
            _code[i] = body;
            var bodyReader = new ByteReader(reader.ReadBytes(size), body.Offset, "code");
            SkipLocals(ref bodyReader);
        }
    }

    private void SkipLocals(ref ByteReader reader)
    {
        ulong total = 0;
        uint runs = reader.ReadU32();
        int limitPassed = -1;
        for (uint i = 0; i < runs; i++)
        {
            int start = reader.Position;
            total += reader.ReadU32();
            if (total > uint.MaxValue)
                reader.Fail("too many locals", start);
            if (total > ImplementationLimits.Locals && limitPassed < 0)
                limitPassed = start;
            ReadValType(ref reader);
        }

        if (limitPassed >= 0)
            FailLimit(ref reader, limitPassed, ImplementationLimits.Locals, "locals");
    }

    /// <summary>Finds the end of a constant expression, whose instructions may still turn out not to be constant.</summary>
    private ByteRange ReadExpression(ref ByteReader reader)
    {
        int start = reader.Offset;
        string section = BinaryFormat.NameOf(_sections[^1].Id);
        var instructions = new InstructionReader(reader.Bytes[reader.Position..], start, section);
        int depth = 0;
        while (instructions.Next(out var instruction))
        {
            switch (instruction.Opcode)
            {
                case Opcode.Block or Opcode.Loop or Opcode.If or Opcode.Try or Opcode.TryTable:
                    depth++;
                    break;
                case Opcode.Delegate when depth > 0:
                    depth--;
                    break;
                case Opcode.Else when depth == 0:
                    reader.Fail("END opcode expected", reader.Position + instructions.Position - 1);
                    break;
                case Opcode.End when depth > 0:
                    depth--;
                    break;
                case Opcode.End:
                    return Take(ref reader, instructions.Position);
            }
        }

        reader.Fail("unexpected end of section or function: END opcode expected", reader.Bytes.Length);
        return default;
    }
}

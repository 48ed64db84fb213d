using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Binary;

/// <content>The "Types" chapter of the binary format, and the type section.</content>
internal sealed partial class ModuleDecoder
{
    private const int MaximumFlag = 1;
    private const int SharedFlag = 2;
    private const int Is64Flag = 4;
    private const int PageSizeFlag = 8;

    private int _typeParts;

    private void ReadTypes(ref ByteReader reader)
    {
        // The shortest entries are `(rec)` and `(type (struct))`.
        _recTypes = new RecType[ReadCount(ref reader, ImplementationLimits.Types, "recursion groups", entryBytes: 2)];
        var types = new ArrayBuilder<SubType>(_recTypes.Length);
        for (int i = 0; i < _recTypes.Length; i++)
        {
            int start = reader.Position;
            int first = types.Count;
            int count = 1;
            if (reader.PeekByte() == 0x4e)
            {
                Require(WasmFeatures.Gc, "malformed definition type", ref reader, start);
                reader.ReadByte();
                count = ReadCount(ref reader, ImplementationLimits.Types, "types", entryBytes: 2);
            }

            if (count > ImplementationLimits.Types - first)
                FailLimit(ref reader, start, ImplementationLimits.Types, "types");
            for (int j = 0; j < count; j++)
                types.Add(ReadSubType(ref reader));
            _recTypes[i] = new RecType(first, count);
        }

        _types = types.ToArray();
    }

    private SubType ReadSubType(ref ByteReader reader)
    {
        byte code = reader.PeekByte();
        if (code is not (0x4f or 0x50))
            return ReadDescribed(ref reader, isFinal: true, supertype: null);

        Require(WasmFeatures.Gc, "malformed definition type", ref reader, reader.Position);
        reader.ReadByte();
        int start = reader.Position;
        int supertypes = ReadLength(ref reader);
        if (supertypes > 1)
            reader.Fail($"malformed definition type: {supertypes} supertypes, at most one is allowed", start);
        uint? supertype = supertypes == 1 ? reader.ReadU32() : null;
        return ReadDescribed(ref reader, isFinal: code == 0x4f, supertype);
    }

    private SubType ReadDescribed(ref ByteReader reader, bool isFinal, uint? supertype)
    {
        uint? described = ReadClause(ref reader, 0x4c), descriptor = ReadClause(ref reader, 0x4d);
        return new SubType(isFinal, supertype, ReadCompositeType(ref reader), described, descriptor);
    }

    private uint? ReadClause(ref ByteReader reader, byte code)
    {
        if (reader.PeekByte() != code)
            return null;
        Require(WasmFeatures.CustomDescriptors, "malformed definition type", ref reader, reader.Position);
        reader.ReadByte();
        return reader.ReadU32();
    }

    private CompositeType ReadCompositeType(ref ByteReader reader)
    {
        int start = reader.Position;
        byte code = reader.ReadByte();
        switch (code)
        {
            case 0x60:
                var parameters = ReadValTypes(ref reader, ImplementationLimits.Parameters, "parameters");
                var results = ReadValTypes(ref reader, ImplementationLimits.Results, "results");
                return new FuncType(parameters, results);
            case 0x5f:
                Require(WasmFeatures.Gc, "malformed definition type", ref reader, start);
                var fields = new FieldType[ReadCount(ref reader, ImplementationLimits.StructFields, "fields", entryBytes: 2)];
                CountTypeParts(fields.Length, ref reader);
                for (int i = 0; i < fields.Length; i++)
                    fields[i] = ReadFieldType(ref reader);
                return new StructType(fields);
            case 0x5e:
                Require(WasmFeatures.Gc, "malformed definition type", ref reader, start);
                return new ArrayType(ReadFieldType(ref reader));
            default:
                reader.Fail(code >= 0x80 ? "integer representation too long" : $"malformed definition type: 0x{code:x2}", start);
                return null;
        }
    }

    private ValType[] ReadValTypes(ref ByteReader reader, int limit, string what)
    {
        int count = ReadCount(ref reader, limit, what, entryBytes: 1);
        if (count == 0)
            return [];
        CountTypeParts(count, ref reader);
        var types = new ValType[count];
        for (int i = 0; i < types.Length; i++)
            types[i] = ReadValType(ref reader);
        return types;
    }

    private void CountTypeParts(int count, ref ByteReader reader)
    {
        _typeParts += count;
        if (_typeParts > ImplementationLimits.TypeParts)
            FailLimit(ref reader, reader.Position, ImplementationLimits.TypeParts, "parameters, results and fields of all types");
    }

    private FieldType ReadFieldType(ref ByteReader reader)
    {
        StorageType storage;
        switch (reader.PeekByte())
        {
            case 0x78:
                reader.ReadByte();
                storage = StorageType.I8;
                break;
            case 0x77:
                reader.ReadByte();
                storage = StorageType.I16;
                break;
            default:
                storage = StorageType.Of(ReadValType(ref reader));
                break;
        }

        return new FieldType(storage, ReadMutability(ref reader));
    }

    private static bool ReadMutability(ref ByteReader reader)
    {
        byte mutability = reader.ReadByte();
        if (mutability > 1)
            reader.Fail($"malformed mutability: expected 0 or 1, not {mutability}", reader.Position - 1);
        return mutability == 1;
    }

    private ValType ReadValType(ref ByteReader reader)
    {
        int start = reader.Position;
        int code = reader.ReadValueType(out long heap);
        var type = TypeCodes.ValTypeOf(code, heap);
        if (type.Kind <= ValKind.F64)
            return type;
        var required = TypeCodes.FeaturesOf(type);
        if (code is ByteReader.RefCode or ByteReader.RefNullCode)
            required |= WasmFeatures.FunctionReferences;
        Require(required, "malformed value type", ref reader, start);
        return type;
    }

    private ValType ReadRefType(ref ByteReader reader)
    {
        // Tables of `funcref` are older than the feature that makes it a value type.
        const byte funcRef = 0x70;
        if (reader.PeekByte() == funcRef)
        {
            reader.ReadByte();
            return ValType.FuncRef;
        }

        int start = reader.Position;
        if (reader.PeekByte() is >= 0x75 or < 0x63)
            reader.Fail($"malformed reference type: 0x{reader.PeekByte():x2}", start);
        return ReadValType(ref reader);
    }

    private GlobalType ReadGlobalType(ref ByteReader reader)
    {
        var content = ReadValType(ref reader);
        return new GlobalType(content, ReadMutability(ref reader));
    }

    private TableType ReadTableType(ref ByteReader reader)
    {
        var element = ReadRefType(ref reader);
        int flags = ReadLimitsFlags(ref reader, MaximumFlag | Is64Flag);
        return new TableType(element, ReadLimits(ref reader, flags), (flags & Is64Flag) != 0);
    }

    private MemoryType ReadMemoryType(ref ByteReader reader)
    {
        int flags = ReadLimitsFlags(ref reader, MaximumFlag | SharedFlag | Is64Flag | PageSizeFlag);
        var limits = ReadLimits(ref reader, flags);
        int pageSizeLog2 = (flags & PageSizeFlag) != 0 ? ReadPageSize(ref reader) : 16;
        return new MemoryType(limits, (flags & Is64Flag) != 0, (flags & SharedFlag) != 0, pageSizeLog2);
    }

    private int ReadLimitsFlags(ref ByteReader reader, int allowed)
    {
        int start = reader.Position;
        int flags = reader.ReadByte();
        if ((flags & ~allowed) != 0)
            reader.Fail($"malformed limits flags: 0x{flags:x2}", start);
        var required = ((flags & SharedFlag) != 0 ? WasmFeatures.Threads : 0)
            | ((flags & Is64Flag) != 0 ? WasmFeatures.Memory64 : 0)
            | ((flags & PageSizeFlag) != 0 ? WasmFeatures.CustomPageSizes : 0);
        Require(required, "malformed limits flags", ref reader, start);
        return flags;
    }

    private Limits ReadLimits(ref ByteReader reader, int flags)
    {
        // Memory64 made all limits 64 bits wide in the format; that a 32-bit memory is not larger than it may be is
        // validation.
        bool wide = _features.HasFlag(WasmFeatures.Memory64);
        ulong minimum = wide ? reader.ReadU64() : reader.ReadU32();
        ulong? maximum = (flags & MaximumFlag) == 0 ? null : wide ? reader.ReadU64() : reader.ReadU32();
        return new Limits(minimum, maximum);
    }

    private static int ReadPageSize(ref ByteReader reader)
    {
        int start = reader.Position;
        uint log2 = reader.ReadU32();
        if (log2 >= 64)
            reader.Fail($"invalid custom page size: 2^{log2} bytes", start);
        return (int)log2;
    }
}

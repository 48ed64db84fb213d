using System.Diagnostics;
using Wasil.Syntax;

namespace Wasil.Binary;

/// <content>The "Types" chapter of the binary format, each type in its shortest form.</content>
internal sealed partial class ByteWriter
{
    public void WriteHeapType(HeapType type)
    {
        Debug.Assert(type.Definition is null, "a closed type has no index in a module");
        if (type.IsExact)
        {
            WriteByte(0x62);
            WriteU32((uint)type.TypeIndex);
        }
        else
        {
            WriteS33(type.IsAbstract ? type.Code : type.TypeIndex);
        }
    }

    public void WriteValType(ValType type)
    {
        switch (type.Kind)
        {
            case ValKind.I32:
                WriteByte(0x7f);
                break;
            case ValKind.I64:
                WriteByte(0x7e);
                break;
            case ValKind.F32:
                WriteByte(0x7d);
                break;
            case ValKind.F64:
                WriteByte(0x7c);
                break;
            case ValKind.V128:
                WriteByte(0x7b);
                break;
            default:
                if (!type.IsNullable)
                    WriteByte(0x64);
                else if (!type.HeapType.IsAbstract)
                    WriteByte(0x63);
                WriteHeapType(type.HeapType);
                break;
        }
    }

    public void WriteCompositeType(CompositeType type)
    {
        switch (type)
        {
            case FuncType function:
                WriteByte(0x60);
                WriteValTypes(function.Parameters);
                WriteValTypes(function.Results);
                break;
            case StructType structure:
                WriteByte(0x5f);
                WriteU32((uint)structure.Fields.Length);
                foreach (var field in structure.Fields)
                    WriteFieldType(field);
                break;
            case ArrayType array:
                WriteByte(0x5e);
                WriteFieldType(array.Element);
                break;
            default:
                throw new UnreachableException();
        }
    }

    public void WriteSubType(SubType type)
    {
        if (!type.IsFinal || type.Supertype is not null)
        {
            WriteByte(type.IsFinal ? (byte)0x4f : (byte)0x50);
            WriteU32(type.Supertype is null ? 0u : 1u);
            if (type.Supertype is { } supertype)
                WriteU32(supertype);
        }

        if (type.Describes is { } described)
        {
            WriteByte(0x4c);
            WriteU32(described);
        }

        if (type.Descriptor is { } descriptor)
        {
            WriteByte(0x4d);
            WriteU32(descriptor);
        }

        WriteCompositeType(type.Composite);
    }

    public void WriteTableType(TableType type)
    {
        WriteValType(type.Element);
        WriteByte((byte)((type.Limits.Maximum is null ? 0 : 1) | (type.Is64 ? 4 : 0)));
        WriteLimits(type.Limits);
    }

    public void WriteMemoryType(MemoryType type)
    {
        bool customPages = type.PageSizeLog2 != 16;
        int flags = (type.Limits.Maximum is null ? 0 : 1) | (type.IsShared ? 2 : 0) | (type.Is64 ? 4 : 0) | (customPages ? 8 : 0);
        WriteByte((byte)flags);
        WriteLimits(type.Limits);
        if (customPages)
            WriteU32((uint)type.PageSizeLog2);
    }

    public void WriteGlobalType(GlobalType type)
    {
        WriteValType(type.Content);
        WriteByte(type.IsMutable ? (byte)1 : (byte)0);
    }

    private void WriteValTypes(ReadOnlySpan<ValType> types)
    {
        WriteU32((uint)types.Length);
        foreach (var type in types)
            WriteValType(type);
    }

    private void WriteFieldType(FieldType type)
    {
        if (type.Storage.IsPacked)
            WriteByte(type.Storage.PackedBits == 8 ? (byte)0x78 : (byte)0x77);
        else
            WriteValType(type.Storage.Unpacked);
        WriteByte(type.IsMutable ? (byte)1 : (byte)0);
    }

    private void WriteLimits(Limits limits)
    {
        WriteU64(limits.Minimum);
        if (limits.Maximum is { } maximum)
            WriteU64(maximum);
    }
}

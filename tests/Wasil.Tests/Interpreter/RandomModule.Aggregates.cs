using Wasil.Instructions;

namespace Wasil.Tests.Interpreter;

/// <content>References, structures, arrays, tables and segments.</content>
internal sealed partial class RandomModule
{
    private const byte BaseType = 0, DerivedType = 1, I64Array = 2, I16Array = 3, AnyArray = 4, FuncArray = 5, V128Array = 6, I8Array = 7,
        DescribedType = 8, DescriptorType = 9;

    private const int AggregateTypes = 10;
    private const int FixedElements = 5;

    // Fields of structures, and elements of arrays.
    private static readonly Kind[][] Contents =
    [
        [Kind.I32, Kind.I64, Kind.Any, Kind.I8, Kind.F64],
        [Kind.I32, Kind.I64, Kind.Any, Kind.I8, Kind.F64, Kind.V128, Kind.F32, Kind.Func, Kind.I16],
        [Kind.I64], [Kind.I16], [Kind.Any], [Kind.Func], [Kind.V128], [Kind.I8], [Kind.I32], [Kind.I64],
    ];

    private static readonly byte[] Heaps = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0x6e, 0x6d, 0x6c, 0x6b, 0x6a, 0x71];

    private static bool IsArray(byte type) => type is >= I64Array and <= I8Array;

    private byte[][] Aggregates()
    {
        byte[] described = [.. _hasDescriptors ? (byte[])[0x4d, DescriptorType] : [], .. Composite(DescribedType)];
        byte[] descriptor = [.. _hasDescriptors ? (byte[])[0x4c, DescribedType] : [], .. Composite(DescriptorType)];
        return
        [
            [0x50, 0, .. Composite(BaseType)], [0x50, 1, BaseType, .. Composite(DerivedType)],
            .. Enumerable.Range(I64Array, I8Array - I64Array + 1).Select(type => Composite((byte)type)),
            [0x4e, 2, .. described, .. descriptor],
        ];
    }

    private static byte[] Composite(byte type)
    {
        byte[] contents = [.. Contents[type].SelectMany(kind => (byte[])[.. kind.Bytes, 1])];
        return IsArray(type) ? [0x5e, .. contents] : [0x5f, (byte)Contents[type].Length, .. contents];
    }

    private void Reference(Kind kind, int depth)
    {
        if (kind == Kind.Any)
        {
            switch (Next(8))
            {
                case 0:
                    Value(Kind.I32, depth - 1);
                    Add(Opcode.RefI31);
                    break;
                case 1 or 2 or 3:
                    New((byte)Next(AggregateTypes), depth - 1);
                    break;
                case 4:
                    Value(Kind.Extern, depth - 1);
                    Add(Opcode.AnyConvertExtern);
                    break;
                case 5:
                    Address(_tables[1].Is64, Next(_tables[1].Size));
                    Add(Opcode.TableGet, 1);
                    break;
                case 6:
                    ElementOrField(kind, depth - 1);
                    break;
                default:
                    Leaf(kind);
                    break;
            }
        }
        else if (kind == Kind.Extern)
        {
            Value(Kind.Any, depth - 1);
            Add(Opcode.ExternConvertAny);
        }
        else if (kind == Kind.Func)
        {
            int table = Chance(2) ? 2 : 0;
            switch (Next(3))
            {
                case 0:
                    Address(_tables[table].Is64, Next(_tables[table].Size));
                    Add(Opcode.TableGet, table);
                    break;
                case 1:
                    ElementOrField(kind, depth - 1);
                    break;
                default:
                    Add(Opcode.RefFunc, Next(Functions));
                    break;
            }
        }
        else if (kind.IsDefined)
        {
            if (kind.Code == 0x63 && Chance(10))
                Cast(Opcode.RefCastNull, kind.Type, depth);
            else
                NotNull(kind.Type, depth);
        }
        else
        {
            Leaf(kind);
        }
    }

    /// <summary>A reference to an object of a type, which is hardly ever null: made here, or found if it is of that type.</summary>
    private void NotNull(byte type, int depth)
    {
        if (depth <= 0 || --_budget < 0)
        {
            New(type, 0);
            return;
        }

        switch (Next(10))
        {
            case 0 or 1 or 2:
                // An object of the type, or what is null.
                OpenBlock(Kind.Ref(type));
                Value(Kind.Null(type), depth - 1);
                Add(Opcode.BrOnNonNull, 0);
                New(type, depth - 1);
                CloseBlock();
                break;
            case 3 or 4:
                OpenBlock(Kind.Ref(type));
                Value(Kind.Any, depth - 1);
                Add(Opcode.BrOnCast);
                CastTo(type, 0, targetNullable: false);
                Add(Opcode.Drop);
                New(type, depth - 1);
                CloseBlock();
                break;
            case 5:
                OpenBlock(Kind.Ref(type));
                OpenBlock(Kind.Any);
                Value(Kind.Any, depth - 1);
                Add(Opcode.BrOnCastFail);
                CastTo(type, 0, targetNullable: false);
                Add(Opcode.Br, 1);
                CloseBlock();
                Add(Opcode.Drop);
                New(type, depth - 1);
                CloseBlock();
                break;
            case 6 when Chance(2):
                Cast(Opcode.RefCast, type, depth);
                break;
            case 7 when Chance(4):
                Value(Kind.Null(type), depth - 1);
                Add(Opcode.RefAsNonNull);
                break;
            case 8 when _hasDescriptors && type == DescribedType:
                ByDescriptor(depth);
                break;
            case 8 when _hasDescriptors && type == DescriptorType:
                NotNull(DescribedType, depth - 1);
                Add(Opcode.RefGetDesc, DescribedType);
                break;
            case 9 when type == BaseType:
                New(DerivedType, depth - 1);
                break;
            default:
                New(type, depth - 1);
                break;
        }
    }

    private void OpenBlock(Kind result)
    {
        Add(Opcode.Block);
        BlockType([], [result]);
        _labels.Add(new Label([result], false));
    }

    private void CloseBlock()
    {
        _labels.RemoveAt(_labels.Count - 1);
        Add(Opcode.End);
    }

    private void CastTo(byte type, int label, bool targetNullable)
    {
        _code.Add((byte)(targetNullable ? 3 : 1));
        Index(label);
        _code.AddRange([Kind.Any.Code, type]);
    }

    /// <summary>A cast, mostly of something that can be cast.</summary>
    private void Cast(Opcode opcode, byte type, int depth)
    {
        if (Chance(4))
            Value(Kind.Any, depth - 1);
        else
            New(type, depth - 1);
        Add(opcode);
        _code.Add(type);
    }

    /// <summary>An object that has a certain descriptor, or a new one.</summary>
    private void ByDescriptor(int depth)
    {
        if (Chance(3))
        {
            // Of one's own descriptor.
            bool nullable = Chance(2);
            New(DescribedType, depth - 1, described: true);
            Descriptor(depth - 1, mostlyShared: true);
            Add(nullable ? Opcode.RefCastDescEqNull : Opcode.RefCastDescEq);
            _code.Add(DescribedType);
            if (nullable)
                Add(Opcode.RefAsNonNull);
            return;
        }

        OpenBlock(Kind.Ref(DescribedType));
        if (Chance(2))
        {
            Value(Kind.Any, depth - 1);
            Descriptor(depth - 1);
            Add(Opcode.BrOnCastDescEq);
            CastTo(DescribedType, 0, targetNullable: false);
            Add(Opcode.Drop);
        }
        else
        {
            OpenBlock(Kind.Any);
            Value(Kind.Any, depth - 1);
            Descriptor(depth - 1);
            Add(Opcode.BrOnCastDescEqFail);
            CastTo(DescribedType, 0, targetNullable: false);
            Add(Opcode.Br, 1);
            CloseBlock();
            Add(Opcode.Drop);
        }

        New(DescribedType, depth - 1);
        CloseBlock();
    }

    /// <summary>A descriptor, whose type is exact: that of the whole module, or a new one.</summary>
    private void Descriptor(int depth, bool mostlyShared = false)
    {
        if (Chance(mostlyShared ? 20 : 4))
            New(DescriptorType, depth);
        else
            Add(Opcode.GlobalGet, DescriptorGlobal);
    }

    private void New(byte type, int depth, bool described = false)
    {
        Kind[] contents = Contents[type];
        if (IsArray(type))
        {
            NewArray(type, contents[0], depth);
            return;
        }

        bool byDefault = Chance(3), hasDescriptor = _hasDescriptors && type == DescribedType;
        foreach (Kind field in byDefault ? [] : contents)
            Value(field.Unpacked, depth - 1);
        if (hasDescriptor)
            Descriptor(depth - 1, described);
        Add((byDefault, hasDescriptor) switch
        {
            (true, true) => Opcode.StructNewDefaultDesc,
            (true, false) => Opcode.StructNewDefault,
            (false, true) => Opcode.StructNewDesc,
            _ => Opcode.StructNew,
        }, type);
    }

    private void NewArray(byte type, Kind element, int depth)
    {
        int segment = (element.Code, Chance(40)) switch
        {
            (0x6e, _) => PassiveObjects,
            (0x70, true) => DroppedFunctions,
            (0x70, false) => PassiveFunctions,
            (_, true) => DroppedData,
            _ => PassiveData,
        };
        switch (Next(4))
        {
            case 0:
                Value(element.Unpacked, depth - 1);
                I32(Length());
                Add(Opcode.ArrayNew, type);
                break;
            case 1:
                I32(Length());
                Add(Opcode.ArrayNewDefault, type);
                break;
            case 2:
                for (int i = 0; i < FixedElements; i++)
                    Value(element.Unpacked, depth - 2);
                Add(Opcode.ArrayNewFixed, type, FixedElements);
                break;
            default:
                I32(Next(6));
                I32(FixedElements + Next(5));
                Add(element.IsReference ? Opcode.ArrayNewElem : Opcode.ArrayNewData, type, segment);
                break;
        }
    }

    private int Length() => Chance(20) ? Next(3) : FixedElements + Next(5);

    /// <summary>An index, mostly within the arrays and what was asked of them.</summary>
    private int Place() => Chance(30) ? Next(20) : Next(3);

    /// <summary>A value out of a structure or an array.</summary>
    private void ElementOrField(Kind kind, int depth)
    {
        (byte Type, int Field)[] fitting = [.. Enumerable.Range(0, AggregateTypes).SelectMany(type =>
            Enumerable.Range(0, Contents[type].Length).Where(i => Contents[type][i].Unpacked == kind).Select(i => ((byte)type, i)))];
        (byte type, int field) = Pick(fitting);
        NotNull(type, depth);
        bool isPacked = Contents[type][field] != kind, signed = Chance(2);
        if (IsArray(type))
        {
            I32(Place());
            Add(isPacked ? signed ? Opcode.ArrayGetS : Opcode.ArrayGetU : Opcode.ArrayGet, type);
        }
        else
        {
            Add(isPacked ? signed ? Opcode.StructGetS : Opcode.StructGetU : Opcode.StructGet, type, field);
        }
    }

    /// <summary>A question about a reference, answered with an i32.</summary>
    private void Question(int depth)
    {
        switch (Next(8))
        {
            case 0:
                Value(Pick<Kind>([Kind.Any, Kind.Func, Kind.Extern, Kind.Exn, Kind.Null(AnyArray)]), depth);
                Add(Opcode.RefIsNull);
                break;
            case 1 or 2:
                Value(Kind.Any, depth);
                Add(Chance(2) ? Opcode.RefTest : Opcode.RefTestNull);
                _code.Add(Pick(Heaps));
                break;
            case 3:
                for (int i = 0; i < 2; i++)
                {
                    Kind kind = Pick<Kind>([Kind.Null(BaseType), Kind.Null(DerivedType), Kind.Null(I64Array)]);
                    Value(kind, depth);
                }

                Add(Opcode.RefEq);
                break;
            case 4:
                Value(Kind.I32, depth);
                Add(Opcode.RefI31);
                Add(Chance(2) ? Opcode.I31GetS : Opcode.I31GetU);
                break;
            case 5:
                NotNull((byte)(I64Array + Next(I8Array - I64Array + 1)), depth);
                Add(Opcode.ArrayLen);
                break;
            default:
                ElementOrField(Kind.I32, depth);
                break;
        }
    }

    private void SetInAggregate(int depth)
    {
        byte type = (byte)Next(AggregateTypes);
        NotNull(type, depth);
        Kind[] contents = Contents[type];
        if (!IsArray(type))
        {
            int field = Next(contents.Length);
            Value(contents[field].Unpacked, depth);
            Add(Opcode.StructSet, type, field);
            return;
        }

        I32(Place());
        switch (Next(4))
        {
            case 0:
                Value(contents[0].Unpacked, depth);
                Add(Opcode.ArraySet, type);
                break;
            case 1:
                Value(contents[0].Unpacked, depth);
                I32(Place());
                Add(Opcode.ArrayFill, type);
                break;
            case 2:
                NotNull(type, depth);
                I32(Place());
                I32(Place());
                Add(Opcode.ArrayCopy, type, type);
                break;
            default:
                I32(Next(4));
                I32(Place());
                if (contents[0].IsReference)
                    Add(Opcode.ArrayInitElem, type, contents[0] == Kind.Any ? PassiveObjects : PassiveFunctions);
                else
                    Add(Opcode.ArrayInitData, type, PassiveData);
                break;
        }
    }

    /// <summary>A branch on what a reference is, and what becomes of the reference.</summary>
    private void CastingBranch(int depth)
    {
        byte type = (byte)Next(AggregateTypes);
        switch (Next(3))
        {
            case 0:
                Add(Opcode.Block);
                BlockType([], []);
                _labels.Add(new Label([], false));
                Value(Kind.Null(type), depth);
                Add(Opcode.BrOnNull, 0);
                Add(Opcode.GlobalSet, AnyGlobal);
                break;
            case 1:
                OpenBlock(Kind.Any);
                Value(Kind.Any, depth);
                Add(Opcode.BrOnCastFail);
                CastTo(type, 0, targetNullable: Chance(2));
                Add(Opcode.RefIsNull);
                Consume([Kind.I32]);
                Value(Kind.Any, depth);
                break;
            default:
                OpenBlock(Kind.Null(type));
                Value(Kind.Any, depth);
                Add(Opcode.BrOnCast);
                CastTo(type, 0, targetNullable: Chance(2));
                Consume([Kind.Any]);
                Value(Kind.Null(type), depth);
                break;
        }

        Kind[] left = _labels[^1].Kinds;
        CloseBlock();
        foreach (Kind _ in left)
            Add(Opcode.GlobalSet, AnyGlobal);
    }

    /// <summary>An instruction on a whole range of a memory or table, or on a segment.</summary>
    private void Bulk(int depth)
    {
        int memory = Next(_memories.Length), from = Next(_memories.Length), table = Next(_tables.Length);
        bool is64 = _memories[memory].Is64, both64 = is64 && _memories[from].Is64;
        Kind element = _tables[table].Element;
        switch (Next(10))
        {
            case 0 or 1:
                AddressIn(memory, depth);
                Value(Kind.I32, depth);
                Address(is64, Next(64));
                Add(Opcode.MemoryFill, memory);
                break;
            case 2 or 3:
                AddressIn(memory, depth);
                AddressIn(from, depth);
                Address(both64, Next(64));
                Add(Opcode.MemoryCopy, memory, from);
                break;
            case 4:
                AddressIn(memory, depth);
                I32(Next(128));
                I32(Next(64));
                Add(Opcode.MemoryInit, Chance(20) ? DroppedData : PassiveData, memory);
                break;
            case 5:
                Slot(table);
                Value(element, depth);
                Add(Opcode.TableSet, table);
                break;
            case 6:
                Slot(table);
                Value(element, depth);
                Address(_tables[table].Is64, Next(3));
                Add(Opcode.TableFill, table);
                break;
            case 7:
                int other = table == 1 ? 1 : 2 - table;
                Slot(table);
                Slot(other);
                Address(_tables[table].Is64 && _tables[other].Is64, Next(3));
                Add(Opcode.TableCopy, table, other);
                break;
            case 8:
                Slot(table);
                I32(Next(8));
                I32(Next(3));
                Add(Opcode.TableInit, element == Kind.Any ? PassiveObjects : Chance(20) ? DroppedFunctions : PassiveFunctions, table);
                break;
            default:
                if (Chance(2))
                    Add(Opcode.DataDrop, Chance(4) ? ActiveData : DroppedData);
                else
                    Add(Opcode.ElemDrop, Chance(4) ? ActiveElements : DroppedFunctions);
                break;
        }
    }

    /// <summary>One of a table's last slots, which no call relies on.</summary>
    private void Slot(int table) => Address(_tables[table].Is64, _tables[table].Size - 4 + Next(Chance(30) ? 5 : 2));
}

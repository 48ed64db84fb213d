using CsCheck;
using Wasil.Execution;
using Wasil.Syntax;

namespace Wasil.Tests.Execution;

public class StructLayoutTests
{
    private static readonly StorageType[] Storages =
    [
        StorageType.I8, StorageType.I16, StorageType.Of(ValType.I32), StorageType.Of(ValType.I64), StorageType.Of(ValType.F32),
        StorageType.Of(ValType.F64), StorageType.Of(ValType.V128), StorageType.Of(ValType.AnyRef),
    ];

    private static readonly Gen<StorageType[]> Fields =
        Gen.Int[0, Storages.Length - 1].Select(index => Storages[index]).Array[0, 30];

    // The collector is asked what is a reference: it keeps alive what lies in such a slot, and moves it.
    [Fact]
    public void Shapes_are_laid_out_as_accesses_expect()
    {
        DefType type = TypeOf([]);
        for (int count = 1; count <= 7; count++)
        {
            for (uint references = 0; references < 1u << count; references++)
                Check(count, references);
        }

        Check(StructShape.MaximumSlots + 1, 0x555 | 1u << StructShape.MaximumSlots);
        Check(StructShape.MaximumSlots + 1, 0x2aa | 1u << StructShape.MaximumSlots);

        void Check(int count, uint references)
        {
            StructShape shape = StructShape.Of(count, references);
            Assert.Same(shape, StructShape.Of(count, references));
            WasmStruct made = shape.Allocate(type);
            Assert.Same(type, made.Type);
            for (int slot = 0; slot < count; slot++)
            {
                if ((references >> slot & 1) != 0)
                    made.At<object?>(slot * StructLayout.SlotBytes) = new string((char)('a' + slot), 1);
                else
                    made.At<long>(slot * StructLayout.SlotBytes) = -1 - slot;
            }

            if (references % 5 == 0)
                GC.Collect(0);
            for (int slot = 0; slot < count; slot++)
            {
                if ((references >> slot & 1) != 0)
                    Assert.Equal(((char)('a' + slot)).ToString(), made.At<object?>(slot * StructLayout.SlotBytes));
                else
                    Assert.Equal(-1 - slot, made.At<long>(slot * StructLayout.SlotBytes));
            }
        }
    }

    [Fact]
    public void Fields_keep_what_is_put_into_them() => Fields.Sample(
        storages =>
        {
            WasmStruct structure = StructLayout.Of(TypeOf(storages)).Allocate();
            WasmValue[] values = [.. storages.Select(ValueOf)];
            for (int i = 0; i < values.Length; i++)
                structure[i] = values[i];
            // A collection finds references, and nothing but references, where they are.
            if (storages.Length == 17)
                GC.Collect();
            for (int i = 0; i < values.Length; i++)
                Assert.Equal(values[i], structure[i]);
        },
        iter: 500);

    [Fact]
    public void A_supertype_finds_its_fields_in_a_subtype() => Gen.Select(Fields, Fields).Sample(
        (inherited, added) =>
        {
            DefType[] types = TypeCanonicalizer.Close(
                [new SubType(false, null, StructOf(inherited)), new SubType(true, 0, StructOf([.. inherited, .. added]))],
                [new RecType(0, 1), new RecType(1, 1)]);
            StructLayout above = StructLayout.Of(types[0]), below = StructLayout.Of(types[1]);
            for (int i = 0; i < inherited.Length; i++)
                Assert.Equal(above[i], below[i]);
        },
        iter: 500);

    [Fact]
    public void Small_numbers_share_slots()
    {
        StructLayout layout = StructLayout.Of(TypeOf([StorageType.I8, Storages[2], StorageType.I8, Storages[7], StorageType.I16]));
        Assert.Equal([0, 4, 8, 16, 10], Enumerable.Range(0, 5).Select(field => layout[field].Offset));
        Assert.Equal(24 + 24, layout.Bytes);
    }

    private static StructType StructOf(StorageType[] storages) =>
        new([.. storages.Select(storage => new FieldType(storage, IsMutable: true))]);

    private static DefType TypeOf(StorageType[] storages) =>
        TypeCanonicalizer.Close([new SubType(true, null, StructOf(storages))], [new RecType(0, 1)])[0];

    private static WasmValue ValueOf(StorageType storage, int index) => (storage.PackedBits, storage.Unpacked.Kind) switch
    {
        (8, _) => 255 - index,
        (16, _) => 65535 - index,
        (_, ValKind.I32) => -index,
        (_, ValKind.I64) => -1L - index,
        (_, ValKind.F32) => 1.5f + index,
        (_, ValKind.F64) => -1.5 - index,
        (_, ValKind.V128) => WasmValue.FromBits(ValKind.V128, (ulong)~index, (ulong)index),
        _ => WasmValue.FromExtern(WasmI31.Of(index)),
    };
}

using System.Runtime.CompilerServices;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Validation;

// Immediates: indices must exist, accesses must be aligned, lanes must be there.
internal sealed partial class FunctionValidator<TSink>
{
    /// <summary>Checks the immediates of an instruction whose operands are fixed.</summary>
    /// <returns>The type of addresses in the memory or table that is named, where one is.</returns>
    private StackType ValidateImmediates(in InstructionShape shape)
    {
        switch (shape.Immediates)
        {
            case ImmediateKind.Memarg:
                return AccessMemory(in shape);
            case ImmediateKind.MemargLane:
                RequireLane(_instruction.Lane, shape.LaneCount);
                return AccessMemory(in shape);
            case ImmediateKind.Lane:
                RequireLane(_instruction.Lane, shape.LaneCount);
                return default;
            case ImmediateKind.Lanes16:
                for (var i = 0; i < 16; i++) RequireLane(_instruction.Vector[i], 32);
                return default;
            case ImmediateKind.Memory:
                return Memory(_instruction.Index);
            case ImmediateKind.DataMemory:
            {
                var address = Memory(_instruction.Index2);
                RequireData(_instruction.Index);
                return address;
            }
            case ImmediateKind.Data:
                RequireData(_instruction.Index);
                return default;
            case ImmediateKind.Table:
                return Table(_instruction.Index).Address;
            case ImmediateKind.ElemTable:
                return TableInit();
            case ImmediateKind.Elem:
                Element(_instruction.Index);
                return default;
            default:
                throw new InvalidOperationException($"Nothing validates immediates of the kind {shape.Immediates}.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private StackType AccessMemory(in InstructionShape shape)
    {
        var address = Memory(_instruction.Memory);
        if (_instruction.Align > shape.NaturalAlign) FailAlign(in shape);
        if (shape.IsAtomic && _instruction.Align != shape.NaturalAlign) FailAlign(in shape);
        if (_instruction.Immediate > uint.MaxValue && address == StackType.I32)
            Fail($"offset out of range: {_instruction.Immediate} does not fit the i32 addresses of memory {_instruction.Memory}");
        return address;
    }

    private void FailAlign(in InstructionShape shape) => Fail(_instruction.Align > shape.NaturalAlign
        ? $"alignment must not be larger than natural: 2**{_instruction.Align} where {1 << shape.NaturalAlign} is"
        : $"atomic alignment must be natural: 2**{_instruction.Align} where {1 << shape.NaturalAlign} is");

    private void RequireLane(int lane, int laneCount)
    {
        if (lane >= laneCount) Fail($"invalid lane index {lane} of {laneCount}");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private StackType Memory(uint index)
    {
        var memories = _context.Memories;
        if (index >= (uint)memories.Length) Fail($"unknown memory {index}");
        return memories[index];
    }

    private TableContext Table(uint index)
    {
        var tables = _context.Tables;
        if (index >= (uint)tables.Length) Fail($"unknown table {index}");
        return tables[index];
    }

    private StackType Element(uint index)
    {
        var elements = _context.Elements;
        if (index >= (uint)elements.Length) Fail($"unknown elem segment {index}");
        return elements[index];
    }

    private void RequireData(uint index)
    {
        // Only the data count section says, before the code, how many segments come after it.
        if (_context.Module.DataCount is not { } count) BodyStructure.FailDataCount(_instruction.Offset);
        else if (index >= count) Fail($"unknown data segment {index}");
    }

    /// <summary>The canonical type index of a function.</summary>
    private int Function(uint index)
    {
        var functions = _context.Functions;
        if (index >= (uint)functions.Length) Fail($"unknown function {index}");
        return functions[index];
    }

    /// <summary>The canonical type index of a tag.</summary>
    private int Tag(uint index)
    {
        var tags = _context.Tags;
        if (index >= (uint)tags.Length) Fail($"unknown tag {index}");
        return tags[index];
    }

    /// <summary>The canonical index of a type.</summary>
    private int Type(uint index)
    {
        if (index >= (uint)_context.Types.Length) Fail($"unknown type {index}");
        return _context.CanonicalIndex((int)index);
    }

    /// <summary>The canonical index of a type that must be a function type.</summary>
    private int FunctionType(uint index)
    {
        int type = Type(index);
        if (!_context.IsFunction(type)) Fail($"type mismatch: type {index} is not a function type");
        return type;
    }

    private ReadOnlySpan<FieldType> StructFields(uint index)
    {
        if (_context.CompositeOf(Type(index)) is not StructType structure)
        {
            Fail($"type mismatch: type {index} is not a structure type");
            return default;
        }
        return structure.Fields;
    }

    private FieldType ArrayElement(uint index)
    {
        if (_context.CompositeOf(Type(index)) is not ArrayType array)
        {
            Fail($"type mismatch: type {index} is not an array type");
            return default;
        }
        return array.Element;
    }

    /// <summary>A reference type with a heap type as the reader gives it.</summary>
    private StackType ReferenceTo(long heap, bool nullable)
    {
        RequireFeatures(TypeCodes.FeaturesOf(TypeCodes.HeapTypeOf(heap)), "heap type");
        if (heap < 0) return StackType.OfCode((int)heap, nullable);
        long index = TypeCodes.IndexOf(heap);
        if (index >= _context.Types.Length) Fail($"unknown type {index}");
        return StackType.OfCode(_context.CanonicalIndex((int)index), nullable, TypeCodes.IsExact(heap));
    }

    /// <summary>A value type as the reader gives it.</summary>
    private StackType ValueType(int code, long heap)
    {
        const int I32 = -1, F64 = -4;
        if (code is <= I32 and >= F64) return StackType.Of((ValKind)(I32 - code));
        var type = TypeCodes.ValTypeOf(code, heap);
        RequireFeatures(TypeCodes.FeaturesOf(type), "value type");
        if (type is { IsReference: true, HeapType.IsIndex: true } && TypeCodes.IndexOf(heap) >= _context.Types.Length)
            Fail($"unknown type {TypeCodes.IndexOf(heap)}");
        return _context.Pack(type);
    }

    private void RequireFeatures(WasmFeatures required, string what)
    {
        if (!_context.Has(required))
            throw new MalformedModuleException($"malformed {what}: {required & ~_context.Features} is off", _instruction.Offset, "code");
    }

    private BlockSignature BlockType()
    {
        long code = _instruction.BlockType;
        if (code == Instruction.EmptyBlockType) return BlockSignature.None;
        if (code < 0) return BlockSignature.OfResult(ValueType((int)code, _instruction.BlockHeap));
        if (!_context.Has(WasmFeatures.MultiValue))
            throw new MalformedModuleException("malformed block type: MultiValue is off", _instruction.Offset, "code");
        if (code > uint.MaxValue) Fail($"unknown type {code}");
        return BlockSignature.OfFunction(FunctionType((uint)code));
    }

    /// <summary>The types that a branch to a label takes along.</summary>
    private ReadOnlySpan<StackType> LabelTypes(uint label)
    {
        ref var frame = ref Frame(label);
        return frame.Kind == FrameKind.Loop ? frame.Signature.Parameters(_context) : frame.Signature.Results(_context);
    }

    private ref ControlFrame Frame(uint label)
    {
        if (label >= (uint)_depth) Fail($"unknown label {label}");
        return ref _frames[_depth - 1 - (int)label];
    }
}

using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Binary;

/// <content>The element and data sections.</content>
internal sealed partial class ModuleDecoder
{
    private void ReadElementSegments(ref ByteReader reader)
    {
        // The shortest segment is passive: its form, its type, no items.
        int count = ReadCount(ref reader, ImplementationLimits.ElementSegments, "element segments", entryBytes: 3);
        _elements = new ElementSegment[count];
        for (int i = 0; i < _elements.Length; i++)
            _elements[i] = ReadElementSegment(ref reader);
    }

    private ElementSegment ReadElementSegment(ref ByteReader reader)
    {
        // Bit 0: not active; bit 1: a table index follows, or declarative; bit 2: the items are expressions. Form 0 and 4
        // leave the type out.
        int start = reader.Position;
        uint form = reader.ReadU32();
        if (form > 7)
            reader.Fail($"malformed elements segment kind: {form}", start);
        if (form != 0 && !_features.HasFlag(WasmFeatures.ReferenceTypes))
            Require(WasmFeatures.BulkMemory, "malformed elements segment kind", ref reader, start);

        // Either of the two allows every form, but to name a table is of use only where there may be several.
        if ((form & 3) == 2)
            _required |= WasmFeatures.ReferenceTypes;

        var mode = (form & 1) == 0 ? SegmentMode.Active
            : (form & 2) == 0 ? SegmentMode.Passive
            : SegmentMode.Declarative;
        uint table = 0;
        ByteRange offset = default;
        if (mode == SegmentMode.Active)
        {
            if ((form & 2) != 0)
                table = reader.ReadU32();
            offset = ReadExpression(ref reader);
        }

        bool hasType = (form & 3) != 0;
        bool hasExpressions = (form & 4) != 0;
        var type = hasExpressions ? ValType.FuncRef : ValType.Ref(HeapType.Func, nullable: false);
        if (hasType && hasExpressions)
            type = ReadRefType(ref reader);
        else if (hasType)
            ReadZero(ref reader, "malformed element kind");

        int items = ReadCount(ref reader, ImplementationLimits.ElementItems, "items in an element segment", entryBytes: 1);
        return hasExpressions
            ? new ElementSegment(mode, table, offset, type, Functions: null, ReadExpressions(ref reader, items))
            : new ElementSegment(mode, table, offset, type, ReadIndices(ref reader, items), Expressions: null);
    }

    private static uint[] ReadIndices(ref ByteReader reader, int count)
    {
        uint[] indices = new uint[count];
        for (int i = 0; i < indices.Length; i++)
            indices[i] = reader.ReadU32();
        return indices;
    }

    private ByteRange[] ReadExpressions(ref ByteReader reader, int count)
    {
        var expressions = new ByteRange[count];
        for (int i = 0; i < expressions.Length; i++)
            expressions[i] = ReadExpression(ref reader);
        return expressions;
    }

    private void ReadDataSegments(ref ByteReader reader)
    {
        // The shortest segment is passive and empty.
        _data = new DataSegment[ReadCount(ref reader, ImplementationLimits.DataSegments, "data segments", entryBytes: 2)];
        for (int i = 0; i < _data.Length; i++)
            _data[i] = ReadDataSegment(ref reader);
    }

    private DataSegment ReadDataSegment(ref ByteReader reader)
    {
        int start = reader.Position;
        uint form = reader.ReadU32();
        if (form > 2)
            reader.Fail($"malformed data segment kind: {form}", start);
        Require(form == 0 ? WasmFeatures.None : WasmFeatures.BulkMemory, "malformed data segment kind", ref reader, start);

        var mode = form == 1 ? SegmentMode.Passive : SegmentMode.Active;
        uint memory = form == 2 ? reader.ReadU32() : 0;
        var offset = mode == SegmentMode.Active ? ReadExpression(ref reader) : default;
        int length = ReadLength(ref reader);
        return new DataSegment(mode, memory, offset, Take(ref reader, length));
    }
}

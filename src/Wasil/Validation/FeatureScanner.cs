using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Validation;

/// <summary>
/// Finds which proposals a valid module makes use of: an engine with these on accepts it. What is declared counts, whether it
/// is reached or not.
/// </summary>
internal ref struct FeatureScanner
{
    private readonly ModuleTypes _types;
    private readonly Module _module;
    private WasmFeatures _found;

    private FeatureScanner(ModuleTypes types)
    {
        _types = types;
        _module = types.Module;
        _found = types.Module.EncodingFeatures;
    }

    /// <summary>The features of a module that was validated with every feature on that it needs.</summary>
    public static WasmFeatures Scan(ModuleTypes types)
    {
        var scanner = new FeatureScanner(types);
        scanner.ScanTypes();
        if (scanner._module.Imports.Any(import => import.IsExact))
            scanner._found |= WasmFeatures.CustomDescriptors;
        scanner.ScanTables();
        scanner.ScanMemories();
        scanner.ScanGlobals();
        scanner.ScanElements();
        scanner.ScanData();
        if (types.Tags.Length > 0)
            scanner._found |= WasmFeatures.Exceptions;
        foreach (var body in scanner._module.Code)
            scanner.ScanBody(body);
        return scanner._found;
    }

    private void ScanTypes()
    {
        foreach (var group in _module.RecTypes)
        {
            if (group.Count != 1)
                _found |= WasmFeatures.Gc;
        }

        foreach (var type in _module.Types)
        {
            if (type is not { IsFinal: true, Supertype: null, Composite: FuncType })
                _found |= WasmFeatures.Gc;
            if (type.Describes is not null || type.Descriptor is not null)
                _found |= WasmFeatures.CustomDescriptors;
            switch (type.Composite)
            {
                case FuncType function:
                    if (function.Results.Length > 1)
                        _found |= WasmFeatures.MultiValue;
                    foreach (var parameter in function.Parameters)
                        _found |= TypeCodes.FeaturesOf(parameter);
                    foreach (var result in function.Results)
                        _found |= TypeCodes.FeaturesOf(result);
                    break;
                case StructType structure:
                    foreach (var field in structure.Fields)
                        _found |= TypeCodes.FeaturesOf(field.Storage.Unpacked);
                    break;
                case ArrayType array:
                    _found |= TypeCodes.FeaturesOf(array.Element.Storage.Unpacked);
                    break;
            }
        }
    }

    private void ScanTables()
    {
        if (_types.Tables.Length > 1)
            _found |= WasmFeatures.ReferenceTypes;
        foreach (var table in _types.Tables)
        {
            _found |= FeaturesOfElement(table.Element);
            if (table.Is64)
                _found |= WasmFeatures.Memory64;
        }

        foreach (var table in _module.Tables)
        {
            if (table.Initializer is { } initializer)
            {
                _found |= WasmFeatures.FunctionReferences;
                ScanConstant(initializer);
            }
        }
    }

    // Tables of `funcref` are older than the proposal that made it a value type.
    private static WasmFeatures FeaturesOfElement(ValType type) =>
        type == ValType.FuncRef ? WasmFeatures.None : TypeCodes.FeaturesOf(type);

    private void ScanMemories()
    {
        if (_types.Memories.Length > 1)
            _found |= WasmFeatures.MultiMemory;
        foreach (var memory in _types.Memories)
        {
            if (memory.Is64)
                _found |= WasmFeatures.Memory64;
            if (memory.IsShared)
                _found |= WasmFeatures.Threads;
            if (memory.PageSizeLog2 != 16)
                _found |= WasmFeatures.CustomPageSizes;
        }
    }

    private void ScanGlobals()
    {
        for (int i = 0; i < _types.Globals.Length; i++)
        {
            var global = _types.Globals[i];
            _found |= TypeCodes.FeaturesOf(global.Content);
            if (global.IsMutable && i < _types.ImportedGlobals)
                _found |= WasmFeatures.MutableGlobals;
        }

        foreach (var export in _module.Exports)
        {
            if (export.Kind == ExternKind.Global && _types.Globals[export.Index].IsMutable)
                _found |= WasmFeatures.MutableGlobals;
        }

        foreach (var global in _module.Globals)
            ScanConstant(global.Initializer);
    }

    private void ScanElements()
    {
        foreach (var segment in _module.Elements)
        {
            if (segment.Mode == SegmentMode.Passive)
                _found |= WasmFeatures.BulkMemory;
            else if (segment.Mode == SegmentMode.Declarative)
                _found |= WasmFeatures.ReferenceTypes;
            else
                ScanConstant(segment.Offset);

            // Function indices have a type as well, `(ref func)`, but nobody wrote it.
            if (segment.Expressions is { } expressions)
            {
                _found |= FeaturesOfElement(segment.Type);
                foreach (var expression in expressions)
                    ScanConstant(expression);
            }
        }
    }

    private void ScanData()
    {
        if (_module.DataCount is not null)
            _found |= WasmFeatures.BulkMemory;
        foreach (var segment in _module.Data)
        {
            if (segment.Mode == SegmentMode.Passive)
                _found |= WasmFeatures.BulkMemory;
            else
                ScanConstant(segment.Offset);
        }
    }

    private void ScanConstant(ByteRange expression)
    {
        var reader = new InstructionReader(_module.Slice(expression), expression.Offset);
        while (reader.Next(out var instruction))
        {
            ScanInstruction(reader, instruction);
            switch (instruction.Opcode)
            {
                case Opcode.I32Add or Opcode.I32Sub or Opcode.I32Mul or Opcode.I64Add or Opcode.I64Sub or Opcode.I64Mul:
                    _found |= WasmFeatures.ExtendedConst;
                    break;
                // Before the GC proposal only imported globals could be named here.
                case Opcode.GlobalGet when instruction.Index >= (uint)_types.ImportedGlobals:
                    _found |= WasmFeatures.Gc;
                    break;
            }
        }
    }

    private void ScanBody(ByteRange body)
    {
        var bytes = _module.Slice(body);
        var locals = new ByteReader(bytes, body.Offset, "code");
        for (uint groups = locals.ReadU32(); groups > 0; groups--)
        {
            locals.ReadU32();
            int code = locals.ReadValueType(out long heap);
            ScanType(code, heap);
        }

        var reader = new InstructionReader(bytes[locals.Position..], locals.Offset, "code");
        while (reader.Next(out var instruction))
            ScanInstruction(reader, instruction);
    }

    private void ScanInstruction(in InstructionReader reader, in Instruction instruction)
    {
        var info = InstructionInfo.Of(instruction.Opcode);
        _found |= info.Features;
        switch (info.Immediates)
        {
            case ImmediateKind.Block or ImmediateKind.TryTable:
                if (instruction.BlockType >= 0)
                    _found |= WasmFeatures.MultiValue;
                else if (instruction.BlockType != Instruction.EmptyBlockType)
                    ScanType((int)instruction.BlockType, instruction.BlockHeap);
                break;
            case ImmediateKind.Types:
                foreach (var (code, heap) in reader.Types(instruction))
                    ScanType(code, heap);
                break;
            case ImmediateKind.Heap:
                _found |= TypeCodes.FeaturesOf(TypeCodes.HeapTypeOf(instruction.Heap));
                break;
            case ImmediateKind.Cast:
                _found |= TypeCodes.FeaturesOf(TypeCodes.HeapTypeOf(instruction.Heap))
                    | TypeCodes.FeaturesOf(TypeCodes.HeapTypeOf(instruction.Heap2));
                break;
        }
    }

    private void ScanType(int code, long heap) => _found |= TypeCodes.FeaturesOf(TypeCodes.ValTypeOf(code, heap));
}

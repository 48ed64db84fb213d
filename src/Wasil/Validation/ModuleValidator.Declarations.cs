using Wasil.Syntax;

namespace Wasil.Validation;

// What stands in a module besides types and function bodies.
internal sealed partial class ModuleValidator
{
    private void ValidateDeclarations()
    {
        if (!Has(WasmFeatures.MultiValue)) ValidateArity();
        foreach (var table in _result.Tables) ValidateTableType(table);
        foreach (var memory in _result.Memories) ValidateMemoryType(memory, _features);
        if (_result.Memories.Length > 1 && !Has(WasmFeatures.MultiMemory))
            throw new InvalidModuleException($"multiple memories: there are {_result.Memories.Length}, and MultiMemory is off");
        if (_result.Tables.Length > 1 && !Has(WasmFeatures.ReferenceTypes))
            throw new InvalidModuleException($"multiple tables: there are {_result.Tables.Length}, and ReferenceTypes is off");
        ValidateImports();
        ValidateTables();
        ValidateGlobals();
        ValidateElements();
        ValidateData();
        ValidateStart();
        ValidateExports();
    }

    private void ValidateArity()
    {
        foreach (var type in _module.Types)
        {
            if (type.Composite is FuncType { Results.Length: > 1 } function)
                throw new InvalidModuleException($"invalid result arity: {function.Results.Length} results, and MultiValue is off");
        }
    }

    /// <summary>Checks a type of a memory or table that no module defines.</summary>
    /// <exception cref="ArgumentException">No module could define it.</exception>
    public static void CheckHostType(ExternType type, string parameterName)
    {
        try
        {
            if (type is MemoryType memory)
                ValidateMemoryType(memory, WasmFeatures.All);
            if (type is TableType table)
            {
                if (!table.Element.IsReference)
                    throw new ArgumentException($"The elements of a table are references, not {table.Element}.", parameterName);
                ValidateTableType(table);
            }
        }
        catch (InvalidModuleException invalid)
        {
            throw new ArgumentException(invalid.Message, parameterName, invalid);
        }
    }

    private static void ValidateLimits(Limits limits)
    {
        if (limits.Maximum < limits.Minimum)
            throw new InvalidModuleException($"size minimum must not be greater than maximum: {limits}");
    }

    private static void ValidateTableType(TableType table)
    {
        // In 64 bits every size can be written, and is valid.
        if (!table.Is64 && Math.Max(table.Limits.Minimum, table.Limits.Maximum ?? 0) > uint.MaxValue)
            throw new InvalidModuleException($"table size must be at most 2^32-1: {table}");
        ValidateLimits(table.Limits);
    }

    private static void ValidateMemoryType(MemoryType memory, WasmFeatures features)
    {
        const int DefaultPage = 16, BytePage = 0;
        if (memory.PageSizeLog2 != DefaultPage && (memory.PageSizeLog2 != BytePage || (features & WasmFeatures.CustomPageSizes) == 0))
            throw new InvalidModuleException($"invalid custom page size: 2^{memory.PageSizeLog2}");
        ulong maximum = (memory.Is64, memory.PageSizeLog2) switch
        {
            (false, BytePage) => uint.MaxValue,
            (false, _) => 1UL << 16,
            (true, BytePage) => ulong.MaxValue,
            (true, _) => 1UL << 48,
        };
        if (Math.Max(memory.Limits.Minimum, memory.Limits.Maximum ?? 0) > maximum)
        {
            throw new InvalidModuleException(
                $"memory size must be at most {maximum} pages{(maximum == 1 << 16 ? " (4GiB)" : "")}: {memory}");
        }
        ValidateLimits(memory.Limits);
        if (memory is { IsShared: true, Limits.Maximum: null })
            throw new InvalidModuleException($"shared memory must have maximum: {memory}");
    }

    private void ValidateImports()
    {
        if (Has(WasmFeatures.MutableGlobals)) return;
        foreach (var import in _module.Imports)
        {
            if (import.Type is GlobalType { IsMutable: true })
                throw new InvalidModuleException($"mutable globals cannot be imported: {import.ModuleName} {import.Name}");
        }
    }

    private void ValidateTables()
    {
        // Tables stand before globals: what initialises them sees the imported ones.
        int imported = _result.ImportedTables;
        _context.VisibleGlobals = _result.ImportedGlobals;
        for (var i = 0; i < _module.Tables.Length; i++)
        {
            var element = _context.Tables[imported + i].Element;
            if (_module.Tables[i].Initializer is { } initializer) _constants.ValidateConstant(initializer, element);
            else if (!element.IsDefaultable)
                throw new InvalidModuleException($"type mismatch: table {imported + i} of {element} must have an initializer");
        }
    }

    private void ValidateGlobals()
    {
        // Since the proposal for garbage collection, constant expressions may name globals of the module itself: those of
        // globals the ones before, those of segments all.
        int imported = _result.ImportedGlobals;
        for (var i = 0; i < _module.Globals.Length; i++)
        {
            _context.VisibleGlobals = Has(WasmFeatures.Gc) ? imported + i : imported;
            _constants.ValidateConstant(_module.Globals[i].Initializer, _context.Globals[imported + i].Content);
        }
        _context.VisibleGlobals = Has(WasmFeatures.Gc) ? _context.Globals.Length : imported;
    }

    private void ValidateElements()
    {
        for (var i = 0; i < _module.Elements.Length; i++)
        {
            var segment = _module.Elements[i];
            var type = _context.Elements[i];
            if (segment.Mode == SegmentMode.Active)
            {
                if (segment.Table >= (uint)_context.Tables.Length)
                    throw new InvalidModuleException($"unknown table {segment.Table}: element segment {i}");
                var table = _context.Tables[segment.Table];
                if (!_context.Matches(type, table.Element))
                {
                    throw new InvalidModuleException(
                        $"type mismatch: element segment {i} holds {type} but table {segment.Table} holds {table.Element}");
                }
                _constants.ValidateConstant(segment.Offset, table.Address);
            }
            if (segment.Functions is { } functions)
            {
                foreach (uint function in functions) ValidateElement(function, type, i);
            }
            else
            {
                foreach (var expression in segment.Expressions!) _constants.ValidateConstant(expression, type);
            }
        }
    }

    private void ValidateElement(uint function, StackType type, int segment)
    {
        RequireFunction(function);
        var found = StackType.OfCode(_context.Functions[function], nullable: false);
        if (!_context.Matches(found, type))
            throw new InvalidModuleException($"type mismatch: element segment {segment} holds {type}, not function {function}");
    }

    private void ValidateData()
    {
        for (var i = 0; i < _module.Data.Length; i++)
        {
            var segment = _module.Data[i];
            if (segment.Mode != SegmentMode.Active) continue;
            if (segment.Memory >= (uint)_context.Memories.Length)
                throw new InvalidModuleException($"unknown memory {segment.Memory}: data segment {i}");
            _constants.ValidateConstant(segment.Offset, _context.Memories[segment.Memory]);
        }
    }

    private void ValidateStart()
    {
        if (_module.Start is not { } start) return;
        if (start >= (uint)_context.Functions.Length)
            throw new InvalidModuleException($"unknown function {start}: start function");
        var type = _result.FuncTypeOf(start);
        if (type.Parameters.Length > 0 || type.Results.Length > 0)
            throw new InvalidModuleException($"start function must take and give nothing: function {start} is {type}");
    }

    private void ValidateExports()
    {
        var names = new HashSet<string>(_module.Exports.Length);
        foreach (var export in _module.Exports)
        {
            if (!names.Add(export.Name)) throw new InvalidModuleException($"duplicate export name: {export.Name}");
            int count = export.Kind switch
            {
                ExternKind.Func => _context.Functions.Length,
                ExternKind.Table => _context.Tables.Length,
                ExternKind.Memory => _context.Memories.Length,
                ExternKind.Global => _context.Globals.Length,
                _ => _context.Tags.Length,
            };
            if (export.Index >= (uint)count)
            {
                string kind = export.Kind switch
                {
                    ExternKind.Func => "function",
                    ExternKind.Table => "table",
                    ExternKind.Memory => "memory",
                    ExternKind.Global => "global",
                    _ => "tag",
                };
                throw new InvalidModuleException($"unknown {kind} {export.Index}: export {export.Name}");
            }
            if (export.Kind == ExternKind.Func) _context.DeclaredFunctions!.Set((int)export.Index, true);
            if (export.Kind == ExternKind.Global && _context.Globals[export.Index].IsMutable && !Has(WasmFeatures.MutableGlobals))
                throw new InvalidModuleException($"mutable globals cannot be exported: {export.Name}");
        }
    }

    private void RequireFunction(uint index)
    {
        if (index >= (uint)_context.Functions.Length) throw new InvalidModuleException($"unknown function {index}");
        _context.DeclaredFunctions!.Set((int)index, true);
    }
}

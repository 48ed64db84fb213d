using System.Collections;
using Wasil.Syntax;

namespace Wasil.Validation;

/// <summary>
/// Validates modules and closes their types. See "Modules" in the validation chapter; the parts of this class follow the
/// sections of a module, the bodies of functions are <see cref="FunctionValidator{TSink}"/>'s.
/// </summary>
internal sealed partial class ModuleValidator
{
    private readonly Module _module;
    private readonly WasmFeatures _features;
    private readonly DefType[] _types;
    private readonly ModuleContext _context;
    private readonly FunctionValidator<NoSink> _constants;
    private readonly ModuleTypes _result;

    private ModuleValidator(Module module, WasmFeatures features)
    {
        _module = module;
        _features = features;
        _types = TypeCanonicalizer.Close(module.Types, module.RecTypes);
        _context = ModuleContext.OfTypes(module, features, _types);
        _constants = new FunctionValidator<NoSink>(_context);
        _result = CloseIndexSpaces();
    }

    /// <summary>Validates a module.</summary>
    /// <param name="module">What was decoded or parsed.</param>
    /// <param name="features">The features that are on; instructions of others are malformed.</param>
    /// <param name="maxDegreeOfParallelism">On how many threads bodies are validated at most; -1 for as many as there are
    /// processors. Which failure is reported does not depend on it.</param>
    /// <exception cref="InvalidModuleException">The module is not valid.</exception>
    /// <exception cref="MalformedModuleException">A function body is not in the binary format.</exception>
    public static ModuleTypes Validate(Module module, WasmFeatures features, int maxDegreeOfParallelism = -1)
    {
        try
        {
            var context = ValidateDeclarations(module, features, out var types);
            ValidateFunctions(context, maxDegreeOfParallelism);
            types.UsesExceptions = context.UsesExceptions;
            types.UsesTailCalls = context.UsesTailCalls;
            return types;
        }
        catch (InvalidModuleException)
        {
            BodyStructure.Require(module, features);
            throw;
        }
    }

    /// <summary>Validates all of a module but the bodies of its functions, which can be validated in the context later.</summary>
    /// <exception cref="InvalidModuleException">The module is not valid.</exception>
    public static ModuleContext ValidateDeclarations(Module module, WasmFeatures features, out ModuleTypes types)
    {
        var validator = new ModuleValidator(module, features);
        validator.ValidateDeclarations();
        types = validator._result;
        return validator._context;
    }

    private bool Has(WasmFeatures feature) => (_features & feature) == feature;

    private ModuleTypes CloseIndexSpaces()
    {
        var functions = new List<DefType>(_module.Functions.Length);
        var functionTypes = new List<int>(_module.Functions.Length);
        var tables = new List<TableType>();
        var tableContexts = new ArrayBuilder<TableContext>();
        var memories = new List<MemoryType>();
        var memoryContexts = new ArrayBuilder<StackType>();
        var globals = new List<GlobalType>();
        var globalContexts = new ArrayBuilder<GlobalContext>();
        var tags = new List<int>();

        void AddFunction(uint type)
        {
            int index = FunctionType(type);
            functions.Add(_types[index]);
            functionTypes.Add(_context.CanonicalIndex(index));
        }
        void AddTable(TableType table)
        {
            tables.Add(new TableType(Close(table.Element), table.Limits, table.Is64));
            tableContexts.Add(new TableContext(_context.Pack(table.Element), ModuleContext.AddressType(table.Is64)));
        }
        void AddMemory(MemoryType memory)
        {
            memories.Add(memory);
            memoryContexts.Add(ModuleContext.AddressType(memory.Is64));
        }
        void AddGlobal(GlobalType global)
        {
            globals.Add(new GlobalType(Close(global.Content), global.IsMutable));
            globalContexts.Add(new GlobalContext(_context.Pack(global.Content), global.IsMutable));
        }
        void AddTag(uint type)
        {
            int index = FunctionType(type);
            if (((FuncType)_types[index].Composite).Results.Length > 0)
                throw new InvalidModuleException($"non-empty tag result type: type {type} is {_types[index].Composite}");
            tags.Add(_context.CanonicalIndex(index));
        }

        foreach (var import in _module.Imports)
        {
            switch (import.Kind)
            {
                case ExternKind.Func: AddFunction(import.TypeIndex); break;
                case ExternKind.Table: AddTable((TableType)import.Type!); break;
                case ExternKind.Memory: AddMemory((MemoryType)import.Type!); break;
                case ExternKind.Global: AddGlobal((GlobalType)import.Type!); break;
                default: AddTag(import.TypeIndex); break;
            }
        }
        int importedFunctions = functions.Count, importedTables = tables.Count, importedMemories = memories.Count;
        int importedGlobals = globals.Count, importedTags = tags.Count;
        foreach (uint type in _module.Functions) AddFunction(type);
        foreach (var table in _module.Tables) AddTable(table.Type);
        foreach (var memory in _module.Memories) AddMemory(memory);
        foreach (var global in _module.Globals) AddGlobal(global.Type);
        foreach (uint type in _module.Tags) AddTag(type);
        var elements = Array.ConvertAll(_module.Elements, segment => Close(segment.Type));

        _context.Functions = [.. functionTypes];
        _context.ImportedFunctions = importedFunctions;
        _context.Tables = tableContexts.ToArray();
        _context.Memories = memoryContexts.ToArray();
        _context.Globals = globalContexts.ToArray();
        _context.Tags = [.. tags];
        _context.Elements = Array.ConvertAll(_module.Elements, segment => _context.Pack(segment.Type));
        _context.DeclaredFunctions = new BitArray(functions.Count);
        return new ModuleTypes
        {
            Module = _module,
            Types = _types,
            Functions = [.. functions],
            Tables = [.. tables],
            Memories = [.. memories],
            Globals = [.. globals],
            Tags = [.. tags.Select(index => _types[index])],
            Elements = elements,
            ImportedFunctions = importedFunctions,
            ImportedTables = importedTables,
            ImportedMemories = importedMemories,
            ImportedGlobals = importedGlobals,
            ImportedTags = importedTags,
        };
    }

    private int FunctionType(uint index)
    {
        if (index >= (uint)_types.Length) throw new InvalidModuleException($"unknown type {index}");
        if (!_context.IsFunction((int)index))
            throw new InvalidModuleException($"type mismatch: type {index} is not a function type");
        return (int)index;
    }

    private ValType Close(ValType type)
    {
        if (type is not { IsReference: true, HeapType.IsIndex: true }) return type;
        int index = type.HeapType.TypeIndex;
        if (index >= _types.Length) throw new InvalidModuleException($"unknown type {index}");
        return ValType.Ref(HeapType.OfDefinition(_types[index], type.HeapType.IsExact), type.IsNullable);
    }
}

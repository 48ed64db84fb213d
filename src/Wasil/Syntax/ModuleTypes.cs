namespace Wasil.Syntax;

/// <summary>
/// The index spaces of a valid module with every type closed: imports first, then what the module defines, so that an
/// index of the module is an index here. The validator makes it; instances and engines read it.
/// </summary>
internal sealed class ModuleTypes
{
    public required Module Module { get; init; }

    /// <summary>The type index space.</summary>
    public required DefType[] Types { get; init; }

    public required DefType[] Functions { get; init; }

    public required TableType[] Tables { get; init; }

    public required MemoryType[] Memories { get; init; }

    public required GlobalType[] Globals { get; init; }

    public required DefType[] Tags { get; init; }

    /// <summary>The closed types of the element segments.</summary>
    public required ValType[] Elements { get; init; }

    public required int ImportedFunctions { get; init; }

    public required int ImportedTables { get; init; }

    public required int ImportedMemories { get; init; }

    public required int ImportedGlobals { get; init; }

    public required int ImportedTags { get; init; }

    /// <summary>Whether some function throws or catches exceptions, so that code has to look for them after calls.</summary>
    public bool UsesExceptions { get; set; }

    /// <summary>Whether some function makes a tail call.</summary>
    public bool UsesTailCalls { get; set; }

    /// <summary>The names that the module's name section gives.</summary>
    public NameSection Names => field ??= NameSection.Of(Module);

    public FuncType FuncTypeOf(uint functionIndex) => (FuncType)Functions[functionIndex].Composite;

    /// <summary>Closes a type of this module: an index in it becomes the defined type.</summary>
    public ValType Close(ValType type) => type is { IsReference: true, HeapType.IsIndex: true }
        ? ValType.Ref(HeapType.OfDefinition(Types[type.HeapType.TypeIndex], type.HeapType.IsExact), type.IsNullable)
        : type;

    /// <summary>The external type of an entry of an index space.</summary>
    public ExternType ExternTypeOf(ExternKind kind, uint index, bool isExact = false) => kind switch
    {
        ExternKind.Func => new FunctionType(Functions[index], isExact),
        ExternKind.Table => Tables[index],
        ExternKind.Memory => Memories[index],
        ExternKind.Global => Globals[index],
        _ => new TagType(Tags[index]),
    };
}

using System.Collections;
using System.Runtime.CompilerServices;
using Wasil.Syntax;

namespace Wasil.Validation;

/// <summary>
/// What the validation of function bodies and constant expressions looks up: the specification's context <c>C</c> without
/// what belongs to one function, its types in the form of <see cref="StackType"/>. Function bodies on several threads share it.
/// </summary>
internal sealed class ModuleContext
{
    private readonly int[] _canonicalIndices;
    private readonly StackType[] _signatureTypes;
    private readonly Signature[] _signatures;
    private long _wideOperands;

    private ModuleContext(Module module, WasmFeatures features, DefType[] types)
    {
        Module = module;
        Features = features;
        Shapes = InstructionShapes.For(features);
        Types = types;
        _canonicalIndices = CanonicalIndices(types);
        _signatures = new Signature[types.Length];
        _signatureTypes = PackSignatures();
    }

    public Module Module { get; }

    public WasmFeatures Features { get; }

    public InstructionShape[] Shapes { get; }

    public DefType[] Types { get; }

    /// <summary>The canonical type indices of the functions.</summary>
    public int[] Functions { get; set; } = [];

    /// <summary>How many functions are imported, and may have a subtype of the type that they are imported with.</summary>
    public int ImportedFunctions { get; set; }

    public TableContext[] Tables { get; set; } = [];

    /// <summary>For each memory, the type of its addresses.</summary>
    public StackType[] Memories { get; set; } = [];

    public GlobalContext[] Globals { get; set; } = [];

    /// <summary>How many globals constant expressions may name at this point of validation.</summary>
    public int VisibleGlobals { get; set; }

    /// <summary>The canonical type indices of the tags.</summary>
    public int[] Tags { get; set; } = [];

    public StackType[] Elements { get; set; } = [];

    /// <summary>The functions that <c>ref.func</c> may name in bodies: those named outside of them. Null: all.</summary>
    public BitArray? DeclaredFunctions { get; set; }

    /// <summary>Whether some body throws or catches: set by the threads that validate bodies, and never reset.</summary>
    public bool UsesExceptions { get; set; }

    /// <summary>Whether some body makes a tail call, likewise.</summary>
    public bool UsesTailCalls { get; set; }

    public bool Has(WasmFeatures feature) => (Features & feature) == feature;

    /// <summary>A context whose other index spaces are still empty.</summary>
    public static ModuleContext OfTypes(Module module, WasmFeatures features, DefType[] types) => new(module, features, types);

    /// <summary>The context of a module that is known to be valid.</summary>
    public static ModuleContext OfValid(ModuleTypes types, WasmFeatures features)
    {
        var context = new ModuleContext(types.Module, features, types.Types);
        var indices = new Dictionary<DefType, int>(types.Types.Length);
        for (var i = types.Types.Length - 1; i >= 0; i--) indices[types.Types[i]] = i;
        StackType Pack(ValType type) => !type.IsReference ? StackType.Of(type.Kind)
            : type.HeapType.Definition is { } definition ? StackType.OfCode(indices[definition], type.IsNullable, type.HeapType.IsExact)
            : StackType.OfAbstract(type.HeapType, type.IsNullable);
        context.Functions = Array.ConvertAll(types.Functions, type => indices[type]);
        context.ImportedFunctions = types.ImportedFunctions;
        context.Tags = Array.ConvertAll(types.Tags, type => indices[type]);
        context.Tables = Array.ConvertAll(types.Tables, table => new TableContext(Pack(table.Element), AddressType(table.Is64)));
        context.Memories = Array.ConvertAll(types.Memories, memory => AddressType(memory.Is64));
        context.Globals = Array.ConvertAll(types.Globals, global => new GlobalContext(Pack(global.Content), global.IsMutable));
        context.VisibleGlobals = context.Globals.Length;
        context.Elements = Array.ConvertAll(types.Elements, Pack);
        return context;
    }

    /// <summary>Charges the module with operands of wide instructions; false once that is more than is supported.</summary>
    public bool TryTakeWideOperands(int count) => Interlocked.Add(ref _wideOperands, count) <= ImplementationLimits.WideOperands;

    public static StackType AddressType(bool is64) => is64 ? StackType.I64 : StackType.I32;

    /// <summary>The first index of the type that has this index; the index must exist.</summary>
    public int CanonicalIndex(int typeIndex) => _canonicalIndices[typeIndex];

    /// <summary>A type as the module wrote it: what it refers to are indices, where a closed type has none.</summary>
    public CompositeType CompositeOf(int typeIndex) => Module.Types[typeIndex].Composite;

    /// <summary>Whether a reference to what is made with a defined type has that type exactly: without the proposal nobody could tell.</summary>
    public bool MakesExact => Has(WasmFeatures.CustomDescriptors);

    /// <summary>Whether a function is known to have its type itself, and no subtype.</summary>
    public bool IsExactFunction(uint index) => MakesExact && (index >= (uint)ImportedFunctions || ExactImports[(int)index]);

    private BitArray ExactImports => field ??= new BitArray(
        [.. Module.Imports.Where(import => import.Kind == ExternKind.Func).Select(import => import.IsExact)]);

    /// <summary>Whether a type index, which must exist, is of a function type.</summary>
    public bool IsFunction(int typeIndex) => _signatures[typeIndex].Start >= 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<StackType> Parameters(int typeIndex)
    {
        var signature = _signatures[typeIndex];
        return _signatureTypes.AsSpan(signature.Start, signature.Parameters);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<StackType> Results(int typeIndex)
    {
        var signature = _signatures[typeIndex];
        return _signatureTypes.AsSpan(signature.Start + signature.Parameters, signature.Results);
    }

    /// <summary>Packs a type whose indices, where it has any, exist in this module.</summary>
    public StackType Pack(ValType type)
    {
        if (!type.IsReference) return StackType.Of(type.Kind);
        return type.HeapType.IsIndex
            ? StackType.OfCode(_canonicalIndices[type.HeapType.TypeIndex], type.IsNullable, type.HeapType.IsExact)
            : StackType.OfAbstract(type.HeapType, type.IsNullable);
    }

    public HeapType HeapTypeOf(StackType type)
    {
        if (type.HeapCode >= 0) return HeapType.OfDefinition(Types[type.HeapCode], type.IsExact);
        HeapType.TryFromCode(type.HeapCode, out var heapType);
        return heapType;
    }

    /// <summary>Whether <paramref name="sub"/> matches <paramref name="super"/>.</summary>
    public bool Matches(StackType sub, StackType super)
    {
        if (sub == super || sub.IsBottom) return true;
        if (!sub.IsReference || !super.IsReference) return false;
        if (sub.IsNullable && !super.IsNullable) return false;
        if (sub.HeapCode >= 0 && super.HeapCode >= 0)
            return super.IsExact
                ? sub.IsExact && sub.HeapCode == super.HeapCode
                : Types[sub.HeapCode].IsSubtypeOf(Types[super.HeapCode]);
        if (sub.IsBottomHeap) return true;
        return !super.IsBottomHeap && Subtyping.Matches(HeapTypeOf(sub), HeapTypeOf(super));
    }

    public bool Matches(ReadOnlySpan<StackType> sub, ReadOnlySpan<StackType> super)
    {
        if (sub.Length != super.Length) return false;
        for (var i = 0; i < sub.Length; i++)
        {
            if (!Matches(sub[i], super[i])) return false;
        }
        return true;
    }

    private static int[] CanonicalIndices(DefType[] types)
    {
        var first = new Dictionary<DefType, int>(types.Length);
        var indices = new int[types.Length];
        for (var i = 0; i < types.Length; i++)
        {
            indices[i] = first.TryAdd(types[i], i) ? i : first[types[i]];
        }
        return indices;
    }

    private StackType[] PackSignatures()
    {
        var packed = new ArrayBuilder<StackType>();
        for (var i = 0; i < Types.Length; i++)
        {
            if (CompositeOf(i) is not FuncType function)
            {
                _signatures[i] = new Signature(-1, 0, 0);
                continue;
            }
            _signatures[i] = new Signature(packed.Count, function.Parameters.Length, function.Results.Length);
            foreach (var parameter in function.Parameters) packed.Add(Pack(parameter));
            foreach (var result in function.Results) packed.Add(Pack(result));
        }
        return packed.ToArray();
    }

    private readonly record struct Signature(int Start, int Parameters, int Results);
}

/// <summary>What instructions need to know of a table.</summary>
internal readonly record struct TableContext(StackType Element, StackType Address);

/// <summary>What instructions need to know of a global.</summary>
internal readonly record struct GlobalContext(StackType Content, bool IsMutable);

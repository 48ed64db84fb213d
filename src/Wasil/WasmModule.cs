using System.Collections.ObjectModel;
using Wasil.Execution;
using Wasil.Syntax;
using Wasil.Validation;

namespace Wasil;

/// <summary>A module that was decoded and validated. It is immutable and may be used by several threads at once.</summary>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed class WasmModule
{
    private const WasmFeatures NotScanned = (WasmFeatures)(-1);

    private readonly ReadOnlyCollection<ImportType> _imports;
    private readonly ReadOnlyCollection<ExportType> _exports;
    private WasmFeatures _requiredFeatures = NotScanned;

    internal WasmModule(WasmEngine engine, ModuleTypes types, ModuleCode code)
    {
        Engine = engine;
        Types = types;
        Code = code;
        _imports = Array.AsReadOnly(DescribeImports(types));
        _exports = Array.AsReadOnly(DescribeExports(types));
    }

    /// <summary>The engine that made it.</summary>
    public WasmEngine Engine { get; }

    /// <summary>The module's own name, where its name section gives one.</summary>
    public string? Name => Types.Names.ModuleName;

    /// <summary>What the module needs from outside, in its order.</summary>
    public IReadOnlyList<ImportType> Imports => _imports;

    /// <summary>What the module offers, in its order.</summary>
    public IReadOnlyList<ExportType> Exports => _exports;

    /// <summary>The custom sections, in their order; one name may occur several times.</summary>
    public IReadOnlyList<CustomSection> CustomSections => field ??= Types.Module.CustomSections
        .Select(section => new CustomSection(
            section.Name, Types.Module.Bytes.Slice(section.Contents.Offset, section.Contents.Length))).ToArray().AsReadOnly();

    /// <summary>
    /// The proposals that the module makes use of: an engine with these on accepts it. Found by reading all of the module when
    /// this is first asked for.
    /// </summary>
    public WasmFeatures RequiredFeatures
    {
        get
        {
            // Threads that ask at once find the same, so nobody waits for anybody.
            if (_requiredFeatures == NotScanned)
                _requiredFeatures = FeatureScanner.Scan(Types);
            return _requiredFeatures;
        }
    }

    internal ModuleTypes Types { get; }

    internal Dictionary<string, Export> ExportsByName =>
        field ??= Types.Module.Exports.ToDictionary(export => export.Name, StringComparer.Ordinal);

    internal ModuleCode Code { get; }

    /// <summary>
    /// Compiles all functions now. Without this each is compiled when it is first called, which costs less for modules that call
    /// few of their functions; a host that has time before the first call, and none after it, prepares.
    /// </summary>
    /// <param name="cancellationToken">Ends the work between two functions; what was compiled by then stays.</param>
    /// <returns>The functions that the engine will not compile, by the exceptions that calling them throws.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<RefusedFunctionException> Prepare(CancellationToken cancellationToken = default) =>
        Code.Prepare(cancellationToken);

    /// <summary>Makes an instance: links imports, allocates, fills memories and tables, and runs the start function.</summary>
    /// <param name="imports">What the module is given; needed where it imports something.</param>
    /// <param name="options">Limits and the like.</param>
    /// <param name="cancellationToken">Ends the module's start function or initialisation, where the engine is interruptible.</param>
    /// <exception cref="LinkException">An import is missing or has another type than the module expects.</exception>
    /// <exception cref="ObjectDisposedException">A memory to be imported was given back already.</exception>
    /// <exception cref="TrapException">A segment does not fit, or the start function trapped.</exception>
    /// <exception cref="ResourceLimitException">A memory or table is larger at first than the limits or the system allow.</exception>
    /// <exception cref="OperationCanceledException">The token asked for an end while the module's own code ran.</exception>
    public WasmInstance Instantiate(
        WasmImports? imports = null, InstanceOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new InstanceOptions();
        InstanceLimits limits = options.Limits.Copy();
        var lifetime = new InstanceLifetime(this);
        object[] found;
        try
        {
            found = (imports ?? new WasmImports()).Link(this, lifetime);
        }
        catch
        {
            lifetime.End();
            throw;
        }

        return Make(found, lifetime, limits, options.SurvivesCancellation, options.Initialize, cancellationToken);
    }

    /// <summary>Makes another instance for another thread, with what an instance's imports were satisfied with.</summary>
    internal WasmInstance MakeForThread(ModuleInstance first, WasmImportResolver? resolver, CancellationToken cancellationToken)
    {
        object[] found = resolver is null ? first.Imports : [.. first.Imports];
        for (int i = 0; i < found.Length; i++)
        {
            if (found[i] is TableInstance or MemoryInstance { Type.IsShared: false } or GlobalInstance { Type.IsMutable: true })
                throw new InvalidOperationException($"Threads cannot share an import that is not made for it: {Imports[i]}.");
            if (resolver is not null && Imports[i] is { Type: FunctionType } import && resolver(import) is { } own)
                found[i] = WasmImports.Check(import, own, this).Address;
        }

        return Make(found, new InstanceLifetime(this), first.Limits, first.SurvivesInterruption, initialize: false, cancellationToken);
    }

    private WasmInstance Make(
        object[] found, InstanceLifetime lifetime, InstanceLimits limits, bool survives, bool initialize, CancellationToken cancellationToken)
    {
        var instance = new ModuleInstance(Types, Code, lifetime, limits.StackBytes, limits.HeapBytes)
        {
            SurvivesInterruption = survives,
            Imports = found,
            Limits = limits,
        };
        lifetime.Instance = instance;
        WasmInstance facade = WasmInstance.Create(this, instance);
        // Segments put functions into imported tables, and code may hand out more. What was put there by an instance that
        // fails later stays callable, so that instance lives until nothing refers to it.
        bool mayBeKnown = Types.ImportedTables > 0;
        try
        {
            Instantiation.Fill(instance, found, limits);
            mayBeKnown |= Types.Module.Imports.Length > 0;
            lifetime.Start(facade);
            if (Types.Module.Start is { } start)
                WasmFunction.Of(instance.Function((int)start)).Invoke([], [], cancellationToken);
            if (initialize)
                lifetime.Initialize(facade, cancellationToken);
            if (initialize && facade.TryGetFunction("_initialize", out WasmFunction? initializer)
                && initializer.Signature is { Parameters.Length: 0, Results.Length: 0 })
                initializer.Invoke([], [], cancellationToken);
            return facade;
        }
        catch
        {
            if (mayBeKnown)
                lifetime.End();
            else
                facade.Dispose();
            throw;
        }
    }

    private static ImportType[] DescribeImports(ModuleTypes types)
    {
        uint functions = 0, tables = 0, memories = 0, globals = 0, tags = 0;
        Import[] imports = types.Module.Imports;
        var described = new ImportType[imports.Length];
        for (int i = 0; i < imports.Length; i++)
        {
            ref readonly Import import = ref imports[i];
            uint index = import.Kind switch
            {
                ExternKind.Func => functions++,
                ExternKind.Table => tables++,
                ExternKind.Memory => memories++,
                ExternKind.Global => globals++,
                _ => tags++,
            };
            described[i] = new ImportType(import.ModuleName, import.Name, types.ExternTypeOf(import.Kind, index, import.IsExact));
        }

        return described;
    }

    private static ExportType[] DescribeExports(ModuleTypes types)
    {
        Export[] exports = types.Module.Exports;
        var described = new ExportType[exports.Length];
        for (int i = 0; i < exports.Length; i++)
            described[i] = new ExportType(exports[i].Name, types.ExternTypeOf(exports[i].Kind, exports[i].Index));
        return described;
    }
}

using Wasil.Execution;
using Wasil.Syntax;

namespace Wasil;

/// <summary>
/// What modules are given from outside. A set may be used for any number of instances and is added to freely; a later
/// definition of a name replaces an earlier one.
/// </summary>
/// <remarks>Several threads may instantiate with one set at once, but none may add to it meanwhile.</remarks>
/// <threadsafety>Any threads may instantiate with one set at once, but none may add to it meanwhile.</threadsafety>
public sealed class WasmImports
{
    // The layers in the order they were added. Consecutive definitions share a layer.
    private readonly List<object> _layers = [];

    /// <summary>Defines a host function; see <see cref="HostFunction.From(Delegate)"/> for the types it may use.</summary>
    /// <param name="module">The first name of the import.</param>
    /// <param name="name">The second name of the import.</param>
    /// <param name="function">The lambda or method.</param>
    /// <exception cref="ArgumentException">A parameter or the result has a type that no WebAssembly type stands for.</exception>
    public WasmImports Define(string module, string name, Delegate function) => Define(module, name, HostFunction.From(function));

    /// <summary>Defines a host function whose type is only known at run time.</summary>
    /// <param name="module">The first name of the import.</param>
    /// <param name="name">The second name of the import.</param>
    /// <param name="type">Its parameters and results.</param>
    /// <param name="function">What it does.</param>
    public WasmImports Define(string module, string name, FuncType type, WasmCallback function) =>
        Define(module, name, HostFunction.From(type, function));

    /// <summary>Defines a function, table, memory, global or tag.</summary>
    /// <param name="module">The first name of the import.</param>
    /// <param name="name">The second name of the import.</param>
    /// <param name="value">What the import is to be.</param>
    public WasmImports Define(string module, string name, WasmExtern value)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        if (_layers is not [.., Dictionary<(string, string), WasmExtern> layer])
            _layers.Add(layer = []);
        layer[(module, name)] = value;
        return this;
    }

    /// <summary>Defines all exports of an instance under a module name.</summary>
    /// <param name="module">The first name of the imports.</param>
    /// <param name="instance">The instance.</param>
    public WasmImports Define(string module, WasmInstance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        foreach (string name in instance.Exports.Keys)
            Define(module, name, instance.Exports[name]);
        return this;
    }

    /// <summary>Adds all definitions of another set, as they are now.</summary>
    /// <param name="imports">The other set.</param>
    public WasmImports Define(WasmImports imports)
    {
        ArgumentNullException.ThrowIfNull(imports);
        foreach (object layer in imports._layers.ToArray())
            _layers.Add(layer is Dictionary<(string, string), WasmExtern> definitions
                ? new Dictionary<(string, string), WasmExtern>(definitions)
                : layer);
        return this;
    }

    /// <summary>
    /// Defines imports that have state of their own in each instance, or whose names or types are not known before:
    /// <paramref name="create"/> is called once for each instance that needs something from here, and what it returns is asked
    /// for the imports one by one.
    /// </summary>
    /// <param name="create">Makes the state of one instance and the function that answers for its imports.</param>
    public WasmImports DefinePerInstance(Func<WasmImportResolver> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return DefinePerInstance(_ => create());
    }

    /// <summary>
    /// As <see cref="DefinePerInstance(Func{WasmImportResolver})"/>, for state that has something to do when a command has run
    /// or the instance ends: it registers that with the <see cref="InstanceLifetime"/> it is given.
    /// </summary>
    /// <param name="create">Makes the state of one instance and the function that answers for its imports.</param>
    public WasmImports DefinePerInstance(Func<InstanceLifetime, WasmImportResolver> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        _layers.Add(create);
        return this;
    }

    /// <summary>Finds and checks everything a module imports.</summary>
    /// <exception cref="LinkException">An import is missing or has another type.</exception>
    internal object[] Link(WasmModule module, InstanceLifetime lifetime)
    {
        IReadOnlyList<ImportType> imports = module.Imports;
        var found = new object[imports.Count];
        var resolvers = new WasmImportResolver?[_layers.Count];
        for (int i = 0; i < found.Length; i++)
        {
            WasmExtern value = Find(imports[i], resolvers, lifetime) ?? throw new LinkException(
                imports[i].Module, imports[i].Name, $"unknown import: nothing is defined as {imports[i]}.");
            found[i] = Check(imports[i], value, module).Address;
        }

        return found;
    }

    /// <summary>Checks that what is given for an import fits it.</summary>
    /// <exception cref="LinkException">It does not.</exception>
    internal static WasmExtern Check(ImportType import, WasmExtern value, WasmModule module)
    {
        if (value is HostFunction function)
            value = function.For(module.Types.Memories is [{ Is64: true }, ..]);
        return Linking.Matches(value, import.Type) ? value : throw new LinkException(
            import.Module,
            import.Name,
            $"incompatible import type: {OneLine.Of(import.Module)}.{OneLine.Of(import.Name)} is expected to be {import.Type}, "
            + $"and {value.Type} was given.");
    }

    private WasmExtern? Find(ImportType import, WasmImportResolver?[] resolvers, InstanceLifetime lifetime)
    {
        for (int i = _layers.Count - 1; i >= 0; i--)
        {
            WasmExtern? value = _layers[i] is Func<InstanceLifetime, WasmImportResolver> create
                ? (resolvers[i] ??= create(lifetime))(import)
                : ((Dictionary<(string, string), WasmExtern>)_layers[i]).GetValueOrDefault((import.Module, import.Name));
            if (value is not null)
                return value;
        }

        return null;
    }
}

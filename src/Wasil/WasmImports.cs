using Wasil.Execution;
using Wasil.Syntax;
using Wasil.Validation;

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

    /// <summary>
    /// Puts a function of the host between guests and what has been defined as a name so far:
    /// <paramref name="wrap"/> is called once for each instance that imports it, the instances of a guest's threads among them, with
    /// the original, linked to that instance, and what it returns is what the guest calls. Several wrappers of one name
    /// lie one around the other, the latest outermost. Where nothing is defined, nothing is wrapped.
    /// </summary>
    /// <example><code>
    /// imports.Wrap("wasi_snapshot_preview1", "fd_close", original =>
    /// {
    ///     var close = original.As&lt;Func&lt;int, int>>();
    ///     return (int fd) => fd &lt; 3 ? 0 : close(fd);
    /// });
    /// </code></example>
    /// <param name="module">The first name of the import.</param>
    /// <param name="name">The second name of the import.</param>
    /// <param name="wrap">Makes the lambda or method that stands before the original; see
    /// <see cref="HostFunction.From(Delegate)"/> for the types it may use.</param>
    public WasmImports Wrap(string module, string name, Func<WasmFunction, Delegate> wrap)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(wrap);
        return Add(new Wrapper(module, name, (_, original) => HostFunction.From(wrap(original))));
    }

    /// <summary>As <see cref="Wrap(string, string, Func{WasmFunction, Delegate})"/>, for whichever functions the wrapper
    /// chooses: it is asked about each that an instance imports.</summary>
    /// <param name="wrapper">Says what stands before a function.</param>
    public WasmImports Wrap(WasmImportWrapper wrapper)
    {
        ArgumentNullException.ThrowIfNull(wrapper);
        return Add(new Wrapper(null, null, wrapper));
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
            WasmExtern value = Find(imports[i], resolvers, lifetime, out int layer) ?? throw new LinkException(
                imports[i].Module, imports[i].Name, $"unknown import: nothing is defined as {imports[i]}.");
            found[i] = Wrapped(imports[i], Check(imports[i], value, module.Types).Address, layer);
        }

        return found;
    }

    /// <summary>Checks that what is given for an import fits it.</summary>
    /// <exception cref="LinkException">It does not.</exception>
    internal static WasmExtern Check(ImportType import, WasmExtern value, ModuleTypes types)
    {
        if (value is HostFunction function)
            value = function.For(types.Memories is [{ Is64: true }, ..]);
        return Linking.Matches(value, import.Type) ? value : throw new LinkException(
            import.Module,
            import.Name,
            $"incompatible import type: {OneLine.Of(import.Module)}.{OneLine.Of(import.Name)} is expected to be {import.Type}, "
            + $"and {value.Type} was given.");
    }

    private WasmExtern? Find(ImportType import, WasmImportResolver?[] resolvers, InstanceLifetime lifetime, out int layer)
    {
        for (layer = _layers.Count - 1; layer >= 0; layer--)
        {
            WasmExtern? value = _layers[layer] switch
            {
                Func<InstanceLifetime, WasmImportResolver> create => (resolvers[layer] ??= create(lifetime))(import),
                Dictionary<(string, string), WasmExtern> definitions => definitions.GetValueOrDefault((import.Module, import.Name)),
                _ => null,
            };
            if (value is not null)
                return value;
        }

        return null;
    }

    /// <summary>Puts the wrappers above a layer around what was found there.</summary>
    private object Wrapped(ImportType import, object found, int layer)
    {
        for (; layer < _layers.Count; layer++)
        {
            if (_layers[layer] is Wrapper wrapper && wrapper.Concerns(import))
                found = new WrappedImport(import, found, wrapper.Wrap);
        }

        return found;
    }

    private WasmImports Add(Wrapper wrapper)
    {
        _layers.Add(wrapper);
        return this;
    }

    private sealed record Wrapper(string? Module, string? Name, WasmImportWrapper Wrap)
    {
        public bool Concerns(ImportType import) =>
            import.Type is FunctionType && (Module is null || (Module == import.Module && Name == import.Name));
    }
}

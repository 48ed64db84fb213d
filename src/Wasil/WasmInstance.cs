using System.Diagnostics.CodeAnalysis;
using Wasil.Execution;
using Wasil.Syntax;

namespace Wasil;

/// <summary>
/// A module brought to life: its own memories, tables and globals. One thread at a time may run it; make one instance for
/// each thread. Disposing it from any thread is safe: what it holds is given back once the last call has left.
/// </summary>
/// <threadsafety>Calls by one thread at a time; another thread gets an <see cref="InvalidOperationException"/>. Looking at
/// exports and <see cref="Dispose"/>: any threads at once.</threadsafety>
public sealed class WasmInstance : IDisposable
{
    private readonly ModuleInstance _instance;
    private readonly Dictionary<string, WasmExtern> _exports = new(StringComparer.Ordinal);

    private WasmInstance(WasmModule module, ModuleInstance instance)
    {
        Module = module;
        _instance = instance;
    }

    /// <summary>The module.</summary>
    public WasmModule Module { get; }

    /// <summary>What the instance exports, by name.</summary>
    public IReadOnlyDictionary<string, WasmExtern> Exports
    {
        get
        {
            // Filled on first use: most callers want a few functions, by name, of a module that may export thousands.
            lock (_exports)
            {
                if (_exports.Count == 0)
                {
                    foreach (Export export in _instance.Types.Module.Exports)
                        _exports[export.Name] = ExternOf(export);
                }
            }

            return _exports;
        }
    }

    /// <summary>The exported memory named <c>memory</c>, as compilers name it, or else the first one exported, or the first one that
    /// the instance was given as an import.</summary>
    /// <exception cref="InvalidOperationException">No memory is exported or imported.</exception>
    public WasmMemory Memory => TryFind("memory") as WasmMemory
        ?? _instance.Types.Module.Exports.Where(export => export.Kind == ExternKind.Memory).Select(ExternOf).FirstOrDefault() as WasmMemory
        ?? (_instance.Types.ImportedMemories > 0 ? WasmMemory.Of(_instance.Memories[0]) : null)
        ?? throw new InvalidOperationException($"The instance exports no memory; it exports {Names()}.");

    /// <summary>An exported function as a delegate.</summary>
    /// <typeparam name="TDelegate">A delegate type with the function's signature, as in <c>Func&lt;int, int, int&gt;</c>; see
    /// <see cref="HostFunction.From(Delegate)"/> for the types, and use a tuple for several results.</typeparam>
    /// <param name="name">The export's name.</param>
    /// <exception cref="KeyNotFoundException">There is no such export.</exception>
    /// <exception cref="ArgumentException">It is no function, or the delegate type does not fit its type.</exception>
    public TDelegate GetFunction<TDelegate>(string name)
        where TDelegate : Delegate => GetFunction(name).As<TDelegate>();

    /// <summary>An exported function.</summary>
    /// <param name="name">The export's name.</param>
    /// <exception cref="KeyNotFoundException">There is no such export.</exception>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public WasmFunction GetFunction(string name) => Get<WasmFunction>(name);

    /// <summary>An exported function as a delegate, or false where there is no exported function of that name.</summary>
    /// <typeparam name="TDelegate">As for <see cref="GetFunction{TDelegate}(string)"/>.</typeparam>
    /// <param name="name">The export's name.</param>
    /// <param name="function">The function.</param>
    /// <exception cref="ArgumentException">There is such a function, and the delegate type does not fit its type.</exception>
    public bool TryGetFunction<TDelegate>(string name, [NotNullWhen(true)] out TDelegate? function)
        where TDelegate : Delegate
    {
        function = TryGetFunction(name, out WasmFunction? found) ? found.As<TDelegate>() : null;
        return function is not null;
    }

    /// <summary>An exported function, or false where there is none of that name.</summary>
    /// <param name="name">The export's name.</param>
    /// <param name="function">The function.</param>
    public bool TryGetFunction(string name, [NotNullWhen(true)] out WasmFunction? function) => TryGet(name, out function);

    /// <summary>An exported memory.</summary>
    /// <inheritdoc cref="GetFunction(string)"/>
    public WasmMemory GetMemory(string name) => Get<WasmMemory>(name);

    /// <summary>An exported table.</summary>
    /// <inheritdoc cref="GetFunction(string)"/>
    public WasmTable GetTable(string name) => Get<WasmTable>(name);

    /// <summary>An exported global.</summary>
    /// <inheritdoc cref="GetFunction(string)"/>
    public WasmGlobal GetGlobal(string name) => Get<WasmGlobal>(name);

    /// <summary>An exported tag.</summary>
    /// <inheritdoc cref="GetFunction(string)"/>
    public WasmTag GetTag(string name) => Get<WasmTag>(name);

    /// <summary>An exported memory, or false where there is none of that name.</summary>
    /// <param name="name">The export's name.</param>
    /// <param name="memory">The memory.</param>
    public bool TryGetMemory(string name, [NotNullWhen(true)] out WasmMemory? memory) => TryGet(name, out memory);

    /// <summary>An exported table, or false where there is none of that name.</summary>
    /// <param name="name">The export's name.</param>
    /// <param name="table">The table.</param>
    public bool TryGetTable(string name, [NotNullWhen(true)] out WasmTable? table) => TryGet(name, out table);

    /// <summary>An exported global, or false where there is none of that name.</summary>
    /// <param name="name">The export's name.</param>
    /// <param name="global">The global.</param>
    public bool TryGetGlobal(string name, [NotNullWhen(true)] out WasmGlobal? global) => TryGet(name, out global);

    /// <summary>An exported tag, or false where there is none of that name.</summary>
    /// <param name="name">The export's name.</param>
    /// <param name="tag">The tag.</param>
    public bool TryGetTag(string name, [NotNullWhen(true)] out WasmTag? tag) => TryGet(name, out tag);

    /// <summary>Runs a command: calls its <c>_start</c>, or does what a host package has said with
    /// <see cref="InstanceLifetime.RunAs"/>, and then what host packages have registered with
    /// <see cref="InstanceLifetime.OnCommandEnd"/>.</summary>
    /// <param name="cancellationToken">Ends the guest, where its engine is <see cref="WasmEngineOptions.Interruptible"/>.</param>
    /// <returns>The exit code the guest ended itself with, or 0 where it returned.</returns>
    /// <exception cref="KeyNotFoundException">The module is no command: it exports no <c>_start</c>.</exception>
    /// <exception cref="TrapException">The guest trapped.</exception>
    /// <exception cref="OperationCanceledException">The token asked for an end.</exception>
    public int RunCommand(CancellationToken cancellationToken = default)
    {
        WasmFunction? start = _instance.Lifetime.Command is null ? GetFunction("_start") : null;
        try
        {
            if (start is null)
                return _instance.Lifetime.Command!(this, cancellationToken);
            start.Invoke([], [], cancellationToken);
            return 0;
        }
        catch (WasmExitException exit)
        {
            return exit.ExitCode;
        }
        finally
        {
            _instance.Lifetime.CommandEnded();
        }
    }

    /// <summary>
    /// Makes another instance of the module for another thread to run, as packages that give guests threads do. It is given
    /// what this one was given: the same shared memories and the same host functions, which have to bear being called by
    /// several threads at once. Its other memories, its tables and its globals are its own; the start function runs, and
    /// <c>_initialize</c> does not. It ends by itself, and host packages are not told.
    /// </summary>
    /// <param name="cancellationToken">Ends the start function, where the engine is interruptible.</param>
    /// <exception cref="InvalidOperationException">The module imports a table, a mutable global or a memory that is not
    /// shared.</exception>
    /// <exception cref="ObjectDisposedException">A memory to be shared was given back already.</exception>
    /// <exception cref="TrapException">A segment does not fit, or the start function trapped.</exception>
    /// <exception cref="ResourceLimitException">A memory or table is larger at first than the limits or the system allow.</exception>
    /// <exception cref="OperationCanceledException">The token asked for an end while the module's own code ran.</exception>
    public WasmInstance InstantiateForThread(CancellationToken cancellationToken = default) =>
        InstantiateForThread(null, cancellationToken);

    /// <summary>As <see cref="InstantiateForThread(CancellationToken)"/>, where a package has host functions with state of their own in
    /// each thread.</summary>
    /// <param name="imports">What the new instance is given in place of what this one was, or null for the same; it is asked
    /// about each import that is a function.</param>
    /// <param name="cancellationToken">Ends the start function, where the engine is interruptible.</param>
    /// <exception cref="LinkException">What it is given does not fit the import.</exception>
    /// <inheritdoc cref="InstantiateForThread(CancellationToken)"/>
    public WasmInstance InstantiateForThread(WasmImportResolver? imports, CancellationToken cancellationToken = default) =>
        Module.MakeForThread(_instance, imports, cancellationToken);

    /// <summary>
    /// Ends the instance: nobody may call it any more, and host packages close what they hold and its memories are given back,
    /// at once or when the last call has left. Spans over its memories must not be used after that. A memory that another
    /// instance has imported stays until that one has ended as well.
    /// </summary>
    /// <remarks>Any thread may call this at any time, also a host function that the instance calls, and as often as it
    /// likes.</remarks>
    public void Dispose() => _instance.Close();

    internal static WasmInstance Create(WasmModule module, ModuleInstance instance)
    {
        var facade = new WasmInstance(module, instance);
        instance.Facade = facade;
        return facade;
    }

    internal static WasmInstance Of(ModuleInstance instance) => instance.Facade!;

    private T Get<T>(string name)
        where T : WasmExtern
    {
        ArgumentNullException.ThrowIfNull(name);
        WasmExtern export = TryFind(name) ?? throw new KeyNotFoundException(
            $"The instance exports nothing named \"{name}\"; it exports {Names()}.");
        return export as T ?? throw new ArgumentException($"The export \"{name}\" is a {export.Type}.", nameof(name));
    }

    private bool TryGet<T>(string name, [NotNullWhen(true)] out T? export)
        where T : WasmExtern
    {
        ArgumentNullException.ThrowIfNull(name);
        export = TryFind(name) as T;
        return export is not null;
    }

    private WasmExtern? TryFind(string name) =>
        Module.ExportsByName.TryGetValue(name, out Export export) ? ExternOf(export) : null;

    private string Names()
    {
        Export[] exports = _instance.Types.Module.Exports;
        string names = string.Join(", ", exports.Take(20).Select(export => OneLine.Of(export.Name)));
        return exports.Length switch { 0 => "nothing", > 20 => $"{names} and {exports.Length - 20} more", _ => names };
    }

    private WasmExtern ExternOf(Export export)
    {
        int index = (int)export.Index;
        return export.Kind switch
        {
            ExternKind.Func => WasmFunction.Of(_instance.Function(index)),
            ExternKind.Table => WasmTable.Of(_instance.Tables[index]),
            ExternKind.Memory => WasmMemory.Of(_instance.Memories[index]),
            ExternKind.Global => WasmGlobal.Of(_instance.Globals[index]),
            _ => WasmTag.Of(_instance.Tags[index]),
        };
    }
}

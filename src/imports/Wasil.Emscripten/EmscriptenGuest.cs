using Wasil.Emscripten.Files;
using Wasil.Emscripten.Threads;
using Wasil.Emscripten.Unwinding;
using Wasil.Wasi;

namespace Wasil.Emscripten;

/// <summary>
/// What one instance of a module of Emscripten's is given. The functions are named as the module imports them; the files beside
/// this one hold them by subject.
/// </summary>
internal sealed partial class EmscriptenGuest
{
    public const string EnvironmentName = "env";
    private const string WasiName = "wasi_snapshot_preview1";
    private const string InvokePrefix = "invoke_";
    private const string SyscallPrefix = "__syscall_";
    private const string FindMatchingCatchPrefix = "__cxa_find_matching_catch";

    private readonly Configuration _configuration;
    private readonly InstanceLifetime? _lifetime;
    private readonly TimeProvider _clock;
    private readonly long _clockStart;
    private readonly WasiRandom _random;
    private readonly FileTable _files;
    private readonly StatLayout _statLayout;
    private readonly bool _is64;
    private readonly ProgramState _state = new();
    private WasmInstance? _instance;
    private WasmMemory? _memory;
    private bool _hasInitialized;

    public EmscriptenGuest(Configuration configuration, InstanceLifetime lifetime)
    {
        _configuration = configuration;
        _lifetime = lifetime;
        _clock = configuration.CreateClock();
        _clockStart = _clock.GetTimestamp();
        _random = configuration.CreateRandom();
        _files = configuration.CreateFiles();
        _is64 = HasWideMemory(lifetime.Module);
        _statLayout = StatLayout.Of(lifetime.Module, _is64);
        lifetime.OnStart(instance => _instance = instance);
        lifetime.OnCommandEnd(() =>
        {
            _state.Threads?.Clear();
            Flush();
        });
        lifetime.OnEnd(() =>
        {
            _files.CloseAll();
            _state.Tree?.Dispose();
        });
        // After what the files need to end, as what is said last is done first.
        if (lifetime.Module.Imports.Any(import => import is { Module: EnvironmentName, Type: FunctionType } && ThreadNames.All.Contains(import.Name)))
            _state.Threads = new PthreadTable(lifetime, configuration.MaxThreads);
        if (HasConstructors(lifetime.Module))
            lifetime.OnInitialize(Initialize);
        if (StartProtocol.Applies(lifetime.Module) || (_state.Threads is not null && StartProtocol.IsStandalone(lifetime.Module)))
            lifetime.RunAs(Run);
    }

    private WasmInstance Instance => _instance ?? throw new TrapException("The instance is not there yet.");

    private bool HasThreads => _state.Threads is not null;

    private WasmMemory Memory => _memory ??= StartProtocol.MemoryOf(Instance);

    /// <summary>The type of addresses and sizes.</summary>
    private ValType Address => _is64 ? ValType.I64 : ValType.I32;

    private ulong AddressBytes => (ulong)Memory.AddressBytes;

    private FileTree Tree => _state.Tree ??= _configuration.CreateTree();

    /// <summary>Whether an import of a module is served here.</summary>
    public static bool Knows(ImportType import, WasmModule module) => import.Module switch
    {
        EnvironmentName => KnowsFunction(import) || import is { Name: "memory", Type: MemoryType },
        WasiName => IsOfWasi(import.Name) && Names.Contains(import.Name) && (GoesWithJavaScript(module) || IsLegalized(import)),
        _ => false,
    };

    /// <summary>Whether a function of the module <c>env</c> is served here.</summary>
    public static bool KnowsFunction(ImportType import)
    {
        string name = import.Name;
        if (import.Type is not FunctionType function || IsOfWasi(name))
            return false;
        // AssemblyScript's programs import another function of this name.
        if (name == "abort")
            return function.Signature.Parameters.IsEmpty;
        return name.StartsWith(InvokePrefix, StringComparison.Ordinal)
            || name.StartsWith(FindMatchingCatchPrefix, StringComparison.Ordinal) || Names.Contains(name);
    }

    /// <summary>What an import is to be.</summary>
    public WasmExtern? Find(ImportType import)
    {
        string name = import.Name;
        if (import.Type is MemoryType memory)
            return name == "memory" ? _memory ??= MakeMemory(memory) : null;
        if (import.Type is not FunctionType { Signature: var type })
            return null;
        _state.Served.Add((import.Module, name));
        if (name.StartsWith(InvokePrefix, StringComparison.Ordinal))
            return Invoke(import.Module, name, type);
        if (name.StartsWith(FindMatchingCatchPrefix, StringComparison.Ordinal))
            return FindMatchingCatch(import.Module, name, type);
        if (WideFunction(name, type) is var (wideType, function))
            return Legalized.Adapt(wideType, function, type, SetTempRet0);
        if (ThreadNames.InC(name) == "_emscripten_receive_on_main_thread_js")
            return HostFunction.From(type, (_, _, _) => throw new TrapException("proxying: the guest asks for a function of JavaScript"));
        return Function(name, type) is { } found ? HostFunction.From(found) : null;
    }

    // Emscripten's modules export the memory that they do not import.
    private static bool HasWideMemory(WasmModule module) => module.Imports.Select(import => import.Type)
        .Concat(module.Exports.Select(export => export.Type)).OfType<MemoryType>().FirstOrDefault() is { Is64: true };

    private ulong ToAddress(WasmValue value) => _is64 ? value.AsUInt64() : value.AsUInt32();

    private WasmValue FromAddress(ulong address) => _is64 ? (WasmValue)address : (uint)address;

    private WasmMemory MakeMemory(MemoryType type)
    {
        var memory = new WasmMemory(type, new InstanceLimits { MemoryPages = _configuration.MaxMemoryPages });
        _lifetime!.OnEnd(memory.Dispose);
        return memory;
    }

    // A module that imports one of these, or a form of WASI's functions without 64-bit integers, was made to go with Emscripten's
    // JavaScript: its descriptors are those of the system calls, and not WASI's.
    private static bool GoesWithJavaScript(WasmModule module)
    {
        if (HasConstructors(module) && !module.Exports.Any(export => export.Name is "_start" or "_initialize"))
            return true;
        foreach (ImportType import in module.Imports)
        {
            if (import.Module == EnvironmentName && import.Name.StartsWith(SyscallPrefix, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool HasConstructors(WasmModule module) => module.Exports.Any(export =>
        export is { Name: StartProtocol.Constructors, Type: FunctionType { Signature: { Parameters.Length: 0, Results.Length: 0 } } });

    private static bool IsOfWasi(string name) => name.StartsWith("fd_", StringComparison.Ordinal) || name == "clock_time_get";

    private static bool IsLegalized(ImportType import) =>
        import is { Name: "clock_time_get", Type: FunctionType { Signature.Parameters.Length: 4 } };

    private void Flush()
    {
        lock (_state.Files)
            _files.Flush();
    }

    private void Initialize(WasmInstance instance, CancellationToken token)
    {
        if (_hasInitialized || !HasConstructors(instance.Module))
            return;
        _hasInitialized = true;
        instance.GetFunction(StartProtocol.Constructors).Invoke([], [], token);
    }

    private int Run(WasmInstance instance, CancellationToken token)
    {
        Initialize(instance, token);
        return HasThreads ? RunWithThreads(instance, token) : StartProtocol.Run(instance, _configuration.Arguments, token);
    }

    /// <summary>An exported function, or null where the module has none of these names.</summary>
    private WasmFunction? Export(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Instance.TryGetFunction(name, out WasmFunction? function))
                return function;
        }

        return null;
    }

    /// <summary>An exported function as a delegate; a guest that lacks it, or has another, is at fault.</summary>
    private T Required<T>(params ReadOnlySpan<string> names)
        where T : Delegate
    {
        WasmFunction function = Export(names) ?? throw new TrapException(
            $"The module exports no {names[0]}, which its exceptions and jumps need; -sEXPORTED_FUNCTIONS=_{names[0]} makes it export it.");
        try
        {
            return function.As<T>();
        }
        catch (ArgumentException)
        {
            throw new TrapException($"The module's {names[0]} has the type {function.Signature}.");
        }
    }

    // What the guest exports to be called with addresses, of either width.

    private Func<ulong> RequiredSource(params ReadOnlySpan<string> names)
    {
        if (_is64)
        {
            var wide = Required<Func<long>>(names);
            return () => (ulong)wide();
        }

        var narrow = Required<Func<int>>(names);
        return () => (uint)narrow();
    }

    private Action<ulong> RequiredAction(params ReadOnlySpan<string> names)
    {
        if (_is64)
        {
            var wide = Required<Action<long>>(names);
            return address => wide((long)address);
        }

        var narrow = Required<Action<int>>(names);
        return address => narrow((int)address);
    }

    private Func<ulong, ulong> RequiredMap(params ReadOnlySpan<string> names)
    {
        if (_is64)
        {
            var wide = Required<Func<long, long>>(names);
            return address => (ulong)wide((long)address);
        }

        var narrow = Required<Func<int, int>>(names);
        return address => (uint)narrow((int)address);
    }

    private void RestoreStack(ulong stack) => (_restoreStack ??= RequiredAction("_emscripten_stack_restore", "stackRestore"))(stack);

    private void SetThrew(ulong place, int value) => (_setThrew ??= RequiredSetThrew())(place, value);

    private Action<ulong, int> RequiredSetThrew()
    {
        const string name = "setThrew";
        if (_is64)
        {
            var wide = Required<Action<long, int>>(name);
            return (place, value) => wide((long)place, value);
        }

        var narrow = Required<Action<int, int>>(name);
        return (place, value) => narrow((int)place, value);
    }
}


namespace Wasil.Emscripten;

/// <summary>
/// How a module that goes with Emscripten's JavaScript is started, which that does: constructors, <c>main</c> with its arguments on
/// the guest's stack, what <c>atexit</c> registered, and the exit code. Standalone modules do it themselves in <c>_start</c>.
/// </summary>
internal static class StartProtocol
{
    public const string Constructors = "__wasm_call_ctors";
    private const string Start = "_start";
    private const string Initialize = "_initialize";
    private const string ProxiedMain = "_emscripten_proxy_main";
    private const string Main = "main";
    private const string MainWithArguments = "__main_argc_argv";
    private const string MainWithoutArguments = "__main_void";

    /// <summary>Whether a module is a program of that form.</summary>
    public static bool Applies(WasmModule module)
    {
        bool hasMain = false;
        bool hasConstructors = false;
        foreach (ExportType export in module.Exports)
        {
            if (export.Type is not FunctionType)
                continue;
            if (export.Name is Start or Initialize)
                return false;
            hasMain |= export.Name is Main or MainWithArguments or MainWithoutArguments;
            hasConstructors |= export.Name == Constructors;
        }

        return hasMain && hasConstructors;
    }

    /// <summary>Whether a module is a program that starts itself.</summary>
    public static bool IsStandalone(WasmModule module) =>
        module.Exports.Any(export => export is { Name: Start, Type: FunctionType { Signature: { Parameters.Length: 0, Results.Length: 0 } } });

    /// <summary>The memory of a module that ought to have one.</summary>
    /// <exception cref="TrapException">It neither exports nor imports one.</exception>
    public static WasmMemory MemoryOf(WasmInstance instance)
    {
        try
        {
            return instance.Memory;
        }
        catch (InvalidOperationException)
        {
            throw new TrapException("The module exports no memory, which its functions need.");
        }
    }

    /// <summary>Whether the program's <c>main</c> runs on a thread of its own, as <c>-sPROXY_TO_PTHREAD</c> has it.</summary>
    public static bool IsProxied(WasmInstance instance) => instance.TryGetFunction(ProxiedMain, out _);

    /// <summary>Runs the program.</summary>
    /// <returns>What <c>main</c> returned.</returns>
    public static int Run(WasmInstance instance, byte[][] arguments, CancellationToken token)
    {
        int code = CallMain(instance, arguments, token);
        EndRuntime(instance, token);
        return code;
    }

    /// <summary>
    /// Calls what <c>atexit</c> has registered and has the C library write what it still holds, as far as the module exports them,
    /// which one built with <c>-sEXIT_RUNTIME</c> does.
    /// </summary>
    public static void EndRuntime(WasmInstance instance, CancellationToken token)
    {
        if (instance.TryGetFunction("__funcs_on_exit", out WasmFunction? onExit)
            && onExit.Signature is { Parameters.Length: 0, Results.Length: 0 })
            onExit.Invoke([], [], token);
        if (instance.TryGetFunction("fflush", out WasmFunction? flush)
            && flush.Signature is { Parameters: [{ Kind: ValKind.I32 or ValKind.I64 } stream], Results.Length: 1 })
            flush.Invoke([AddressOf(stream, 0)], new WasmValue[1], token);
    }

    /// <summary>Calls <c>main</c>, or what starts it.</summary>
    /// <returns>What it returned.</returns>
    public static int CallMain(WasmInstance instance, byte[][] arguments, CancellationToken token)
    {
        WasmFunction main = (instance.TryGetFunction(Start, out WasmFunction? found)
            || instance.TryGetFunction(ProxiedMain, out found) || instance.TryGetFunction(MainWithArguments, out found)
            || instance.TryGetFunction(Main, out found) || instance.TryGetFunction(MainWithoutArguments, out found))
            ? found : throw new InvalidOperationException("The instance exports no main.");
        var results = new WasmValue[main.Signature.Results.Length];
        if (main.Signature.Parameters.Length == 0)
        {
            main.Invoke([], results, token);
        }
        else
        {
            (int count, WasmValue vector) = PlaceArguments(instance, arguments, token);
            if (!main.Signature.Parameters.SequenceEqual([ValType.I32, vector.Kind == ValKind.I64 ? ValType.I64 : ValType.I32]))
                throw new TrapException($"The module's main has the type {main.Signature}.");
            main.Invoke([count, vector], results, token);
        }

        return results.Length == 0 ? 0 : results[0].AsInt32();
    }

    private static (int Count, WasmValue Vector) PlaceArguments(WasmInstance instance, byte[][] arguments, CancellationToken token)
    {
        WasmMemory memory = MemoryOf(instance);
        ValType address = memory.Is64 ? ValType.I64 : ValType.I32;
        if (!instance.TryGetFunction("_emscripten_stack_alloc", out WasmFunction? allocate)
            && !instance.TryGetFunction("stackAlloc", out allocate))
        {
            // A program without arguments to take needs no stack for them either.
            return (0, AddressOf(address, 0));
        }

        if (!allocate.Signature.Parameters.SequenceEqual([address]) || !allocate.Signature.Results.SequenceEqual([address]))
            throw new TrapException($"The module's function that gives a part of the stack has the type {allocate.Signature}.");
        var result = new WasmValue[1];
        ulong vector = Allocate((arguments.Length + 1) * memory.AddressBytes);
        for (int i = 0; i < arguments.Length; i++)
        {
            ulong text = Allocate(arguments[i].Length + 1);
            Span<byte> target = memory.Slice(text, arguments[i].Length + 1);
            arguments[i].CopyTo(target);
            target[^1] = 0;
            Put(i, text);
        }

        Put(arguments.Length, 0);
        return (arguments.Length, AddressOf(address, vector));

        ulong Allocate(int bytes)
        {
            allocate.Invoke([AddressOf(address, (ulong)bytes)], result, token);
            return memory.Is64 ? result[0].AsUInt64() : result[0].AsUInt32();
        }

        void Put(int index, ulong text) => memory.WriteAddress(vector + (ulong)(index * memory.AddressBytes), text);
    }

    private static WasmValue AddressOf(ValType type, ulong address) => type == ValType.I64 ? (WasmValue)address : (uint)address;
}

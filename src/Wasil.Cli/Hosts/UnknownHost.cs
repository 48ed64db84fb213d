namespace Wasil.Cli.Hosts;

/// <summary>Recognises what would serve an import that nothing here serves, by what toolchains call theirs.</summary>
internal static class UnknownHost
{
    /// <summary>What would serve the import, or null where nobody knows.</summary>
    /// <param name="import">The import.</param>
    public static string? Recognise(ImportType import) => import.Module switch
    {
        "env" => RecogniseEnvironment(import),
        "a" when IsMinified(import.Name) => $"{NotYet("Emscripten")}; -sSTANDALONE_WASM makes a WASI program",
        "GOT.mem" or "GOT.func" => DynamicLibrary,
        "wasi" when import.Name == "thread-spawn" => NotYet("wasi-threads"),
        "wbg" or "__wbindgen_placeholder__" or "__wbindgen_externref_xform__" => NotYet("wasm-bindgen"),
        "wasix_32v1" or "wasix_64v1" => NotYet("WASIX"),
        "rt" or "ffi" => NotYet("Hoot"),
        _ when import.Module.StartsWith("wasi:", StringComparison.Ordinal) => NotYet("WASI 0.2 and later (the component model)"),
        _ when import.Module.StartsWith("extism:", StringComparison.Ordinal) => NotYet("Extism"),
        _ when import.Module.StartsWith("wasi_ephemeral_", StringComparison.Ordinal)
            || import.Module.StartsWith("wasi_snapshot_", StringComparison.Ordinal) => NotYet($"the WASI module {import.Module}"),
        _ when import.Module.EndsWith("_bg.js", StringComparison.Ordinal) => NotYet("wasm-bindgen"),
        _ => null,
    };

    private static readonly string[] AssemblyScriptPrefixes =
        ["document.", "Reflect.", "Object.", "String.", "globalThis"];

    private static readonly string[] EmscriptenPrefixes =
        ["emscripten_", "_emscripten_", "invoke_", "__cxa_", "__syscall_", "_embind_", "_emval_", "__pthread_"];

    private const string DynamicLibrary = "the module is a dynamic library, and dynamic linking is not there yet";

    private static string NotYet(string package) => $"the host package for {package} is not there yet";

    private static string? RecogniseEnvironment(ImportType import)
    {
        string name = import.Name;
        return name switch
        {
            // The order matters: Emscripten's libraries import these as its programs import the others.
            "__memory_base" or "__table_base" or "__stack_pointer" or "__indirect_function_table" => DynamicLibrary,
            "__assert_fail" or "abort" or "exit" or "setTempRet0" or "getTempRet0" => NotYet("Emscripten"),
            _ when HasPrefix(name, AssemblyScriptPrefixes) => "AssemblyScript's bindings for a browser, which only JavaScript serves",
            _ when HasPrefix(name, EmscriptenPrefixes) || name.EndsWith("_js", StringComparison.Ordinal) => NotYet("Emscripten"),
            _ => null,
        };
    }

    private static bool HasPrefix(string name, ReadOnlySpan<string> prefixes)
    {
        foreach (string prefix in prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsMinified(string name) => name.Length is 1 or 2;
}

using Wasil.Emscripten;

namespace Wasil.Cli.Hosts;

/// <summary>Recognises what would serve an import that nothing here serves, by what toolchains call theirs.</summary>
internal static class UnknownHost
{
    /// <summary>Tells of imports that nothing serves: the first, how many there are besides, and what would serve one of them, where
    /// that is known.</summary>
    /// <param name="imports">The imports, at least one.</param>
    public static string Describe(IReadOnlyList<ImportType> imports)
    {
        string more = imports.Count == 1 ? "" : $", and {imports.Count - 1} more";
        string hint = imports.Select(Recognise).FirstOrDefault(host => host is not null) is { } known ? $" ({known})" : "";
        return $"{imports[0]}{more}{hint}";
    }

    /// <summary>What would serve the import, or null where nobody knows.</summary>
    /// <param name="import">The import.</param>
    public static string? Recognise(ImportType import) => import.Module switch
    {
        "env" => RecogniseEnvironment(import),
        "GOT.mem" or "GOT.func" => DynamicLibrary,
        "wbg" or "__wbindgen_placeholder__" or "__wbindgen_externref_xform__" => NotYet("wasm-bindgen"),
        "wasix_32v1" or "wasix_64v1" => NotYet("WASIX"),
        "rt" or "ffi" => NotYet("Hoot"),
        _ when import.Module.StartsWith("wasi:", StringComparison.Ordinal) => NotYet("WASI 0.2 and later (the component model)"),
        _ when import.Module.StartsWith("extism:", StringComparison.Ordinal) => NotYet("Extism"),
        _ when import.Module.StartsWith("wasi_ephemeral_", StringComparison.Ordinal)
            || import.Module.StartsWith("wasi_snapshot_", StringComparison.Ordinal) => NotYet($"the WASI module {import.Module}"),
        _ when import.Module.EndsWith("_bg.js", StringComparison.Ordinal) => NotYet("wasm-bindgen"),
        _ => EmscriptenImports.Explain(import),
    };

    private static readonly string[] AssemblyScriptPrefixes =
        ["document.", "Reflect.", "Object.", "String.", "globalThis"];

    private static readonly string[] NodePrefixes = ["napi_", "node_api_"];

    private const string DynamicLibrary = "the module is a dynamic library, and dynamic linking is not there yet";

    private static string NotYet(string package) => $"the host package for {package} is not there yet";

    private static string? RecogniseEnvironment(ImportType import)
    {
        string name = import.Name;
        return name switch
        {
            // The order matters: Emscripten's libraries import these as its programs import the others.
            "__memory_base" or "__table_base" or "__stack_pointer" or "__indirect_function_table" => DynamicLibrary,
            _ when HasPrefix(name, NodePrefixes) => NotYet("Node-API"),
            _ when HasPrefix(name, AssemblyScriptPrefixes) => "AssemblyScript's bindings for a browser, which only JavaScript serves",
            _ => EmscriptenImports.Explain(import),
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
}

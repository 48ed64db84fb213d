namespace Wasil.Emscripten;

/// <summary>Imports of Emscripten's that are not served, and why.</summary>
internal static class UnservedImport
{
    private const string Browser = "only a browser has it";

    private static readonly (string Prefix, string Reason)[] Reasons =
    [
        ("_embind_", $"embind binds C++ to JavaScript; {Browser}"),
        ("_emval_", $"embind binds C++ to JavaScript; {Browser}"),
        ("emscripten_asm_const", $"EM_ASM is JavaScript; {Browser}"),
        ("emscripten_run_script", $"the program runs JavaScript; {Browser}"),
        ("emscripten_webgl_", $"WebGL; {Browser}"),
        ("emscripten_gl", $"WebGL; {Browser}"),
        ("glfw", $"GLFW; {Browser}"),
        ("gl", $"WebGL; {Browser}"),
        ("egl", $"EGL; {Browser}"),
        ("SDL_", $"SDL; {Browser}"),
        ("al", $"OpenAL; {Browser}"),
        ("emscripten_fetch", $"requests of the browser; {Browser}"),
        ("emscripten_websocket", $"requests of the browser; {Browser}"),
        ("emscripten_set_main_loop", $"the browser's loop; {Browser}"),
        ("emscripten_set_", $"events of the browser; {Browser}"),
        ("emscripten_sleep", "Asyncify suspends the program, which only its JavaScript can"),
        ("__asyncjs__", "Asyncify suspends the program, which only its JavaScript can"),
        ("_dl", "dynamic libraries, which are not there yet"),
        ("emscripten_dlopen", "dynamic libraries, which are not there yet"),
        ("emscripten_", "a function of Emscripten's own library that is written in JavaScript"),
        ("_emscripten_", "a function of Emscripten's own library that is written in JavaScript"),
        ("__cxa_", "a function of Emscripten's own library that is written in JavaScript"),
        ("__syscall_", "a system call that is not served"),
    ];

    public static string? Explain(ImportType import)
    {
        // Release builds call their import module so, and number the names with letters.
        if (import.Module == "a" && import.Name.Length is 1 or 2)
            return "Emscripten has minified the names; -g2 or -sSTANDALONE_WASM keeps them";
        if (import.Module != EmscriptenGuest.EnvironmentName)
            return null;
        string name = import.Name;
        foreach ((string prefix, string reason) in Reasons)
        {
            bool isAbbreviation = prefix is "gl" or "al" or "egl";
            if (name.StartsWith(prefix, StringComparison.Ordinal)
                && (!isAbbreviation || name.Length > prefix.Length && char.IsAsciiLetterUpper(name[prefix.Length])))
                return $"Emscripten: {reason}";
        }

        return name.EndsWith("_js", StringComparison.Ordinal) || name.StartsWith("__asm", StringComparison.Ordinal)
            ? "a function that the program brings in JavaScript" : null;
    }
}

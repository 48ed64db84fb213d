using Wasil;
using Wasil.AssemblyScript;

namespace AssemblyScriptHost;

/// <summary>A guest by AssemblyScript whose <c>greet(name: string): string</c> is called from C#.</summary>
public static class Greeter
{
    /// <summary>Calls it.</summary>
    /// <param name="module">The module, compiled with <c>--exportRuntime</c>.</param>
    /// <param name="name">Whom to greet.</param>
    /// <returns>The greeting.</returns>
    public static string Greet(byte[] module, string name)
    {
        using WasmInstance instance = WasmEngine.Default.Compile(module).Instantiate(new WasmImports().AddAssemblyScript());
        return new AssemblyScriptGuest(instance).GetFunction<Func<string, string>>("greet")(name);
    }
}

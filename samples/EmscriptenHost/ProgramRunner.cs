using Wasil;
using Wasil.Emscripten;
using Wasil.Wasi;

namespace EmscriptenHost;

/// <summary>Runs a program of C or C++ that Emscripten compiled, whether it goes with its JavaScript or is standalone.</summary>
public static class ProgramRunner
{
    /// <summary>Runs it.</summary>
    /// <param name="module">The module.</param>
    /// <param name="args">Its arguments, without its name.</param>
    /// <param name="output">Where its standard output goes.</param>
    /// <returns>Its exit code.</returns>
    public static int Run(byte[] module, IEnumerable<string> args, Stream output)
    {
        var wasi = new WasiOptions { Args = ["program", .. args], Stdout = output };
        using WasmInstance instance = WasmEngine.Default.Compile(module).Instantiate(new WasmImports().AddEmscripten(wasi));
        return instance.RunCommand();
    }
}

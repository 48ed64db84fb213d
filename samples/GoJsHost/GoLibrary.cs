using Wasil;
using Wasil.GoJs;

namespace GoJsHost;

/// <summary>A Go <c>main</c> that leaves functions in <c>js.Global()</c> and waits is a library.</summary>
public static class GoLibrary
{
    public static IReadOnlyList<string> Use(byte[] wasm)
    {
        var options = new GoJsOptions { Args = ["library", "library"], Stderr = Console.OpenStandardError() };
        using GoProgram program = GoProgram.Instantiate(WasmEngine.Default.Compile(wasm), options);
        program.Start();
        JsObject global = program.Realm.Global;
        return
        [
            global.Call("upper", "from go").AsString(),
            $"{global.Call("count")} {global.Call("count")}",
            program.Await(global.Call("later", "or never")).AsString(),
        ];
    }
}

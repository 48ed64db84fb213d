// dotnet run --project samples/HootHost -- program.wasm
//
// Runs what `guild compile-wasm` of Guile Hoot has made of a Scheme program: garbage-collected objects, tail calls and
// exceptions. What Hoot's own runtime in JavaScript offers is in SchemeImports.cs.
using HootHost;
using Wasil;

if (args is not [string path])
{
    Console.Error.WriteLine("Which program?");
    return 2;
}

var imports = new WasmImports().AddScheme(Console.In, Console.Out, Console.Error);
using WasmInstance program = WasmEngine.Default.Compile(File.ReadAllBytes(path)).Instantiate(imports);
try
{
    program.GetFunction<Action>("main")();
    return 0;
}
catch (WasmExitException exit)
{
    return exit.ExitCode;
}
catch (SchemeException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

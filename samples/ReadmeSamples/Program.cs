using Wasil;

WasmModule module = WasmEngine.Default.Compile("""
    (func (export "add") (param i32 i32) (result i32)
      (i32.add (local.get 0) (local.get 1)))
    """);
using WasmInstance instance = module.Instantiate();
var add = instance.GetFunction<Func<int, int, int>>("add");
Console.WriteLine(add(1, 2)); // 3

namespace Wasil.Text;

/// <summary>The module <c>spectest</c> that every script can import from. See interpreter/README.md and
/// interpreter/host/spectest.ml of the specification's repository.</summary>
internal static class SpecTestModule
{
    private const string Name = "spectest";

    public static WasmImports Create()
    {
        var memory = new MemoryType(new Limits(1, 2));
        var shared = new MemoryType(new Limits(1, 2), isShared: true);
        var limits = new Limits(10, 20);
        return new WasmImports()
            .Define(Name, "print", () => { })
            .Define(Name, "print_i32", (int _) => { })
            .Define(Name, "print_i64", (long _) => { })
            .Define(Name, "print_f32", (float _) => { })
            .Define(Name, "print_f64", (double _) => { })
            .Define(Name, "print_i32_f32", (int _, float _) => { })
            .Define(Name, "print_f64_f64", (double _, double _) => { })
            .Define(Name, "global_i32", new WasmGlobal(new GlobalType(ValType.I32, false), 666))
            .Define(Name, "global_i64", new WasmGlobal(new GlobalType(ValType.I64, false), 666L))
            .Define(Name, "global_f32", new WasmGlobal(new GlobalType(ValType.F32, false), 666.6f))
            .Define(Name, "global_f64", new WasmGlobal(new GlobalType(ValType.F64, false), 666.6))
            .Define(Name, "table", new WasmTable(new TableType(ValType.FuncRef, limits)))
            .Define(Name, "table64", new WasmTable(new TableType(ValType.FuncRef, limits, is64: true)))
            .Define(Name, "memory", new WasmMemory(memory))
            .Define(Name, "shared_memory", new WasmMemory(shared));
    }
}

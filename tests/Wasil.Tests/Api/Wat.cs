namespace Wasil.Tests.Api;

/// <summary>Instances of modules that tests write down.</summary>
internal static class Wat
{
    public static WasmInstance Instantiate(string text, WasmImports? imports = null, InstanceOptions? options = null) =>
        WasmEngine.Default.Compile(text).Instantiate(imports, options);

    /// <summary>An exported function <c>f</c> that returns its parameters.</summary>
    public static WasmInstance Echo(params string[] types) => Instantiate($"""
        (func (export "f") (param {string.Join(' ', types)}) (result {string.Join(' ', types)})
          {string.Concat(types.Select((_, i) => $"local.get {i} "))})
        """);

    /// <summary>An exported function <c>f</c> that calls the import <c>env.f</c> of the same type.</summary>
    public static WasmInstance Relay(string type, int parameters, WasmImports imports) => Instantiate($"""
        (type $t (func {type}))
        (import "env" "f" (func $f (type $t)))
        (func (export "f") (type $t) {string.Concat(Enumerable.Range(0, parameters).Select(i => $"local.get {i} "))} call $f)
        """, imports);

    public static WasmImports Env(string name, Delegate function) => new WasmImports().Define("env", name, function);
}

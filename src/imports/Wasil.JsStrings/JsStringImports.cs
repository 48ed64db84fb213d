namespace Wasil.JsStrings;

/// <summary>Adds JavaScript's string builtins to what modules are given.</summary>
/// <threadsafety>As <see cref="WasmImports"/>: one thread at a time for a set of imports.</threadsafety>
public static class JsStringImports
{
    /// <summary>The module name of the builtins.</summary>
    public const string ModuleName = "wasm:js-string";

    // The same for all instances, since they have no state; made when they are first needed.
    private static readonly Lazy<WasmImports> Builtins = new(Make);

    /// <summary>
    /// Defines the functions of
    /// <see href="https://github.com/WebAssembly/js-string-builtins/blob/main/proposals/js-string-builtins/Overview.md">JS string
    /// builtins</see> under the module name <c>wasm:js-string</c>. A string is a .NET <see cref="string"/> in an
    /// <c>externref</c>; both have UTF-16 code units, surrogates without a partner among them.
    /// </summary>
    /// <param name="imports">What to add to.</param>
    /// <returns>The same imports.</returns>
    public static WasmImports AddJsStrings(this WasmImports imports)
    {
        ArgumentNullException.ThrowIfNull(imports);
        return imports.Define(Builtins.Value);
    }

    /// <summary>
    /// Defines string constants: each global of type <c>externref</c> that is imported from a module name is the string that is
    /// its own second name. Compilers choose the module name; Dart's calls it <c>S</c>, Kotlin's <c>'</c>.
    /// </summary>
    /// <param name="imports">What to add to.</param>
    /// <param name="module">The module name.</param>
    /// <returns>The same imports.</returns>
    public static WasmImports AddJsStringConstants(this WasmImports imports, string module)
    {
        ArgumentNullException.ThrowIfNull(imports);
        ArgumentNullException.ThrowIfNull(module);
        return imports.DefinePerInstance(() => import =>
            import.Module == module && import.Type is GlobalType { IsMutable: false } global && IsString(global.Content)
                ? new WasmGlobal(global, WasmValue.FromExtern(import.Name))
                : null);
    }

    private static bool IsString(ValType type) => type.IsReference && type.HeapType == HeapType.Extern;

    private static WasmImports Make() => new WasmImports()
        .Define(ModuleName, "cast", Builtin.Cast)
        .Define(ModuleName, "test", Builtin.Test)
        .Define(ModuleName, "fromCharCodeArray", Builtin.FromCharCodeArray)
        .Define(ModuleName, "intoCharCodeArray", Builtin.IntoCharCodeArray)
        .Define(ModuleName, "fromCharCode", Builtin.FromCharCode)
        .Define(ModuleName, "fromCodePoint", Builtin.FromCodePoint)
        .Define(ModuleName, "charCodeAt", Builtin.CharCodeAt)
        .Define(ModuleName, "codePointAt", Builtin.CodePointAt)
        .Define(ModuleName, "length", Builtin.Length)
        .Define(ModuleName, "concat", Builtin.Concat)
        .Define(ModuleName, "substring", Builtin.Substring)
        .Define(ModuleName, "equals", Builtin.Equal)
        .Define(ModuleName, "compare", Builtin.Compare);
}

using Wasil.JsStrings;

namespace Wasil.Cli.Hosts;

/// <summary>The string builtins of JavaScript.</summary>
internal sealed class JsStringsHost : HostPackage
{
    public override string Name => "JS string builtins";

    public override string Option => "js-string";

    public override bool Serves(ImportType import) => import.Module == JsStringImports.ModuleName;

    public override void AddTo(WasmImports imports, Guest guest) => imports.AddJsStrings();
}

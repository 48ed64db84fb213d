using Wasil.AssemblyScript;

namespace Wasil.Cli.Hosts;

/// <summary>Programs of AssemblyScript.</summary>
internal sealed class AssemblyScriptHost : HostPackage
{
    public override string Name => "AssemblyScript";

    public override string Option => "assemblyscript";

    public override bool RunsPrograms => true;

    public override bool Serves(ImportType import) => AssemblyScriptImports.Serves(import);

    public override void AddTo(WasmImports imports, Guest guest) => imports.AddAssemblyScript(new AssemblyScriptOptions
    {
        // A program expects the runtime's name before its own.
        Args = ["wasil", .. guest.Args],
        Stdout = guest.Streams.Output,
        Stderr = guest.Streams.ErrorOutput,
        Trace = AssemblyScriptTrace.Stderr,
    });
}

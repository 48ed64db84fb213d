namespace Wasil.Cli.Hosts;

/// <summary>A package of host functions: which imports it serves, and how a guest gets them.</summary>
internal abstract class HostPackage
{
    /// <summary>What the user knows it by.</summary>
    public abstract string Name { get; }

    /// <summary>What <c>--imports</c> calls it.</summary>
    public abstract string Option { get; }

    /// <summary>All there are. Where two serve an import, the later one does.</summary>
    public static IReadOnlyList<HostPackage> All { get; } =
        [
            new WasiHost(), new WasiThreadsHost(), new EmscriptenHost(), new AssemblyScriptHost(), new GoJsHost(), new JsStringsHost(),
        ];

    /// <summary>Whether an import is this package's. It may still turn out not to know the name.</summary>
    public abstract bool Serves(ImportType import);

    /// <summary>Whether an import is there once the package is added: what it serves, and what it gives along with that.</summary>
    public virtual bool Provides(ImportType import) => Serves(import);

    /// <summary>Whether programs that need the package are run in a way of its own, and export no <c>_start</c>.</summary>
    public virtual bool RunsPrograms => false;

    /// <summary>Whether its programs start in a folder, which the user may choose.</summary>
    public virtual bool HasWorkingDirectory => false;

    /// <summary>Whether a module needs the package.</summary>
    public virtual bool IsNeededBy(WasmModule module) => module.Imports.Any(Serves);

    /// <summary>Whether a module that needs the package asks for threads.</summary>
    public virtual bool WantsThreads(WasmModule module) => false;

    /// <summary>Adds the package to what a guest is given.</summary>
    public abstract void AddTo(WasmImports imports, Guest guest);

    /// <summary>The imports of a module that none of some packages gives.</summary>
    public static IEnumerable<ImportType> Unserved(WasmModule module, IReadOnlyList<HostPackage> packages) =>
        module.Imports.Where(import => !packages.Any(package => package.Provides(import)));

    /// <summary>The packages that a module needs.</summary>
    /// <param name="module">The module.</param>
    /// <param name="names">Which packages may serve it, by their options; all where null.</param>
    public static IReadOnlyList<HostPackage> NeededBy(WasmModule module, IReadOnlyCollection<string>? names = null) =>
        [.. All.Where(package => names is null || names.Contains(package.Option)).Where(package => package.IsNeededBy(module))];
}

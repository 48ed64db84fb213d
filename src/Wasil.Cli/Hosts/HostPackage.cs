namespace Wasil.Cli.Hosts;

/// <summary>A package of host functions: which imports it serves, and how a guest gets them.</summary>
internal abstract class HostPackage
{
    /// <summary>What the user knows it by.</summary>
    public abstract string Name { get; }

    /// <summary>All there are. Where two serve an import, the later one does.</summary>
    public static IReadOnlyList<HostPackage> All { get; } = [new WasiHost(), new GoJsHost()];

    /// <summary>Whether an import is this package's. It may still turn out not to know the name.</summary>
    public abstract bool Serves(ImportType import);

    /// <summary>Whether programs that need the package are run in a way of its own, and export no <c>_start</c>.</summary>
    public virtual bool RunsPrograms => false;

    /// <summary>Adds the package to what a guest is given.</summary>
    public abstract void AddTo(WasmImports imports, Guest guest);

    /// <summary>The packages that a module needs.</summary>
    public static IReadOnlyList<HostPackage> NeededBy(WasmModule module)
    {
        var needed = new List<HostPackage>();
        foreach (HostPackage package in All)
        {
            foreach (ImportType import in module.Imports)
            {
                if (package.Serves(import))
                {
                    needed.Add(package);
                    break;
                }
            }
        }

        return needed;
    }
}

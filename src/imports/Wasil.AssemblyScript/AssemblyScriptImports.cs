namespace Wasil.AssemblyScript;

/// <summary>Adds what AssemblyScript's programs import.</summary>
/// <threadsafety>As <see cref="WasmImports"/>: one thread at a time for a set of imports.</threadsafety>
public static class AssemblyScriptImports
{
    /// <summary>
    /// Defines what programs of the AssemblyScript compiler import under <c>env</c>: <c>abort</c>, <c>trace</c> and <c>seed</c>;
    /// <c>console.*</c>, <c>Date.now</c>, <c>performance.now</c>, <c>process.*</c>, <c>Math.*</c> and
    /// <c>crypto.getRandomValuesN</c>, global variables among them. Older compilers' names, as <c>now</c> in the module
    /// <c>Date</c>, are served as well. What needs a browser (<c>document</c>) or an object of JavaScript (<c>Reflect</c>,
    /// <c>Object</c>) is not there.
    /// </summary>
    /// <param name="imports">What to add to. Other packages may fill <c>env</c> as well; what is defined later comes first.</param>
    /// <param name="options">What guests get; nothing but clocks and random numbers where null.</param>
    /// <returns>The same imports.</returns>
    /// <exception cref="ArgumentException">An argument is null.</exception>
    /// <remarks>
    /// A guest that aborts makes a <see cref="WasmExitException"/> with the code 255 leave the call, one that exits its own
    /// code. A program's top-level code runs while it is instantiated, unless it was compiled with <c>--exportStart</c>.
    /// </remarks>
    public static WasmImports AddAssemblyScript(this WasmImports imports, AssemblyScriptOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(imports);
        var configuration = new Configuration(options ?? new AssemblyScriptOptions());
        return imports.DefinePerInstance(lifetime =>
        {
            EnvironmentModule? state = null;
            return import =>
            {
                if (EnvironmentModule.NameOf(import.Module, import.Name) is not { } name)
                    return null;
                state ??= new EnvironmentModule(configuration, lifetime);
                return state.Find(name, import.Type);
            };
        });
    }

    /// <summary>Whether an import is one that <see cref="AddAssemblyScript"/> defines.</summary>
    /// <param name="import">The import.</param>
    public static bool Serves(ImportType import)
    {
        ArgumentNullException.ThrowIfNull(import);
        return EnvironmentModule.NameOf(import.Module, import.Name) is { } name && EnvironmentModule.Knows(name, import.Type);
    }
}

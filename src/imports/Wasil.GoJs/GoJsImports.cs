using Wasil.GoJs.Running;

namespace Wasil.GoJs;

/// <summary>Adds to what modules are given what programs of Go's GOOS=js need.</summary>
/// <threadsafety>As <see cref="WasmImports"/>: one thread at a time for a set of imports.</threadsafety>
public static class GoJsImports
{
    /// <summary>
    /// Defines the functions of the import modules <c>gojs</c> (Go 1.21 and later) and <c>go</c> (before). The instance is run by
    /// <see cref="WasmInstance.RunCommand"/>; to call into a program, see <see cref="GoProgram"/>.
    /// </summary>
    /// <param name="imports">What to add to.</param>
    /// <param name="options">What guests get; nothing but clocks and random numbers where null.</param>
    /// <returns>The same imports.</returns>
    /// <exception cref="ArgumentException">An argument or environment variable contains U+0000, or a variable's name is empty or
    /// contains <c>=</c>.</exception>
    public static WasmImports AddGoJs(this WasmImports imports, GoJsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(imports);
        var configuration = new Configuration(options ?? new GoJsOptions());
        return imports.DefinePerInstance(lifetime =>
        {
            GoRuntime? runtime = null;
            return import =>
            {
                if (!Serves(import))
                    return null;
                if (runtime is null)
                {
                    var made = runtime = new GoRuntime(configuration);
                    lifetime.RunAs((instance, token) =>
                    {
                        made.Start(instance, token);
                        return made.RunToEnd(token);
                    });
                    lifetime.OnEnd(made.Dispose);
                }

                return Resolve(runtime, import);
            };
        });
    }

    internal static bool Serves(ImportType import) => import.Module is "gojs" or "go";

    internal static WasmExtern? Resolve(GoRuntime runtime, ImportType import)
    {
        if (runtime.Find(import.Name) is not { } function)
            return null;

        // TinyGo's functions bear the same names, but take their arguments as parameters.
        if (import.Type is FunctionType { Signature: { } signature }
            && (signature.Parameters.Length != 1 || signature.Parameters[0] != ValType.I32 || signature.Results.Length != 0))
        {
            throw new LinkException(
                import.Module, import.Name, $"{import} is an import of TinyGo's, not of Go's: build the program with Go, or for WASI.");
        }

        return HostFunction.From(function);
    }
}

namespace Wasil.Execution;

/// <summary>A function that is imported through a wrapper of the host. The wrapper calls the original on behalf of one instance, so
/// it is made for each.</summary>
/// <param name="import">The import.</param>
/// <param name="original">What the import is without the wrapper: a FunctionInstance, a delegate of the host, or another of these.</param>
/// <param name="wrapper">The wrapper.</param>
internal sealed class WrappedImport(ImportType import, object original, WasmImportWrapper wrapper)
{
    /// <summary>The same wrappers around something else.</summary>
    public WrappedImport Around(object other) =>
        new(import, original is WrappedImport inner ? inner.Around(other) : other, wrapper);

    /// <summary>What the instance imports at an index.</summary>
    /// <exception cref="LinkException">What the wrapper gave does not fit the import.</exception>
    public FunctionInstance CreateFor(ModuleInstance instance, int index)
    {
        FunctionInstance wrapped = Instantiation.ImportedFunction(instance, index, original);
        return wrapper(import, WasmFunction.Of(wrapped)) is { } value
            ? Instantiation.ImportedFunction(instance, index, WasmImports.Check(import, value, instance.Types).Address)
            : wrapped;
    }
}

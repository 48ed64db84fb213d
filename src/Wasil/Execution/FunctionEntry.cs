namespace Wasil.Execution;

/// <summary>
/// What a stub stands for while nothing better is known: one entry of an instance. There is one stub
/// per signature, closed over an object like this, because a stub per function would kill the start of large modules.
/// </summary>
internal class FunctionEntry(ModuleInstance instance, int index)
{
    // Read by stubs and adapters, which are emitted code.
    internal readonly ModuleInstance Instance = instance;
    internal readonly int Index = index;

    /// <summary>Where the instance has the entry; below zero where it has none.</summary>
    public int Place { get; set; } = -1;

    /// <summary>Finds what really runs, puts it into the instance's table of entries and returns it.</summary>
    public Delegate Resolve() => Instance.Resolve(this);
}

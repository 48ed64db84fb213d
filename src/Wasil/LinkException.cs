namespace Wasil;

/// <summary>An import is missing or has another type than the module expects. See "External Typing" in the
/// specification.</summary>
public sealed class LinkException : WasmException
{
    /// <summary>Refuses an import, where a host package knows better than that nothing is defined for it.</summary>
    /// <param name="module">The first name of the import.</param>
    /// <param name="name">The second name of the import.</param>
    /// <param name="message">What is wrong.</param>
    public LinkException(string module, string name, string message)
        : base(message)
    {
        ImportModule = module;
        ImportName = name;
    }

    /// <summary>The first name of the import.</summary>
    public string ImportModule { get; }

    /// <summary>The second name of the import.</summary>
    public string ImportName { get; }
}

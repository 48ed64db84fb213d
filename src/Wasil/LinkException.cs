namespace Wasil;

/// <summary>An import is missing or has another type than the module expects. See "External Typing" in the
/// specification.</summary>
public sealed class LinkException : WasmException
{
    internal LinkException(string module, string name, string message)
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

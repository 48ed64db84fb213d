using Wasil.Syntax;

namespace Wasil;

/// <summary>Something a module needs from outside.</summary>
/// <param name="Module">The first name.</param>
/// <param name="Name">The second name.</param>
/// <param name="Type">What is expected under it.</param>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed record ImportType(string Module, string Name, ExternType Type)
{
    /// <summary>The import as messages name it.</summary>
    public override string ToString() => $"{OneLine.Of(Module)}.{OneLine.Of(Name)}: {Type}";
}

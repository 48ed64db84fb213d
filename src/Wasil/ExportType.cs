using Wasil.Syntax;

namespace Wasil;

/// <summary>Something a module offers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is.</param>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed record ExportType(string Name, ExternType Type)
{
    /// <summary>The export as messages name it.</summary>
    public override string ToString() => $"{OneLine.Of(Name)}: {Type}";
}

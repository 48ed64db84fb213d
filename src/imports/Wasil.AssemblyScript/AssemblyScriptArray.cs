namespace Wasil.AssemblyScript;

/// <summary>
/// A .NET array as an argument of a guest's function that takes another of AssemblyScript's classes than <c>Array</c>, for which
/// a .NET array alone stands. As a result it accepts any class, and tells which it was.
/// </summary>
/// <typeparam name="T">As for <see cref="AssemblyScriptGuest.NewArray{T}"/>.</typeparam>
/// <param name="items">The elements.</param>
/// <param name="kind">The class.</param>
/// <threadsafety>Any threads at once while nobody changes the items.</threadsafety>
public sealed class AssemblyScriptArray<T>(T[] items, AssemblyScriptArrayKind kind)
{
    /// <summary>The elements.</summary>
    public T[] Items { get; } = items ?? throw new ArgumentNullException(nameof(items));

    /// <summary>The class.</summary>
    public AssemblyScriptArrayKind Kind { get; } = kind;

    /// <summary>
    /// The class's runtime id in the guest, which <c>idof&lt;T&gt;()</c> gives there. It need only be said where several classes
    /// look alike, as <c>Array&lt;string&gt;</c> does like arrays of other objects.
    /// </summary>
    public int? TypeId { get; init; }
}

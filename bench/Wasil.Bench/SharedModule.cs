namespace Wasil.Bench;

/// <summary>A module over a shared memory <c>env.memory</c> of one page, on some runtime, and an instance of it for each of two threads.</summary>
internal abstract class SharedModule
{
    /// <summary>The exported function of an instance.</summary>
    /// <param name="thread">0 or 1.</param>
    /// <param name="name">The function, of an integer that gives one.</param>
    public abstract Func<int, int> Function(int thread, string name);
}

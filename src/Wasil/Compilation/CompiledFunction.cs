namespace Wasil.Compilation;

/// <summary>What a function became; shared by all instances of its module.</summary>
/// <param name="Code">The emitted method; its first parameter is the instance.</param>
/// <param name="Callees">What it calls.</param>
internal sealed record CompiledFunction(ClosedMethod Code, Callees Callees);

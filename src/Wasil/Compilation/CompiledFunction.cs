using System.Reflection.Emit;

namespace Wasil.Compilation;

/// <summary>What a function became; shared by all instances of its module.</summary>
/// <param name="Method">The emitted method; its first parameter is the instance.</param>
/// <param name="DelegateType">The type of delegates to it.</param>
/// <param name="Callees">The functions that it calls directly, whose entries must exist before it runs.</param>
internal sealed record CompiledFunction(DynamicMethod Method, Type DelegateType, IReadOnlyCollection<int> Callees);

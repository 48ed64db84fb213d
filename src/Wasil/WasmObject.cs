using Wasil.Execution;

namespace Wasil;

/// <summary>
/// A value of a guest's heap: a <see cref="WasmStruct"/>, a <see cref="WasmArray"/> or a <see cref="WasmI31"/>. It is the
/// guest's own object, not a copy: it lives while anybody refers to it, guest or host, and it is the same object wherever it
/// is met. See "Structures", "Arrays" and "Scalars" in the specification's "Runtime Structure".
/// </summary>
/// <remarks>Nothing guards an object against being used by a host's thread while a guest runs on another one, just as
/// nothing guards the objects of .NET.</remarks>
/// <threadsafety>One thread at a time, which includes the guest that uses it.</threadsafety>
public abstract class WasmObject
{
    // Compiled code reads this: the type that casts look at.
    internal readonly DefType RuntimeType;

    // Only what is in this assembly is laid out as compiled code expects.
    internal WasmObject(DefType runtimeType) => RuntimeType = runtimeType;

    /// <summary>Whether the object is a value of a reference type.</summary>
    /// <param name="type">A reference type; anything else is answered with false.</param>
    public bool IsOfType(ValType type) => type.IsReference && References.Matches(this, type.HeapType);
}

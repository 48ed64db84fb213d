namespace Wasil.AssemblyScript;

/// <summary>Which of AssemblyScript's classes a .NET array stands for.</summary>
public enum AssemblyScriptArrayKind
{
    /// <summary><c>Array</c>, which can grow.</summary>
    Array,

    /// <summary><c>StaticArray</c>.</summary>
    StaticArray,

    /// <summary>A typed array, as <c>Uint8Array</c> and <c>Float64Array</c>.</summary>
    TypedArray,

    /// <summary><c>ArrayBuffer</c>; the elements are bytes.</summary>
    ArrayBuffer,
}

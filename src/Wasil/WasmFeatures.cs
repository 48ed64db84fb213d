namespace Wasil;

/// <summary>
/// The proposals beyond the first release of WebAssembly, one flag each, and the sets that the finished versions of the
/// specification made of them. What is off is refused when a module is decoded or validated.
/// </summary>
[Flags]
public enum WasmFeatures
{
    /// <summary>The instructions and sections of the minimum viable product of 2017 alone.</summary>
    None = 0,

    /// <summary>Import and export of mutable globals. Proposal: mutable-global.</summary>
    MutableGlobals = 1 << 0,

    /// <summary><c>i32.extend8_s</c> and its like. Proposal: sign-extension-ops.</summary>
    SignExtension = 1 << 1,

    /// <summary><c>i32.trunc_sat_f32_s</c> and its like. Proposal: nontrapping-float-to-int-conversions.</summary>
    SaturatingFloatToInt = 1 << 2,

    /// <summary>Several results, and blocks with parameters. Proposal: multi-value.</summary>
    MultiValue = 1 << 3,

    /// <summary>
    /// <c>memory.copy</c>, <c>table.init</c> and their like, passive segments. Proposal: bulk-memory-operations.
    /// </summary>
    BulkMemory = 1 << 4,

    /// <summary><c>funcref</c>, <c>externref</c>, several tables. Proposal: reference-types.</summary>
    ReferenceTypes = 1 << 5,

    /// <summary>128-bit vectors. Proposal: simd.</summary>
    Simd = 1 << 6,

    /// <summary>Vector instructions whose results may differ between machines. Proposal: relaxed-simd.</summary>
    RelaxedSimd = 1 << 7,

    /// <summary>Addition, subtraction and multiplication in constant expressions. Proposal: extended-const.</summary>
    ExtendedConst = 1 << 8,

    /// <summary><c>return_call</c> and its like. Proposal: tail-call.</summary>
    TailCalls = 1 << 9,

    /// <summary>More than one memory in a module. Proposal: multi-memory.</summary>
    MultiMemory = 1 << 10,

    /// <summary>Memories and tables with 64-bit addresses. Proposal: memory64.</summary>
    Memory64 = 1 << 11,

    /// <summary>References with a function type, <c>call_ref</c>. Proposal: function-references.</summary>
    FunctionReferences = 1 << 12,

    /// <summary>Structs, arrays, <c>i31ref</c>, subtyping and casts. Proposal: gc.</summary>
    Gc = 1 << 13,

    /// <summary>Tags, <c>throw</c>, <c>throw_ref</c> and <c>try_table</c>. Proposal: exception-handling.</summary>
    Exceptions = 1 << 14,

    /// <summary>
    /// The older encoding that most toolchains still emit: <c>try</c>, <c>catch</c>, <c>rethrow</c>, <c>delegate</c>. Tags
    /// and <c>throw</c> are part of <see cref="Exceptions"/>. Proposal: exception-handling, its legacy version.
    /// </summary>
    LegacyExceptions = 1 << 15,

    /// <summary>Shared memories and atomic accesses. Proposal: threads.</summary>
    Threads = 1 << 16,

    /// <summary><c>i64.add128</c>, <c>i64.mul_wide_s</c> and their like. Proposal: wide-arithmetic.</summary>
    WideArithmetic = 1 << 17,

    /// <summary>Memories whose pages are one byte. Proposal: custom-page-sizes.</summary>
    CustomPageSizes = 1 << 18,

    /// <summary>Imports that share their module's name in the binary format. Proposal: compact-import-section.</summary>
    CompactImports = 1 << 19,

    /// <summary>Structures that carry a descriptor, exact types, casts by descriptor. Proposal: custom-descriptors.</summary>
    CustomDescriptors = 1 << 20,

    /// <summary>WebAssembly 1.0, the W3C Recommendation of 2019.</summary>
    Core1 = MutableGlobals,

    /// <summary>WebAssembly 2.0.</summary>
    Core2 = Core1 | SignExtension | SaturatingFloatToInt | MultiValue | BulkMemory | ReferenceTypes | Simd,

    /// <summary>WebAssembly 3.0.</summary>
    Core3 = Core2 | RelaxedSimd | ExtendedConst | TailCalls | MultiMemory | Memory64 | FunctionReferences | Gc | Exceptions,

    /// <summary>What an engine accepts if not told otherwise: all that is finished, and what toolchains rely on.</summary>
    Default = Core3 | LegacyExceptions | Threads,

    /// <summary>Everything that Wasil knows.</summary>
    All = Default | WideArithmetic | CustomPageSizes | CompactImports | CustomDescriptors,
}

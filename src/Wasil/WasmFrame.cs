using Wasil.Syntax;

namespace Wasil;

/// <summary>One function on the guest's stack when a trap happened.</summary>
/// <param name="FunctionIndex">The function's index in its module.</param>
/// <param name="FunctionName">Its name, where the module's name section gives one.</param>
/// <param name="Offset">The instruction's offset in the binary module, or null where it is not known.</param>
/// <param name="ModuleName">The module's name, where its name section gives one.</param>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public readonly record struct WasmFrame(int FunctionIndex, string? FunctionName, int? Offset, string? ModuleName = null)
{
    /// <summary>The frame as stack traces print it.</summary>
    public override string ToString() =>
        $"{(ModuleName is null ? "" : OneLine.Of(ModuleName) + "!")}{OneLine.Of(FunctionName ?? "wasm-function")}[{FunctionIndex}]{(Offset is { } offset ? $":0x{offset:x}" : "")}";
}

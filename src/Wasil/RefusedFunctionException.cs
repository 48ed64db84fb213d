namespace Wasil;

/// <summary>
/// A function is valid, but this engine will not compile it: it needs a feature the engine does not have yet, or compiling it
/// would take longer than a guest may make its host wait. Thrown when the function is first called.
/// </summary>
public sealed class RefusedFunctionException : WasmException
{
    internal RefusedFunctionException(
        int functionIndex, string? functionName, string reason, WasmFeatures missingFeatures = WasmFeatures.None)
        : base($"Function {functionName ?? "#" + functionIndex} was refused: {reason}.")
    {
        FunctionIndex = functionIndex;
        FunctionName = functionName;
        MissingFeatures = missingFeatures;
    }

    /// <summary>The function's index in its module.</summary>
    public int FunctionIndex { get; }

    /// <summary>Its name, where the module's name section gives one.</summary>
    public string? FunctionName { get; }

    /// <summary>The proposals whose instructions the engine does not compile yet; none where the reason is another.</summary>
    internal WasmFeatures MissingFeatures { get; }
}

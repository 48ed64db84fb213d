namespace Wasil.Cli;

/// <summary>The proposals by the names they go by.</summary>
internal static class FeatureNames
{
    public static IReadOnlyList<string> Of(WasmFeatures features)
    {
        var names = new List<string>();
        for (int bit = 0; bit < 31; bit++)
        {
            var feature = (WasmFeatures)(1 << bit);
            if ((features & feature) != 0)
                names.Add(NameOf(feature));
        }

        return names;
    }

    private static string NameOf(WasmFeatures feature) => feature switch
    {
        WasmFeatures.MutableGlobals => "mutable-global",
        WasmFeatures.SignExtension => "sign-extension-ops",
        WasmFeatures.SaturatingFloatToInt => "nontrapping-float-to-int-conversions",
        WasmFeatures.MultiValue => "multi-value",
        WasmFeatures.BulkMemory => "bulk-memory-operations",
        WasmFeatures.ReferenceTypes => "reference-types",
        WasmFeatures.Simd => "simd",
        WasmFeatures.RelaxedSimd => "relaxed-simd",
        WasmFeatures.ExtendedConst => "extended-const",
        WasmFeatures.TailCalls => "tail-call",
        WasmFeatures.MultiMemory => "multi-memory",
        WasmFeatures.Memory64 => "memory64",
        WasmFeatures.FunctionReferences => "function-references",
        WasmFeatures.Gc => "gc",
        WasmFeatures.Exceptions => "exception-handling",
        WasmFeatures.LegacyExceptions => "exception-handling-legacy",
        WasmFeatures.Threads => "threads",
        WasmFeatures.WideArithmetic => "wide-arithmetic",
        WasmFeatures.CustomPageSizes => "custom-page-sizes",
        WasmFeatures.CompactImports => "compact-import-section",
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, "A feature without a name."),
    };
}

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

    /// <summary>
    /// Reads a list such as <c>wide-arithmetic,-threads</c>: names turn features on beyond the default, or off behind a minus.
    /// A set replaces all before it.
    /// </summary>
    /// <param name="list">Names with commas between them.</param>
    /// <param name="features">What is on in the end.</param>
    /// <param name="unknown">The first name that means nothing, where it fails.</param>
    public static bool TryParse(string list, out WasmFeatures features, out string unknown)
    {
        features = WasmFeatures.Default;
        foreach (string item in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            bool isOff = item[0] == '-';
            string name = isOff ? item[1..] : item;
            if (TryFind(name, out WasmFeatures feature))
            {
                features = isOff ? features & ~feature : features | feature;
            }
            else if (!isOff && SetOf(name) is { } set)
            {
                features = set;
            }
            else
            {
                unknown = item;
                return false;
            }
        }

        unknown = "";
        return true;
    }

    private static bool TryFind(string name, out WasmFeatures found)
    {
        for (int bit = 0; bit < 31; bit++)
        {
            found = (WasmFeatures)(1 << bit);
            if ((found & WasmFeatures.All) != 0 && NameOf(found) == name)
                return true;
        }

        found = WasmFeatures.None;
        return false;
    }

    private static WasmFeatures? SetOf(string name) => name switch
    {
        "all" => WasmFeatures.All,
        "default" => WasmFeatures.Default,
        "none" => WasmFeatures.None,
        "wasm1" => WasmFeatures.Core1,
        "wasm2" => WasmFeatures.Core2,
        "wasm3" => WasmFeatures.Core3,
        _ => null,
    };

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
        WasmFeatures.CustomDescriptors => "custom-descriptors",
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, "A feature without a name."),
    };
}

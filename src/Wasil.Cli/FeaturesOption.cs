using System.CommandLine;
using System.CommandLine.Parsing;

namespace Wasil.Cli;

/// <summary>The option <c>--features</c>.</summary>
internal static class FeaturesOption
{
    public static Option<string?> Create()
    {
        var option = new Option<string?>("--features")
        {
            HelpName = "LIST",
            Description = "Turns features on beyond the default, by the names that inspect prints, or off, as in "
                + "\"wide-arithmetic,-threads\"; the sets wasm1, wasm2, wasm3, default, all and none replace what is before them.",
        };
        option.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens)
            {
                if (!FeatureNames.TryParse(token.Value, out _, out string unknown))
                    result.AddError($"--features: there is no feature \"{unknown}\"");
            }
        });
        return option;
    }

    /// <summary>The engine for what the option says, where it is given.</summary>
    public static WasmEngine EngineFor(string? list) => list is null ? WasmEngine.Default : EngineFor(list, new WasmEngineOptions());

    /// <summary>An engine with other options and the features that the option says, where it is given.</summary>
    public static WasmEngine EngineFor(string? list, WasmEngineOptions options)
    {
        if (list is not null && FeatureNames.TryParse(list, out WasmFeatures features, out _))
            options.Features = features;
        return new WasmEngine(options);
    }
}

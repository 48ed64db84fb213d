using System.Globalization;
using Wasil.Binary;
using Wasil.Syntax;
using Wasil.Text;

namespace Wasil.Tests.Text;

/// <summary>What the specification's test suite says about the text format, without running anything.</summary>
public class SpecSuiteTextTests
{
    private const string Descriptors = "the custom-descriptors proposal is not supported";
    private const string OldLimits = "limits over 32 bits are invalid since memory64, and no longer malformed";

    /// <summary>What is expected to fail: scripts, or single commands by their line.</summary>
    private static readonly Dictionary<string, string> Exclusions = new()
    {
        ["proposals/custom-descriptors/array_new_exact.wast"] = Descriptors,
        ["proposals/custom-descriptors/br_on_cast_desc_eq.wast"] = Descriptors,
        ["proposals/custom-descriptors/br_on_cast_desc_eq_fail.wast"] = Descriptors,
        ["proposals/custom-descriptors/descriptors.wast"] = Descriptors,
        ["proposals/custom-descriptors/exact-casts.wast"] = Descriptors,
        ["proposals/custom-descriptors/exact-func-import.wast"] = Descriptors,
        ["proposals/custom-descriptors/exact.wast"] = Descriptors,
        ["proposals/custom-descriptors/ref_cast_desc_eq.wast"] = Descriptors,
        ["proposals/custom-descriptors/ref_get_desc.wast"] = Descriptors,
        ["proposals/custom-descriptors/struct_new_desc.wast"] = Descriptors,
        ["proposals/threads/memory.wast:83"] = OldLimits,
        ["proposals/threads/memory.wast:87"] = OldLimits,
        ["proposals/threads/memory.wast:91"] = OldLimits,
    };

    public static TheoryData<string?> Scripts => SpecSuite.Scripts();

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Holds(string? path)
    {
        var script = ScriptParser.Parse(SpecSuite.Read(path));
        var failures = new List<string>();
        bool isExcluded = Exclusions.TryGetValue(path!, out string? reason);
        foreach (var command in script.Commands)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{path}:{script.LineOf(command)}");
            string? failure = Check(command);
            if (Exclusions.ContainsKey(place))
                failure = failure is null ? "passes, so it need not be excluded" : null;
            if (failure is not null)
                failures.Add($"{place}: {failure}");
        }

        if (isExcluded)
        {
            Assert.True(failures.Count > 0, "passes, so it need not be excluded");
            Assert.Skip(reason!);
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static string? Check(Command command) => command switch
    {
        ModuleCommand { Module: var module } => Accept(module),
        AssertModuleTrap { Module: var module } => Accept(module),
        AssertInvalid { Module: var module } => Accept(module),
        AssertUnlinkable { Module: var module } => Accept(module),
        AssertMalformed { Module: QuotedModule module } malformed => Reject(module, malformed.Message),
        _ => null,
    };

    private static string? Accept(ScriptModule source)
    {
        Module module;
        try
        {
            switch (source)
            {
                case TextModule text:
                    module = text.Parse();
                    break;
                case QuotedModule quoted:
                    module = quoted.Parse();
                    break;
                default:
                    return null;
            }
        }
        catch (MalformedModuleException exception)
        {
            return exception.Message;
        }

        byte[] bytes = ModuleEncoder.Encode(module);
        try
        {
            var decoded = ModuleDecoder.Decode(bytes, WasmFeatures.All);
            return ModuleEncoder.Encode(decoded).AsSpan().SequenceEqual(bytes) ? null : "decoding and encoding changes it";
        }
        catch (MalformedModuleException exception)
        {
            return "encoded, it does not decode: " + exception.Message;
        }
    }

    private static string? Reject(QuotedModule module, string message)
    {
        try
        {
            module.Parse();
            return $"accepted, where '{message}' was to be said";
        }
        catch (MalformedModuleException exception)
        {
            return exception.Problem.StartsWith(message, StringComparison.Ordinal)
                ? null
                : $"said '{exception.Problem}', not '{message}'";
        }
    }
}

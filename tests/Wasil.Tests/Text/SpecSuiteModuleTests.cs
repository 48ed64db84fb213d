using System.Diagnostics;
using System.Globalization;
using Wasil.Binary;
using Wasil.Syntax;
using Wasil.Text;
using Wasil.Validation;

namespace Wasil.Tests.Text;

/// <summary>
/// What the specification's test suite says without running anything: which texts and binaries are modules, and valid ones.
/// </summary>
public class SpecSuiteModuleTests
{
    /// <summary>What is expected to fail: scripts, or single commands by their line.</summary>
    private static readonly Dictionary<string, string> Exclusions = new()
    {
    };

    public static TheoryData<string?> Scripts => SpecSuite.Scripts();

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Holds(string? path)
    {
        var script = ScriptParser.Parse(SpecSuite.Read(path));
        var features = FeaturesOf(path!);
        var failures = new List<string>();
        bool isExcluded = Exclusions.TryGetValue(path!, out string? reason);
        foreach (var command in script.Commands)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{path}:{script.LineOf(command)}");
            string? failure = Check(command, features);
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

    private static string? Check(Command command, WasmFeatures features) => command switch
    {
        ModuleCommand { Module: var module } => Accept(module, features),
        AssertModuleTrap { Module: var module } => Accept(module, features),
        AssertUnlinkable { Module: var module } => Accept(module, features),
        AssertInvalid { IsCustom: false } invalid =>
            Reject<InvalidModuleException>(invalid.Module, features, invalid.Message),
        AssertMalformed malformed when !(malformed.IsCustom && malformed.Module is BinaryModule) =>
            Reject<MalformedModuleException>(malformed.Module, features, malformed.Message),
        _ => null,
    };

    private static Module Read(ScriptModule source, WasmFeatures features) => source switch
    {
        TextModule text => text.Parse(features),
        QuotedModule quoted => quoted.Parse(features),
        BinaryModule binary => ModuleDecoder.Decode(binary.Bytes, features),
        _ => throw new UnreachableException(),
    };

    private static string? Accept(ScriptModule source, WasmFeatures features)
    {
        try
        {
            var module = Read(source, features);
            ModuleValidator.Validate(module, features, 1);
            byte[] bytes = ModuleEncoder.Encode(module);
            var decoded = ModuleDecoder.Decode(bytes, features);
            return ModuleEncoder.Encode(decoded).AsSpan().SequenceEqual(bytes) ? null : "decoding and encoding changes it";
        }
        catch (WasmException exception)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }

    private static string? Reject<T>(ScriptModule source, WasmFeatures features, string message)
        where T : WasmException
    {
        try
        {
            ModuleValidator.Validate(Read(source, features), features, 1);
            return $"accepted, where '{message}' was to be said";
        }
        catch (T exception)
        {
            // Of malformed binaries the suite's words are those of one decoder, that looks in its own order.
            string problem = exception is MalformedModuleException malformed ? malformed.Problem : exception.Message;
            return source is BinaryModule || problem.StartsWith(message, StringComparison.Ordinal)
                ? null
                : $"said '{problem}', not '{message}'";
        }
        catch (WasmException exception)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }

    private static WasmFeatures FeaturesOf(string script) => script switch
    {
        _ when script.StartsWith("proposals/threads/", StringComparison.Ordinal) =>
            (WasmFeatures.Core2 & ~WasmFeatures.ReferenceTypes) | WasmFeatures.Threads,
        _ when script.StartsWith("proposals/", StringComparison.Ordinal) => WasmFeatures.All,
        _ => WasmFeatures.Default,
    };
}

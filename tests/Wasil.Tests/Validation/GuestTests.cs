using Wasil.Binary;
using Wasil.Validation;

namespace Wasil.Tests.Validation;

public class GuestTests
{
    public static TheoryData<string?> Files()
    {
        var data = new TheoryData<string?>();
        foreach (string file in Places.Files(Places.Shared("guests"), "*.wasm"))
        {
            if (!IsComponent(file)) data.Add(file);
        }
        if (data.Count == 0) data.Add((string?)null);
        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryGuestIsValid(string? file)
    {
        Assert.SkipWhen(file is null, "There are no guests.");
        var module = ModuleDecoder.Decode(File.ReadAllBytes(file!), WasmFeatures.All);
        var types = ModuleValidator.Validate(module, WasmFeatures.All);
        var analyzer = new FunctionAnalyzer(types, WasmFeatures.All);
        for (var i = 0; i < module.Code.Length; i++)
        {
            var (branches, summary) = analyzer.Analyze(i);
            foreach (var entry in branches.Entries)
            {
                Assert.InRange(entry.Target, module.Code[i].Offset, module.Code[i].End);
                Assert.Equal(branches.EntryAt(entry.Target), entry.TargetEntry);
            }
            Assert.True(summary.Instructions > 0);
        }
    }

    private static bool IsComponent(string file)
    {
        byte[] header = new byte[8];
        using var stream = File.OpenRead(file);
        stream.ReadExactly(header);
        return header.AsSpan(4).SequenceEqual(BinaryFormat.ComponentVersion);
    }
}

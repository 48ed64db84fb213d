using System.Numerics;
using Wasil.Tests.Binary;

namespace Wasil.Tests.Validation;

/// <summary>What a module needs is found and nothing more: an engine with it accepts the module, one with less does
/// not.</summary>
public class RequiredFeaturesTests
{
    // A function type, a function of it and its body around these instructions.
    private const string NoType = "01 01 60 00 00";
    private const string OneFunction = "03 01 00";

    [Fact]
    public void NoneInTheFirstRelease() => AssertNeeds(
        WasmFeatures.None,
        "01 02 60 00 00 60 02 7f 7e 01 7d", "02 01 01'm' 01'g' 03 7f 00", OneFunction, "04 01 70 00 01", "05 01 00 01",
        "06 02 7f 01 41 2a 0b 7f 00 23 00 0b", "07 02 01'f' 00 00 01'g' 03 02", "09 01 00 4100 0b 01 00",
        "0a 01 0a 01 01 7f 02 7f 41 00 0b 1a 0b", "0b 01 00 4100 0b 02'ab'");

    [Theory]
    [InlineData("02 01 01'm' 01'g' 03 7f 01", "00 01'x'")]
    [InlineData("06 01 7f 01 41 2a 0b", "07 01 01'g' 03 00")]
    public void MutableGlobals(string first, string second) => AssertNeeds(WasmFeatures.MutableGlobals, first, second);

    [Theory]
    [InlineData("41 00 c0 1a", WasmFeatures.SignExtension)]
    [InlineData("43 00000000 fc 00 1a", WasmFeatures.SaturatingFloatToInt)]
    [InlineData("02 00 0b", WasmFeatures.MultiValue)]
    [InlineData("d0 70 1a", WasmFeatures.ReferenceTypes)]
    [InlineData("d0 00 1a", WasmFeatures.ReferenceTypes | WasmFeatures.FunctionReferences)]
    [InlineData("d0 6e 1a", WasmFeatures.ReferenceTypes | WasmFeatures.Gc)]
    [InlineData("d0 69 1a", WasmFeatures.ReferenceTypes | WasmFeatures.Exceptions)]
    [InlineData("41 00 41 00 41 00 1c 01 7f 1a", WasmFeatures.ReferenceTypes)]
    [InlineData("02 70 00 0b 1a", WasmFeatures.ReferenceTypes)]
    [InlineData("02 7b 00 0b 1a", WasmFeatures.Simd)]
    [InlineData("00 fd 6f 1a", WasmFeatures.Simd)]
    [InlineData("00 fd 80 02 1a", WasmFeatures.RelaxedSimd)]
    [InlineData("12 00", WasmFeatures.TailCalls)]
    [InlineData("00 15 00", WasmFeatures.FunctionReferences | WasmFeatures.TailCalls)]
    [InlineData("00 fb 1c 1a", WasmFeatures.Gc)]
    [InlineData("02 6c 00 fb 18 03 00 6e 6c 00 0b 1a", WasmFeatures.Gc)]
    [InlineData("1f 40 00 0b", WasmFeatures.Exceptions)]
    [InlineData("06 40 19 0b", WasmFeatures.LegacyExceptions)]
    [InlineData("fe 03 00", WasmFeatures.Threads)]
    [InlineData("00 fc 13 1a 1a", WasmFeatures.WideArithmetic)]
    public void Instructions(string instructions, WasmFeatures features)
    {
        int length = Bytes.Of(instructions).Length + 2;
        AssertNeeds(features, NoType, OneFunction, $"0a 01 {length:x2} 00 {instructions} 0b");
    }

    [Theory]
    [InlineData("70", WasmFeatures.ReferenceTypes)]
    [InlineData("7b", WasmFeatures.Simd)]
    [InlineData("63 00", WasmFeatures.FunctionReferences)]
    [InlineData("63 6f", WasmFeatures.ReferenceTypes | WasmFeatures.FunctionReferences)]
    [InlineData("6b", WasmFeatures.Gc)]
    [InlineData("69", WasmFeatures.Exceptions)]
    public void Locals(string type, WasmFeatures features)
    {
        int length = Bytes.Of(type).Length + 3;
        AssertNeeds(features, NoType, OneFunction, $"0a 01 {length:x2} 01 01 {type} 0b");
    }

    [Theory]
    [InlineData("01 01 60 00 02 7f 7f", WasmFeatures.MultiValue)]
    [InlineData("01 01 60 01 6f 00", WasmFeatures.ReferenceTypes)]
    [InlineData("01 01 60 01 64 6f 00", WasmFeatures.ReferenceTypes | WasmFeatures.FunctionReferences)]
    [InlineData("01 01 60 01 7b 00", WasmFeatures.Simd)]
    [InlineData("01 01 5f 00", WasmFeatures.Gc)]
    [InlineData("01 01 5e 7b 00", WasmFeatures.Gc | WasmFeatures.Simd)]
    [InlineData("01 01 4e 01 60 00 00", WasmFeatures.Gc)]
    [InlineData("01 01 50 00 60 00 00", WasmFeatures.Gc)]
    [InlineData("04 02 70 00 01 70 00 01", WasmFeatures.ReferenceTypes)]
    [InlineData("04 01 6f 00 01", WasmFeatures.ReferenceTypes)]
    [InlineData("04 01 70 04 01", WasmFeatures.Memory64)]
    [InlineData("04 01 40 00 70 00 01 d0 70 0b", WasmFeatures.FunctionReferences | WasmFeatures.ReferenceTypes)]
    [InlineData("05 02 00 01 00 01", WasmFeatures.MultiMemory)]
    [InlineData("05 01 04 01", WasmFeatures.Memory64)]
    [InlineData("05 01 03 01 02", WasmFeatures.Threads)]
    [InlineData("05 01 08 01 00", WasmFeatures.CustomPageSizes)]
    [InlineData("05 01 08 01 10", WasmFeatures.CustomPageSizes)]
    [InlineData("02 01 01'm' 01'm' 02 07 01 02", WasmFeatures.Memory64 | WasmFeatures.Threads)]
    [InlineData("02 01 01'm' 00 7f 01 01'g' 03 7f 00", WasmFeatures.CompactImports)]
    [InlineData("06 01 7f 00 41 01 41 01 6a 0b", WasmFeatures.ExtendedConst)]
    [InlineData("06 02 7f 00 41 01 0b 7f 00 23 00 0b", WasmFeatures.Gc)]
    [InlineData("06 01 70 00 d0 70 0b", WasmFeatures.ReferenceTypes)]
    [InlineData("0c 00", WasmFeatures.BulkMemory)]
    [InlineData("0b 01 01 01'x'", WasmFeatures.BulkMemory)]
    public void Sections(string section, WasmFeatures features) => AssertNeeds(features, section);

    // Either proposal lets an engine accept all of these; what counts is which of them had a use for what is said.
    [Theory]
    [InlineData("09 01 03 00 00", WasmFeatures.ReferenceTypes)]
    [InlineData("09 01 02 00 41 00 0b 00 00", WasmFeatures.ReferenceTypes)]
    [InlineData("09 01 01 00 00", WasmFeatures.BulkMemory)]
    [InlineData("09 01 05 6f 00", WasmFeatures.BulkMemory | WasmFeatures.ReferenceTypes)]
    public void ElementSegments(string section, WasmFeatures features)
    {
        byte[] bytes = Bytes.Module("04 01 70 00 01", section);
        Assert.Equal(features, RequiredBy(bytes));
        Assert.True(Accepts(features, bytes));
    }

    [Fact]
    public void Tags()
    {
        AssertNeeds(WasmFeatures.Exceptions, NoType, "0d 01 00 00");
        AssertNeeds(WasmFeatures.Exceptions, NoType, "02 01 01'm' 01't' 04 00 00");
    }

    [Fact]
    public void Guests()
    {
        string[] guests =
        [
            .. Places.Files(Path.Combine(Places.Repository, "samples", "guests"), "*.wasm"),
            .. Places.Files(Path.Combine(Places.Repository, "tests", "guests"), "*.wasm"),
            .. Places.Files(Places.Shared("guests"), "*.wasm"),
        ];
        Assert.NotEmpty(guests);
        foreach (string guest in guests)
        {
            byte[] bytes = File.ReadAllBytes(guest);
            if (!IsComponent(bytes))
                AssertNeeds(RequiredBy(bytes), bytes);
        }
    }

    private static bool IsComponent(byte[] bytes) => bytes[4] == 0x0d;

    private static void AssertNeeds(WasmFeatures features, params string[] sections) =>
        AssertNeeds(features, Bytes.Module(sections));

    private static void AssertNeeds(WasmFeatures features, byte[] bytes)
    {
        Assert.Equal(features, RequiredBy(bytes));
        Assert.True(Accepts(features, bytes), "An engine with these features refuses the module.");
        for (uint left = (uint)features; left != 0; left &= left - 1)
        {
            var without = features & ~(WasmFeatures)(1 << BitOperations.TrailingZeroCount(left));
            Assert.False(Accepts(without, bytes), $"An engine with {without} alone accepts the module.");
        }
    }

    private static WasmFeatures RequiredBy(byte[] bytes) => Engine(WasmFeatures.All).Compile(bytes).RequiredFeatures;

    private static bool Accepts(WasmFeatures features, byte[] bytes)
    {
        try
        {
            Engine(features).Compile(bytes);
            return true;
        }
        catch (Exception refusal) when (refusal is MalformedModuleException or InvalidModuleException)
        {
            return false;
        }
    }

    private static WasmEngine Engine(WasmFeatures features) => new(new WasmEngineOptions { Features = features });
}

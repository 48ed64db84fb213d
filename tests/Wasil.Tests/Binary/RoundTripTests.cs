using Wasil.Binary;
using Wasil.Syntax;

namespace Wasil.Tests.Binary;

public class RoundTripTests
{
    // Go's linker pads the sizes of sections, Hoot spells `(ref null any)` out, Dart's compiler writes groups of one.
    private static readonly string[] LongForms = ["go", "tinygo", "hoot", "dart_fmt"];

    public static TheoryData<string> Guests =>
    [
        .. Places.Files(Places.Repository, "*.wasm")
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Contains("artifacts"))
            .Concat(Places.Files(Places.Shared("guests"), "*.wasm"))
            .Select(path => Path.GetRelativePath(Places.Repository, path))
            .DefaultIfEmpty(""),
    ];

    [Theory]
    [MemberData(nameof(Guests))]
    public void Modules_of_real_toolchains_come_back_byte_for_byte(string path)
    {
        Assert.SkipWhen(path.Length == 0, "There is no compiled guest beside the repository.");
        byte[] bytes = File.ReadAllBytes(Path.Combine(Places.Repository, path));
        if (bytes.AsSpan(4, 4).SequenceEqual(BinaryFormat.ComponentVersion))
        {
            var problem = Assert.Throws<MalformedModuleException>(() => ModuleDecoder.Decode(bytes, WasmFeatures.All));
            Assert.Contains("component", problem.Message, StringComparison.Ordinal);
            return;
        }

        var module = ModuleDecoder.Decode(bytes, WasmFeatures.Default);
        BodyDecoder.DecodeBodies(module);
        byte[] encoded = ModuleEncoder.Encode(module);
        Assert.Equal(ModuleText.Lines(module), ModuleText.Lines(ModuleDecoder.Decode(encoded, WasmFeatures.Default)));
        if (!path.Split(Path.DirectorySeparatorChar).Intersect(LongForms).Any())
            Assert.True(bytes.AsSpan().SequenceEqual(encoded), Difference(bytes, encoded));
    }

    [Fact]
    public void Every_kind_of_entry_comes_back()
    {
        byte[] bytes = SmallModules.Everything;
        var module = ModuleDecoder.Decode(bytes, WasmFeatures.All);
        byte[] encoded = ModuleEncoder.Encode(module);
        Assert.True(bytes.AsSpan().SequenceEqual(encoded), Difference(bytes, encoded));
    }

    [Fact]
    public void Long_forms_come_back_short()
    {
        // Padded numbers, a group of one, a type without supertypes, a table index of zero, `(ref null func)` spelled out.
        byte[] bytes = Bytes.Module(
            "01 8100 4e 01 4f 00 60 81 00 7f 80 00", "04 01 63 70 00 00", "09 01 02 00 4100 0b 00 00", "0b 01 02 00 4100 0b 00");
        var module = ModuleDecoder.Decode(bytes, WasmFeatures.All);
        byte[] encoded = ModuleEncoder.Encode(module);
        Assert.Equal(
            Bytes.Module("01 01 60 01 7f 00", "04 01 70 00 00", "09 01 00 4100 0b 00", "0b 01 00 4100 0b 00"),
            encoded);
        Assert.Equal(ModuleText.Lines(module), ModuleText.Lines(ModuleDecoder.Decode(encoded, WasmFeatures.All)));
    }

    [Fact]
    public void Empty_sections_stay()
    {
        byte[] bytes = Bytes.Module("01 00", "00 01'a'", "03 00", "05 00", "00 01'b'", "0c 00", "0a 00", "0b 00");
        Assert.Equal(bytes, ModuleEncoder.Encode(ModuleDecoder.Decode(bytes, WasmFeatures.All)));
    }

    [Fact]
    public void A_module_that_was_never_bytes_can_be_encoded()
    {
        var module = new Module
        {
            Bytes = Bytes.Of("0041000b"),
            RecTypes = [new RecType(0, 1)],
            Types = [new SubType(IsFinal: true, Supertype: null, new FuncType([], [ValType.I32]))],
            Functions = [0],
            Code = [new ByteRange(0, 4)],
            Exports = [new Export("f", ExternKind.Func, 0)],
        };
        Assert.Equal(
            Bytes.Module("01 01 60 00 01 7f", "03 01 00", "07 01 01'f' 00 00", "0a 01 04 00 4100 0b"),
            ModuleEncoder.Encode(module));
    }

    private static string Difference(byte[] expected, byte[] actual)
    {
        int at = expected.AsSpan().CommonPrefixLength(actual);
        return $"{expected.Length} and {actual.Length} bytes differ at 0x{at:x}: "
            + $"{Convert.ToHexString(expected.AsSpan(at, Math.Min(16, expected.Length - at)))} "
            + $"{Convert.ToHexString(actual.AsSpan(at, Math.Min(16, actual.Length - at)))}";
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Wasil.Instructions;

namespace Wasil.Tests.Instructions;

public partial class InstructionTableTests
{
    [Fact]
    public void HasEveryInstructionAndNoOther()
    {
        Opcode[] expected = [.. InstructionListing.Entries.Select(entry => entry.Opcode).Order()];

        Assert.Equal(expected, InstructionInfo.Opcodes.ToArray());
        Assert.Equal(expected, Enum.GetValues<Opcode>());
    }

    [Fact]
    public void AgreesWithTheSpecification()
    {
        foreach (InstructionListing.Entry entry in InstructionListing.Entries)
        {
            InstructionInfo info = InstructionInfo.Of(entry.Opcode);
            var actual = (info.Mnemonic, Immediates: Words(info.Immediates), Type: TypeText(info));

            Assert.Equal((entry.Mnemonic, entry.Immediates, entry.Type), actual);
        }
    }

    [Fact]
    public void FeaturesFollowTheVersionsOfTheSpecification()
    {
        foreach (InstructionListing.Entry entry in InstructionListing.Entries)
        {
            (WasmFeatures before, WasmFeatures since) = entry.Origin switch
            {
                "1" => ((WasmFeatures)(-1), WasmFeatures.None),
                "2" => (WasmFeatures.Core1, WasmFeatures.Core2),
                "3" => (WasmFeatures.Core2, WasmFeatures.Core3),
                "legacy" => (WasmFeatures.Core3, WasmFeatures.LegacyExceptions),
                "wide" => (WasmFeatures.Default, WasmFeatures.WideArithmetic),
                "descriptors" => (WasmFeatures.Core3, WasmFeatures.CustomDescriptors),
                _ => (WasmFeatures.Core3, WasmFeatures.Threads),
            };
            // ref.is_null, ref.null and ref.func and the sign extensions carry a feature of their own: all came with 2.0.
            WasmFeatures features = InstructionInfo.Of(entry.Opcode).Features;

            Assert.True((features & ~since) == 0, $"{entry} came with {entry.Origin}, but needs {features}.");
            if (entry.Origin != "1")
                Assert.True((features & ~before) != 0, $"{entry} came with {entry.Origin}, but needs only {features}.");
        }
    }

    [Fact]
    public void OpcodesAreNamedAfterTheirMnemonics()
    {
        foreach (Opcode opcode in InstructionInfo.Opcodes)
        {
            string mnemonic = InstructionInfo.Of(opcode).Mnemonic;
            string name = Separator().Replace("." + mnemonic, match => match.Groups[1].Value.ToUpperInvariant());
            string qualifier = opcode switch
            {
                Opcode.SelectT => "T",
                Opcode.RefTestNull or Opcode.RefCastNull or Opcode.RefCastDescEqNull => "Null",
                _ => "",
            };

            Assert.Equal(name + qualifier, opcode.ToString());
        }
    }

    [Fact]
    public void MnemonicsAreFound()
    {
        foreach (Opcode opcode in InstructionInfo.Opcodes)
        {
            Assert.True(Mnemonics.TryGetOpcode(InstructionInfo.Of(opcode).Mnemonic, out Opcode found));
            Opcode first = opcode switch
            {
                Opcode.SelectT => Opcode.Select,
                Opcode.RefTestNull => Opcode.RefTest,
                Opcode.RefCastNull => Opcode.RefCast,
                Opcode.RefCastDescEqNull => Opcode.RefCastDescEq,
                _ => opcode,
            };
            Assert.Equal(first, found);
        }

        Assert.False(Mnemonics.TryGetOpcode("", out _));
        Assert.False(Mnemonics.TryGetOpcode("i32.frobnicate", out _));
    }

    [Fact]
    public void AccessesAreAsWideAsTheirNamesSay()
    {
        foreach (Opcode opcode in InstructionInfo.Opcodes)
        {
            InstructionInfo info = InstructionInfo.Of(opcode);
            bool accesses = info.Immediates is ImmediateKind.Memarg or ImmediateKind.MemargLane;
            int expected = accesses ? AccessBits(info.Mnemonic) / 8 : 0;
            bool signed = info.Lowering == Lowering.Load && info.Mnemonic.EndsWith("_s", StringComparison.Ordinal);

            Assert.True(expected == info.AccessBytes, $"{info.Mnemonic} accesses {info.AccessBytes} bytes, not {expected}.");
            Assert.Equal(signed, info.SignExtends);
        }
    }

    [Fact]
    public void BranchesThatMayNotBeTakenAreKnown()
    {
        foreach (Opcode opcode in InstructionInfo.Opcodes)
        {
            string mnemonic = InstructionInfo.Of(opcode).Mnemonic;
            bool expected = mnemonic.StartsWith("br_", StringComparison.Ordinal) && opcode != Opcode.BrTable;
            Assert.True(expected == InstructionInfo.IsConditionalBranch(opcode), mnemonic);
        }
    }

    [Fact]
    public void LanesAreCountedByShape()
    {
        Assert.Equal(16, InstructionInfo.Of(Opcode.I8x16ExtractLaneS).LaneCount);
        Assert.Equal(2, InstructionInfo.Of(Opcode.F64x2ReplaceLane).LaneCount);
        Assert.Equal(8, InstructionInfo.Of(Opcode.V128Load16Lane).LaneCount);
        Assert.Equal(32, InstructionInfo.Of(Opcode.I8x16Shuffle).LaneCount);
        Assert.Equal(0, InstructionInfo.Of(Opcode.I8x16Swizzle).LaneCount);
    }

    [Fact]
    public void CompanionsTakeWhatTheAccessLoads()
    {
        Assert.Equal(Opcode.I16x8ExtendLowI8x16S, InstructionInfo.Of(Opcode.V128Load8x8S).Companion);
        Assert.Equal(Opcode.I64x2ExtendLowI32x4U, InstructionInfo.Of(Opcode.V128Load32x2U).Companion);
        Assert.Equal(Opcode.I16x8Splat, InstructionInfo.Of(Opcode.V128Load16Splat).Companion);
        Assert.Equal(Opcode.I32x4ReplaceLane, InstructionInfo.Of(Opcode.V128Load32Lane).Companion);
        Assert.Equal(Opcode.I64x2ExtractLane, InstructionInfo.Of(Opcode.V128Store64Lane).Companion);
        Assert.Equal(Opcode.I8x16ExtractLaneU, InstructionInfo.Of(Opcode.V128Store8Lane).Companion);
    }

    [Fact]
    public void AtomicOperationsAreInTheMnemonic()
    {
        foreach (Opcode opcode in InstructionInfo.Opcodes)
        {
            InstructionInfo info = InstructionInfo.Of(opcode);
            string name = info.Lowering == Lowering.AtomicRmw ? info.Mnemonic.Split('.')[^1].Split('_')[0] : "none";

            Assert.Equal(name, info.AtomicOperation.ToString(), ignoreCase: true);
        }
    }

    private static string TypeText(InstructionInfo info) => info.HasFixedType
        ? $"{Types(info.Operands)} -> {Types(info.Results)}".Trim()
        : "*";

    private static string Types(ReadOnlySpan<OperandType> types)
    {
        var names = new List<string>();
        foreach (OperandType type in types)
            names.Add(type == OperandType.Address ? "addr" : type.ToString().ToLowerInvariant());
        return string.Join(' ', names);
    }

    private static string Words(ImmediateKind kind) => kind switch
    {
        ImmediateKind.None => "-",
        ImmediateKind.Block => "blocktype",
        ImmediateKind.TryTable => "blocktype catches",
        ImmediateKind.Heap => "heaptype",
        ImmediateKind.CallIndirect => "type table",
        ImmediateKind.Fence => "zero",
        ImmediateKind.Lanes16 => "lanes",
        _ => Word().Replace(kind.ToString(), match => (match.Index == 0 ? "" : " ") + match.Value.ToLowerInvariant()),
    };

    private static int AccessBits(string mnemonic)
    {
        if (mnemonic.EndsWith("notify", StringComparison.Ordinal))
            return 32;
        Match narrow = AccessWidth().Match(mnemonic);
        if (narrow.Success)
        {
            int bits = int.Parse(narrow.Groups["bits"].ValueSpan, CultureInfo.InvariantCulture);
            return narrow.Groups["lanes"].Success ? 64 : bits;
        }

        return int.Parse(mnemonic.Split('.')[0].AsSpan(1), CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("[._](.)")]
    private static partial Regex Separator();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Word();

    [GeneratedRegex("(load|store|rmw|wait)(?<bits>[0-9]+)(?<lanes>x[0-9])?")]
    private static partial Regex AccessWidth();
}

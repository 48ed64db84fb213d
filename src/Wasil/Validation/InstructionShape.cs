using Wasil.Instructions;

namespace Wasil.Validation;

/// <summary>How the validator treats an instruction.</summary>
internal enum InstructionForm : byte
{
    /// <summary>No instruction, or one whose feature is off.</summary>
    Disabled,

    /// <summary>Operands and results are fixed and the immediates need no check.</summary>
    Plain,

    /// <summary>Operands and results are fixed but for addresses, and the immediates name something to be checked.</summary>
    WithImmediates,

    /// <summary>The validator has code for it.</summary>
    Own,
}

/// <summary>
/// A row of the instruction table in the form that the validator's loop reads: operands and results four bits each, an operand
/// type being a <see cref="ValKind"/> or <see cref="Address"/>.
/// </summary>
internal readonly struct InstructionShape
{
    public const int Address = 15;

    public InstructionForm Form { get; init; }

    public ImmediateKind Immediates { get; init; }

    public byte OperandCount { get; init; }

    public byte ResultCount { get; init; }

    /// <summary>The binary logarithm of how many bytes of memory are accessed.</summary>
    public byte NaturalAlign { get; init; }

    public byte LaneCount { get; init; }

    public bool IsAtomic { get; init; }

    /// <summary>The operands, the topmost in the lowest bits.</summary>
    public uint Operands { get; init; }

    /// <summary>The results, the topmost in the highest bits.</summary>
    public uint Results { get; init; }
}

/// <summary>The shapes of all instructions under a choice of features.</summary>
internal static class InstructionShapes
{
    private static readonly Lock s_gate = new();
    private static readonly Dictionary<int, InstructionShape[]> s_byFeatures = [];

    /// <summary>The shapes by <see cref="InstructionTable.Slot"/>.</summary>
    public static InstructionShape[] For(WasmFeatures features)
    {
        lock (s_gate)
        {
            if (!s_byFeatures.TryGetValue((int)features, out var shapes))
                s_byFeatures.Add((int)features, shapes = Make(features));
            return shapes;
        }
    }

    private static InstructionShape[] Make(WasmFeatures features)
    {
        var shapes = new InstructionShape[InstructionTable.Slot(InstructionInfo.Opcodes[^1]) + 1];
        foreach (var opcode in InstructionInfo.Opcodes)
        {
            var info = InstructionInfo.Of(opcode);
            if ((info.Features & features) == info.Features) shapes[InstructionTable.Slot(opcode)] = ShapeOf(info);
        }
        return shapes;
    }

    private static InstructionShape ShapeOf(InstructionInfo info)
    {
        var isPlain = info.Immediates is ImmediateKind.None or ImmediateKind.I32 or ImmediateKind.I64 or ImmediateKind.F32
            or ImmediateKind.F64 or ImmediateKind.V128 or ImmediateKind.Fence;
        uint operands = 0, results = 0;
        for (var i = 0; i < info.Operands.Length; i++) operands = (operands << 4) | KindOf(info.Operands[i]);
        for (var i = 0; i < info.Results.Length; i++) results |= KindOf(info.Results[i]) << (4 * i);
        return new InstructionShape
        {
            Form = !info.HasFixedType ? InstructionForm.Own : isPlain ? InstructionForm.Plain : InstructionForm.WithImmediates,
            Immediates = info.Immediates,
            OperandCount = (byte)info.Operands.Length,
            ResultCount = (byte)info.Results.Length,
            NaturalAlign = info.AccessBytes == 0 ? (byte)0 : (byte)int.Log2(info.AccessBytes),
            LaneCount = (byte)info.LaneCount,
            // Atomic accesses must state their natural alignment exactly; `memory.atomic.wait32` and its like are accesses too.
            IsAtomic = (info.Features & WasmFeatures.Threads) != 0,
            Operands = operands,
            Results = results,
        };
    }

    private static uint KindOf(OperandType type) => type switch
    {
        OperandType.I32 => (uint)ValKind.I32,
        OperandType.I64 => (uint)ValKind.I64,
        OperandType.F32 => (uint)ValKind.F32,
        OperandType.F64 => (uint)ValKind.F64,
        OperandType.V128 => (uint)ValKind.V128,
        _ => InstructionShape.Address,
    };
}

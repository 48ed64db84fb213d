namespace Wasil.Instructions;

/// <summary>What <c>instructions.tsv</c> says about an opcode. Every lookup is an index into a table.</summary>
internal readonly struct InstructionInfo
{
    private readonly ushort _slot;

    private InstructionInfo(int slot) => _slot = (ushort)slot;

    /// <summary>The row of <paramref name="opcode"/>, which is a member of <see cref="Opcode"/>.</summary>
    public static InstructionInfo Of(Opcode opcode) => new(InstructionTable.Slot(opcode));

    /// <summary>All opcodes, in their numeric order.</summary>
    public static ReadOnlySpan<Opcode> Opcodes => InstructionTable.Opcodes;

    public string Mnemonic => Mnemonics.BySlot[_slot];

    public ImmediateKind Immediates => InstructionTable.Immediates[_slot];

    public Lowering Lowering => InstructionTable.Lowerings[_slot];

    /// <summary>What must be on for the instruction to be valid: all of these.</summary>
    public WasmFeatures Features => InstructionTable.Features[_slot];

    /// <summary>False for instructions whose operands and results do not follow from the opcode alone.</summary>
    public bool HasFixedType => InstructionTable.Signatures[_slot] != InstructionTable.NoSignature;

    /// <summary>The operands, the topmost last. Empty unless <see cref="HasFixedType"/>.</summary>
    public ReadOnlySpan<OperandType> Operands => InstructionTable.Operands(InstructionTable.Signatures[_slot]);

    /// <summary>The results, the topmost last. Empty unless <see cref="HasFixedType"/>.</summary>
    public ReadOnlySpan<OperandType> Results => InstructionTable.Results(InstructionTable.Signatures[_slot]);

    /// <summary>How many bytes of memory are accessed, which is the natural alignment; 0 if there is no memarg.</summary>
    public int AccessBytes => InstructionTable.AccessBytes[_slot];

    /// <summary>Whether a load narrower than its result extends the sign.</summary>
    public bool SignExtends => InstructionTable.SignExtensions[_slot] != 0;

    /// <summary>How many lanes the immediate lane can name: its limit, exclusive. 0 if there is no such immediate.</summary>
    public int LaneCount => InstructionTable.LaneCounts[_slot];

    /// <summary>The numeric half of a vector access, as <see cref="Lowering"/> tells; else <see cref="Opcode.Nop"/>.</summary>
    public Opcode Companion => InstructionTable.Companions[_slot];

    public AtomicOperation AtomicOperation => InstructionTable.AtomicOperations[_slot];

    /// <summary>Whether an instruction goes to the label that it names, or on to the next one.</summary>
    public static bool IsConditionalBranch(Opcode opcode) =>
        opcode is Opcode.BrIf or Opcode.BrOnNull or Opcode.BrOnNonNull || Of(opcode).Immediates == ImmediateKind.Cast;
}

using Wasil.Execution;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Interpreter;

/// <summary>
/// Translates one function to register code in one pass.
/// </summary>
/// <remarks>
/// <para>A frame has slots of 8 bytes, of which a vector takes two: parameters, locals, the header of the frame, operands.
/// References have a frame of their own with slots of their own. Each place on WebAssembly's operand stack has a slot of its own,
/// and there is no operand stack at run time: what is on it is known here.</para>
/// <para>An operand is a value in its slot, or one that was not put there yet: a local, a constant or their sum. Such a one is read from where
/// it is by the operation that takes it, and put into its slot where control flow needs that, before a call, or before the local
/// changes.</para>
/// <para>The callee's frame begins at the first argument's slot, and leaves its results there.</para>
/// </remarks>
internal sealed unsafe partial class FunctionLowering : IInstructionVisitor
{
    /// <summary>Operations name slots with 16 bits.</summary>
    private const int MaximumSlots = 1 << 16;

    public const int HeaderSlots = 2;
    private const int MaximumWeight = 256;

    private readonly InterpretedCode _module;
    private readonly ModuleTypes _types;
    private readonly int _functionIndex;
    private readonly ReadOnlyMemory<byte> _code;
    private readonly int _bodyOffset;
    private readonly ValKind[] _localKinds;
    private readonly int[] _localSlots;
    private readonly SlotLayout _layout;
    private readonly int _localsEnd;
    private readonly int _referenceLocalsEnd;
    private readonly int _header;
    private readonly bool _polls;
    private readonly bool _isDeterministic;
    private readonly List<Operand> _stack = [];
    private readonly List<Control> _control = [];
    private readonly Control _function;
    private readonly List<int> _returns = [];
    private readonly List<int> _frameSizes = [];
    private Operation[] _operations = new Operation[32];
    private int[] _offsets = new int[32];
    private int _count;

    // What lies before here is not merged with what comes, since a branch leads to here.
    private int _barrier;
    private int _offset;
    private bool _reachable = true;
    private bool _calls;
    private int _unreachableDepth;

    /// <param name="module">Whose function it is.</param>
    /// <param name="functionIndex">Which function.</param>
    /// <param name="body">Its instructions, without the locals before them.</param>
    /// <param name="localKinds">All its locals, parameters first.</param>
    public FunctionLowering(InterpretedCode module, int functionIndex, ByteRange body, ValKind[] localKinds)
    {
        _module = module;
        _types = module.Types;
        _functionIndex = functionIndex;
        _code = _types.Module.Bytes.Slice(body.Offset, body.Length);
        _bodyOffset = body.Offset;
        _polls = module.Polls;
        _isDeterministic = module.IsDeterministic;
        FuncType type = _types.FuncTypeOf((uint)functionIndex);
        _layout = SlotLayout.Of(type);
        _localKinds = localKinds;
        _localSlots = new int[localKinds.Length];
        _pending = new int[localKinds.Length];
        for (int i = 0; i < localKinds.Length; i++)
        {
            bool isReference = localKinds[i] == ValKind.Ref;
            ref int end = ref isReference ? ref _referenceLocalsEnd : ref _localsEnd;
            _localSlots[i] = end;
            end += SlotLayout.SlotsOf(localKinds[i]) + (isReference ? 1 : 0);
        }

        _firstCaught = _referenceLocalsEnd;
        if (_types.UsesExceptions)
            _referenceLocalsEnd += CountTries();

        // Results take the first slots, which must not be the header's.
        _header = Math.Max(_localsEnd, _layout.ResultSlots);
        _numberTop = _maximumNumbers = _header + HeaderSlots;
        _referenceTop = _maximumReferences = Math.Max(_referenceLocalsEnd, _layout.ResultReferences);
        _function = new Control
        {
            Opcode = Opcode.Block,
            Parameters = [],
            Results = ValKinds.Of(type.Results),
            NumberTop = _numberTop,
            ReferenceTop = _referenceTop,
        };
    }

    /// <summary>Lowers the whole function.</summary>
    /// <param name="function">What calls need to know; filled here, but for where the code is.</param>
    /// <exception cref="RefusedFunctionException">It is not interpreted.</exception>
    public LoweredFunction Lower(ref FunctionCode function)
    {
        if (_polls)
            Emit(OperationCode.Poll);
        if (_module.HotCode is { } hotCode)
        {
            function.Patience = (long)hotCode.Budget * _code.Length;
            EmitCount(OperationCode.Count, _code.Length);
        }

        _control.Add(_function);

        FunctionLowering self = this;
        var reader = new InstructionReader(_code.Span, _bodyOffset);
        while (reader.Next(out Instruction instruction))
        {
            _offset = instruction.Offset;
            if (_reachable)
                InstructionDispatch.Visit(ref self, instruction);
            else
                SkipUnreachable(instruction);
            if (_maximumNumbers > MaximumSlots || _maximumReferences > MaximumSlots)
                throw Refuse($"its frame has more than {MaximumSlots:N0} slots");
        }

        // Never reached, as every path has ended before; a guard against what should not be.
        Emit(OperationCode.Unreachable);
        bool hasReferences = _maximumReferences != 0;
        // A frame without references does not move on among them; but whatever is called from here must lie behind the caller's.
        if (_calls)
            _maximumReferences = Math.Max(_maximumReferences, 1);
        foreach (int place in _returns)
        {
            ref Operation operation = ref _operations[place];
            operation.Low = _header;
            if (_maximumReferences == 0)
                continue;
            bool isOne = operation.Code == OperationCode.ReturnOne;
            if (!hasReferences)
            {
                operation.Code = isOne ? OperationCode.ReturnOneFromCaller : OperationCode.ReturnFromCaller;
                continue;
            }

            operation.Code = isOne ? OperationCode.ReturnOneReferences : OperationCode.ReturnReferences;
            operation.A = (ushort)_layout.ResultReferences;
            operation.High = _maximumReferences;
        }

        foreach (int place in _frameSizes)
        {
            ref Operation operation = ref _operations[place];
            operation.High = _maximumNumbers;
            operation.C = operation.Code == OperationCode.CallOutside ? operation.C : (ushort)Math.Min(_maximumReferences, ushort.MaxValue);
        }

        CarryResults();
        function.Slots = _maximumNumbers;
        function.Header = _header;
        function.FirstLocal = _layout.ParameterSlots;
        function.Locals = _localsEnd - _layout.ParameterSlots;
        function.References = _maximumReferences;
        function.ReferenceLocals = _referenceLocalsEnd - _layout.ParameterReferences;
        Operation[] code = GC.AllocateUninitializedArray<Operation>(_count, pinned: true);
        _operations.AsSpan(0, _count).CopyTo(code);
#if TRACE_OPERATIONS
        OperationTrace.Dump(_functionIndex, code);
#endif
        return new LoweredFunction(_functionIndex, code, _offsets[.._count], _header, _maximumReferences, [.. _handlers]);
    }

    private RefusedFunctionException Refuse(string reason) =>
        new(_functionIndex, _types.Names.Functions[(uint)_functionIndex], reason);

    private ref Operation Emit(OperationCode code)
    {
        if (_count == _operations.Length)
        {
            Array.Resize(ref _operations, _count * 2);
            Array.Resize(ref _offsets, _count * 2);
        }

        _offsets[_count] = _offset;
        ref Operation operation = ref _operations[_count++];
        operation = new Operation { Code = code };
        _result = NoResult;
        return ref operation;
    }

    private void EmitCount(OperationCode code, int bytes)
    {
        ref Operation operation = ref Emit(code);
        operation.Wide = WeightOf(bytes);
        operation.Long = (ulong)_module.Function(_functionIndex);
    }

    // About half of what is there is run each time, and of much only a little.
    private static int WeightOf(int bytes) => Math.Clamp(bytes / 2, 1, MaximumWeight);

    private ref Operation Emit(OperationCode code, int a, int b, int c = 0)
    {
        ref Operation operation = ref Emit(code);
        operation.A = (ushort)a;
        operation.B = (ushort)b;
        operation.C = (ushort)c;
        return ref operation;
    }

    /// <summary>A block that is being lowered.</summary>
    private sealed class Control
    {
        public required Opcode Opcode { get; set; }

        public required ValKind[] Parameters { get; init; }

        public required ValKind[] Results { get; init; }

        /// <summary>The height of the operand stack below the parameters, and the slots there.</summary>
        public int Height { get; init; }

        public required int NumberTop { get; init; }

        public required int ReferenceTop { get; init; }

        /// <summary>Where a loop begins.</summary>
        public int Start { get; set; } = NoPlace;

        /// <summary>Where a loop's rounds are counted, and where its instruction is in the module.</summary>
        public int Count { get; set; } = NoPlace;

        public int Offset { get; set; }

        /// <summary>The last branch to the end; each holds the one before it where its target will be.</summary>
        public int Waiting { get; set; } = NoPlace;

        /// <summary>The branch of an <c>if</c> whose condition is zero.</summary>
        public int WaitingElse { get; set; } = NoPlace;

        /// <summary>What a <c>try_table</c> catches.</summary>
        public List<ExceptionHandler>? Clauses { get; set; }

        /// <summary>The operations that a <c>try</c> or <c>try_table</c> covers.</summary>
        public int BodyStart { get; set; }

        public int BodyEnd { get; set; }

        /// <summary>The reference to what a <c>try</c> has caught.</summary>
        public int CaughtSlot { get; set; }

        public ValKind[] LabelKinds => Opcode == Opcode.Loop ? Parameters : Results;
    }

    private const int NoPlace = -1;
}

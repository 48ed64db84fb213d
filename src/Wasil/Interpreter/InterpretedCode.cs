using System.Runtime.CompilerServices;
using Wasil.Execution;
using Wasil.Syntax;

namespace Wasil.Interpreter;

/// <summary>A module's functions as register code, each from its first call on. All instances of the module share it.</summary>
internal sealed unsafe class InterpretedCode
{
    private readonly FunctionCode[] _functions;
    private readonly FunctionCode* _first;
    private readonly List<LoweredFunction> _lowered = [];
    private readonly List<Operation[]> _replaced = [];
    private readonly Lock _gate = new();
    private readonly bool _interpretsAll;
    private int[]? _canonicalTypes;
    private bool _isSorted = true;

    /// <param name="types">The module.</param>
    /// <param name="polls">Whether guests can be ended from outside.</param>
    /// <param name="deterministic">Whether relaxed instructions give the same result on every machine.</param>
    /// <param name="interpretsAll">Whether calls within the module stay in the interpreter; else each may lead to another engine.</param>
    /// <param name="hotCode">Who makes better code of what is called often, if somebody does.</param>
    public InterpretedCode(ModuleTypes types, bool polls, bool deterministic, bool interpretsAll, HotCode? hotCode = null)
    {
        HotCode = hotCode;
        Types = types;
        Polls = polls;
        IsDeterministic = deterministic;
        _interpretsAll = interpretsAll;
        _functions = GC.AllocateArray<FunctionCode>(Math.Max(1, types.Functions.Length), pinned: true);
        // SAFETY: the array is pinned, and this object refers to it for as long as its code can run.
        _first = (FunctionCode*)Unsafe.AsPointer(ref _functions[0]);
        for (int i = 0; i < _functions.Length; i++)
        {
            _functions[i].Index = i;
            _functions[i].FrameBytes = nuint.MaxValue;
        }
    }

    public ModuleTypes Types { get; }

    public bool Polls { get; }

    public bool IsDeterministic { get; }

    public HotCode? HotCode { get; }

    /// <summary>A function that calls stay in the interpreter for; null where that is not known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FunctionCode* Interpreted(int functionIndex) =>
        _interpretsAll && functionIndex >= Types.ImportedFunctions ? _first + functionIndex : null;

    /// <summary>What a type index is known as to indirect calls: the first one that stands for the same type, plus one.</summary>
    public int CanonicalType(uint typeIndex) => (_canonicalTypes ??= CanonicalTypes())[typeIndex];

    private int[] CanonicalTypes()
    {
        var first = new Dictionary<object, int>(Types.Types.Length, ReferenceEqualityComparer.Instance);
        var canonical = new int[Types.Types.Length];
        for (int i = 0; i < canonical.Length; i++)
        {
            first.TryAdd(Types.Types[i], i + 1);
            canonical[i] = first[Types.Types[i]];
        }

        return canonical;
    }

    /// <summary>A function that the module defines.</summary>
    public FunctionCode* Function(int functionIndex) => _first + functionIndex;

    /// <summary>Lowers a function unless that was done already.</summary>
    /// <exception cref="RefusedFunctionException">It is not interpreted.</exception>
    public void Lower(FunctionCode* function)
    {
        try
        {
            LowerUnlessDone(function);
        }
        catch (RefusedFunctionException)
        {
            if (HotCode is null || !HotCode.CompileNow(function->Index))
                throw;
            Replace(function);
        }
    }

    private void LowerUnlessDone(FunctionCode* function)
    {
        lock (_gate)
        {
            if (!function->IsNew)
                return;
            LayOut(function);
            FunctionBody body = FunctionBody.Read(Types, function->Index);
            function->Bytes = body.Code.Length;
            LoweredFunction lowered = new FunctionLowering(this, function->Index, body.Code, body.Locals).Lower(ref *function);
            _lowered.Add(lowered);
            _isSorted = false;
            function->Open(lowered.Start);
        }
    }

    /// <summary>What a call needs to know of a function that is not interpreted.</summary>
    private void LayOut(FunctionCode* function)
    {
        SlotLayout layout = SlotLayout.Of(Types.FuncTypeOf((uint)function->Index));
        function->Type = CanonicalType(Types.Module.Functions[function->Index - Types.ImportedFunctions]);
        function->ParameterSlots = layout.ParameterSlots;
        function->ParameterReferences = layout.ParameterReferences;
        function->ResultReferences = layout.ResultReferences;
        function->References = layout.References;
        function->FirstLocal = layout.ParameterSlots;
        function->Header = layout.Slots;
        function->Slots = layout.Slots + FunctionLowering.HeaderSlots;
    }

    /// <summary>From now on calls of a function go to what <see cref="HotCode"/> has for it. Frames of it that there are stay.</summary>
    public void Replace(FunctionCode* function)
    {
        lock (_gate)
        {
            if (function->IsReplaced)
                return;
            if (function->IsNew)
                LayOut(function);
            Operation[] code = GC.AllocateArray<Operation>(2, pinned: true);
            code[0].Code = OperationCode.Replaced;
            code[0].Long = (ulong)function;
            _replaced.Add(code);
            function->IsReplaced = true;
            // SAFETY: the array is pinned, and this object refers to it.
            function->Open((Operation*)Unsafe.AsPointer(ref code[0]));
        }
    }

    /// <summary>The guest's frames, innermost first.</summary>
    /// <param name="ip">Behind the operation that the innermost stands at.</param>
    /// <param name="fp">The innermost.</param>
    /// <param name="offset">Where in the module the innermost stands.</param>
    public WasmFrame[] Trace(Operation* ip, ulong* fp, out int offset)
    {
        var frames = new List<WasmFrame>();
        offset = -1;
        // SAFETY: the frames of an activation are as its calls have left them, and the last returns to code of no function.
        while (Find(ip - 1) is { } function)
        {
            int at = function.OffsetOf(ip - 1);
            if (frames.Count == 0)
                offset = at;
            frames.Add(new WasmFrame(function.Index, Types.Names.Functions[(uint)function.Index], at, Types.Names.ModuleName));
            ulong* header = fp + function.Header;
            ip = (Operation*)header[0];
            fp = (ulong*)header[1];
        }

        return [.. frames];
    }

    /// <summary>The offset in the module of the instruction that was executed last.</summary>
    /// <param name="ip">Behind its operation.</param>
    public int OffsetOf(Operation* ip) => Find(ip - 1)!.OffsetOf(ip - 1);

    /// <summary>The function that an operation belongs to.</summary>
    public LoweredFunction? Find(Operation* operation)
    {
        lock (_gate)
        {
            if (!_isSorted)
            {
                _lowered.Sort((a, b) => ((nuint)a.Start).CompareTo((nuint)b.Start));
                _isSorted = true;
            }

            int low = 0, high = _lowered.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (_lowered[middle].Start <= operation)
                    low = middle + 1;
                else
                    high = middle;
            }

            return low > 0 && operation < _lowered[low - 1].Start + _lowered[low - 1].Length ? _lowered[low - 1] : null;
        }
    }
}

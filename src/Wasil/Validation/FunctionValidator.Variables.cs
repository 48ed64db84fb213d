using System.Runtime.CompilerServices;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Validation;

// See "Parametric Instructions" and "Variable Instructions" in the validation chapter.
internal sealed partial class FunctionValidator<TSink>
{
    // So many locals are looked up directly and the others in the runs they were declared in: a function of ten bytes may
    // declare fifty thousand.
    private const int DirectLocals = 512;

    private readonly StackType[] _directLocals = new StackType[DirectLocals];
    private LocalRun[] _runs = new LocalRun[16];
    private int _runCount;
    private int _localCount;

    // Locals without a default value must be set before they are read. Those below the parameters' count always are.
    private bool _hasUndefaultable;
    private ulong[] _initialized = [];
    private int[] _initializedInOrder = [];
    private int _initializedCount;

    private readonly record struct LocalRun(int End, StackType Type);

    private void BeginLocals()
    {
        _localCount = 0;
        _runCount = 0;
        _hasUndefaultable = false;
        _initializedCount = 0;
    }

    private void BeginLocals(ReadOnlySpan<StackType> parameters, ref ByteReader reader)
    {
        BeginLocals();
        foreach (var parameter in parameters) AddLocals(1, parameter);
        int start = reader.Position;
        // A run takes two bytes at least.
        int runs = reader.ReadCount(2);
        ulong total = 0;
        for (var i = 0; i < runs; i++)
        {
            uint count = reader.ReadU32();
            int code = reader.ReadValueType(out long heap);
            total += count;
            if (total > uint.MaxValue) reader.Fail("too many locals", start);
            if (total > ImplementationLimits.Locals)
                Fail($"too many locals: {total}, and at most {ImplementationLimits.Locals} are supported");
            var type = ValueType(code, heap);
            _hasUndefaultable |= count > 0 && !type.IsDefaultable;
            if (count > 0) AddLocals((int)count, type);
        }
        if (_hasUndefaultable) BeginInitialization(parameters.Length);
    }

    private void AddLocals(int count, StackType type)
    {
        if (_localCount < DirectLocals)
            _directLocals.AsSpan(_localCount, Math.Min(count, DirectLocals - _localCount)).Fill(type);
        _localCount += count;
        if (_runCount == _runs.Length) Array.Resize(ref _runs, _runs.Length * 2);
        _runs[_runCount++] = new LocalRun(_localCount, type);
    }

    private void BeginInitialization(int parameters)
    {
        int words = (_localCount + 63) / 64;
        if (_initialized.Length < words)
        {
            _initialized = new ulong[words];
            _initializedInOrder = new int[words * 64];
        }
        _initialized.AsSpan(0, words).Clear();
        for (var i = 0; i < parameters; i++) _initialized[i / 64] |= 1UL << i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private StackType Local(uint index)
    {
        if (index >= (uint)_localCount) Fail($"unknown local {index}");
        return index < DirectLocals ? _directLocals[index] : LocalInRuns((int)index);
    }

    private StackType LocalInRuns(int index)
    {
        int low = 0, high = _runCount - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_runs[middle].End > index) high = middle;
            else low = middle + 1;
        }
        return _runs[low].Type;
    }

    private void LocalGet()
    {
        uint index = _instruction.Index;
        var type = Local(index);
        if (_hasUndefaultable && !type.IsDefaultable && (_initialized[index / 64] & (1UL << (int)index)) == 0)
            Fail($"uninitialized local {index}");
        PushOperand(type);
    }

    private void LocalSet()
    {
        PopOperand(Local(_instruction.Index));
        InitializeLocal(_instruction.Index);
    }

    private void LocalTee()
    {
        var type = Local(_instruction.Index);
        PopOperand(type);
        InitializeLocal(_instruction.Index);
        PushOperand(type);
    }

    private void InitializeLocal(uint index)
    {
        if (!_hasUndefaultable) return;
        ref ulong word = ref _initialized[index / 64];
        ulong bit = 1UL << (int)index;
        if ((word & bit) != 0) return;
        word |= bit;
        _initializedInOrder[_initializedCount++] = (int)index;
    }

    /// <summary>Forgets what was initialised inside a block that ends.</summary>
    private void ResetLocals(int initializedHeight)
    {
        while (_initializedCount > initializedHeight)
        {
            int index = _initializedInOrder[--_initializedCount];
            _initialized[index / 64] &= ~(1UL << index);
        }
    }

    private void Select()
    {
        PopOperand(StackType.I32);
        var second = PopAny();
        var first = PopAny();
        if (first.IsReference || second.IsReference || (first != second && !first.IsBottom && !second.IsBottom))
            Fail($"type mismatch: select without a type requires two equal numbers or vectors, not {Describe([first, second])}");
        PushOperand(first.IsBottom ? second : first);
    }

    private void SelectTyped(ref InstructionReader reader)
    {
        if (_instruction.ListCount != 1) Fail($"invalid result arity {_instruction.ListCount}");
        foreach (var (code, heap) in reader.Types(_instruction))
        {
            var type = ValueType(code, heap);
            PopOperand(StackType.I32);
            PopOperand(type);
            PopOperand(type);
            PushOperand(type);
        }
    }

    private GlobalContext Global(uint index)
    {
        var globals = _context.Globals;
        if (index >= (uint)globals.Length) Fail($"unknown global {index}");
        return globals[index];
    }

    private void GlobalGet() => PushOperand(Global(_instruction.Index).Content);

    private void GlobalSet()
    {
        var global = Global(_instruction.Index);
        if (!global.IsMutable) Fail($"immutable global {_instruction.Index}");
        PopOperand(global.Content);
    }
}

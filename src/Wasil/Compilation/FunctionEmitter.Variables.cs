using System.Reflection.Emit;
using Wasil.Execution;
using Wasil.Instructions;

namespace Wasil.Compilation;

/// <content>The prologue, locals and globals.</content>
internal sealed partial class FunctionEmitter
{
    private const int FrameSlotBytes = 16;

    // Fewer are not worth a register.
    private const int ManyGlobalAccesses = 4;

    private readonly LocalBuilder?[] _locals;
    private readonly int[] _frameOffsets;
    private LocalBuilder? _frame;
    private Label _start;
    private LocalBuilder? _references;
    private LocalBuilder? _globalSlots;
    private LocalBuilder? _memory0;
    private LocalBuilder? _memory0Base;

    // Fetched again after whatever may make the memory grow; null where another thread may, and where guard pages leave few checks.
    private LocalBuilder? _memory0Length;

    // How far behind a local's value memory is known to be in bounds, on every way to the present instruction.
    private readonly Dictionary<(int Local, uint Memory), ulong> _checked = [];

    // The locals whose values were found to be aligned to so many bytes, on every way to the present instruction.
    private readonly Dictionary<int, int> _aligned = [];

    // See LocalAlignment; null where no instruction asks.
    private readonly byte[]? _localZeros;

    /// <summary>Puts a local's value on the evaluation stack.</summary>
    public void EmitLocalGet(int local)
    {
        if (_locals[local] is { } own)
        {
            _il.Emit(OpCodes.Ldloc, own);
        }
        else if (!LivesInFrame(local))
        {
            EmitLoadArgument(local + 1);
        }
        else if (_localKinds[local] == ValKind.Ref)
        {
            EmitReferencePlace(local);
            _il.Emit(OpCodes.Ldelem_Ref);
        }
        else
        {
            EmitFramePlace(local);
            EmitIndirectLoad(_localKinds[local]);
        }
    }

    public void LocalGet(in Instruction instruction) =>
        Push(new LocalValue(_localKinds[instruction.Index], (int)instruction.Index, _localZeros?[instruction.Index] ?? 0));

    public void LocalSet(in Instruction instruction) => SetLocal((int)instruction.Index, Pop());

    public void LocalTee(in Instruction instruction)
    {
        SetLocal((int)instruction.Index, Pop());
        LocalGet(instruction);
    }

    public void GlobalGet(in Instruction instruction)
    {
        int index = (int)instruction.Index;
        ValKind kind = _types.Globals[index].Content.Kind;
        Push(new StateValue(kind, emitter =>
        {
            emitter.EmitGlobalPlace(index);
            if (kind == ValKind.Ref)
                emitter._il.Emit(OpCodes.Ldfld, Members.GlobalReference);
            else
                emitter.EmitIndirectLoad(kind);
        }));
    }

    public void GlobalSet(in Instruction instruction)
    {
        int index = (int)instruction.Index;
        Expression value = Pop();
        SettleReadersOfState();
        EmitGlobalPlace(index);
        Use(value);
        if (value.Kind == ValKind.Ref)
            _il.Emit(OpCodes.Stfld, Members.GlobalReference);
        else
            EmitIndirectStore(value.Kind);
    }

    private void SetLocal(int local, Expression value)
    {
        SettleReadersOfLocal(local);
        ChangeChecks(local, value);
        NoteRotation(local, value);
        if (_locals[local] is { } own)
        {
            EmitHidden(value);
            value.Free(this);
            _il.Emit(OpCodes.Stloc, own);
        }
        else if (!LivesInFrame(local))
        {
            EmitHidden(value);
            value.Free(this);
            EmitStoreArgument(local + 1);
        }
        else if (value.Kind == ValKind.Ref)
        {
            EmitReferencePlace(local);
            Use(value);
            _il.Emit(OpCodes.Stelem_Ref);
        }
        else
        {
            EmitFramePlace(local);
            Use(value);
            EmitIndirectStore(value.Kind);
        }
    }

    private void ForgetChecks()
    {
        _checked.Clear();
        _aligned.Clear();
    }

    /// <summary>A local is to have another value: what was known of it holds no more, and what follows from what is known of others does.</summary>
    private void ChangeChecks(int local, Expression value)
    {
        _aligned.Remove(local);
        if (_checked.Count == 0)
            return;
        (int source, uint addend) = value switch
        {
            LocalValue copied => (copied.Local, 0u),
            NumericValue { Sum: { } sum } => sum,
            _ => (-1, 0u),
        };
        for (uint memory = 0; memory < _types.Memories.Length; memory++)
        {
            ulong reach = KnownReach(source, memory);
            _checked.Remove((local, memory));
            if (reach > addend)
                _checked[(local, memory)] = reach - addend;
        }
    }

    private void EmitPrologue()
    {
        int zeroedBytes = LayOutFrame(out int references);
        int frameBytes = LayOutCrossings(zeroedBytes);
        EmitStackCheck(frameBytes);
        if (frameBytes > 0)
        {
            _frame = _il.DeclareLocal(typeof(nint));
            _il.Emit(OpCodes.Ldc_I4, frameBytes);
            _il.Emit(OpCodes.Conv_U);
            _il.Emit(OpCodes.Localloc);
            _il.Emit(OpCodes.Stloc, _frame);
        }

        if (zeroedBytes > 0)
        {
            _il.Emit(OpCodes.Ldloc, _frame!);
            _il.Emit(OpCodes.Ldc_I4_0);
            _il.Emit(OpCodes.Ldc_I4, zeroedBytes);
            _il.Emit(OpCodes.Initblk);
        }

        if (references > 0)
        {
            _references = _il.DeclareLocal(typeof(object[]));
            _il.Emit(OpCodes.Ldc_I4, references);
            _il.Emit(OpCodes.Newarr, typeof(object));
            _il.Emit(OpCodes.Stloc, _references);
        }

        _start = _il.DefineLabel();
        _il.MarkLabel(_start);
        if (_plan.Calls)
            EmitPoll();

        int arguments = _source.IsInSlots ? 0 : _source.Parameters;
        for (int i = _signature.DirectParameters; i < arguments; i++)
        {
            _locals[i] = _il.DeclareLocal(Signature.ClrType(_localKinds[i]));
            SignatureCode.EmitWideParameter(_il, _signature, i, _signature.DirectParameters + 1);
            _il.Emit(OpCodes.Stloc, _locals[i]!);
        }

        for (int i = arguments; i < _localKinds.Length; i++)
        {
            if (_plan.IsInFrame(i))
                continue;
            _locals[i] = _il.DeclareLocal(Signature.ClrType(_localKinds[i]));
        }

        if (_source.IsInSlots)
            EmitFromSlots();
        EmitZeros(_source.Parameters);
        EmitFetches();
    }

    /// <summary>Takes the locals out of the interpreter's frame.</summary>
    private void EmitFromSlots()
    {
        int slot = 0, reference = 0;
        for (int i = 0; i < _source.Parameters; i++)
        {
            LocalBuilder? own = _locals[i];
            bool isReference = _localKinds[i] == ValKind.Ref;
            if (own is null && isReference)
                EmitReferencePlace(i);
            else if (own is null)
                EmitFramePlace(i);
            SignatureCode.EmitLoadArgumentSlot(_il, ref slot, ref reference, _localKinds[i]);
            if (own is not null)
                _il.Emit(OpCodes.Stloc, own);
            else if (isReference)
                _il.Emit(OpCodes.Stelem_Ref);
            else
                EmitIndirectStore(_localKinds[i]);
        }
    }

    /// <summary>Puts into locals what the code asks the instance for again and again.</summary>
    private void EmitFetches()
    {
        // The slots never move, which the JIT compiler does not know: it would fetch their address after each store.
        if (_plan.GlobalAccesses >= ManyGlobalAccesses)
        {
            _globalSlots = _il.DeclareLocal(typeof(byte*));
            _il.Emit(OpCodes.Ldarg_0);
            _il.Emit(OpCodes.Ldfld, Members.GlobalSlots);
            _il.Emit(OpCodes.Stloc, _globalSlots);
        }

        if (_plan.UsesMemory0)
        {
            _memory0 = _il.DeclareLocal(typeof(MemoryInstance));
            _memory0Base = _il.DeclareLocal(typeof(byte*));
            _il.Emit(OpCodes.Ldarg_0);
            _il.Emit(OpCodes.Ldfld, Members.Memory0);
            _il.Emit(OpCodes.Stloc, _memory0);
            _il.Emit(OpCodes.Ldarg_0);
            _il.Emit(OpCodes.Ldfld, Members.Memory0Base);
            _il.Emit(OpCodes.Stloc, _memory0Base);
            if (_options.Memory == MemoryMode.Explicit && _types.Memories[0] is { Is64: false, IsShared: false })
            {
                _memory0Length = _il.DeclareLocal(typeof(ulong));
                RefreshLength();
            }
        }
    }

    private int LayOutFrame(out int references)
    {
        int numbers = references = 0;
        if (!_plan.HasFrame)
            return 0;
        for (int i = 0; i < _localKinds.Length; i++)
        {
            if (_plan.IsInFrame(i))
                _frameOffsets[i] = _localKinds[i] == ValKind.Ref ? references++ : numbers++ * FrameSlotBytes;
        }

        return numbers * FrameSlotBytes;
    }

    private void EmitStackCheck(int frameBytes)
    {
        if (_outer is null && !_plan.Calls && frameBytes == 0 && _plan.IsSmall)
            return;
        // The address of any local tells how far down the stack this frame is; the local itself is never used.
        LocalBuilder here = _il.DeclareLocal(typeof(int));
        _il.Emit(OpCodes.Ldloca, here);
        _il.Emit(OpCodes.Conv_U);
        if (frameBytes > 0)
        {
            _il.Emit(OpCodes.Ldc_I4, frameBytes);
            _il.Emit(OpCodes.Conv_U);
            _il.Emit(OpCodes.Sub);
        }

        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldfld, Members.StackLimit);
        _il.Emit(OpCodes.Blt_Un, TrapLabel(nameof(Traps.CallStackExhausted), _bodyOffset));
    }

    private void EmitFramePlace(int local) => EmitFrameAddress(_frameOffsets[local]);

    private void EmitFrameAddress(int offset)
    {
        _il.Emit(OpCodes.Ldloc, _frame!);
        EmitInt32(offset);
        _il.Emit(OpCodes.Add);
    }

    private void EmitReferencePlace(int local)
    {
        _il.Emit(OpCodes.Ldloc, _references!);
        _il.Emit(OpCodes.Ldc_I4, _frameOffsets[local]);
    }

    private void EmitStoreArgument(int argument) => _il.Emit(OpCodes.Starg, (short)argument);

    private void EmitLoadArgument(int argument)
    {
        if (argument < 256)
            _il.Emit(OpCodes.Ldarg_S, (byte)argument);
        else
            _il.Emit(OpCodes.Ldarg, (short)argument);
    }

    /// <summary>The address of a global's number, or the object that holds its reference.</summary>
    private void EmitGlobalPlace(int index)
    {
        if (_types.Globals[index].Content.IsReference)
        {
            _il.Emit(OpCodes.Ldarg_0);
            _il.Emit(OpCodes.Ldfld, Members.Globals);
            _il.Emit(OpCodes.Ldc_I4, index);
            _il.Emit(OpCodes.Ldelem_Ref);
            return;
        }

        if (_globalSlots is not null)
        {
            _il.Emit(OpCodes.Ldloc, _globalSlots);
        }
        else
        {
            _il.Emit(OpCodes.Ldarg_0);
            _il.Emit(OpCodes.Ldfld, Members.GlobalSlots);
        }

        if (index > 0)
        {
            EmitInt32(index * GlobalInstance.SlotBytes);
            _il.Emit(OpCodes.Add);
        }

        if (index < _types.ImportedGlobals)
            _il.Emit(OpCodes.Ldind_I);
    }

    private void EmitIndirectLoad(ValKind kind)
    {
        switch (kind)
        {
            case ValKind.I32:
                _il.Emit(OpCodes.Ldind_I4);
                break;
            case ValKind.I64:
                _il.Emit(OpCodes.Ldind_I8);
                break;
            case ValKind.F32:
                _il.Emit(OpCodes.Ldind_R4);
                break;
            case ValKind.F64:
                _il.Emit(OpCodes.Ldind_R8);
                break;
            default:
                _il.Emit(OpCodes.Ldobj, Signature.ClrType(kind));
                break;
        }
    }

    private void EmitIndirectStore(ValKind kind)
    {
        switch (kind)
        {
            case ValKind.I32:
                _il.Emit(OpCodes.Stind_I4);
                break;
            case ValKind.I64:
                _il.Emit(OpCodes.Stind_I8);
                break;
            case ValKind.F32:
                _il.Emit(OpCodes.Stind_R4);
                break;
            case ValKind.F64:
                _il.Emit(OpCodes.Stind_R8);
                break;
            default:
                _il.Emit(OpCodes.Stobj, Signature.ClrType(kind));
                break;
        }
    }
}

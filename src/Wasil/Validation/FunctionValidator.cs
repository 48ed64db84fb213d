using System.Runtime.CompilerServices;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Validation;

/// <summary>
/// Validates function bodies and constant expressions by the algorithm in the specification's appendix: one pass over the
/// instructions with a stack of operand types and a stack of control frames. Instructions whose type is fixed are validated
/// from the instruction table alone; the other parts of this class, by chapter of the specification, are the rest.
/// </summary>
/// <remarks>
/// Nothing recurses and nothing is allocated per instruction. A validator keeps its stacks from one body to the next, and
/// belongs to one thread at a time.
/// </remarks>
internal sealed partial class FunctionValidator<TSink>
    where TSink : struct, IControlFlowSink
{
    private readonly ModuleContext _context;
    private readonly InstructionShape[] _shapes;
    private int? _functionIndex;
    private Instruction _instruction;
    private TSink _sink;

    public FunctionValidator(ModuleContext context, TSink sink = default)
    {
        _context = context;
        _shapes = context.Shapes;
        _sink = sink;
    }

    /// <summary>What hears of the control flow of the functions that are validated.</summary>
    public ref TSink Sink => ref _sink;

    /// <summary>Validates a function that the module defines.</summary>
    /// <param name="codeIndex">Its place among those.</param>
    /// <exception cref="InvalidModuleException">The body is not valid.</exception>
    /// <exception cref="MalformedModuleException">The body is not in the binary format.</exception>
    public void ValidateFunction(int codeIndex)
    {
        var module = _context.Module;
        var body = module.Code[codeIndex];
        _functionIndex = _context.Functions.Length - module.Code.Length + codeIndex;
        int type = _context.Functions[_functionIndex.Value];
        _instruction = default;
        _instruction.Offset = body.Offset;

        BeginOperands();
        var bytes = module.Slice(body);
        var locals = new ByteReader(bytes, body.Offset, "code");
        BeginLocals(_context.Parameters(type), ref locals);
        var reader = new InstructionReader(bytes[locals.Position..], locals.Offset, "code");
        PushControl(FrameKind.Function, BlockSignature.OfFunction(type), reader.Offset);
        while (_depth > 0 && reader.Next(out _instruction)) Validate(ref reader);
        if (_depth > 0 || !reader.AtEnd) BodyStructure.FailAtEnd(module, body, reader.Offset);
    }

    /// <summary>Validates a constant expression that must give one value.</summary>
    /// <param name="expression">The expression, its <c>end</c> included.</param>
    /// <param name="type">The type of the value.</param>
    /// <exception cref="InvalidModuleException">The expression is not valid, or not constant.</exception>
    public void ValidateConstant(ByteRange expression, StackType type)
    {
        var module = _context.Module;
        _functionIndex = null;
        _instruction = default;
        _instruction.Offset = expression.Offset;
        BeginOperands();
        BeginLocals();
        var reader = new InstructionReader(module.Slice(expression), expression.Offset);
        PushControl(FrameKind.Function, BlockSignature.OfResult(type), reader.Offset);
        while (_depth > 0 && reader.Next(out _instruction))
        {
            RequireConstant();
            Validate(ref reader);
        }
        if (_depth > 0 || !reader.AtEnd) BodyStructure.FailAtEnd(module, expression, reader.Offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Validate(ref InstructionReader reader)
    {
        ref readonly var shape = ref _shapes[InstructionTable.Slot(_instruction.Opcode)];
        switch (shape.Form)
        {
            case InstructionForm.Plain:
                Apply(in shape, default);
                break;
            case InstructionForm.WithImmediates:
                Apply(in shape, ValidateImmediates(in shape));
                break;
            case InstructionForm.Own:
                ValidateOwn(ref reader);
                break;
            default:
                BodyStructure.FailDisabled(_instruction, _context.Features);
                break;
        }
        _sink.Instruction(_height);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Apply(in InstructionShape shape, StackType address)
    {
        uint operands = shape.Operands;
        for (int left = shape.OperandCount; left > 0; left--)
        {
            PopOperand(TypeOf(operands & 15, address));
            operands >>= 4;
        }
        uint results = shape.Results;
        for (int left = shape.ResultCount; left > 0; left--)
        {
            PushOperand(TypeOf(results & 15, address));
            results >>= 4;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static StackType TypeOf(uint operand, StackType address) =>
        operand == InstructionShape.Address ? address : StackType.Of((ValKind)operand);

    private void ValidateOwn(ref InstructionReader reader)
    {
        switch (_instruction.Opcode)
        {
            case Opcode.Unreachable: SetUnreachable(); break;
            case Opcode.Nop: break;
            case Opcode.Block: Block(FrameKind.Block, ref reader); break;
            case Opcode.Loop: Block(FrameKind.Loop, ref reader); break;
            case Opcode.If: If(ref reader); break;
            case Opcode.Else: Else(ref reader); break;
            case Opcode.End: End(ref reader); break;
            case Opcode.Br: Br(); break;
            case Opcode.BrIf: BrIf(); break;
            case Opcode.BrTable: BrTable(ref reader); break;
            case Opcode.Return: Return(); break;
            case Opcode.Call: Call(); break;
            case Opcode.CallIndirect: CallIndirect(); break;
            case Opcode.CallRef: CallRef(); break;
            case Opcode.ReturnCall: ReturnCall(); break;
            case Opcode.ReturnCallIndirect: ReturnCallIndirect(); break;
            case Opcode.ReturnCallRef: ReturnCallRef(); break;

            case Opcode.TryTable: TryTable(ref reader); break;
            case Opcode.Throw: Throw(); break;
            case Opcode.ThrowRef: ThrowRef(); break;
            case Opcode.Try: Block(FrameKind.Try, ref reader); break;
            case Opcode.Catch: Catch(ref reader); break;
            case Opcode.CatchAll: CatchAll(ref reader); break;
            case Opcode.Delegate: Delegate(ref reader); break;
            case Opcode.Rethrow: Rethrow(); break;

            case Opcode.Drop: PopAny(); break;
            case Opcode.Select: Select(); break;
            case Opcode.SelectT: SelectTyped(ref reader); break;
            case Opcode.LocalGet: LocalGet(); break;
            case Opcode.LocalSet: LocalSet(); break;
            case Opcode.LocalTee: LocalTee(); break;
            case Opcode.GlobalGet: GlobalGet(); break;
            case Opcode.GlobalSet: GlobalSet(); break;

            case Opcode.TableGet: TableGet(); break;
            case Opcode.TableSet: TableSet(); break;
            case Opcode.TableGrow: TableGrow(); break;
            case Opcode.TableFill: TableFill(); break;
            case Opcode.TableCopy: TableCopy(); break;
            case Opcode.MemoryCopy: MemoryCopy(); break;

            case Opcode.RefNull: RefNull(); break;
            case Opcode.RefIsNull: RefIsNull(); break;
            case Opcode.RefFunc: RefFunc(); break;
            case Opcode.RefEq: RefEq(); break;
            case Opcode.RefAsNonNull: RefAsNonNull(); break;
            case Opcode.BrOnNull: BrOnNull(); break;
            case Opcode.BrOnNonNull: BrOnNonNull(); break;
            case Opcode.RefTest or Opcode.RefTestNull: RefTest(); break;
            case Opcode.RefCast: RefCast(nullable: false); break;
            case Opcode.RefCastNull: RefCast(nullable: true); break;
            case Opcode.BrOnCast: BrOnCast(onFailure: false); break;
            case Opcode.BrOnCastFail: BrOnCast(onFailure: true); break;
            case Opcode.RefGetDesc: RefGetDesc(); break;
            case Opcode.RefCastDescEq: RefCastDescEq(nullable: false); break;
            case Opcode.RefCastDescEqNull: RefCastDescEq(nullable: true); break;
            case Opcode.BrOnCastDescEq: BrOnCast(onFailure: false, byDescriptor: true); break;
            case Opcode.BrOnCastDescEqFail: BrOnCast(onFailure: true, byDescriptor: true); break;
            case Opcode.AnyConvertExtern: ConvertReference(HeapType.Extern, HeapType.Any); break;
            case Opcode.ExternConvertAny: ConvertReference(HeapType.Any, HeapType.Extern); break;
            case Opcode.RefI31: RefI31(); break;
            case Opcode.I31GetS or Opcode.I31GetU: I31Get(); break;

            case Opcode.StructNew: StructNew(); break;
            case Opcode.StructNewDefault: StructNewDefault(); break;
            case Opcode.StructNewDesc: StructNew(described: true); break;
            case Opcode.StructNewDefaultDesc: StructNewDefault(described: true); break;
            case Opcode.StructGet: StructGet(packed: false); break;
            case Opcode.StructGetS or Opcode.StructGetU: StructGet(packed: true); break;
            case Opcode.StructSet: StructSet(); break;
            case Opcode.ArrayNew: ArrayNew(); break;
            case Opcode.ArrayNewDefault: ArrayNewDefault(); break;
            case Opcode.ArrayNewFixed: ArrayNewFixed(); break;
            case Opcode.ArrayNewData: ArrayNewData(); break;
            case Opcode.ArrayNewElem: ArrayNewElem(); break;
            case Opcode.ArrayGet: ArrayGet(packed: false); break;
            case Opcode.ArrayGetS or Opcode.ArrayGetU: ArrayGet(packed: true); break;
            case Opcode.ArraySet: ArraySet(); break;
            case Opcode.ArrayLen: ArrayLen(); break;
            case Opcode.ArrayFill: ArrayFill(); break;
            case Opcode.ArrayCopy: ArrayCopy(); break;
            case Opcode.ArrayInitData: ArrayInitData(); break;
            case Opcode.ArrayInitElem: ArrayInitElem(); break;

            default:
                throw new InvalidOperationException($"Nothing validates {InstructionInfo.Of(_instruction.Opcode).Mnemonic}.");
        }
    }
}

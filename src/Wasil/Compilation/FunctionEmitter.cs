using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;
using Wasil.Execution;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Compilation;

/// <summary>
/// Translates one function to CIL in one pass.
/// </summary>
/// <remarks>
/// <para>Two stacks are at work. WebAssembly's operand stack exists only here, at compile time, as <see cref="Expression"/>
/// trees that have not been emitted. CIL's evaluation stack is used within one statement: it is empty at every label, since the
/// JIT compiler spills what is left on it there. A statement is emitted when something has an effect: a store, a call, a branch.
/// Before that, waiting trees which read what the effect changes are emitted into temporaries. Values that a block takes or
/// gives travel in temporaries as well.</para>
/// <para>A trap is a check, in the order of the program, that branches to a block behind the function's code; that block makes
/// the exception and throws it. So the code that goes on stays short, and what follows a check may be emitted later as part of
/// a tree, since it cannot trap any more. Where guard pages bound memory, trees with loads can trap themselves: they are emitted
/// before anything whose effect would tell whether they came first.</para>
/// <para>Code that cannot be reached is not emitted. The method's first parameter is the instance.</para>
/// </remarks>
[RequiresDynamicCode("Functions are compiled to CIL.")]
internal sealed partial class FunctionEmitter : IInstructionVisitor
{
    // RyuJIT takes up to 1.5 s and 280 MB for a megabyte, and cannot be interrupted. What compilers make stays far below: one
    // instruction becomes much CIL only where a call, branch or block takes hundreds of values.
    private const int MaximumCilBytes = 4 << 20;

    private readonly ModuleTypes _types;
    private readonly int _functionIndex;
    private readonly FunctionSource _source;
    private readonly Signature _signature;
    private readonly FunctionPlan _plan;
    private readonly CodeOptions _options;
    private readonly CountingGenerator _il;
    private readonly DirectCallee _direct;
    private readonly EntryPlaces _places;
    private readonly ValKind[] _localKinds;
    private readonly List<Expression> _stack = [];
    private readonly List<ControlFrame> _control = [];
    private readonly Stack<Temporary>[] _free = [new(), new(), new(), new(), new(), new()];
    private readonly List<ColdCode> _cold = [];
    private readonly ReadOnlyMemory<byte> _code;
    private readonly int _bodyOffset;

    // Null where all are to be taken as such.
    private readonly HashSet<int>? _fragileLoads;
    private bool _reachable = true;
    private int _unreachableDepth;

    // Operands below this height do not wait: they are constants or temporaries.
    private int _settled;

    /// <param name="types">The module.</param>
    /// <param name="functionIndex">Which function.</param>
    /// <param name="source">Its instructions, or what is left of them.</param>
    /// <param name="plan">What a first pass found out.</param>
    /// <param name="options">What kind of code is wanted.</param>
    /// <param name="method">The method that the function becomes.</param>
    /// <param name="direct">Finds the functions that need no entry.</param>
    /// <param name="places">Where the others have theirs.</param>
    /// <param name="parts">What is left to methods of its own, in the order of the code.</param>
    public FunctionEmitter(
        ModuleTypes types, int functionIndex, FunctionSource source, FunctionPlan plan, CodeOptions options,
        DynamicMethod method, DirectCallee direct, EntryPlaces places, CodePart[] parts)
    {
        _types = types;
        _functionIndex = functionIndex;
        _signature = Signature.Of(types.FuncTypeOf((uint)functionIndex));
        _source = source;
        _localKinds = source.Locals;
        _plan = plan;
        _options = options;
        _direct = direct;
        _places = places;
        _code = source.Code;
        _il = new CountingGenerator(method.GetILGenerator(Math.Max(64, _code.Length * 8)));
        _locals = new LocalBuilder?[_localKinds.Length];
        _frameOffsets = new int[_localKinds.Length];
        _bodyOffset = source.BaseOffset;
        _method = method;
        _parts = parts;
        if (parts.Length == 0 && _code.Length > options.SplitAbove / FunctionOutline.MostCilPerByte && !plan.ForbidsOptimization)
            Outline = new FunctionOutline(_code, _bodyOffset, _localKinds, plan.HasFrame, options.SplitAbove);
        if (plan.AsksForAlignment)
            _localZeros = LocalAlignment.Find(_code.Span, _bodyOffset, _localKinds, source.Parameters);
        if (options.Memory == MemoryMode.GuardPages && plan.UsesMemories)
            _fragileLoads = LoadUses.FindFragile(types, _code, _bodyOffset, _signature.ResultKinds.Length)?.Select(source.OriginOf).ToHashSet();
    }

    /// <summary>Emits the whole function.</summary>
    /// <exception cref="RefusedFunctionException">It uses something that is not compiled yet.</exception>
    public void Emit()
    {
        EmitPrologue();
        _control.Add(new ControlFrame
        {
            Opcode = Opcode.Block,
            Parameters = [],
            Results = _signature.ResultKinds,
            Height = 0,
            Label = _il.DefineLabel(),
        });

        EmitInstructions(0, _code.Length);
        EmitUnwinding();
        EmitCold();

        // A method of more than 60,000 bytes is not optimised, even where most of them cannot be reached.
        if (_plan.ForbidsOptimization)
        {
            for (int i = 0; i < 60_000; i++)
                _il.Emit(OpCodes.Nop);
            _il.Emit(OpCodes.Ldnull);
            _il.Emit(OpCodes.Throw);
        }
    }

    private void EmitInstructions(int start, int end)
    {
        FunctionEmitter self = this;
        int nextPart = 0;
        var reader = new InstructionReader(_code.Span, _bodyOffset) { Position = start };
        while (reader.Position < end)
        {
            int position = reader.Position;
            if (nextPart < _parts.Length && position == _parts[nextPart].Start)
            {
                reader.Position = _parts[nextPart].End;
                if (_reachable)
                    EmitPartCall(_parts[nextPart]);
                nextPart++;
                continue;
            }

            reader.Next(out Instruction instruction);
            instruction.Offset = _source.OriginOf(instruction.Offset);
            Outline?.Add(position, instruction, IsBetweenStatements(instruction), _reachable, _control, _il.Size, _cold.Count);
            // Ways meet here.
            if (instruction.Opcode is Opcode.Loop or Opcode.Else or Opcode.End or Opcode.Catch or Opcode.CatchAll or Opcode.Delegate)
                ForgetChecks();
            if (_reachable)
            {
                if (!LetsTrapsWait(instruction))
                    SettleTraps();
                InstructionDispatch.Visit(ref self, instruction);
            }
            else
                SkipUnreachable(instruction);
            Outline?.AddEffect(reader.Position, instruction, _control);
            if (_il.ILOffset > MaximumCilBytes)
                throw Refuse($"it becomes more than {MaximumCilBytes:N0} bytes of CIL");
        }
    }

    private void EmitCold()
    {
        foreach (ColdCode cold in _cold)
        {
            _il.MarkLabel(cold.Label);
            cold.Emit();
        }
    }

    private bool IsBetweenStatements(in Instruction instruction) => _reachable
        ? _stack.Count == _control[^1].Height
        : _unreachableDepth == 0 && instruction.Opcode is (Opcode.End or Opcode.Else);

    private RefusedFunctionException Refuse(string reason, WasmFeatures missing = WasmFeatures.None) =>
        new(_functionIndex, _types.Names.Functions[(uint)_functionIndex], reason, missing);

    /// <summary>A function that may be called as it is; null where calls go through the table of entries.</summary>
    /// <param name="functionIndex">Which function.</param>
    /// <param name="isHot">Whether the call is in a loop, so that it may pay to compile the callee first.</param>
    public delegate DynamicMethod? DirectCallee(uint functionIndex, bool isHot);

    /// <summary>Code that runs seldom and stands behind the rest.</summary>
    private sealed record ColdCode(Label Label, Action Emit);
}

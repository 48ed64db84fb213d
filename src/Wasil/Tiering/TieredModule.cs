using System.Diagnostics.CodeAnalysis;
using Wasil.Compilation;
using Wasil.Execution;
using Wasil.Interpreter;
using Wasil.Syntax;

namespace Wasil.Tiering;

/// <summary>
/// The <c>Auto</c> mode for large modules: functions are interpreted until they have run for about as long as compiling them
/// takes (docs/RATIONALE.md, "Interpreted until it pays"). Calls then go to compiled code, and frames that go round in a loop go on
/// there.
/// </summary>
[RequiresDynamicCode("Functions are compiled to CIL.")]
internal sealed unsafe class TieredModule : ModuleCode
{
    // What a call from compiled code costs on its way into the interpreter, in bytes of instructions that it might run meanwhile.
    private const int WeightOfEntering = 100;

    private readonly ModuleTypes _types;
    private readonly TieringOptions _options;
    private readonly bool _deterministic;
    private readonly CompiledModule _compiled;
    private readonly TierUp _tierUp;
    private readonly InterpretedCode _interpreted;
    private TieredModule? _explicit;

    /// <param name="types">The module, which makes no tail calls: between the engines they would take stack.</param>
    /// <param name="compiled">What makes code of its functions.</param>
    /// <param name="deterministic">Whether relaxed instructions give the same result on every machine.</param>
    /// <param name="options">When functions are compiled.</param>
    public TieredModule(ModuleTypes types, CompiledModule compiled, bool deterministic, TieringOptions options)
        : base(types, new EmittedAdapters())
    {
        _types = types;
        _compiled = compiled;
        _deterministic = deterministic;
        _options = options;
        _tierUp = new TierUp(compiled, options);
        _interpreted = new InterpretedCode(types, compiled.IsInterruptible, deterministic, interpretsAll: true, _tierUp);
        _tierUp.Interpreted = _interpreted;
    }

    public override ModuleCode For(ModuleInstance instance)
    {
        ModuleCode compiled = _compiled.For(instance);
        if (compiled == _compiled)
            return this;
        if (_explicit is null)
            Interlocked.CompareExchange(ref _explicit, new TieredModule(_types, (CompiledModule)compiled, _deterministic, _options), null);
        return _explicit;
    }

    /// <summary>What was made of functions so far.</summary>
    public TierUp TierUp => _tierUp;

    public override bool IsInterruptible => _compiled.IsInterruptible;

    public override Delegate Bind(ModuleInstance instance, int functionIndex) => _compiled.Has(functionIndex)
        ? _compiled.Bind(instance, functionIndex)
        : Adapters.FromInterpreted(instance.Function(functionIndex));

    public override SlotInvoker CreateSlotInvoker(FunctionInstance function)
    {
        if (function.Host is not null)
            return Adapters.ToSlots(function);
        // What leads there may have been bound just before the function was compiled, and would lead back here.
        if (_compiled.Has(function.Index))
            return _tierUp.Replacement(function);
        FunctionCode* callee = _interpreted.Function(function.Index);
        SlotInvoker interpreted = InterpretedModule.CreateSlotInvoker(_interpreted, function);
        return (slots, references, first) =>
        {
            // Whoever comes here knows of nothing better yet.
            if (callee->IsReplaced)
                _tierUp.Replacement(function)(slots, references, first);
            else
            {
                callee->Patience -= WeightOfEntering;
                interpreted(slots, references, first);
            }
        };
    }

    protected override void Prepare(int functionIndex)
    {
        FunctionCode* function = _interpreted.Function(functionIndex);
        if (_compiled.TryCompile(functionIndex))
            _interpreted.Replace(function);
        else
            _interpreted.Lower(function);
    }
}

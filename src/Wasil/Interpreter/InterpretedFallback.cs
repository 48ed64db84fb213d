using Wasil.Execution;
using Wasil.Syntax;

namespace Wasil.Interpreter;

/// <summary>Interprets what the compiler refuses. Calls from there to the module's other functions leave the interpreter.</summary>
/// <param name="types">The module.</param>
/// <param name="polls">Whether guests can be ended from outside.</param>
/// <param name="deterministic">Whether relaxed instructions give the same result on every machine.</param>
internal sealed unsafe class InterpretedFallback(ModuleTypes types, bool polls, bool deterministic) : FallbackEngine
{
    private readonly Lazy<InterpretedCode> _code = new(() => new InterpretedCode(types, polls, deterministic, interpretsAll: false));

    public override SlotInvoker CreateSlotInvoker(FunctionInstance function) =>
        InterpretedModule.CreateSlotInvoker(_code.Value, function);

    public override void Prepare(int functionIndex) => _code.Value.Lower(_code.Value.Function(functionIndex));
}

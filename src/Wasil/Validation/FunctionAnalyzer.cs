using System.Collections.Concurrent;
using Wasil.Syntax;

namespace Wasil.Validation;

/// <summary>
/// Makes on request, for single functions of a valid module, what validation finds out on its way. May be used by several
/// threads at once.
/// </summary>
internal sealed class FunctionAnalyzer
{
    private readonly ModuleContext _context;
    private readonly ConcurrentBag<FunctionValidator<ControlFlowRecorder>> _idle = [];

    /// <param name="context">The context of a module whose declarations are valid.</param>
    public FunctionAnalyzer(ModuleContext context) => _context = context;

    /// <param name="types">A valid module.</param>
    /// <param name="features">The features it was validated with.</param>
    public FunctionAnalyzer(ModuleTypes types, WasmFeatures features)
        : this(ModuleContext.OfValid(types, features))
    {
    }

    /// <summary>Validates a function and tells its branches.</summary>
    /// <param name="codeIndex">The function's place among those that the module defines.</param>
    /// <exception cref="InvalidModuleException">The function is not valid; never where the module has been validated.</exception>
    public (BranchTable Branches, FunctionSummary Summary) Analyze(int codeIndex)
    {
        if (!_idle.TryTake(out var validator)) validator = new FunctionValidator<ControlFlowRecorder>(_context);
        validator.Sink = ControlFlowRecorder.Create();
        validator.ValidateFunction(codeIndex);
        var result = (validator.Sink.ToBranchTable(), validator.Sink.ToSummary());
        _idle.Add(validator);
        return result;
    }
}

using Wasil.Execution;
using Wasil.Syntax;

namespace Wasil.Interpreter;

/// <summary>The <c>Interpreted</c> mode: functions become register code when they are first called.</summary>
internal sealed unsafe class InterpretedModule : ModuleCode
{
    private readonly InterpretedCode _code;
    private readonly SignatureAdapters? _adapters;

    /// <param name="types">The module.</param>
    /// <param name="polls">Whether guests can be ended from outside.</param>
    /// <param name="deterministic">Whether relaxed instructions give the same result on every machine.</param>
    /// <param name="adapters">The ways to compiled code and to delegates of any type, where .NET may generate code.</param>
    public InterpretedModule(ModuleTypes types, bool polls, bool deterministic, SignatureAdapters? adapters)
        : base(types, adapters)
    {
        _code = new InterpretedCode(types, polls, deterministic, interpretsAll: true);
        _adapters = adapters;
    }

    public override bool IsInterruptible => _code.Polls;

    public override Delegate Bind(ModuleInstance instance, int functionIndex) =>
        Adapters.FromInterpreted(instance.Function(functionIndex));

    public override UntypedInvoker CreateUntypedInvoker(FunctionInstance function) => SlotValues.CreateUntypedInvoker(function);

    public override Delegate CreateTypedInvoker(FunctionInstance function, Type delegateType)
    {
        DelegateShape.Of(delegateType).RequireFit(function.Signature, nameof(delegateType));
        return TypedShapes.TryCreate(function, delegateType) ?? (_adapters is null
            ? throw new PlatformNotSupportedException(
                $"This .NET runtime may not generate code, so there is none for {delegateType}: use {TypedShapes.Known}, or "
                + $"{nameof(WasmFunction)}.{nameof(WasmFunction.Invoke)}.")
            : _adapters.TypedInvoker(function, delegateType));
    }

    public override SlotInvoker CreateSlotInvoker(FunctionInstance function)
    {
        if (function.Host is WasmCallback)
            return SlotValues.CreateCallbackInvoker(function);
        if (function.Host is not null)
        {
            return HostShapes.TryCreate(function) ?? (_adapters is null
                ? throw new PlatformNotSupportedException(
                    $"This .NET runtime may not generate code, so there is none for host functions of type {function.Host.GetType()}: "
                    + "use one result at most and integers, or up to four numbers of any type, or a "
                    + $"{nameof(WasmCallback)} with {nameof(HostFunction)}.{nameof(HostFunction.From)}.")
                : _adapters.ToSlots(function));
        }

        return CreateSlotInvoker(_code, function);
    }

    /// <summary>Runs a function that the module defines.</summary>
    public static SlotInvoker CreateSlotInvoker(InterpretedCode code, FunctionInstance function)
    {
        SlotLayout layout = SlotLayout.Of(function.Signature);
        return (slots, references, first) =>
            Activation.Run(code, function.Instance, code.Function(function.Index), layout, slots, references, first);
    }

    protected override void Prepare(int functionIndex) => _code.Lower(_code.Function(functionIndex));
}

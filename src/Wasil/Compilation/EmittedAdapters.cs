using System.Diagnostics.CodeAnalysis;
using Wasil.Execution;

namespace Wasil.Compilation;

/// <summary>The adapters as emitted code, each once for a signature in the whole process.</summary>
[RequiresDynamicCode("Code is emitted for the signatures that guests use.")]
internal sealed class EmittedAdapters : SignatureAdapters
{
    public override Delegate Stub(ModuleInstance instance, FuncType signature) => Signature.Of(signature).Code.Stub(instance);

    public override Delegate Crossing(FunctionInstance function) => CodeFor(function).Crossing(function);

    public override Delegate Link(FunctionInstance function, bool fromCatching) => CodeFor(function).Link(function, fromCatching);

    public override Delegate Receiver(Delegate code, FuncType signature) => Signature.Of(signature).Code.Receiver(code);

    public override Delegate HostAdapter(FunctionInstance function) => CodeFor(function).HostAdapter(function);

    public override UntypedInvoker UntypedInvoker(FunctionInstance function) => CodeFor(function).UntypedInvoker(function);

    public override Delegate TypedInvoker(FunctionInstance function, Type delegateType) =>
        CodeFor(function).TypedInvoker(function, delegateType);

    public override Delegate FromSlots(FunctionInstance function) => CodeFor(function).FromSlots(function);

    public override SlotInvoker ToSlots(FunctionInstance function) => CodeFor(function).ToSlots(function);

    private static SignatureCode CodeFor(FunctionInstance function) => Signature.Of(function.Signature).Code;
}

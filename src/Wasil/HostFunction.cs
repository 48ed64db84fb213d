using Wasil.Execution;

namespace Wasil;

/// <summary>A function of the host that has not been linked to an instance yet; it may be linked to any number of them.</summary>
/// <threadsafety>Any threads may use it at once. What it stands for is called by whatever thread runs the guest, and by several
/// at once where it is linked to several instances.</threadsafety>
public sealed class HostFunction : WasmExtern
{
    private readonly Delegate _function;
    private readonly FuncType _signature;
    private readonly FuncType _wideSignature;
    private FunctionType? _type;

    private HostFunction(Delegate function, FuncType signature, FuncType wideSignature)
    {
        _function = function;
        _signature = signature;
        _wideSignature = wideSignature;
    }

    /// <summary>The function's type; where it has a <see cref="WasmAddress"/>, for modules whose memory is addressed with
    /// <c>i32</c>.</summary>
    public override FunctionType Type => _type ??= new FunctionType(DefType.OfSignature(_signature));

    internal override object Address => _function;

    internal FuncType Signature => _signature;

    /// <summary>
    /// Makes a function out of a lambda or method. Its signature is the delegate's: <c>int</c> and <c>uint</c> are <c>i32</c>,
    /// <c>long</c> and <c>ulong</c> <c>i64</c>, <c>float</c>, <c>double</c>, <c>Vector128&lt;T&gt;</c>, <see cref="WasmFunction"/>
    /// a <c>funcref</c>, <c>object</c> an <c>externref</c> or any reference of the
    /// guest's heap, <see cref="WasmAddress"/> an <c>i32</c> or <c>i64</c> as the guest's memory has it, <see cref="WasmStruct"/>, <see cref="WasmArray"/>, <see cref="WasmI31"/> and <see cref="WasmObject"/> (which is
    /// <c>eqref</c>) those of that kind; enums stand for their numbers and tuples for several results. A
    /// leading <see cref="Caller"/> and a trailing <see cref="CancellationToken"/> are not part of the signature.
    /// </summary>
    /// <param name="function">The lambda or method.</param>
    /// <exception cref="ArgumentException">A parameter or the result has a type that no WebAssembly type stands for.</exception>
    public static HostFunction From(Delegate function)
    {
        ArgumentNullException.ThrowIfNull(function);
        DelegateShape shape = DelegateShape.Of(function.GetType());
        return new HostFunction(function, shape.Signature, shape.WideSignature);
    }

    /// <summary>Makes a function whose type is only known at run time, without reflection or boxing.</summary>
    /// <param name="type">Parameters and results.</param>
    /// <param name="function">What it does; it gets the arguments and fills the results.</param>
    public static HostFunction From(FuncType type, WasmCallback function)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(function);
        return new HostFunction(function, type, type);
    }

    /// <summary>This function as a module is given it, whose first memory has 64-bit addresses or not.</summary>
    internal HostFunction For(bool hasWideMemory) => !hasWideMemory || ReferenceEquals(_signature, _wideSignature)
        ? this : new HostFunction(_function, _wideSignature, _wideSignature);
}

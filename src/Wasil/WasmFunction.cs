using Wasil.Execution;

namespace Wasil;

/// <summary>A function of an instance, or a host function that was linked to one.</summary>
/// <threadsafety>Calls by one thread at a time for all functions of an instance; another thread gets an <see
/// cref="InvalidOperationException"/>. The rest any threads at once.</threadsafety>
public sealed class WasmFunction : WasmExtern
{
    private FunctionType? _type;

    private WasmFunction(FunctionInstance instance) => Instance = instance;

    /// <summary>The function's type.</summary>
    public override FunctionType Type => _type ??= new FunctionType(Instance.Type);

    /// <summary>The parameters and results.</summary>
    public FuncType Signature => Instance.Signature;

    internal FunctionInstance Instance { get; }

    internal override object Address => Instance;

    /// <summary>Calls the function with values of its parameters' types.</summary>
    /// <param name="arguments">The arguments, as many as the function has parameters.</param>
    /// <returns>The results.</returns>
    /// <exception cref="ArgumentException">An argument is missing, one too many, or of another type.</exception>
    /// <exception cref="TrapException">The guest trapped.</exception>
    /// <exception cref="InvalidOperationException">Another thread is inside the instance.</exception>
    /// <exception cref="ObjectDisposedException">The instance was disposed.</exception>
    public WasmValue[] Invoke(params ReadOnlySpan<WasmValue> arguments)
    {
        var results = new WasmValue[Signature.Results.Length];
        Invoke(arguments, results);
        return results;
    }

    /// <summary>Calls the function without allocating: the results go where the caller says.</summary>
    /// <param name="arguments">The arguments, as many as the function has parameters.</param>
    /// <param name="results">As many as the function has results.</param>
    /// <param name="cancellationToken">Ends the guest, where its engine is <see cref="WasmEngineOptions.Interruptible"/>.</param>
    /// <exception cref="OperationCanceledException">The token asked for an end.</exception>
    /// <inheritdoc cref="Invoke(ReadOnlySpan{WasmValue})"/>
    public void Invoke(ReadOnlySpan<WasmValue> arguments, Span<WasmValue> results, CancellationToken cancellationToken = default)
    {
        FuncType type = Signature;
        if (arguments.Length != type.Parameters.Length)
            throw new ArgumentException(
                $"The function takes {type.Parameters.Length} arguments ({type}) and got {arguments.Length}.", nameof(arguments));
        if (results.Length != type.Results.Length)
            throw new ArgumentException(
                $"The function has {type.Results.Length} results ({type}), and there is room for {results.Length}.", nameof(results));
        WasmValue[]? converted = null;
        for (int i = 0; i < arguments.Length; i++)
        {
            WasmValue argument = Conversion.FromHost(arguments[i], type.Parameters[i], nameof(arguments));
            if (ReferenceEquals(argument.Reference, arguments[i].Reference))
                continue;
            converted ??= arguments.ToArray();
            converted[i] = argument;
        }

        UntypedInvoker invoker = Instance.Abroad.Untyped ??= Instance.Instance.Code.CreateUntypedInvoker(Instance);
        Interruption? interruption = Interruption.Begin(Instance, cancellationToken);
        try
        {
            invoker(converted ?? arguments, results);
        }
        finally
        {
            Interruption.End(interruption);
        }
    }

    /// <summary>The function as a delegate, which is the fast way to call it often.</summary>
    /// <typeparam name="TDelegate">A delegate type with the function's signature; see <see cref="HostFunction.From(Delegate)"/>
    /// for the types that stand for WebAssembly's, and use a tuple for several results.</typeparam>
    /// <exception cref="ArgumentException">The delegate type does not fit the function's type.</exception>
    public TDelegate As<TDelegate>()
        where TDelegate : Delegate => (TDelegate)Instance.Instance.Code.CreateTypedInvoker(Instance, typeof(TDelegate));

    /// <summary>The function's name or index, and its type.</summary>
    public override string ToString() =>
        $"func {Instance.Instance.Types.Names.Functions[(uint)Instance.Index] ?? $"{Instance.Index}"} {Signature}";

    internal static WasmFunction Of(FunctionInstance function) => function.Abroad.Facade ??= new WasmFunction(function);
}

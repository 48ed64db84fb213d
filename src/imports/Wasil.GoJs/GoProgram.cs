using Wasil.GoJs.Running;

namespace Wasil.GoJs;

/// <summary>
/// A program of Go's GOOS=js, to be run to its end or to be kept alive: a Go <c>main</c> that leaves functions in
/// <c>js.Global()</c> and then waits makes a library of it. One thread at a time uses a program and its objects.
/// </summary>
/// <threadsafety>One thread at a time, which includes the guest that uses it.</threadsafety>
public sealed class GoProgram : IDisposable
{
    private readonly GoRuntime _runtime;

    private GoProgram(GoRuntime runtime, WasmInstance instance)
    {
        _runtime = runtime;
        Instance = instance;
    }

    /// <summary>The instance. It ends with the program.</summary>
    public WasmInstance Instance { get; }

    /// <summary>The objects that the program shares with the host.</summary>
    public JsRealm Realm => _runtime.Realm;

    /// <summary>What the program ended with, or null while it has not.</summary>
    public int? ExitCode => _runtime.ExitCode;

    /// <summary>Makes an instance of a Go program.</summary>
    /// <param name="module">What <c>GOOS=js GOARCH=wasm go build</c> made.</param>
    /// <param name="options">What the program gets.</param>
    /// <param name="imports">What it imports beside that, as <c>go:wasmimport</c> names it.</param>
    /// <param name="instanceOptions">Limits of the instance.</param>
    /// <exception cref="LinkException">The module imports what nobody defines.</exception>
    public static GoProgram Instantiate(
        WasmModule module, GoJsOptions? options = null, WasmImports? imports = null, InstanceOptions? instanceOptions = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        GoRuntime runtime = new(new Configuration(options ?? new GoJsOptions()));
        var all = new WasmImports();
        if (imports is not null)
            all.Define(imports);
        all.DefinePerInstance(lifetime =>
        {
            lifetime.OnEnd(runtime.Dispose);
            return import => GoJsImports.Serves(import) ? GoJsImports.Resolve(runtime, import) : null;
        });
        return new GoProgram(runtime, module.Instantiate(all, instanceOptions));
    }

    /// <summary>Starts the program if nobody has, and runs it to its end.</summary>
    /// <param name="cancellationToken">Ends the program: while it waits, and while it computes where the engine is
    /// <see cref="WasmEngineOptions.Interruptible"/>.</param>
    /// <returns>Its exit code. Where all goroutines wait and nothing can wake them, Go says so on standard error and ends with 2.</returns>
    /// <exception cref="TrapException">The guest trapped, or asked for what it may not have.</exception>
    /// <exception cref="JsException">Something was thrown that no Go code could catch.</exception>
    /// <exception cref="OperationCanceledException">The token asked for an end.</exception>
    public int Run(CancellationToken cancellationToken = default)
    {
        if (!_runtime.HasStarted)
            _runtime.Start(Instance, cancellationToken);
        return _runtime.RunToEnd(cancellationToken);
    }

    /// <summary>Starts the program and returns when it waits, for a timer, for input or for nothing.</summary>
    /// <returns>Whether the program still lives.</returns>
    /// <exception cref="InvalidOperationException">It was started already.</exception>
    /// <inheritdoc cref="Run"/>
    public bool Start(CancellationToken cancellationToken = default)
    {
        _runtime.Start(Instance, cancellationToken);
        return RunPending(cancellationToken);
    }

    /// <summary>Runs what is ready: callbacks, timers that are due, and the goroutines that they wake. It does not wait.</summary>
    /// <returns>Whether the program still lives.</returns>
    /// <inheritdoc cref="Run"/>
    public bool RunPending(CancellationToken cancellationToken = default)
    {
        _runtime.RunUntil(static () => false, wait: false, cancellationToken);
        return _runtime.ExitCode is null;
    }

    /// <summary>Runs the program until a promise is settled.</summary>
    /// <param name="value">The promise; what is none is returned as it is.</param>
    /// <param name="cancellationToken">As for <see cref="Run"/>.</param>
    /// <returns>The promise's value.</returns>
    /// <exception cref="JsException">The promise failed.</exception>
    /// <exception cref="InvalidOperationException">Nothing is left that could settle it, or the program has ended.</exception>
    public JsValue Await(JsValue value, CancellationToken cancellationToken = default)
    {
        if (!value.TryGetObject(out JsPromise? promise))
            return value;
        _runtime.RunUntil(() => promise.IsSettled, wait: true, cancellationToken);
        if (!promise.IsSettled)
        {
            throw new InvalidOperationException(_runtime.ExitCode is { } code
                ? $"The Go program has ended with code {code} and has left the promise as it was."
                : "Nothing is left that could settle the promise: no timer is set, and nothing else is waited for.");
        }

        return promise.IsRejected ? throw new JsException(promise.Result) : promise.Result;
    }

    /// <summary>Has something done by the thread that runs the program, when it next waits. Any thread may call this.</summary>
    /// <param name="action">What to do.</param>
    public void Post(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        _runtime.Loop.Post(action);
    }

    /// <summary>Ends the instance, and what the program has going on outside.</summary>
    public void Dispose() => Instance.Dispose();
}

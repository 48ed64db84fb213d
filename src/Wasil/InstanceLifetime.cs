using System.Runtime.ExceptionServices;
using Wasil.Execution;

namespace Wasil;

/// <summary>
/// Tells a host package what becomes of the instance that it made state for, so that it can flush what a guest has written
/// and close what it has opened. See <see cref="WasmImports.DefinePerInstance(Func{InstanceLifetime, WasmImportResolver})"/>.
/// </summary>
/// <remarks>
/// What is registered last is called first, on the thread that causes it, and all of it is called even where some of it
/// throws: then the exception leaves the call that caused it, several as one <see cref="AggregateException"/>.
/// </remarks>
/// <threadsafety>Any threads at once. What is registered is called on the thread that causes it.</threadsafety>
public sealed class InstanceLifetime
{
    private readonly Lock _gate = new();
    private readonly List<Action<WasmInstance>> _onStart = [];
    private readonly List<Action<WasmInstance, CancellationToken>> _onInitialize = [];
    private readonly List<Action> _onCommandEnd = [];
    private readonly List<Action> _onEnd = [];
    private bool _ended;
    private Func<WasmInstance, CancellationToken, int>? _command;

    internal InstanceLifetime(WasmModule? module = null) => Module = module!;

    /// <summary>The module that the instance is made of, where a package serves an import differently for what else it imports
    /// or exports.</summary>
    public WasmModule Module { get; }

    /// <summary>
    /// Has something done once when the instance's segments are in its memories and tables, before any code of its own runs: its
    /// exports can be used already, though calling them may find a guest that is not ready yet.
    /// </summary>
    /// <param name="action">What to do; its exception ends the instance and leaves the instantiation.</param>
    public void OnStart(Action<WasmInstance> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        lock (_gate)
            _onStart.Add(action);
    }

    /// <summary>
    /// Has something done once after the module's start function, where <see cref="InstanceOptions.Initialize"/>: for
    /// toolchains that have another way to initialise a library than exporting <c>_initialize</c>, which is called after it.
    /// </summary>
    /// <param name="action">What to do, with the token of the instantiation; its exception ends the instance and leaves the
    /// instantiation.</param>
    public void OnInitialize(Action<WasmInstance, CancellationToken> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        lock (_gate)
            _onInitialize.Add(action);
    }

    /// <summary>
    /// Says how <see cref="WasmInstance.RunCommand"/> runs the instance, where the toolchain has another protocol than calling
    /// <c>_start</c>. What is said last holds.
    /// </summary>
    /// <param name="command">Runs the instance and gives its exit code; a <see cref="WasmExitException"/> may leave it as
    /// well.</param>
    public void RunAs(Func<WasmInstance, CancellationToken, int> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        _command = command;
    }

    /// <summary>
    /// Has something done each time that <see cref="WasmInstance.RunCommand"/> has run the instance, whether it
    /// returned, exited or failed. The instance still lives, and its memory can be read.
    /// </summary>
    /// <param name="action">What to do.</param>
    public void OnCommandEnd(Action action) => Add(_onCommandEnd, action);

    /// <summary>
    /// Has something done once when the instance ends: when it was disposed and the last call has left it, or when it could not be
    /// made. Its memories are given back right after. An instance that nobody disposes does not end.
    /// </summary>
    /// <remarks>Host functions may be called even after this by what an instance has left in an imported table before it
    /// failed to be made; they should do then what they do with something that is closed.</remarks>
    /// <param name="action">What to do.</param>
    public void OnEnd(Action action) => Add(_onEnd, action);

    /// <summary>
    /// Gives the means to end the instance's code from any thread, as a guest that has several threads is ended when one of them
    /// traps or exits: the call that runs in the instance and all that would follow throw the exception that it is given. A call
    /// notices in loops, when functions are called, where it waits for another thread, and in host functions that honour
    /// their token, which from now on is not the host's own but one that asks for an end when either does. The first
    /// exception counts.
    /// </summary>
    /// <returns>What to call once the instance is made; it throws <see cref="InvalidOperationException"/> where the engine is
    /// not <see cref="WasmEngineOptions.Interruptible"/>.</returns>
    public Action<Exception> CreateInterrupter()
    {
        MayBeInterrupted = true;
        return reason =>
        {
            ArgumentNullException.ThrowIfNull(reason);
            (Instance ?? throw new InvalidOperationException("The instance is not made yet.")).End(reason);
        };
    }

    internal bool MayBeInterrupted { get; private set; }

    internal ModuleInstance? Instance { get; set; }

    internal void Start(WasmInstance instance)
    {
        foreach (Action<WasmInstance> action in _onStart)
            action(instance);
    }

    internal Func<WasmInstance, CancellationToken, int>? Command => _command;

    internal void Initialize(WasmInstance instance, CancellationToken cancellationToken)
    {
        foreach (Action<WasmInstance, CancellationToken> action in _onInitialize)
            action(instance, cancellationToken);
    }

    internal void CommandEnded() => Run(_onCommandEnd);

    internal void End()
    {
        lock (_gate)
        {
            if (_ended)
                return;
            _ended = true;
        }

        Run(_onEnd);
    }

    private void Add(List<Action> actions, Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        lock (_gate)
        {
            if (!_ended)
            {
                actions.Add(action);
                return;
            }
        }

        throw new InvalidOperationException("The instance has ended.");
    }

    private void Run(List<Action> actions)
    {
        Action[] all;
        lock (_gate)
            all = [.. actions];

        List<Exception>? failures = null;
        for (int i = all.Length - 1; i >= 0; i--)
        {
            try
            {
                all[i]();
            }
            catch (Exception failure)
            {
                (failures ??= []).Add(failure);
            }
        }

        if (failures is [var only])
            ExceptionDispatchInfo.Throw(only);
        if (failures is not null)
            throw new AggregateException(failures);
    }
}

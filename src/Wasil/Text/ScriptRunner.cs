using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Wasil.Text;

/// <summary>
/// Runs a script of the specification's test suite. A command that fails does not stop the script: what it should have made is
/// missing then, and each command that needs it fails with the same reason.
/// </summary>
internal sealed partial class ScriptRunner
{
    private readonly Script _script;
    private readonly WasmEngine _engine;
    private readonly WasmImports _imports = SpecTestModule.Create();
    private readonly Named<WasmModule> _modules = new();
    private readonly Named<WasmInstance> _instances = new();
    private readonly List<WasmInstance> _made = [];

    private readonly Dictionary<string, (Thread Thread, ScriptRunner Runner)> _threads = [];

    // Instances whose state is not what the script counts on, since an action could not be carried out.
    private readonly Dictionary<WasmInstance, WasmFeatures> _incomplete = [];
    private readonly ScriptReport _report = new();

    private WasmInstance? _acting;

    private ScriptRunner(Script script, WasmEngine engine)
    {
        _script = script;
        _engine = engine;
    }

    /// <summary>Runs all commands of a script.</summary>
    /// <param name="script">The script.</param>
    /// <param name="engine">What compiles its modules.</param>
    public static ScriptReport Run(Script script, WasmEngine engine)
    {
        var runner = new ScriptRunner(script, engine);
        runner.RunAll(script.Commands);
        return runner._report;
    }

    private void RunAll(IEnumerable<Command> commands)
    {
        foreach (var command in commands)
            RunCommand(command);

        // A thread that the script does not wait for ends before what it uses does.
        foreach (string thread in _threads.Keys.ToArray())
            Join(thread);
        foreach (var instance in _made)
            instance.Dispose();
    }

    private void Start(ThreadCommand command)
    {
        var runner = new ScriptRunner(_script, _engine);
        foreach (string name in command.Shared)
        {
            var shared = _instances[name];
            runner._instances.Add(name, () => shared);
        }

        var thread = new Thread(() => runner.RunAll(command.Commands)) { IsBackground = true, Name = command.Name };
        _threads[command.Name] = (thread, runner);
        thread.Start();
    }

    private void Join(string name)
    {
        if (!_threads.Remove(name, out var started))
            throw new ScriptException($"no thread ${name} was started");
        started.Thread.Join();
        _report.Add(started.Runner._report);
    }

    private void RunCommand(Command command)
    {
        _acting = null;
        bool isAssertion = command is not
            (ModuleCommand or InstanceCommand or RegisterCommand or ActionCommand or ThreadCommand or WaitCommand);
        try
        {
            Execute(command);
            _report.Pass(isAssertion);
        }
#pragma warning disable CA1031 // A script is here to find out what goes wrong, whatever it is.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (MissingFeature(exception) is var feature and not WasmFeatures.None)
                _report.Lack(isAssertion, feature);
            else if (_acting is { } instance && _incomplete.TryGetValue(instance, out var lacking))
                _report.Lack(isAssertion, lacking);
            else
                _report.Fail(isAssertion, new ScriptFailure(_script.LineOf(command), Describe(exception)));
        }
    }

    private void Execute(Command command)
    {
        switch (command)
        {
            case ModuleCommand { Module: var source }:
                var module = _modules.Add(source.Name, () => Compile(source));
                if (!source.IsDefinition)
                    _instances.Add(source.Name, () => Instantiate(module.Value)).Require();
                module.Require();
                break;
            case InstanceCommand { Definition: var definition, Name: var name }:
                _instances.Add(name, () => Instantiate(_modules[definition])).Require();
                break;
            case RegisterCommand register:
                _imports.Define(register.ImportName, _instances[register.Instance]);
                break;
            case ActionCommand { Action: var action }:
                Perform(action);
                break;
            case AssertReturn assertion:
                CheckResults(Perform(assertion.Action), assertion.Results);
                break;
            case AssertTrap { Action: var action, Message: var message }:
                CheckMessage(Expect<TrapException>(() => Perform(action)).Message, message);
                break;
            case AssertExhaustion { Action: var action, Message: var message }:
                CheckMessage(Expect<TrapException>(() => Perform(action)).Message, message);
                break;
            case AssertException { Action: var action }:
                Expect<TaggedException>(() => Perform(action));
                break;
            case AssertModuleTrap { Module: var source, Message: var message }:
                CheckMessage(Expect<TrapException>(() => Instantiate(Compile(source))).Message, message);
                break;
            case AssertUnlinkable { Module: var source, Message: var message }:
                var unlinkable = Compile(source);
                CheckMessage(Expect<LinkException>(() => Instantiate(unlinkable)).Message, message);
                break;
            case AssertMalformed { IsCustom: true, Module: BinaryModule and var source }:
                // Custom sections mean nothing to validation: what is wrong with their contents is ignored.
                Compile(source);
                break;
            case AssertInvalid { IsCustom: true, Module: var source }:
                Compile(source);
                break;
            case AssertMalformed { Module: var source }:
                Expect<MalformedModuleException>(() => Compile(source));
                break;
            case AssertInvalid { Module: var source }:
                Expect<InvalidModuleException>(() => Compile(source));
                break;
            case ThreadCommand thread:
                Start(thread);
                break;
            case WaitCommand { Thread: var name }:
                Join(name);
                break;
            default:
                throw new ScriptException($"{command.GetType().Name} is not known");
        }
    }

    private WasmModule Compile(ScriptModule source) => source switch
    {
        BinaryModule binary => _engine.Compile(binary.Bytes),
        TextModule text => _engine.Compile(text.Parse(_engine.Features)),
        QuotedModule quoted => _engine.Compile(quoted.Parse(_engine.Features)),
        _ => throw new UnreachableException(),
    };

    private WasmInstance Instantiate(WasmModule module)
    {
        var instance = module.Instantiate(_imports, new InstanceOptions { Initialize = false });
        _made.Add(instance);
        return instance;
    }

    private WasmValue[] Perform(ScriptAction action)
    {
        var instance = _instances[action.Instance];
        _acting = instance;
        if (action is not InvokeAction invoke)
            return [instance.GetGlobal(action.Export).Value];
        try
        {
            return instance.GetFunction(action.Export).Invoke(Array.ConvertAll(invoke.Arguments, ToValue));
        }
        catch (RefusedFunctionException refused)
        {
            _incomplete[instance] = _incomplete.GetValueOrDefault(instance) | refused.MissingFeatures;
            throw;
        }
    }

    private static T Expect<T>(Action action)
        where T : WasmException
    {
        try
        {
            action();
        }
        catch (T expected)
        {
            return expected;
        }

        throw new ScriptException($"no {typeof(T).Name} was thrown");
    }

    // Some of the suite's messages go on, as in "uninitialized element 2".
    private static void CheckMessage(string message, string expected)
    {
        if (!message.StartsWith(expected, StringComparison.Ordinal) && !expected.StartsWith(message, StringComparison.Ordinal))
            throw new ScriptException($"the message is '{message}', not '{expected}'");
    }

    private static WasmFeatures MissingFeature(Exception exception) => exception switch
    {
        RefusedFunctionException refused => refused.MissingFeatures,
        _ => WasmFeatures.None,
    };

    private static string Describe(Exception exception) => exception switch
    {
        ScriptException => exception.Message,
        WasmException or KeyNotFoundException => $"{exception.GetType().Name}: {exception.Message}",
        _ => exception.ToString(),
    };

    /// <summary>Modules or instances by their names in the script, and the last one made.</summary>
    private sealed class Named<T>
        where T : class
    {
        private readonly Dictionary<string, Made<T>> _byName = [];
        private Made<T>? _last;

        public T this[string? name] => name is null
            ? (_last ?? throw new ScriptException("there is none yet")).Value
            : _byName.TryGetValue(name, out var made) ? made.Value : throw new ScriptException($"${name} is unknown");

        public Made<T> Add(string? name, Func<T> make)
        {
            _last = new Made<T>(make);
            if (name is not null)
                _byName[name] = _last;
            return _last;
        }
    }

    /// <summary>A thing, or why it could not be made.</summary>
    private sealed class Made<T>
        where T : class
    {
        private readonly T? _value;
        private readonly ExceptionDispatchInfo? _failure;

        public Made(Func<T> make)
        {
            try
            {
                _value = make();
            }
#pragma warning disable CA1031 // Thrown again to whoever asks for the thing.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                _failure = ExceptionDispatchInfo.Capture(exception);
            }
        }

        public T Value
        {
            get
            {
                Require();
                return _value!;
            }
        }

        public void Require() => _failure?.Throw();
    }

    private sealed class ScriptException(string message) : Exception(message);
}

using System.Runtime.InteropServices;
using System.Text;
using Wasil.GoJs.Fetch;
using Wasil.GoJs.Node;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Running;

/// <summary>
/// The host's side of one Go program: its references, its event loop, and the calls from Go to JavaScript and back. The parts of
/// this class are the functions that Go imports, by the package that declares them.
/// </summary>
/// <remarks>
/// Arguments and results lie in Go's stack frame, above the pointer that is the only parameter. Go may be called while it calls out;
/// it can move its stack then, so results are written where the stack is afterwards.
/// </remarks>
internal sealed partial class GoRuntime : IDisposable
{
    // What Go's linker keeps free for arguments and environment, from 4096 on.
    private const int ArgumentsStart = 4096;
    private const int ArgumentsEnd = 4096 + 8192;

    private readonly Configuration _configuration;
    private readonly GoObject _go;
    private readonly FsModule _fs;
    private readonly FetchModule? _fetch;
    private readonly References _references;
    private readonly TextCache _texts;
    private readonly ArgumentStack _arguments = new();

    private readonly CancellationTokenSource _ended = new();

    private GoExports? _exports;
    private CancellationToken _cancellationToken;
    private readonly Stack<GoEvent> _calls = new();
    private int _entries;
    private long _charged;
    private long _nextCount = long.MaxValue;

    // How many functions of the host's run one within the other since Go was last entered, and what those and the ones before hold
    // on to, which nothing else may lead to.
    private readonly List<JsValue> _heldValues = [];
    private int _depth;
    private long _held;

    public GoRuntime(Configuration configuration)
    {
        _configuration = configuration;
        _texts = new TextCache(this);
        Clock = new Clock(configuration.Clock);
        Loop = new EventLoop(Clock) { BeforeWaiting = configuration.Output.Flush };
        Realm = new JsRealm(this);
        _go = new GoObject(Realm.ObjectPrototype);
        Realm.Define(_go, "_makeFuncWrapper", 1, (_, arguments) =>
            new GoFunction(this, Conversions.ToUInt32(arguments.IsEmpty ? JsValue.Undefined : arguments[0])));
        _references = new References(Realm.Global, _go);

        // Go's own tests look there for how many values it holds.
        Realm.DefineGetter(_go, "_values", _ =>
        {
            JsObject values = Realm.CreateObject();
            values.Set("length", _references.Live);
            return values;
        });
        _nextCount = Math.Min(configuration.HeapBytes, LeastCount);
        var process = new ProcessState(configuration.Folder);
        MountedFiles files = configuration.Files;
        ProcessModule.Install(Realm, process, files);
        PathModule.Install(Realm, process);
        _fs = FsModule.Install(Realm, process, files);
        if (!configuration.AllowedHosts.IsEmpty)
            _fetch = FetchModule.Install(Realm, configuration.AllowedHosts, configuration.HttpClient);
        configuration.Configure?.Invoke(Realm);
    }

    private const long LeastCount = 64 << 20;

    public Clock Clock { get; }

    public EventLoop Loop { get; }

    public JsRealm Realm { get; }

    public Configuration Configuration => _configuration;

    /// <summary>Fills bytes, of which there may be as many as a guest's memory has, until the guest is to end.</summary>
    /// <exception cref="OperationCanceledException">The guest is to end.</exception>
    public void Random(Span<byte> bytes)
    {
        const int most = 1 << 16;
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(bytes.Length, most)..])
        {
            Poll();
            _configuration.Random(bytes[..Math.Min(bytes.Length, most)]);
        }
    }

    public int? ExitCode { get; private set; }

    public bool HasStarted => _exports is not null;

    /// <summary>Tells what is going on outside that the program has ended.</summary>
    public CancellationToken Ended => _ended.Token;

    private GoExports Exports => _exports ?? throw new InvalidOperationException("The Go program has not been started.");

    /// <summary>Starts the program, which runs until it waits for something.</summary>
    /// <exception cref="InvalidOperationException">It was started already.</exception>
    /// <exception cref="LinkException">It does not export what Go's programs do.</exception>
    public void Start(WasmInstance instance, CancellationToken cancellationToken)
    {
        if (_exports is not null)
            throw new InvalidOperationException("The Go program has been started already.");
        _exports = GoExports.Of(instance);
        _cancellationToken = cancellationToken;
        (int argc, int argv) = WriteArguments(_exports.Memory);
        try
        {
            _exports.Run(argc, argv, cancellationToken);
        }
        catch (WasmExitException exit)
        {
            End(exit);
        }
    }

    /// <summary>Runs the loop until the program has ended, and has Go report what is wrong where nothing can go on.</summary>
    public int RunToEnd(CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        bool reported = false;
        while (!RunUntil(static () => false, wait: true, cancellationToken))
        {
            if (reported)
                throw new TrapException("all goroutines wait, and Go did not end the program when it was told so");
            reported = true;
            _go.PendingEvent = new GoEvent(0, default, null);
            Loop.AddTask(Resume);
        }

        return ExitCode!.Value;
    }

    /// <summary>Runs the loop until a condition holds or the program has ended.</summary>
    public bool RunUntil(Func<bool> isDone, bool wait, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        try
        {
            return Loop.RunUntil(() => ExitCode is not null || isDone(), wait, cancellationToken);
        }
        catch (WasmExitException exit)
        {
            End(exit);
            return true;
        }
    }

    private void End(WasmExitException exit)
    {
        ExitCode ??= exit.ExitCode;
        _configuration.Output.Flush();
    }

    /// <summary>Calls a function of Go's.</summary>
    public JsValue CallGo(uint id, JsValue thisValue, ReadOnlySpan<JsValue> arguments)
    {
        if (ExitCode is not null)
            throw Errors.Of("Go program has already exited");
        (int depth, long held) = (_depth, _held);
        var call = new GoEvent(id, thisValue, Realm.CreateArray(arguments));

        // What Go has made while it runs is Go's, and none of the functions that called it.
        (_depth, _held) = (0, held);
        _calls.Push(call);
        try
        {
            _go.PendingEvent = call;
            Resume();
            return call.Result;
        }
        finally
        {
            _calls.Pop();
            (_depth, _held) = (depth, held);
        }
    }

    /// <summary>Ends what takes long where the guest is to end.</summary>
    /// <exception cref="OperationCanceledException">The guest is to end.</exception>
    public void Poll() => _cancellationToken.ThrowIfCancellationRequested();

    /// <summary>Begins a function of the host's. A guest can make those call each other without end, so each call looks whether the
    /// guest is to end, and counts like something small that is kept.</summary>
    /// <param name="thisValue">What it is called on.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What to hand to <see cref="LeaveFunction"/>.</returns>
    public HeldMemory EnterFunction(JsValue thisValue, ReadOnlySpan<JsValue> arguments)
    {
        Poll();
        var held = new HeldMemory(_held, _heldValues.Count);
        _charged += HeapVisitor.BytesOfProperty;
        if (_charged >= _nextCount)
            CountHeap(HeapVisitor.BytesOfProperty);
        _heldValues.Add(thisValue);
        _heldValues.AddRange(arguments);
        _depth++;
        return held;
    }

    public void LeaveFunction(HeldMemory held)
    {
        _depth--;
        _held = held.Bytes;
        CollectionsMarshal.AsSpan(_heldValues)[held.Values..].Clear();
        CollectionsMarshal.SetCount(_heldValues, held.Values);
    }

    /// <summary>Counts what a function of the host's makes, and lets code of the guest's run before it is done, until it returns.</summary>
    public void Keep(JsObject made)
    {
        if (_depth > 0)
            _heldValues.Add(made);
    }

    /// <summary>As <see cref="Charge"/>, for a text.</summary>
    /// <exception cref="JsException">It would be longer than JavaScript's may be.</exception>
    public void ChargeText(long characters)
    {
        if (characters > TextBuilder.MostCharacters)
            throw Errors.Range("Invalid string length");
        Charge(sizeof(char) * characters);
    }

    /// <summary>Counts memory that the guest has the host take, and from time to time what of it is still in use. What a function
    /// of the host's takes is in use until that returns; a guest can have them nest.</summary>
    /// <exception cref="TrapException">It is more than the options allow.</exception>
    public void Charge(long bytes)
    {
        if (_depth > 0)
            _held += bytes;
        _charged += bytes;
        if (_charged >= _nextCount)
            CountHeap(bytes);
    }

    /// <summary>Takes back what <see cref="Charge"/> counted, before the function returns that took it.</summary>
    public void Release(long bytes)
    {
        if (_depth > 0)
            _held -= bytes;
    }

    /// <summary>Ends what is going on outside.</summary>
    public void Dispose()
    {
        _configuration.Output.Flush();
        _ended.Cancel();
        _fs.Dispose();
    }

    private void CountHeap(long more)
    {
        var visitor = new HeapVisitor();
        _references.Visit(visitor);
        Loop.Visit(visitor);
        visitor.Add(_go.PendingEvent);
        foreach (GoEvent call in _calls)
            visitor.Add(call);
        visitor.Add(CollectionsMarshal.AsSpan(_heldValues));
        _arguments.Visit(visitor);
        _fs.Visit(visitor);
        _fetch?.Visit(visitor);
        Realm.Visit(visitor);
        long live = visitor.Finish(_cancellationToken) + _held + (_depth > 0 ? 0 : more);
        if (live > _configuration.HeapBytes)
        {
            throw new TrapException(
                $"the guest keeps more than {_configuration.HeapBytes:N0} bytes in JavaScript objects, the limit of GoJsOptions.MaxHeapBytes");
        }

        _charged = live;
        _nextCount = Math.Min(Math.Max(LeastCount, live * 2), Math.Max(_configuration.HeapBytes, live + (1 << 20)));
    }

    private void Resume()
    {
        _entries++;
        Exports.Resume(_cancellationToken);
    }

    private (int Argc, int Argv) WriteArguments(WasmMemory memory)
    {
        int offset = ArgumentsStart;
        var pointers = new List<int>();
        foreach (string argument in _configuration.Arguments)
            pointers.Add(Write(argument));
        pointers.Add(0);
        foreach ((string name, string value) in _configuration.Environment)
            pointers.Add(Write($"{name}={value}"));
        pointers.Add(0);
        int argv = offset;
        foreach (int pointer in pointers)
        {
            Require(sizeof(long));
            memory.Write(offset, (long)pointer);
            offset += sizeof(long);
        }

        return (_configuration.Arguments.Count, argv);

        int Write(string text)
        {
            int start = offset, length = Encoding.UTF8.GetByteCount(text);
            Require(length + 1L);
            Span<byte> room = memory.Slice(start, length + 1);
            Encoding.UTF8.GetBytes(text, room);
            room[length] = 0;
            offset += (length + 1 + 7) & ~7;
            return start;
        }

        void Require(long bytes)
        {
            if (offset + bytes >= ArgumentsEnd)
            {
                throw new ArgumentException(
                    $"Arguments and environment take more than the {ArgumentsEnd - ArgumentsStart:N0} bytes that Go has for them.");
            }
        }
    }
}

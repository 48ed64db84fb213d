using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Wasil.Wasi;

namespace Wasil.AssemblyScript;

/// <summary>
/// What the module <c>env</c> is for one instance. Names, types and texts are those of AssemblyScript's own declarations and of
/// the JavaScript that its compiler generates for them.
/// </summary>
internal sealed class EnvironmentModule
{
    private const int AbortCode = 255;
    private const int MaximumTimers = 1_000;
    private const int MaximumLabel = 200;

    private static readonly string[] GlobalObjects = ["console", "Math", "Date", "performance", "crypto", "process"];

    private static readonly Dictionary<string, double> Constants = new(StringComparer.Ordinal)
    {
        ["Math.E"] = Math.E,
        ["Math.LN2"] = 0.6931471805599453,
        ["Math.LN10"] = 2.302585092994046,
        ["Math.LOG2E"] = 1.4426950408889634,
        ["Math.LOG10E"] = 0.4342944819032518,
        ["Math.PI"] = Math.PI,
        ["Math.SQRT1_2"] = 0.7071067811865476,
        ["Math.SQRT2"] = 1.4142135623730951,
    };

    // Answers what is known where there is no instance.
    private static readonly EnvironmentModule NoInstance = new(new Configuration(new AssemblyScriptOptions()), null);

    private readonly Configuration _configuration;
    private readonly TimeProvider _clock;
    private readonly WasiRandom _random;
    private readonly TextOutput _stdout;
    private readonly TextOutput _stderr;
    private readonly long _start;
    private readonly Dictionary<string, long> _timers = new(StringComparer.Ordinal);
    private readonly InstanceLifetime? _lifetime;
    private WasmGlobal? _argv;

    public EnvironmentModule(Configuration configuration, InstanceLifetime? lifetime)
    {
        _configuration = configuration;
        _lifetime = lifetime;
        _clock = configuration.CreateClock();
        _random = configuration.CreateRandom();
        _start = _clock.GetTimestamp();
        _stdout = new TextOutput(configuration.Stdout, isUnbuffered: false);
        _stderr = new TextOutput(configuration.Stderr, isUnbuffered: true);
        // Without --exportStart a program has run by the time that it is an instance.
        lifetime?.RunAs((instance, token) =>
        {
            if (instance.TryGetFunction("_start", out WasmFunction? start))
                start.Invoke([], [], token);
            return 0;
        });
        lifetime?.OnCommandEnd(_stdout.Flush);
        lifetime?.OnEnd(_stdout.Flush);
    }

    /// <summary>What an import is called here, or null where it is not one of these.</summary>
    public static string? NameOf(string module, string name) =>
        module == "env" ? name : GlobalObjects.Contains(module) ? $"{module}.{name}" : null;

    /// <summary>Whether a name means something, as an import of a type.</summary>
    public static bool Knows(string name, ExternType type) => type is GlobalType
        ? name == "process.argv" || Constants.ContainsKey(name)
        : NoInstance.FunctionOf(name, type) is not null;

    /// <summary>What an import is, or null.</summary>
    public WasmExtern? Find(string name, ExternType type)
    {
        if (type is not GlobalType)
            return FunctionOf(name, type) is { } function ? HostFunction.From(function) : null;
        if (name == "process.argv")
            return _argv ??= MakeArguments();
        return Constants.TryGetValue(name, out double constant)
            ? new WasmGlobal(new GlobalType(ValType.F64, isMutable: false), constant) : null;
    }

    private Delegate? FunctionOf(string name, ExternType type) => name switch
    {
        // Emscripten's programs import an `abort` without parameters, which is another.
        "abort" => type is FunctionType { Signature.Parameters.Length: 4 } ? Abort : null,
        "trace" => Trace,
        "seed" => Seed,
        "console.assert" => ConsoleAssert,
        "console.log" or "console.debug" or "console.info" => (Caller caller, int text) => _stdout.Write(caller.Memory, text),
        "console.warn" or "console.error" => (Caller caller, int text) => _stderr.Write(caller.Memory, text),
        "console.time" => ConsoleTime,
        "console.timeLog" => (Caller caller, int label) => ConsoleTimer("timeLog", caller, label, end: false),
        "console.timeEnd" => (Caller caller, int label) => ConsoleTimer("timeEnd", caller, label, end: true),
        "Date.now" => DateNow,
        // The host's time zone would tell where it is.
        "Date.getTimezoneOffset" => () => 0.0,
        "performance.now" => () => _clock.GetElapsedTime(_start).TotalMilliseconds,
        "process.exit" => (int code) => Exit(code),
        "crypto.getRandomValuesN" => GetRandomValues,
        "Math.random" => () => (RandomBits() >> 11) * (1.0 / (1UL << 53)),
        "Math.abs" => (Func<double, double>)Math.Abs,
        "Math.acos" => (Func<double, double>)Math.Acos,
        "Math.acosh" => (Func<double, double>)Math.Acosh,
        "Math.asin" => (Func<double, double>)Math.Asin,
        "Math.asinh" => (Func<double, double>)JavaScriptMath.Asinh,
        "Math.atan" => (Func<double, double>)Math.Atan,
        "Math.atan2" => (Func<double, double, double>)Math.Atan2,
        "Math.atanh" => (Func<double, double>)JavaScriptMath.Atanh,
        "Math.cbrt" => (Func<double, double>)Math.Cbrt,
        "Math.ceil" => (Func<double, double>)Math.Ceiling,
        "Math.clz32" => (Func<double, double>)JavaScriptMath.Clz32,
        "Math.cos" => (Func<double, double>)Math.Cos,
        "Math.cosh" => (Func<double, double>)Math.Cosh,
        "Math.exp" => (Func<double, double>)Math.Exp,
        "Math.expm1" => (Func<double, double>)JavaScriptMath.Expm1,
        "Math.floor" => (Func<double, double>)Math.Floor,
        "Math.fround" => (double x) => (float)x,
        "Math.hypot" => (Func<double, double, double>)JavaScriptMath.Hypot,
        "Math.imul" => (Func<double, double, double>)JavaScriptMath.Imul,
        "Math.log" => (Func<double, double>)Math.Log,
        "Math.log10" => (Func<double, double>)Math.Log10,
        "Math.log1p" => (Func<double, double>)JavaScriptMath.Log1p,
        "Math.log2" => (Func<double, double>)Math.Log2,
        "Math.max" => (Func<double, double, double>)Math.Max,
        "Math.min" => (Func<double, double, double>)Math.Min,
        "Math.pow" => (Func<double, double, double>)JavaScriptMath.Pow,
        "Math.round" => (Func<double, double>)JavaScriptMath.Round,
        "Math.sign" => (Func<double, double>)JavaScriptMath.Sign,
        "Math.sin" => (Func<double, double>)Math.Sin,
        "Math.sinh" => (Func<double, double>)Math.Sinh,
        "Math.sqrt" => (Func<double, double>)Math.Sqrt,
        "Math.tan" => (Func<double, double>)Math.Tan,
        "Math.tanh" => (Func<double, double>)Math.Tanh,
        "Math.trunc" => (Func<double, double>)Math.Truncate,
        _ => null,
    };

    private void Abort(Caller caller, int message, int file, int line, int column)
    {
        if (_configuration.WriteAbortMessage)
        {
            WasmMemory memory = caller.Memory;
            _stderr.Write(
                memory,
                message == 0 ? "no message" : null, message,
                " at ", file == 0 ? "unknown file" : null, file,
                string.Create(CultureInfo.InvariantCulture, $":{(uint)line}:{(uint)column}"));
        }

        Exit(AbortCode);
    }

    private void Trace(Caller caller, int message, int count, double a0, double a1, double a2, double a3, double a4)
    {
        if (_configuration is { Trace: AssemblyScriptTrace.Off, TraceWriter: null })
            return;
        ReadOnlySpan<double> all = [a0, a1, a2, a3, a4];
        var numbers = new StringBuilder();
        foreach (double number in all[..Math.Clamp(count, 0, all.Length)])
            numbers.Append(numbers.Length == 0 ? ' ' : ',').Append(NumberText.Of(number));
        if (_configuration.TraceWriter is { } writer)
        {
            lock (writer)
            {
                writer.Write("trace: ");
                TextOutput.CopyTo(writer, caller.Memory, message);
                writer.WriteLine(numbers);
            }

            return;
        }

        TextOutput output = _configuration.Trace == AssemblyScriptTrace.Stdout ? _stdout : _stderr;
        output.Write(caller.Memory, null, 0, "trace: ", null, message, numbers.ToString());
    }

    // AssemblyScript takes the bits of it, so an integer of 53 random bits keeps them all.
    private double Seed() => RandomBits() >> 11;

    private void ConsoleAssert(Caller caller, int condition, int text)
    {
        if (condition != 0)
            return;
        if (TextOutput.IsEmpty(caller.Memory, text))
            _stderr.Write("Assertion failed");
        else
            _stderr.Write(caller.Memory, null, 0, "Assertion failed: ", null, text, "");
    }

    private void ConsoleTime(Caller caller, int label)
    {
        string name = TextOutput.Read(caller.Memory, label, MaximumLabel);
        if (_timers.ContainsKey(name))
            _stderr.Write($"Warning: Label '{name}' already exists for console.time()");
        else if (_timers.Count == MaximumTimers)
            _stderr.Write($"Warning: console.time() has {MaximumTimers} labels already");
        else
            _timers.Add(name, _clock.GetTimestamp());
    }

    private void ConsoleTimer(string function, Caller caller, int label, bool end)
    {
        string name = TextOutput.Read(caller.Memory, label, MaximumLabel);
        if (!_timers.TryGetValue(name, out long start))
        {
            _stderr.Write($"Warning: No such label '{name}' for console.{function}()");
            return;
        }

        _stdout.Write($"{name}: {DurationOf(_clock.GetElapsedTime(start))}");
        if (end)
            _timers.Remove(name);
    }

    private static string DurationOf(TimeSpan time)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        return time.TotalSeconds < 1 ? string.Create(invariant, $"{Math.Round(time.TotalMilliseconds, 3)}ms")
            : time.TotalMinutes < 1 ? string.Create(invariant, $"{time.TotalSeconds:0.000}s")
            : time.TotalHours < 1 ? string.Create(invariant, $"{time.Minutes}:{time.Seconds:00}.{time.Milliseconds:000} (m:ss.mmm)")
            : string.Create(invariant, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00} (h:mm:ss)");
    }

    private double DateNow() =>
        Math.Floor((_clock.GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerMillisecond);

    private int GetRandomValues(Caller caller, int count)
    {
        using AssemblyScriptObject array = new AssemblyScriptGuest(caller.Instance) { IsAskedByGuest = true }.NewTypedArray<byte>((uint)count, out ulong data);
        // In parts, as a guest may ask for more than a span covers.
        WasmMemory memory = caller.Memory;
        for (ulong done = 0; done < (uint)count;)
        {
            caller.CancellationToken.ThrowIfCancellationRequested();
            int part = (int)Math.Min((uint)count - done, 1 << 20);
            _random(memory.Slice(data + done, part));
            done += (uint)part;
        }

        return array.Pointer;
    }

    private ulong RandomBits()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        _random(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    private void Exit(int code)
    {
        _stdout.Flush();
        throw new WasmExitException(code);
    }

    private WasmGlobal MakeArguments()
    {
        WasmGlobal global = WasmGlobal.CreateDeferred(new GlobalType(ValType.I32, isMutable: false), out Action<WasmValue> assign);
        _lifetime!.OnStart(instance => assign(new StaticArguments(_configuration.Args).Place(instance)));
        return global;
    }
}

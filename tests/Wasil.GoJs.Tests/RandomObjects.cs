using System.Diagnostics;
using Wasil.Wasi;

namespace Wasil.GoJs.Tests;

/// <summary>
/// Calls the functions of JavaScript's that a program finds with random receivers and arguments, among them what earlier calls have
/// made. The seed decides what is called, as long as time does not end a call.
/// </summary>
internal sealed class RandomObjects : IDisposable
{
    private const int MostValues = 200;

    private static readonly double[] Numbers =
        [0, -0.0, 1, -1, 2, 3, 7, 16, 36, 100, 1000, 65_536, 1e6, int.MaxValue, 4294967295, 4294967296, 1e15, 1e300, 0.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    private static readonly string[] Texts =
        ["", "x", "length", "0", "1", "4294967294", "-1", "__proto__", "prototype", "constructor", "toString", "valueOf", "next", "value", "done", "then", "toJSON",
            "get", "set", "name", "message", "/data/a", "../b", "[1,{\"a\":2}]", "\ud800", "utf-8", "http://example.org/", "2020-01-01", "abort", "%41%"];

    private readonly Random _random;
    private readonly WasiDirectory _directory = WasiDirectory.InMemory();
    private readonly GoProgram _program;
    private readonly JsObject _reflect;
    private readonly JsFunction _ownKeys;
    private readonly JsFunction _describe;
    private readonly List<JsFunction> _functions = [];
    private readonly List<JsValue> _values = [];

    public RandomObjects(int seed)
    {
        _random = new Random(seed);
        // Never started: functions of Go's own would end the program when they are handed what they do not expect.
        GoJsOptions options = GoGuest.Options("hello");
        options.MaxHeapBytes = 64 << 20;
        options.Stdout = Stream.Null;
        options.Stderr = Stream.Null;
        options.Random = bytes => bytes.Fill(7);
        options.Preopens["/data"] = _directory;
        options.AllowedHosts.Add("nowhere.example");
        _program = GoProgram.Instantiate(GoGuest.Module(), options);
        _reflect = _program.Realm.Global["Reflect"].AsObject();
        _ownKeys = _reflect["ownKeys"].AsFunction();
        _describe = _reflect["getOwnPropertyDescriptor"].AsFunction();
        Gather(_program.Realm.Global, 0, new HashSet<JsObject>(ReferenceEqualityComparer.Instance));
        Fill();
    }

    public void Dispose()
    {
        _program.Dispose();
        _directory.Dispose();
    }

    /// <summary>Makes calls, each with the time that a guest may have.</summary>
    /// <returns>What must not happen and did, or null.</returns>
    public string? Run(int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            string last = "";
            long start = Stopwatch.GetTimestamp();
            try
            {
                // Which is what says that the guest is to end soon.
                using var end = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
                _program.RunPending(end.Token);
                JsValue receiver = Any();
                JsFunction function = _random.Next(3) > 0 && receiver.TryGetObject(out JsObject? holder) && MethodOf(holder) is { } method ? method
                    : _random.Next(4) == 0 && Any().TryGetObject(out JsFunction? made) ? made : _functions[_random.Next(_functions.Count)];
                var arguments = new JsValue[_random.Next(5)];
                for (int j = 0; j < arguments.Length; j++)
                    arguments[j] = Any();
                last = $"{function} on {Describe(receiver)} with {string.Join(", ", arguments.Select(Describe))}";
                JsValue result = _random.Next(4) == 0 ? function.Construct(arguments) : function.Apply(receiver, arguments);
                if (_values.Count < MostValues)
                    _values.Add(result);
                else
                    _values[_random.Next(MostValues)] = result;
            }
            catch (Exception exception) when (exception is JsException or WasmExitException or OperationCanceledException)
            {
            }
            catch (Exception exception) when (exception is TrapException)
            {
                // A guest that trapped is not run any more.
                return null;
            }
            catch (Exception exception)
            {
                return $"{last}: {exception}";
            }

            if (Stopwatch.GetElapsedTime(start) > TimeSpan.FromSeconds(30))
                return $"{last}: took {Stopwatch.GetElapsedTime(start)}";
            if (_program.ExitCode is not null)
                return null;
        }

        return null;
    }

    private static string Describe(JsValue value) => value.IsString ? $"\"{(value.AsString().Length > 50 ? "..." : value.AsString())}\""
        : value.IsObject ? value.AsObject().ToString() : value.ToString();

    private JsValue Any()
    {
        JsRealm realm = _program.Realm;
        switch (_random.Next(12))
        {
            case 0 or 1:
                return Numbers[_random.Next(Numbers.Length)];
            case 2 or 3:
                return Texts[_random.Next(Texts.Length)];
            case 4:
                return _random.Next(4) switch { 0 => default, 1 => JsValue.Null, 2 => true, _ => false };
            case 5:
                return _functions[_random.Next(_functions.Count)];
            case 6:
                JsObject made = realm.CreateObject();
                for (int i = _random.Next(3); i > 0; i--)
                    made.Set(Texts[_random.Next(Texts.Length)], _random.Next(2) == 0 ? Any() : _values[_random.Next(_values.Count)]);
                return made;
            case 7:
                return realm.CreateArray([.. Enumerable.Range(0, _random.Next(6)).Select(_ => _values[_random.Next(_values.Count)])]);
            default:
                return _values[_random.Next(_values.Count)];
        }
    }

    private JsFunction? MethodOf(JsObject holder)
    {
        var methods = new List<JsFunction>();
        int depth = 0;
        for (JsObject? above = holder; above is not null && depth < 4; above = above.Prototype, depth++)
        {
            // Not of what has a million elements.
            if (above is not (JsArray or JsTypedArray))
                methods.AddRange(OwnFunctions(above).Take(50));
        }

        return methods.Count == 0 ? null : methods[_random.Next(methods.Count)];
    }

    private List<JsFunction> OwnFunctions(JsObject holder)
    {
        var functions = new List<JsFunction>();
        JsObject reflect = _reflect;
        foreach (JsValue key in ((JsArray)_ownKeys.Apply(reflect, holder).AsObject()).Elements.ToArray())
        {
            if (_describe.Apply(reflect, holder, key).TryGetObject(out JsObject? descriptor))
            {
                foreach (string part in (string[])["value", "get", "set"])
                {
                    if (descriptor.Get(part).TryGetObject(out JsFunction? function))
                        functions.Add(function);
                }
            }
        }

        return functions;
    }

    // All functions that properties lead to, getters included.
    private void Gather(JsObject holder, int depth, HashSet<JsObject> seen)
    {
        const int deepest = 4;
        if (!seen.Add(holder))
            return;
        if (holder is JsFunction function)
            _functions.Add(function);
        if (depth == deepest)
            return;
        foreach (JsValue key in ((JsArray)_ownKeys.Apply(_reflect, holder).AsObject()).Elements.ToArray())
        {
            JsObject descriptor = _describe.Apply(_reflect, holder, key).AsObject();
            foreach (string part in (string[])["value", "get", "set"])
            {
                if (descriptor.Get(part).TryGetObject(out JsObject? next))
                    Gather(next, depth + 1, seen);
            }
        }

        if (holder.Prototype is { } prototype)
            Gather(prototype, depth + 1, seen);
    }

    private void Fill()
    {
        JsRealm realm = _program.Realm;
        foreach (string type in (string[])["Map", "Set", "Date", "AbortController", "Headers", "ReadableStream", "Response", "TextDecoder", "Error"])
            _values.Add(realm.Global[type].AsFunction().Construct());
        _values.Add(realm.Global["Array"].AsFunction().Construct(4294967295));
        _values.Add(realm.Global["Array"].AsFunction().Construct(1_000_000));
        foreach (string type in (string[])["Uint8", "Int16", "Float64", "Uint8Clamped"])
            _values.Add(realm.Global[type + "Array"].AsFunction().Construct(1000));
        _values.Add(realm.CreateArray(3, 1, "2", default, JsValue.Null));
        _values.Add(realm.Global["Symbol"].AsObject()["iterator"]);
        _values.Add(realm.Global["Symbol"].AsFunction().Invoke("s"));
        _values.Add(realm.CreatePromise());
        _values.Add(new string('t', 1000));
    }
}

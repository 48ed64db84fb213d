using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Wasil;
using static DartHost.JsConversion;

namespace DartHost;

/// <summary>
/// What dart_fmt imports under the name <c>dart2wasm</c>. Dart's compiler numbers the pieces of JavaScript that a program uses and
/// writes them into a file beside the module; these are that file's, for version 0.4.0 of the package.
/// </summary>
internal sealed class DartImports(TextWriter log)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // JavaScript's Math, of which only random() is used.
    private static readonly object Mathematics = new();

    private readonly Queue<object?> _microtasks = [];
    private WasmInstance? _instance;

    /// <summary>What the program has put into JavaScript's global object.</summary>
    public Dictionary<string, object?> Properties { get; } = [];

    public WasmExtern? Resolve(ImportType import) =>
        import.Module == "dart2wasm" && Find(import.Name) is { } function ? HostFunction.From(function) : null;

    /// <summary>Runs the program's main function.</summary>
    public void Start(WasmInstance instance)
    {
        _instance = instance;
        instance.GetFunction<Action<object>>("$invokeMain")(new List<object?>());
        while (_microtasks.TryDequeue(out object? callback))
            instance.GetFunction<Action<object?>>("$invokeCallback")(callback);
    }

    /// <summary>Calls a function of the program.</summary>
    public object? Call(object? function, params ReadOnlySpan<object?> arguments)
    {
        var callee = (DartFunction)function!;
        WasmFunction export = _instance!.GetFunction(callee.Export);
        // The function itself, how many arguments there are, and the arguments that there is room for.
        var values = new WasmValue[export.Signature.Parameters.Length];
        values[0] = WasmValue.FromExtern(callee.Function);
        values[1] = arguments.Length;
        for (int i = 2; i < values.Length; i++)
            values[i] = WasmValue.FromExtern(i - 2 < arguments.Length ? arguments[i - 2] : Undefined.Value);
        return export.Invoke(values)[0].AsExtern();
    }

    private Delegate? Find(string name) => Objects(name) ?? Strings(name) ?? Arrays(name) ?? Views(name) ?? Numbers(name);

    private Delegate? Objects(string name) => name switch
    {
        "_78" => () => (object?)"",
        // Where the page is that runs the program.
        "_82" => () => (object?)"file:///",
        "_83" => () => OperatingSystem.IsWindows() ? 1 : 0,
        "_99" => (object? text) => (object?)JsonSerializer.Serialize(ToText(text), Json),
        "_100" => (object? text) => log.WriteLine(ToText(text)),
        "_181" => () => (object?)new Dictionary<string, object?>(),
        "_182" => (object? target, object? value) => Set(target, "success", value),
        "_183" => (object? target, object? value) => Set(target, "code", value),
        "_184" => (object? target, object? value) => Set(target, "error", value),
        "_185" => (object? value) => Set(Properties, "format", value),
        "_186" or "_237" or "_238" => (object? function) => (object?)new DartFunction(function, name),
        "_203" => (object? callback) => _microtasks.Enqueue(callback),
        "_210" => (object? value) => value is Undefined ? 1 : 0,
        "_212" => (object? value) => value is DartFunction ? 1 : 0,
        "_216" => (object? left, object? right) => AreSame(left, right) ? 1 : 0,
        "_112" => (object? left, object? right) => (left is double a && right is double b ? a.Equals(b) : AreSame(left, right)) ? 1 : 0,
        "_220" => (int truth) => (object?)(truth != 0),
        "_224" => (object? function) => ((DartFunction)function!).Function,
        "_231" => (object? target, object? key) => Get(target, key),
        // Nothing here makes promises.
        "_236" => void (object? promise, object? fulfilled, object? rejected) => throw new NotSupportedException("Promises are not supported."),
        "_239" => (object? value) => ClassOf(value),
        "_272" => () => (object?)Mathematics,
        "_269" => (object? mathematics) => (object?)Random.Shared.NextDouble(),
        _ => null,
    };

    private static Delegate? Strings(string name) => name switch
    {
        "_101" => (object? text, object? pattern, object? replacement) => (object?)Replace(text, pattern, ToText(replacement)),
        "_103" => (object? text) => (object?)ToText(text).ToLowerInvariant(),
        "_104" => (object? text) => (object?)ToText(text).ToUpperInvariant(),
        "_105" => (object? text) => (object?)ToText(text).Trim(),
        "_108" => (object? text, int times) => (object?)string.Concat(Enumerable.Repeat(ToText(text), times)),
        "_109" => (object? text, object? pattern, int start) => IndexOf(ToText(text), ToText(pattern), start),
        "_110" => (object? text, object? pattern, double start) => LastIndexOf(ToText(text), ToText(pattern), start),
        "_111" => (object? text, object? separator) => (object?)Split(ToText(text), ToText(separator)),
        "_205" => (object? pattern, object? flags) => Expression(ToText(pattern), ToText(flags)),
        "_206" => (object? expression, object? text) => (object?)((JsRegExp)expression!).Execute(ToText(text)),
        "_207" => (object? expression, object? text) => (object?)(((JsRegExp)expression!).Execute(ToText(text)) is not null),
        "_215" => (object? value) => value is JsRegExp ? 1 : 0,
        "_235" => (object? value) => (object?)ToText(value),
        "_257" => (object? match) => (object?)(double)((JsMatch)match!).Index,
        "_259" => (object? expression) => (object?)((JsRegExp)expression!).Flags,
        "_260" => (object? expression) => (object?)((JsRegExp)expression!).Has('m'),
        "_261" => (object? expression) => (object?)((JsRegExp)expression!).Has('i'),
        "_262" => (object? expression) => (object?)((JsRegExp)expression!).Has('u'),
        "_263" => (object? expression) => (object?)((JsRegExp)expression!).Has('s'),
        "_264" => (object? expression, object? index) => { ((JsRegExp)expression!).LastIndex = (int)ToNumber(index); }
        ,
        _ => null,
    };

    private static Delegate? Arrays(string name) => name switch
    {
        "_36" => (object? length) => (object?)new List<object?>(Enumerable.Repeat<object?>(Undefined.Value, (int)ToNumber(length))),
        "_38" => (object? array) => (object?)(double)LengthOf(array),
        "_40" => (object? array, object? index) => ElementOf(array, (int)ToNumber(index)),
        "_41" => (object? array, object? index, object? value) => SetElement(array, (int)ToNumber(index), value),
        "_113" => (object? value) => value is List<object?> ? 1 : 0,
        "_124" => (object? array) => (double)LengthOf(array),
        "_126" or "_223" => (object? array, int index) => ElementOf(array, index),
        "_127" => (object? array, int index, object? value) => SetElement(array, index, value),
        "_208" => (object? array) => Pop((List<object?>)array!),
        "_221" => (object? array) => LengthOf(array),
        "_244" or "_246" or "_248" => (object array, int start, WasmArray from, int fromStart, int count) => (object?)Copy(array, start, from, fromStart, count),
        _ => null,
    };

    private static Delegate? Views(string name) => name switch
    {
        "_45" => (object? buffer, object? start, object? length) => (object?)View(ViewKind.Data, buffer, start, length),
        "_48" => (object? buffer, object? start, object? length) => (object?)View(ViewKind.Uint8, buffer, start, length),
        "_47" => Constructor(ViewKind.Int8),
        "_49" => Constructor(ViewKind.Uint8),
        "_51" => Constructor(ViewKind.Uint8Clamped),
        "_53" => Constructor(ViewKind.Int16),
        "_55" => Constructor(ViewKind.Uint16),
        "_57" => Constructor(ViewKind.Int32),
        "_59" => Constructor(ViewKind.Uint32),
        "_61" => Constructor(ViewKind.Float32),
        "_63" => Constructor(ViewKind.Float64),
        "_132" => Test(ViewKind.Uint8),
        "_134" => Test(ViewKind.Int8),
        "_136" => Test(ViewKind.Uint8Clamped),
        "_138" => Test(ViewKind.Uint16),
        "_140" => Test(ViewKind.Int16),
        "_142" => Test(ViewKind.Uint32),
        "_144" => Test(ViewKind.Int32),
        "_148" => Test(ViewKind.Float32),
        "_150" => Test(ViewKind.Float64),
        "_133" => Part(ViewKind.Uint8),
        "_135" => Part(ViewKind.Int8),
        "_137" => Part(ViewKind.Uint8Clamped),
        "_139" => Part(ViewKind.Uint16),
        "_141" => Part(ViewKind.Int16),
        "_143" => Part(ViewKind.Uint32),
        "_145" => Part(ViewKind.Int32),
        "_149" => Part(ViewKind.Float32),
        "_151" => Part(ViewKind.Float64),
        "_152" => (object? target, object? source) => SetAll((JsView)target!, source),
        "_154" => (object? view) => (object?)((JsView)view!).Part(ViewKind.Data, 0, ((JsView)view).Bytes.Length),
        "_156" => (object? view) => (object?)((JsView)view!).Buffer,
        "_157" => (object? view) => ((JsView)view!).Offset,
        "_158" => (object? view) => (double)((JsView)view!).Bytes.Length,
        "_159" => (object? buffer, int start) => (object?)View(ViewKind.Data, buffer, (double)start, Undefined.Value),
        "_160" => (object? buffer, int start, int length) => (object?)View(ViewKind.Data, buffer, (double)start, (double)length),
        "_161" => (object? view, int at) => (int)Bytes(view, at, 1)[0],
        "_162" => (object? view, int at, int value) => { Bytes(view, at, 1)[0] = (byte)value; }
        ,
        "_163" => (object? view, int at) => (int)(sbyte)Bytes(view, at, 1)[0],
        "_164" => (object? view, int at, int value) => { Bytes(view, at, 1)[0] = (byte)value; }
        ,
        "_165" => (object? view, int at, int little) => (int)(ushort)Read16(view, at, little),
        "_166" or "_168" => (object? view, int at, int value, int little) => Write(Bytes(view, at, 2), value, little),
        "_167" => (object? view, int at, int little) => (int)Read16(view, at, little),
        "_169" or "_171" => (object? view, int at, int little) => Read32(view, at, little),
        "_170" or "_172" => (object? view, int at, int value, int little) => Write(Bytes(view, at, 4), value, little),
        "_177" => (object? view, int at, int little) => BitConverter.Int32BitsToSingle(Read32(view, at, little)),
        "_178" => (object? view, int at, float value, int little) => Write(Bytes(view, at, 4), BitConverter.SingleToInt32Bits(value), little),
        "_179" => (object? view, int at, int little) => BitConverter.Int64BitsToDouble(Read64(view, at, little)),
        "_180" => (object? view, int at, double value, int little) => Write(Bytes(view, at, 8), BitConverter.DoubleToInt64Bits(value), little),
        "_254" => (object? length) => (object?)new JsBuffer(new byte[(int)ToNumber(length)]),
        _ => null,
    };

    private static Delegate? Numbers(string name) => name switch
    {
        "_73" or "_217" => (object? value) => ToNumber(value),
        "_77" => (object? text) => double.TryParse(ToText(text), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : double.NaN,
        "_218" => (double number) => (object?)number,
        "_219" => (object? value) => ToInt32(ToNumber(value)),
        "_273" => (int number, int radix) => (object?)ToText(new BigInteger(number), radix),
        "_274" => (long number, int radix) => (object?)ToText(new BigInteger(number), radix),
        "_275" => (double number) => (object?)ToText((object)number),
        _ => null,
    };

    private static Delegate Constructor(ViewKind kind) => (object? argument) => (object?)JsView.Of(kind, argument);

    private static Delegate Test(ViewKind kind) => (object? value) => value is JsView view && view.Kind == kind ? 1 : 0;

    private static Delegate Part(ViewKind kind) =>
        (object? view, int start, int length) => (object?)((JsView)view!).Part(kind, start, length);

    private static JsView View(ViewKind kind, object? buffer, object? start, object? length)
    {
        var bytes = (JsBuffer)buffer!;
        int offset = (int)ToNumber(start is Undefined ? null : start);
        int left = (bytes.Bytes.Length - offset) / JsView.WidthOf(kind);
        return new JsView(kind, bytes, offset, length is null or Undefined ? left : (int)ToNumber(length));
    }

    private static Span<byte> Bytes(object? view, int at, int count) => ((JsView)view!).Bytes.Slice(at, count);

    private static short Read16(object? view, int at, int little) => little != 0
        ? BinaryPrimitives.ReadInt16LittleEndian(Bytes(view, at, 2))
        : BinaryPrimitives.ReadInt16BigEndian(Bytes(view, at, 2));

    private static int Read32(object? view, int at, int little) => little != 0
        ? BinaryPrimitives.ReadInt32LittleEndian(Bytes(view, at, 4))
        : BinaryPrimitives.ReadInt32BigEndian(Bytes(view, at, 4));

    private static long Read64(object? view, int at, int little) => little != 0
        ? BinaryPrimitives.ReadInt64LittleEndian(Bytes(view, at, 8))
        : BinaryPrimitives.ReadInt64BigEndian(Bytes(view, at, 8));

    private static void Write(Span<byte> at, long value, int little)
    {
        for (int i = 0; i < at.Length; i++)
            at[little != 0 ? i : at.Length - 1 - i] = (byte)(value >> (8 * i));
    }

    private static void SetAll(JsView target, object? source)
    {
        int count = LengthOf(source);
        for (int i = 0; i < count; i++)
            target[i] = ElementOf(source, i)!;
    }

    private static Undefined Copy(object array, int start, WasmArray from, int fromStart, int count)
    {
        for (int i = 0; i < count; i++)
            SetElement(array, start + i, (double)from[fromStart + i].AsInt32());
        return Undefined.Value;
    }

    private static object? Pop(List<object?> array)
    {
        if (array.Count == 0)
            return Undefined.Value;
        object? last = array[^1];
        array.RemoveAt(array.Count - 1);
        return last;
    }

    private static void Set(object? target, string name, object? value) => ((Dictionary<string, object?>)target!)[name] = value;

    private static object? Get(object? target, object? key) => target switch
    {
        Dictionary<string, object?> properties => properties.GetValueOrDefault(ToText(key), Undefined.Value),
        _ => ElementOf(target, (int)ToNumber(key)),
    };

    private static object? Expression(string pattern, string flags)
    {
        try
        {
            return new JsRegExp(pattern, flags);
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }

    private static string Replace(object? text, object? pattern, string replacement) => pattern is JsRegExp expression
        ? throw new NotSupportedException($"A replacement of /{expression.Flags}.")
        : ToText(text).Replace(ToText(pattern), replacement, StringComparison.Ordinal);

    private static double IndexOf(string text, string pattern, int start) =>
        start > text.Length ? -1 : text.IndexOf(pattern, Math.Max(start, 0), StringComparison.Ordinal);

    private static double LastIndexOf(string text, string pattern, double start)
    {
        int end = (int)Math.Min(text.Length, Math.Max(start, 0) + pattern.Length);
        return text.AsSpan(0, end).LastIndexOf(pattern, StringComparison.Ordinal);
    }

    private static List<object?> Split(string text, string separator) =>
        [.. separator.Length == 0 ? text.Select(unit => unit.ToString()) : text.Split(separator)];
}

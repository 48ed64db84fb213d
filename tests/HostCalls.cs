using System.Globalization;
using System.Text;

namespace Wasil.Tests;

/// <summary>
/// Calls the functions that a package gives its guests with random arguments, against a memory full of random things, as a guest
/// would. Nothing but the seed decides what is called.
/// </summary>
/// <param name="listing">
/// A function on each line: its name, its parameters and, if it has one, its result, in letters: <c>i</c> is an i32, <c>j</c> an
/// i64, <c>f</c> and <c>d</c> are floats, and <c>p</c> is an address or size, as wide as the memory's. <c>-</c> is no parameter.
/// </param>
/// <param name="imports">Makes what the guests are given.</param>
internal sealed class HostCalls(string listing, Func<WasmImports> imports)
{
    private const int MemoryBytes = 65_536;

    // Places, lengths, descriptors, flags, and what lies at the edges.
    private static readonly ulong[] Numbers =
    [
        0, 1, 2, 3, 4, 5, 7, 8, 16, 24, 32, 48, 64, 100, 255, 256, 1024, 4096, 40_000, MemoryBytes - 9, MemoryBytes - 8, MemoryBytes - 4, MemoryBytes - 1,
        MemoryBytes, MemoryBytes + 1, int.MaxValue, 0x8000_0000, uint.MaxValue - 99, uint.MaxValue - 7, uint.MaxValue, 0x1_0000_0000,
        0x1_0000_0010, 1UL << 48, 1UL << 60, long.MaxValue, 1UL << 63, ulong.MaxValue - 99, ulong.MaxValue - 7, ulong.MaxValue,
    ];

    private static readonly double[] Floats = [0, 1, -1, 0.5, 1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 4e9, -0.0];

    private readonly (string Name, string Parameters, string Result)[] _functions = [.. listing.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Trim().Split(' '))
        .Select(words => (words[0], words[1] == "-" ? "" : words[1], words.Length > 2 ? words[2] : ""))];

    /// <summary>What a guest exports in the way of memory and functions, for a seed that says what is missing.</summary>
    public Func<Random, bool, string> Exports { get; init; } = (_, _) => "";

    /// <summary>Whether there are functions for memories with 64-bit addresses.</summary>
    public bool HasWideMemories { get; init; } = true;

    /// <summary>What the host asks a guest in between: it throws for what must not happen.</summary>
    public Action<WasmInstance, Random> Asks { get; init; } = (_, _) => { };

    /// <summary>How many calls a guest makes before the next one does.</summary>
    public int CallsPerGuest { get; init; } = 30;

    /// <summary>Whether a function may answer with a value.</summary>
    public Func<string, WasmValue, bool> IsResult { get; init; } = (_, _) => true;

    /// <summary>Runs several seeds one after the other.</summary>
    /// <param name="first">The first seed.</param>
    /// <param name="count">How many seeds there are.</param>
    /// <param name="guests">How many guests each has.</param>
    /// <returns>What must not happen and did, at most once for each seed.</returns>
    public IEnumerable<string> Failures(int first, int count, int guests) =>
        Enumerable.Range(first, count).Select(seed => Run(seed, guests)).OfType<string>();

    /// <summary>Makes guests and calls their imports.</summary>
    /// <param name="seed">What decides.</param>
    /// <param name="guests">How many guests there are.</param>
    /// <returns>What must not happen and did, or null.</returns>
    public string? Run(int seed, int guests)
    {
        for (int number = 0; number < guests; number++)
        {
            if (RunGuest(seed, number) is { } failure)
                return $"seed {seed}, guest {number}: {failure}";
        }

        return null;
    }

    /// <summary>A module that imports all functions and exports them again.</summary>
    public string ModuleText(bool is64, string exports)
    {
        var text = new StringBuilder();
        string Type(char letter) => letter switch { 'i' => "i32", 'j' => "i64", 'f' => "f32", 'd' => "f64", _ => is64 ? "i64" : "i32" };
        for (int i = 0; i < _functions.Length; i++)
        {
            (string name, string parameters, string result) = _functions[i];
            (string module, string field) = name.Split(':') is [var first, var second] ? (first, second) : ("env", name);
            text.Append(CultureInfo.InvariantCulture, $"(import \"{module}\" \"{field}\" (func $f{i}");
            foreach (char letter in parameters)
                text.Append(" (param ").Append(Type(letter)).Append(')');
            foreach (char letter in result)
                text.Append(" (result ").Append(Type(letter)).Append(')');
            text.AppendLine("))");
        }

        text.AppendLine(exports);
        for (int i = 0; i < _functions.Length; i++)
            text.AppendLine(CultureInfo.InvariantCulture, $"(export \"{i}\" (func $f{i}))");
        return text.ToString();
    }

    private string? RunGuest(int seed, int number)
    {
        var random = new Random((seed * 31) + number);
        bool is64 = HasWideMemories && random.Next(3) == 0;
        WasmEngineMode mode = random.Next(2) == 0 ? WasmEngineMode.Compiled : WasmEngineMode.Interpreted;
        var engine = new WasmEngine(new WasmEngineOptions { Mode = mode, Interruptible = true });
        string text = ModuleText(is64, Exports(random, is64) + "(func (export \"alive\") (result i32) (i32.const 46))");
        using WasmInstance guest = engine.Compile(text).Instantiate(imports(), new InstanceOptions { SurvivesCancellation = true, Limits = { MemoryPages = 64 } });
        if (guest.Exports.TryGetValue("memory", out WasmExtern? export) && export is WasmMemory memory)
            Scribble(memory.Slice(0UL, MemoryBytes), random, is64);
        for (int i = 0; i < CallsPerGuest; i++)
        {
            int which = random.Next(_functions.Length + 1);
            if (which == _functions.Length)
            {
                try
                {
                    Asks(guest, random);
                    continue;
                }
                catch (Exception exception) when (IsFair(exception))
                {
                    continue;
                }
                catch (Exception exception)
                {
                    return $"{mode}: {exception}";
                }
            }

            WasmFunction function = guest.GetFunction(which.ToString(CultureInfo.InvariantCulture));
            WasmValue[] arguments = [.. function.Signature.Parameters.ToArray().Select(type => Value(type, random))];
            try
            {
                using var end = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
                var results = new WasmValue[function.Signature.Results.Length];
                function.Invoke(arguments, results, end.Token);
                if (results is [var result] && !IsResult(_functions[which].Name, result))
                    return $"{_functions[which].Name}({string.Join(", ", arguments)}), {mode}: {result}";
            }
            catch (Exception exception) when (IsFair(exception))
            {
            }
            catch (Exception exception)
            {
                return $"{_functions[which].Name}({string.Join(", ", arguments)}), {mode}: {exception}";
            }
        }

        try
        {
            return guest.GetFunction<Func<int>>("alive")() == 46 ? null : "the guest is not what it was";
        }
        catch (Exception exception) when (IsFair(exception))
        {
            // A program that has threads ends as a whole.
            return null;
        }
    }

    private static bool IsFair(Exception exception) => exception is TrapException or WasmExitException or OperationCanceledException;

    private static WasmValue Value(ValType type, Random random) => type.Kind switch
    {
        ValKind.I32 => (WasmValue)(random.Next(8) == 0 ? random.Next() : (int)(uint)Numbers[random.Next(Numbers.Length)]),
        ValKind.I64 => (WasmValue)(random.Next(8) == 0 ? random.NextInt64() : (long)Numbers[random.Next(Numbers.Length)]),
        ValKind.F32 => (WasmValue)(float)Floats[random.Next(Floats.Length)],
        _ => (WasmValue)Floats[random.Next(Floats.Length)],
    };

    private static void Scribble(Span<byte> memory, Random random, bool is64)
    {
        int width = is64 ? 8 : 4;
        int kind = random.Next(4);
        if (kind == 0)
            random.NextBytes(memory);
        for (int at = 0; kind > 0 && at < memory.Length; at += width)
        {
            ulong number = Numbers[random.Next(kind == 1 ? 16 : Numbers.Length)];
            if (is64)
                BitConverter.TryWriteBytes(memory[at..], number);
            else
                BitConverter.TryWriteBytes(memory[at..], (uint)number);
        }

        foreach (string path in (string[])["/", "/tmp", "/tmp/a", "a", "../a", "/dev/null", "/dev/urandom", "%Y %j %z %Z %5", "\ud83d\ude00", "."])
        {
            if (random.Next(2) == 0)
                Encoding.UTF8.GetBytes(path + "\0").CopyTo(memory[(int)Numbers[random.Next(19)]..]);
        }
    }
}

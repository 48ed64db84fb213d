using System.Globalization;
using System.Text;

namespace Wasil.Tests.Execution;

/// <summary>
/// Small programs of several threads whose outcomes tell whether the memory model holds: some are impossible where atomic
/// accesses are sequentially consistent, and processors and compilers that reorder accesses show them within a million rounds.
/// </summary>
public class LitmusTests(ITestOutputHelper output)
{
    private const int Batch = 4096;
    private const int Bytes = Batch * sizeof(int);

    // Where threads say how far they are, a cache line for each.
    private const int Progress = 6 * Bytes;
    private const int Line = 64;

    // How often a thread looks whether the others are as far as it is, before it goes on alone: they may not be running at all.
    private const int Patience = 300;

    /// <summary>A litmus test.</summary>
    /// <param name="Threads">What each thread does, once for each round: <c>x=1</c> stores, <c>a=y</c> loads into a result, a dot
    /// before it makes the access a plain one, and an <c>!</c> an exchange or an <c>or</c> with zero.</param>
    /// <param name="Forbidden">The outcome that must not be: values of results.</param>
    private sealed record Litmus(string[] Threads, string? Forbidden);

    private static readonly Dictionary<string, Litmus> All = new()
    {
        // Plain accesses may be seen in another order, and are on x64: it shows that the test would find what it looks for.
        ["store buffering of plain data"] = new([".x=1 .a=y", ".y=1 .b=x"], null),
        ["store buffering"] = new(["x=1 a=y", "y=1 b=x"], "a=0 b=0"),
        ["store buffering by exchange"] = new(["!x=1 a=y", "!y=1 b=x"], "a=0 b=0"),
        ["store buffering by read-modify-write"] = new(["x=1 !a=y", "y=1 !b=x"], "a=0 b=0"),
        ["message passing"] = new(["x=1 y=1", "a=y b=x"], "a=1 b=0"),
        ["message passing of plain data"] = new([".x=1 y=1", "a=y .b=x"], "a=1 b=0"),
        ["load buffering"] = new(["a=x y=1", "b=y x=1"], "a=1 b=1"),
        ["independent reads of independent writes"] = new(["x=1", "y=1", "a=x b=y", "c=y d=x"], "a=1 b=0 c=1 d=0"),
        ["read own write early"] = new(["x=1 a=x b=y", "y=1 c=y d=x"], "a=1 b=0 c=1 d=0"),
        ["coherence"] = new(["x=1", "a=x b=x"], "a=1 b=0"),
    };

    public static TheoryData<string, WasmEngineMode> Names => new(
        from name in All.Keys from mode in (WasmEngineMode[])[WasmEngineMode.Auto, WasmEngineMode.Interpreted] select (name, mode));

    [Theory]
    [MemberData(nameof(Names))]
    public void No_forbidden_outcome(string name, WasmEngineMode mode) => Run(name, mode, 40_000);

    /// <summary>Takes a while: <c>-explicit only</c> runs it.</summary>
    [Theory(Explicit = true)]
    [MemberData(nameof(Names))]
    public void No_forbidden_outcome_in_a_million_rounds(string name, WasmEngineMode mode) => Run(name, mode, 1_000_000);

    private void Run(string name, WasmEngineMode mode, int rounds)
    {
        Litmus litmus = All[name];
        using var memory = new WasmMemory(new MemoryType(new Limits(2, 2), isShared: true));
        WasmModule module = new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile(TextOf(litmus));
        WasmImports imports = new WasmImports().Define("env", "memory", memory);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        string results = string.Concat(litmus.Threads.SelectMany(thread => thread.Split(' ')).Select(ResultOf).OfType<char>().Order());
        // The last one to arrive looks at what came out and clears the places for the next batch.
        using var barrier = new Barrier(litmus.Threads.Length, barrier =>
        {
            if (barrier.CurrentPhaseNumber > 0)
            {
                for (int i = 0; i < Batch; i++)
                {
                    string outcome = string.Join(' ', results.Select(result => $"{result}={memory.Read<int>(PlaceOf(result) + (i * sizeof(int)))}"));
                    counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
                }
            }

            memory.Slice(0, Progress + (4 * Line)).Clear();
        });
        Thread[] threads = [.. litmus.Threads.Select((_, number) => new Thread(() =>
        {
            using WasmInstance instance = module.Instantiate(imports);
            var run = instance.GetFunction<Action>($"t{number}");
            for (int round = 0; round < rounds; round += Batch)
            {
                barrier.SignalAndWait();
                run();
            }

            barrier.SignalAndWait();
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        output.WriteLine($"{name}: {string.Join(", ", counts.Select(pair => $"{pair.Key}: {pair.Value:N0}"))}");
        if (litmus.Forbidden is { } forbidden)
            Assert.DoesNotContain(forbidden, counts.Keys);
        Assert.True(counts.Values.Sum() >= rounds);
    }

    private static int PlaceOf(char name) => "xyabcd".IndexOf(name, StringComparison.Ordinal) * Bytes;

    private static char? ResultOf(string step) => step.TrimStart('.', '!') is [var name, '=', 'x' or 'y'] ? name : null;

    private static string TextOf(Litmus litmus)
    {
        var text = new StringBuilder("(module (import \"env\" \"memory\" (memory 2 2 shared))");
        for (int thread = 0; thread < litmus.Threads.Length; thread++)
        {
            text.Append(CultureInfo.InvariantCulture, $"(func (export \"t{thread}\") (local $i i32) (local $k i32) (loop $next");
            // As nearly as can be all begin at once.
            text.Append(CultureInfo.InvariantCulture, $"(local.set $k (i32.const {Patience}))");
            text.Append(CultureInfo.InvariantCulture, $"(i32.atomic.store (i32.const {Progress + (thread * Line)}) (i32.add (local.get $i) (i32.const 4)))");
            text.Append("(block $go (loop $wait (br_if $go (i32.eqz (local.tee $k (i32.sub (local.get $k) (i32.const 1)))))");
            for (int other = 0; other < litmus.Threads.Length; other++)
                text.Append(CultureInfo.InvariantCulture, $"(br_if $wait (i32.le_u (i32.atomic.load (i32.const {Progress + (other * Line)})) (local.get $i)))");
            text.Append("))");
            foreach (string step in litmus.Threads[thread].Split(' '))
            {
                char way = step[0];
                string assignment = step.TrimStart('.', '!');
                int left = PlaceOf(assignment[0]);
                if (ResultOf(step) is null)
                {
                    text.Append(way switch
                    {
                        '.' => $"(i32.store offset={left} (local.get $i) (i32.const 1))",
                        '!' => $"(drop (i32.atomic.rmw.xchg offset={left} (local.get $i) (i32.const 1)))",
                        _ => $"(i32.atomic.store offset={left} (local.get $i) (i32.const 1))",
                    });
                }
                else
                {
                    int right = PlaceOf(assignment[2]);
                    string load = way switch
                    {
                        '.' => $"(i32.load offset={right} (local.get $i))",
                        '!' => $"(i32.atomic.rmw.or offset={right} (local.get $i) (i32.const 0))",
                        _ => $"(i32.atomic.load offset={right} (local.get $i))",
                    };
                    text.Append(CultureInfo.InvariantCulture, $"(i32.store offset={left} (local.get $i) {load})");
                }
            }

            text.Append(CultureInfo.InvariantCulture, $"(br_if $next (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 4))) (i32.const {Bytes})))))");
        }

        return text.Append(')').ToString();
    }
}

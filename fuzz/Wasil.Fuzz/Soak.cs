using System.Diagnostics;
using Wasil.Tests.Hostile;

namespace Wasil.Fuzz;

/// <summary>
/// Attacks of all kinds in one process, round after round, beside an instance that must not notice. What the process holds is
/// looked at in between: nothing may grow with the rounds.
/// </summary>
internal static class Soak
{
    // What an attack takes on average in each round; those that take longer have their turn less often.
    private const double MillisecondsEach = 20;

    // Until then caches fill and code is tiered up.
    private const int WarmUp = 50;

    public static int Run(int rounds, int threads, TextWriter output)
    {
        Attack[] attacks =
        [
            .. from module in HostileModules.All
               from mode in (WasmEngineMode[])[WasmEngineMode.Auto, WasmEngineMode.Interpreted]
               select Weigh(module, mode, output),
        ];
        int failures = 0, made = 0;
        for (int round = 0, at = 0; round < rounds; round += threads)
        {
            int first = round;
            Thread[] all = [.. Enumerable.Range(0, Math.Min(threads, rounds - round)).Select(each => new Thread(() => MakeAll(first + each)))];
            Array.ForEach(all, thread => thread.Start());
            Array.ForEach(all, thread => thread.Join());
            if (round >= at)
            {
                output.WriteLine($"round {round}: {Holdings.Take()}");
                at = round < WarmUp ? WarmUp : round + Math.Max(rounds / 10, 1);
            }
        }

        Holdings end = Holdings.Take();
        output.WriteLine($"{rounds} rounds, {made} attacks, {failures} failures: {end}");
        return failures == 0 ? 0 : 1;

        void MakeAll(int round)
        {
            using var neighbour = new Neighbour();
            foreach (Attack attack in attacks)
            {
                if (round % attack.Every != 0)
                    continue;
                string? problem = null;
                try
                {
                    problem = HostileAttempt.Make(attack.Module, attack.Bytes, attack.Mode);
                }
                catch (Exception exception)
                {
                    problem = exception.ToString();
                }

                problem ??= neighbour.Check();
                Interlocked.Increment(ref made);
                if (problem is null)
                    continue;
                Interlocked.Increment(ref failures);
                output.WriteLine($"FAILURE {attack.Module.Name}, {attack.Mode}, in round {round}: {problem}");
            }
        }
    }

    private static Attack Weigh(HostileModule module, WasmEngineMode mode, TextWriter output)
    {
        byte[] bytes = module.Build();
        var watch = Stopwatch.StartNew();
        HostileAttempt.Make(module, bytes, mode);
        double milliseconds = watch.Elapsed.TotalMilliseconds;
        int every = Math.Max(1, (int)(milliseconds / MillisecondsEach));
        output.WriteLine($"{module.Name}, {mode}: {milliseconds:f0} ms, in every {every}. round");
        return new Attack(module, mode, bytes, every);
    }

    /// <summary>A module that attacks one engine in each so many rounds.</summary>
    private sealed record Attack(HostileModule Module, WasmEngineMode Mode, byte[] Bytes, int Every);

    /// <summary>An instance that minds its own business: a counter, a memory and a little recursion.</summary>
    private sealed class Neighbour : IDisposable
    {
        private static readonly WasmModule Module = WasmEngine.Default.Compile("""
            (memory 1 16)
            (global $calls (mut i32) (i32.const 0))
            (func $sum (param i32) (result i32)
              (if (result i32) (i32.eqz (local.get 0))
                (then (i32.const 0))
                (else (i32.add (local.get 0) (call $sum (i32.sub (local.get 0) (i32.const 1)))))))
            (func (export "work") (result i32)
              (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
              (i32.store (i32.const 65532) (i32.add (i32.load (i32.const 65532)) (call $sum (i32.const 100))))
              (i32.sub (i32.load (i32.const 65532)) (i32.mul (i32.const 5050) (global.get $calls))))
            """);

        private readonly WasmInstance _instance = Module.Instantiate();
        private readonly Func<int> _work;

        public Neighbour() => _work = _instance.GetFunction<Func<int>>("work");

        public string? Check() => _work() == 0 ? null : "The neighbour's memory or global has changed.";

        public void Dispose() => _instance.Dispose();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Wasil.Fuzz;

/// <summary>Runs workers, restarts those that crash or hang behind the case they were at, and adds up what they say.</summary>
internal sealed class Watch(ulong seed, int mutations, int workers, int first)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Guests may loop for ever; nothing is wrong with the engine then.
    private static readonly TimeSpan GuestPatience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly Cases _cases = new(seed, mutations);
    private int _done;

    public int Run()
    {
        Console.WriteLine($"{_cases.Origins}; {_cases.Damaged:N0} cases of damage, {mutations:N0} mutations of seed {seed}");
        var watch = Stopwatch.StartNew();
        Thread[] threads = [.. Enumerable.Range(0, workers).Select(each => new Thread(() => Follow(each)))];
        Array.ForEach(threads, thread => thread.Start());
        using (new Timer(_ => Console.Error.WriteLine($"{watch.Elapsed:mm\\:ss} {_done:N0}"), null, 30_000, 30_000))
            Array.ForEach(threads, thread => thread.Join());

        foreach ((string what, int count) in _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Console.WriteLine($"{count,10:N0}  {what}");
        Console.WriteLine($"{_done,10:N0}  cases in {watch.Elapsed:hh\\:mm\\:ss}, {_failures.Count} failures");
        return _failures.IsEmpty ? 0 : 1;
    }

    private void Follow(int worker)
    {
        for (int next = first + worker; next < _cases.Count;)
            next = FollowOne(next) + workers;
    }

    /// <summary>Follows one process until it ends, and returns the last case that it was at.</summary>
    private int FollowOne(int from)
    {
        using Process process = Start(from);
        using var lines = new BlockingCollection<string>();
        var reader = new Thread(() =>
        {
            while (process.StandardOutput.ReadLine() is { } line)
                lines.Add(line);
            lines.CompleteAdding();
        });
        var errors = new Thread(() =>
        {
            // A crash tells its reason there; the last lines are enough.
            while (process.StandardError.ReadLine() is { } line)
                lines.TryAdd($"e {line}");
        });
        reader.Start();
        errors.Start();

        int number = from;
        Stage stage = Stage.Compile;
        string? lastError = null;
        // The first answer takes as long as the process takes to start.
        TimeSpan patience = TimeSpan.FromSeconds(60);
        while (!lines.IsCompleted)
        {
            if (!lines.TryTake(out string? line, patience))
            {
                if (lines.IsCompleted)
                    break;
                process.Kill();
                if (stage == Stage.Run)
                    Count("Run: did not end");
                else
                    Fail(number, $"hangs in {stage}");
                break;
            }

            switch (line[0])
            {
                case '@':
                    string[] words = line.Split(' ');
                    int now = int.Parse(words[1], CultureInfo.InvariantCulture);
                    if (now != number)
                        Interlocked.Increment(ref _done);
                    number = now;
                    stage = Enum.Parse<Stage>(words[2]);
                    patience = stage switch
                    {
                        Stage.Run => GuestPatience,
                        // The runtime's JIT compiler takes about a millisecond for a function.
                        Stage.Prepare => Patience + TimeSpan.FromMilliseconds(_cases[number].Bytes.Length / 20),
                        _ => Patience,
                    };
                    break;
                case '=' when line.StartsWith("= refused", StringComparison.Ordinal):
                    _counts.AddOrUpdate("functions refused", int.Parse(line[10..], CultureInfo.InvariantCulture), (_, old) => old + int.Parse(line[10..], CultureInfo.InvariantCulture));
                    break;
                case '=':
                    Count(line[2..]);
                    break;
                case '!':
                    Fail(number, line[2..]);
                    break;
                default:
                    lastError = line;
                    break;
            }
        }

        process.WaitForExit();
        reader.Join();
        errors.Join();
        Interlocked.Increment(ref _done);
        if (process.ExitCode is not (0 or 137))
            Fail(number, $"crashes in {stage} with {process.ExitCode}: {lastError}");
        return process.ExitCode == 0 ? _cases.Count : number;
    }

    private void Count(string what) => _counts.AddOrUpdate(what, 1, (_, count) => count + 1);

    private void Fail(int number, string how)
    {
        Case each = _cases[number];
        string folder = Path.Combine(Corpus.Root, "artifacts", "fuzz");
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, $"{seed}-{number}.wasm");
        File.WriteAllBytes(path, each.Bytes);
        _failures.Enqueue(how);
        Console.WriteLine($"FAILURE {each.Name}: {how}; kept as {path}");
    }

    private Process Start(int from)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (ReadOnlySpan<string>)[
            "worker", $"{seed}", $"{mutations}", $"{from}", $"{workers}"])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}

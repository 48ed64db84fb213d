using System.Globalization;
using Wasil.Fuzz;

const string Usage = """
    Attacks Wasil with damaged modules, and with guests that do nothing but harm. What is done depends on the seed alone.

      mutations [--seed S] [--count N] [--workers W] [--first F]
          every truncation and every byte of small modules replaced in ten ways, then N mutations of larger ones; each in a
          process that is watched. F is the case to start at.
      text [--seed S] [--count N] [--first F]
          modules in the text format, damaged; each must be refused with a place or come back the same after printing.
      soak [--rounds N] [--threads T]
          guests that exhaust stacks, memories and compilers next to one that must not notice, in one process.
      imports [--seed S] [--count N]
          the functions that AssemblyScript's and Emscripten's guests are given, called with random arguments against random memory,
          in N times 100 guests of each; the first seed is S.
      limits [--rounds N]
          guests that never end, ended by time limits; how late they end, and what that leaves behind.
    """;

switch (args)
{
    case ["mutations", .. var options]:
        return new Watch((ulong)Option(options, "--seed", 1), Option(options, "--count", 20_000), Option(options, "--workers", 2), Option(options, "--first", 0)).Run();
    case ["text", .. var options]:
        return new TextMutations((ulong)Option(options, "--seed", 1)).Run(Option(options, "--count", 100_000), Option(options, "--first", 0), Console.Out);
    case ["soak", .. var options]:
        return Soak.Run(Option(options, "--rounds", 1_000), Option(options, "--threads", 1), Console.Out);
    case ["imports", .. var options]:
        return HostCallFuzzing.Run(Option(options, "--seed", 1), Option(options, "--count", 100), Console.Out);
    case ["limits", .. var options]:
        return TimeLimits.Run(Option(options, "--rounds", 1_000), Console.Out);
    case ["worker", var seed, var count, var from, var step]:
        new Worker(Console.Out).Work(new Cases(ulong.Parse(seed, CultureInfo.InvariantCulture), Number(count)), Number(from), Number(step));
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Option(string[] options, string name, int byDefault) =>
    Array.IndexOf(options, name) is >= 0 and int at ? Number(options[at + 1]) : byDefault;

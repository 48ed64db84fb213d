using System.Globalization;
using System.Text;

namespace Wasil.Bench;

/// <summary>
/// Programs that others made, out of the corpus that <c>eng/corpus</c> fetches: QuickJS runs JavaScript of ours, Trealla
/// runs Prolog of ours, and ripgrep searches this repository's sources, which is half work and half files.
/// </summary>
internal static class RealProgram
{
    private const string Prefix = "program-";

    private const string JavaScript = """
        function Point(x, y) { this.x = x; this.y = y; }
        function work(n) {
          let sum = 0;
          const memo = new Map();
          for (let i = 0; i < n; i++) {
            const points = [];
            for (let j = 0; j < 200; j++) points.push(new Point((i * 31 + j * 17) % 1009, j));
            points.sort((a, b) => a.x - b.x || a.y - b.y);
            let text = '';
            for (const p of points) text += p.x.toString(16) + ',';
            memo.set(text.length % 257, text.split(',').length);
            sum = (sum * 33 + text.length + points[7].y) | 0;
            for (let a = 0, b = 1, k = 0; k < 300; k++) { [a, b] = [b, (a + b) % 10007]; sum ^= b; }
          }
          return (sum + memo.size) | 0;
        }
        """;

    private const string Prolog =
        "use_module(library(lists)), "
        + "assertz((app([],L,L))), assertz((app([H|T],L,[H|R]) :- app(T,L,R))), "
        + "assertz((nrev([],[]))), assertz((nrev([H|T],R) :- nrev(T,S), app(S,[H],R))), "
        + "numlist(1,30,L), ( between(1,{0},_), nrev(L,_), fail ; true ), nrev(L,R), write(R), nl, halt.";

    /// <summary>Whether a kernel's name is a program's.</summary>
    public static bool Is(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>How much of its work is a few seconds.</summary>
    public static int SizeOf(string name) => name switch
    {
        Prefix + "quickjs" => 2_000,
        Prefix + "ripgrep" => 40,
        _ => 15_000,
    };

    public static byte[] ReadModule(string name)
    {
        string corpus = Environment.GetEnvironmentVariable("WASIL_CORPUS")
            ?? throw new InvalidOperationException("WASIL_CORPUS has to name the folder that eng/corpus filled.");
        string program = name[Prefix.Length..];
        return File.ReadAllBytes(Path.Combine(corpus, program, (program == "ripgrep" ? "rg" : program) + ".wasm"));
    }

    /// <summary>A program's work as a kernel: the amount in, a checksum out.</summary>
    /// <param name="name">Its name as a kernel.</param>
    /// <param name="make">Makes an instance with arguments.</param>
    public static Func<int, long> Load(string name, Func<string[], IGuest> make) => name switch
    {
        Prefix + "quickjs" => LoadQuickJs(make(["qjs"])),
        Prefix + "ripgrep" => count =>
        {
            long checksum = 0;
            for (int i = 0; i < count; i++)
                checksum = Run(make, ["rg", "-n", "--no-heading", "--sort", "path", @"\b(\w+)Instance\b.*=>|[A-Z]{4,}\d", "/"]);
            return checksum;
        }
        ,
        _ => count => Run(
            make, ["tpl", "-q", "-g", Prolog.Replace("{0}", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)]),
    };

    /// <summary>The folder that programs may read, as <c>/</c>.</summary>
    public static string Tree => Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(Kernel.FolderOf("kernels")))!, "src");

    private static long Run(Func<string[], IGuest> make, string[] arguments)
    {
        using IGuest guest = make(arguments);
        guest.Start();
        return Checksum(guest.Output);
    }

    private static Func<int, long> LoadQuickJs(IGuest guest)
    {
        guest.Call("_initialize");
        int runtime = (int)guest.Call("JS_NewRuntime"), context = (int)guest.Call("JS_NewContext", runtime);
        Evaluate(JavaScript);
        return count => Evaluate(string.Create(CultureInfo.InvariantCulture, $"work({count})"));

        // An integer comes back in the lower half of the value.
        long Evaluate(string text)
        {
            byte[] bytes = [.. Encoding.UTF8.GetBytes(text), 0];
            int address = (int)guest.Call("malloc", bytes.Length + 16);
            guest.Write(address, bytes);
            guest.Write(address + bytes.Length, "bench\0"u8);
            return (int)guest.Call("JS_Eval", context, address, bytes.Length - 1, address + bytes.Length, 0);
        }
    }

    private static long Checksum(string text)
    {
        ulong sum = 14695981039346656037;
        foreach (char c in text)
            sum = (sum ^ c) * 1099511628211;
        return (long)sum;
    }
}

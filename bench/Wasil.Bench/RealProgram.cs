using System.Globalization;
using System.Text;

namespace Wasil.Bench;

/// <summary>
/// Programs that others made, out of the corpus that <c>eng/corpus</c> fetches: QuickJS runs JavaScript of ours, Ruby runs
/// Ruby of ours, Trealla runs Prolog of ours, SQLite inserts and asks, clang compiles a kernel, esbuild bundles TypeScript of ours, and
/// ripgrep searches this repository's sources, which is half work and half files.
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

    private const string Ruby = """
        Point = Struct.new(:x, :y)
        def work(n)
          sum = 0
          memo = {}
          n.times do |i|
            points = (0...200).map { |j| Point.new((i * 31 + j * 17) % 1009, j) }
            points.sort_by! { |p| [p.x, p.y] }
            text = points.map { |p| p.x.to_s(16) }.join(',')
            memo[text.size % 257] = text.split(',').size
            sum = (sum * 33 + text.size + points[7].y) & 0x3fffffff
            a, b = 0, 1
            300.times { a, b = b, (a + b) % 10007; sum ^= b }
          end
          sum + memo.size
        end
        """;

    private const string Prolog =
        "use_module(library(lists)), "
        + "assertz((app([],L,L))), assertz((app([H|T],L,[H|R]) :- app(T,L,R))), "
        + "assertz((nrev([],[]))), assertz((nrev([H|T],R) :- nrev(T,S), app(S,[H],R))), "
        + "numlist(1,30,L), ( between(1,{0},_), nrev(L,_), fail ; true ), nrev(L,R), write(R), nl, halt.";

    private const string Inserts = """
        begin;
        delete from t;
        with recursive c(i) as (select 1 union all select i + 1 from c where i < 500)
          insert into t select i, (i * 7919) % 1009, 'row ' || (i * 31 % 97) from c;
        update t set k = k + 1 where n % 5 = 0;
        commit;
        """;

    private const string Question = """
        select sum(a.n * b.k) + count(distinct a.s) + max(length(a.s))
        from t a join t b on b.k = (a.k * 3) % 1009 where a.s like 'row 1%' or a.n between 100 and 300
        """;

    // By the program's name: its file in the corpus, how much of its work is a few seconds, and after how often that it is measured.
    private static readonly Dictionary<string, (string File, int Size, int WarmUps)> Programs = new()
    {
        ["quickjs"] = ("quickjs.wasm", 2_000, 1),
        ["trealla"] = ("trealla.wasm", 15_000, 1),
        ["ripgrep"] = ("rg.wasm", 40, 1),
        ["sqlite"] = ("sqlite3.wasm", 1_000, 1),
        ["ruby"] = ("ruby+stdlib.wasm", 1_000, 1),
        ["clang"] = ("llvm.core.wasm", 6, 20),
        ["esbuild"] = ("esbuild.wasm", 4, 5),
    };

    /// <summary>Whether a kernel's name is a program's.</summary>
    public static bool Is(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>How often all of its work is done before it is measured: always as often, since some leave something behind.</summary>
    public static int WarmUpsOf(string name) => Find(name).WarmUps;

    /// <summary>How much of its work is a few seconds.</summary>
    public static int SizeOf(string name) => Find(name).Size;

    public static byte[] ReadModule(string name) => File.ReadAllBytes(Path.Combine(FolderOf(name), Find(name).File));

    /// <summary>A program's work as a kernel: the amount in, a checksum out.</summary>
    /// <param name="name">Its name as a kernel.</param>
    /// <param name="make">Makes an instance with arguments and folders that it may read.</param>
    public static Func<int, long> Load(string name, Func<string[], Dictionary<string, string>, IGuest> make)
    {
        var tree = new Dictionary<string, string>
        {
            ["/"] = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(Kernel.FolderOf("kernels")))!, "src"),
        };
        switch (name[Prefix.Length..])
        {
            case "quickjs":
                return LoadQuickJs(make(["qjs"], tree));
            case "ruby":
                return LoadRuby(make(["ruby"], tree));
            case "sqlite":
                return LoadSqlite(make(["sqlite"], tree));
            case "ripgrep":
                return Repeatedly(["rg", "-n", "--no-heading", "--sort", "path", @"\b(\w+)Instance\b.*=>|[A-Z]{4,}\d", "/"], tree);
            case "esbuild":
                return Repeatedly(["esbuild", "/main.ts", "--bundle", "--minify"], new Dictionary<string, string> { ["/"] = WriteTypeScript() });
            case "clang":
                return Repeatedly(
                    [
                        "clang", "-cc1", "-triple", "wasm32-unknown-wasip1", "-S", "-O2", "-resource-dir", "/usr",
                        "-internal-isystem", "/usr/include", "-internal-isystem", "/usr/include/wasm32-wasip1",
                        "-o", "-", "-x", "c", "/json.c",
                    ],
                    new Dictionary<string, string> { ["/"] = Kernel.FolderOf("kernels"), ["/usr"] = Path.Combine(FolderOf(name), "usr") });
            default:
                return count => Run(
                    ["tpl", "-q", "-g", Prolog.Replace("{0}", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)], tree);
        }

        Func<int, long> Repeatedly(string[] arguments, Dictionary<string, string> folders) => count =>
        {
            long checksum = 0;
            for (int i = 0; i < count; i++)
                checksum = Run(arguments, folders);
            return checksum;
        };

        long Run(string[] arguments, Dictionary<string, string> folders)
        {
            using IGuest guest = make(arguments, folders);
            guest.Start();
            return Checksum(guest.Output);
        }
    }

    /// <summary>What an import answers that no runtime serves: that there is no such system call, or 0.</summary>
    /// <param name="module">The import's module.</param>
    /// <param name="name">Its name.</param>
    public static int AnswerOf(string module, string name)
    {
        const int NoSystemCall = 52;
        return IsWasi(module) ? NoSystemCall : name.StartsWith("__syscall_", StringComparison.Ordinal) ? -NoSystemCall : 0;
    }

    /// <summary>Whether an import is one of WASI's.</summary>
    public static bool IsWasi(string module) => module.StartsWith("wasi", StringComparison.Ordinal);

    private static (string File, int Size, int WarmUps) Find(string name) =>
        Programs.TryGetValue(name[Prefix.Length..], out (string, int, int) found) ? found : throw new ArgumentException($"There is no program {name}.");

    private static string FolderOf(string name) => Path.Combine(
        Environment.GetEnvironmentVariable("WASIL_CORPUS")
            ?? throw new InvalidOperationException("WASIL_CORPUS has to name the folder that eng/corpus filled."),
        name[Prefix.Length..]);

    private static Func<int, long> LoadQuickJs(IGuest guest)
    {
        guest.Call("_initialize");
        int runtime = (int)guest.Call("JS_NewRuntime"), context = (int)guest.Call("JS_NewContext", runtime);
        Evaluate(JavaScript);
        return count => Evaluate(string.Create(CultureInfo.InvariantCulture, $"work({count})"));

        // An integer comes back in the lower half of the value.
        long Evaluate(string text)
        {
            int code = Place(guest, text, out int length);
            return (int)guest.Call("JS_Eval", context, code, length, Place(guest, "bench", out _), 0);
        }
    }

    private static Func<int, long> LoadSqlite(IGuest guest)
    {
        guest.Call("__wasm_call_ctors");
        int place = Place(guest, new string(' ', 8), out _);
        Require(guest.Call("sqlite3_open", Place(guest, ":memory:", out _), place));
        int database = guest.ReadInt32(place);
        Execute("create table t(n integer primary key, k integer, s text); create index i on t(k);");
        int inserts = Place(guest, Inserts, out _), question = Place(guest, Question, out _);
        return count =>
        {
            long sum = 0;
            for (int i = 0; i < count; i++)
            {
                Require(guest.Call("sqlite3_exec", database, inserts, 0, 0, 0));
                Require(guest.Call("sqlite3_prepare_v2", database, question, -1, place, 0));
                int statement = guest.ReadInt32(place);
                Require(guest.Call("sqlite3_step", statement) - 100);
                sum = unchecked((sum * 33) + guest.Call("sqlite3_column_int64", statement, 0));
                Require(guest.Call("sqlite3_finalize", statement));
            }

            return sum;
        };

        void Execute(string sql) => Require(guest.Call("sqlite3_exec", database, Place(guest, sql, out _), 0, 0, 0));

        static void Require(long code)
        {
            if (code != 0)
                throw new InvalidOperationException($"SQLite answers {code}.");
        }
    }

    private static Func<int, long> LoadRuby(IGuest guest)
    {
        // It is a reactor, which is told by the canonical ABI what to do.
        guest.Call("_initialize");
        string[] arguments = ["ruby\0", "-EUTF-8\0", "-e_=0\0"];
        int list = (int)guest.Call("cabi_realloc", 0, 0, 4, arguments.Length * 8);
        for (int i = 0; i < arguments.Length; i++)
        {
            guest.Write(list + (i * 8), BitConverter.GetBytes(Put(arguments[i])));
            guest.Write(list + (i * 8) + 4, BitConverter.GetBytes(arguments[i].Length));
        }

        guest.Call("ruby-init: func(args: list<string>) -> ()", list, arguments.Length);
        guest.Call("ruby-init-loadpath: func() -> ()");
        Evaluate(Ruby);
        return count =>
        {
            int before = guest.Output.Length;
            Evaluate(string.Create(CultureInfo.InvariantCulture, $"puts work({count}); $stdout.flush"));
            return long.Parse(guest.Output.AsSpan(before), CultureInfo.InvariantCulture);
        };

        void Evaluate(string code)
        {
            code = code.ReplaceLineEndings("\n") + "\0";
            int result = (int)guest.Call(
                "rb-eval-string-protect: func(str: string) -> tuple<handle<rb-abi-value>, s32>", Put(code), code.Length);
            if (guest.ReadInt32(result + 4) != 0)
                throw new InvalidOperationException($"Ruby has failed: {guest.Output}");
        }

        int Put(string ascii)
        {
            int address = (int)guest.Call("cabi_realloc", 0, 0, 1, ascii.Length);
            guest.Write(address, Encoding.ASCII.GetBytes(ascii));
            return address;
        }
    }

    /// <summary>A program of many modules, in a folder that goes away with the process.</summary>
    private static string WriteTypeScript()
    {
        const int Modules = 150;
        string folder = Directory.CreateTempSubdirectory("wasil-bench-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        for (int i = 0; i < Modules; i++)
        {
            var text = new StringBuilder();
            if (i > 0)
                text.Append(CultureInfo.InvariantCulture, $"import {{ Shape{i / 2}, measure{i / 2} }} from './module{i / 2}';\n");
            else
                text.Append("class Shape0Base { id = 0 }\n");
            text.Append(CultureInfo.InvariantCulture, $$"""
                export interface Options{{i}} { readonly scale?: number; names: Map<string, number[]>; kind: 'wide' | 'tall' }
                export enum Kind{{i}} { None, Some = {{i}}, All = Some << 2 }
                export class Shape{{i}} extends {{(i > 0 ? $"Shape{i / 2}" : "Shape0Base")}} {
                  #hidden: number = {{i * 31 % 97}};
                  constructor(private readonly options: Options{{i}}, public label = `shape ${options.kind} {{i}}`) { super({{(i > 0 ? "options as any" : "")}}); }
                  get size(): number { return (this.options.scale ?? 1) * this.#hidden ** 2; }
                }

                """);
            for (int k = 0; k < 12; k++)
            {
                text.Append(CultureInfo.InvariantCulture, $$"""
                    export function {{(k == 0 ? $"measure{i}" : $"step{i}_{k}")}}<T extends { length: number }>(values: T[], limit: number = {{k + 3}}): number {
                      let total = 0;
                      for (const [index, value] of values.entries()) {
                        if (value?.length > limit && index % {{k + 2}} !== 0) total += value.length * {{(k * 7) + 1}}.5;
                        else switch (index & 3) { case 0: total -= 1; break; case 1: total ^= {{i}}; default: total |= 2; }
                      }
                      return {{(k > 0 ? $"total + {(k == 1 ? $"measure{i}" : $"step{i}_{k - 1}")}(values, limit - 1)" : i > 0 ? $"total + measure{i / 2}(values)" : "total")}};
                    }

                    """);
            }

            File.WriteAllText(Path.Combine(folder, $"module{i}.ts"), text.Replace("\r\n", "\n").ToString());
        }

        var main = new StringBuilder();
        for (int i = Modules / 2; i < Modules; i++)
            main.Append(CultureInfo.InvariantCulture, $"import * as m{i} from './module{i}'; console.log(m{i}.step{i}_11(['a', 'bc']), m{i}.Kind{i}.All);\n");
        File.WriteAllText(Path.Combine(folder, "main.ts"), main.ToString());
        return folder;
    }

    private static int Place(IGuest guest, string text, out int length)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")), 0];
        length = bytes.Length - 1;
        int address = (int)guest.Call("malloc", bytes.Length);
        guest.Write(address, bytes);
        return address;
    }

    private static long Checksum(string text)
    {
        ulong sum = 14695981039346656037;
        foreach (char c in text)
            sum = (sum ^ c) * 1099511628211;
        return (long)sum;
    }
}

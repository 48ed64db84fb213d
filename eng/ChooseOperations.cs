#:property TargetFramework=net10.0
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property ManagePackageVersionsCentrally=false

// Chooses by what eng/trace-operations has counted which operations of the interpreter's loop go on to which without the jump that all
// share, and writes that into operations.tsv. Run at the root of the repository, by eng/trace-operations --choose.

using System.Globalization;

const string table = "src/Wasil/Interpreter/operations.tsv", loop = "src/Wasil/Interpreter/DispatchLoop.cs", counts = "artifacts/trace/counts";
const string hotMark = "# Operations that are executed most", hot = "Hot", after = "After";

// How many operations each of them looks for with a jump of its own, and what else is looked for first: more make the loop's method
// larger than the JIT compiler optimises, and take it longer (docs/RATIONALE.md, "One switch").
const int hotCount = 24, pairCount = 300, pairsOfOne = 4;

// Of each guest: how often which operation followed which, as a part of all that it executed.
Dictionary<(string First, string Second), double>[] guests =
[
    .. File.ReadLines(counts).Select(line => line.Split('\t')).GroupBy(fields => fields[0], fields => (Pair: (fields[2], fields[3]), Part: double.Parse(fields[1], CultureInfo.InvariantCulture)))
        .Select(guest => guest.ToDictionary(count => count.Pair, count => count.Part)),
];

// What is written by hand has labels where it can be gone to, and where it goes on.
string[] lines = File.ReadAllLines(table);
HashSet<string> own = [.. lines.Where(line => line.Length > 0 && line[0] != '#' && !line.Contains(' '))];
string code = File.ReadAllText(loop);
bool CanBeGoneTo(string name) => !own.Contains(name) || code.Contains($" At{name}:", StringComparison.Ordinal);
bool GoesOn(string name) => !own.Contains(name) || code.Contains($"goto After{name};", StringComparison.Ordinal);
// These go on from where another one does.
string Source(string name) => name switch { "ReturnOne" => "Return", "ReturnOneFromCaller" => "ReturnFromCaller", "CallIndirect" => "Call", _ => name };

double[] covered = new double[guests.Length];
var frequent = new List<string>();
string[] names = [.. guests.SelectMany(guest => guest.Keys).Select(pair => pair.Second).Distinct().Where(CanBeGoneTo).Order(StringComparer.Ordinal)];
while (frequent.Count < hotCount)
{
    frequent.Add(names.Except(frequent).MaxBy(name => Worth(i => Covered(guests[i], [.. frequent, name]) - covered[i] + (Share(guests[i], name) / 4)))!);
    covered = [.. guests.Select(guest => Covered(guest, frequent))];
}

var pairs = new List<(string First, string Second)>();
var candidates = guests.SelectMany(guest => guest.Keys).Select(pair => (First: Source(pair.First), pair.Second)).Distinct()
    .Where(pair => GoesOn(pair.First) && CanBeGoneTo(pair.Second) && !IsCovered(pair, frequent)).Order().ToList();
Dictionary<(string, string), double[]> parts = candidates.ToDictionary(
    pair => pair, pair => Array.ConvertAll(guests, guest => guest.Where(count => (Source(count.Key.First), count.Key.Second) == pair).Sum(count => count.Value)));
while (pairs.Count < pairCount && candidates.Count > 0)
{
    (string First, string Second) best = candidates.MaxBy(pair => Worth(i => parts[pair][i]));
    candidates.Remove(best);
    if (pairs.Count(pair => pair.First == best.First) == pairsOfOne)
        continue;
    pairs.Add(best);
    covered = [.. covered.Select((part, i) => part + parts[best][i])];
}

string Join(IEnumerable<string> words) => string.Join(' ', words);
File.WriteAllLines(table,
[
    .. lines.TakeWhile(line => !line.StartsWith(hotMark, StringComparison.Ordinal)),
    hotMark + ", by what eng/trace-operations counts: each goes on to the next by a jump of its own, if that is one of these.",
    .. frequent.Select(name => $"{hot} {name}"),
    "# What follows an operation so often that it is looked for first.",
    .. pairs.GroupBy(pair => pair.First, pair => pair.Second).Select(next => $"{after} {next.Key} {Join(next)}"),
]);
Console.WriteLine($"Of what the guests execute, {covered.Average():P0} comes without the shared jump; of each: {Join(covered.Select(part => part.ToString("P0", CultureInfo.InvariantCulture)))}");

// A part more is worth more to a guest that has little.
double Worth(Func<int, double> more) => Enumerable.Range(0, guests.Length).Sum(i => Math.Sqrt(covered[i] + more(i) + 0.02) - Math.Sqrt(covered[i] + 0.02));

bool IsCovered((string First, string Second) pair, List<string> frequent) =>
    frequent.Contains(pair.Second) && (frequent.Contains(pair.First) || own.Contains(pair.First));

double Covered(Dictionary<(string First, string Second), double> guest, List<string> frequent) =>
    guest.Where(count => IsCovered(count.Key, frequent)).Sum(count => count.Value);

double Share(Dictionary<(string First, string Second), double> guest, string name) =>
    guest.Where(count => count.Key.First == name || count.Key.Second == name).Sum(count => count.Value);

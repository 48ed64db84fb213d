namespace Wasil.Fuzz;

/// <summary>One damaged module.</summary>
/// <param name="Name">What was damaged, and how.</param>
/// <param name="Bytes">The result.</param>
/// <param name="Prepares">Whether it is part of the sample whose functions are all compiled.</param>
/// <param name="Runs">Whether it is part of the sample that is instantiated and run.</param>
internal sealed record Case(string Name, byte[] Bytes, bool Prepares, bool Runs);

/// <summary>
/// All cases of a run, by number: every truncation and every replaced byte of the small modules, then mutations of all others.
/// Nothing but the seed decides what they are.
/// </summary>
internal sealed class Cases
{
    private readonly ulong _seed;
    private readonly Specimen[] _small = Corpus.Small();
    private readonly Specimen[] _large = Corpus.Large();
    private readonly Specimen[] _suite = Corpus.Suite();

    public Cases(ulong seed, int mutations)
    {
        _seed = seed;
        Damaged = _small.Sum(CountOf);
        Count = Damaged + mutations;
    }

    /// <summary>How many cases are truncations and replaced bytes.</summary>
    public int Damaged { get; }

    public int Count { get; }

    public string Origins => $"{_small.Length} small modules, {_large.Length} large ones, {_suite.Length} of the specification's";

    public Case this[int number] => number < Damaged ? DamagedCase(number) : MutatedCase(number);

    private static int CountOf(Specimen specimen) => specimen.Bytes.Length * (1 + Mutation.Replacements);

    private Case DamagedCase(int number)
    {
        int rest = number, which = 0;
        for (; rest >= CountOf(_small[which]); which++)
            rest -= CountOf(_small[which]);
        Specimen specimen = _small[which];
        (int at, int way) = (rest / (1 + Mutation.Replacements), rest % (1 + Mutation.Replacements));
        bool prepares = Dice.For(_seed, number).Below(16) == 0, runs = Dice.For(_seed + 1, number).Below(16) == 0;
        if (way == Mutation.Replacements)
            return new Case($"{specimen.Name}, the first {at} bytes", specimen.Bytes[..at], prepares, runs);
        byte[] bytes = [.. specimen.Bytes];
        bytes[at] = Mutation.Replace(bytes[at], way);
        return new Case($"{specimen.Name}, byte {at} is {bytes[at]:x2}", bytes, prepares, runs);
    }

    private Case MutatedCase(int number)
    {
        Dice dice = Dice.For(_seed, number);
        Specimen specimen = Pick(dice), other = Pick(dice);
        byte[] bytes = Mutation.Mutate(specimen, other, dice);
        // Compiling all functions of a large module takes seconds.
        int sample = bytes.Length switch { < 10_000 => 1, < 150_000 => 20, < 1_000_000 => 100, _ => 1_000 };
        return new Case(
            $"{specimen.Name}, mutated as case {number} of seed {_seed}", bytes, dice.Below(sample) == 0, dice.Below(Math.Max(sample / 5, 1)) == 0);
    }

    private Specimen Pick(Dice dice)
    {
        // The largest take hundreds of times as long as the others.
        if (_suite.Length > 0 && dice.Below(2) == 0)
            return _suite[dice.Below(_suite.Length)];
        Specimen[] from = dice.Below(8) == 0 ? _large : [.. _large.Where(specimen => specimen.Bytes.Length < 1_000_000)];
        return from[dice.Below(from.Length)];
    }
}

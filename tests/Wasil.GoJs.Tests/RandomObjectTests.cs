using System.Globalization;

namespace Wasil.GoJs.Tests;

/// <summary>Whatever a guest has JavaScript's functions do, nothing comes out but what is said to. WASIL_OBJECT_SEEDS names a first and
/// a last seed, with a minus between, for a longer search.</summary>
[Collection("Memory of the process")]
public class RandomObjectTests
{
    [Fact]
    public void Only_traps_exits_and_what_is_thrown_come_out()
    {
        int first = 1, last = 15;
        if (Environment.GetEnvironmentVariable("WASIL_OBJECT_SEEDS")?.Split('-') is [var from, var to])
            (first, last) = (int.Parse(from, CultureInfo.InvariantCulture), int.Parse(to, CultureInfo.InvariantCulture));
        var failures = new List<string>();
        for (int seed = first; seed <= last; seed++)
        {
            using var objects = new RandomObjects(seed);
            if (objects.Run(1000) is { } failure)
                failures.Add($"seed {seed}: {failure}");
        }

        Assert.Empty(failures);
    }
}

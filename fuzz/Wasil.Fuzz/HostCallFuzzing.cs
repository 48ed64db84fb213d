using Wasil.Tests;

namespace Wasil.Fuzz;

/// <summary>Calls what host packages give their guests, at random.</summary>
internal static class HostCallFuzzing
{
    private const int Guests = 100;

    /// <returns>The exit code: 1 where something came out that must not.</returns>
    public static int Run(int firstSeed, int count, TextWriter output)
    {
        int failures = 0;
        foreach ((string name, HostCalls calls) in ((string, HostCalls)[])
            [("AssemblyScript", AssemblyScript.Tests.RandomCalls.Create()), ("Emscripten", Emscripten.Tests.RandomCalls.Create())])
        {
            foreach (string failure in calls.Failures(firstSeed, count, Guests))
            {
                failures++;
                output.WriteLine($"{name}, {failure}");
            }

            output.WriteLine($"{name}: {count * Guests:N0} guests");
        }

        output.WriteLine(failures == 0 ? "nothing but traps, exits, cancellations and what is documented" : $"{failures} failures");
        return failures == 0 ? 0 : 1;
    }
}

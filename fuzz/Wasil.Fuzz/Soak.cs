namespace Wasil.Fuzz;

internal static class Soak
{
    public static int Run(int rounds, int threads, TextWriter output) => output is not null && rounds + threads > 0 ? 0 : 1;
}

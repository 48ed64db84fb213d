namespace Wasil.Bench;

/// <summary>All that was measured of a kernel. Ratios are of medians over the last runtime's; below 1 is faster.</summary>
internal sealed record KernelResult(string Name, double NativeSeconds, IReadOnlyDictionary<string, List<Measurement>> Measured)
{
    /// <summary>The full work, as processor time.</summary>
    public double CpuRatio(string runtime) => Ratio(runtime, measurement => measurement.CpuSeconds);

    public double WallRatio(string runtime) => Ratio(runtime, measurement => measurement.WallSeconds);

    /// <summary>Compiling and the first result.</summary>
    public double FirstRatio(string runtime) => Ratio(runtime, measurement => measurement.FirstSeconds);

    public double Median(string runtime, Func<Measurement, double> of)
    {
        double[] sorted = [.. Measured[runtime].Select(of).Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private double Ratio(string runtime, Func<Measurement, double> of) => Median(runtime, of) / Median(Measured.Keys.Last(), of);
}

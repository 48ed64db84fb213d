namespace Wasil.Bench;

/// <summary>All that was measured of a kernel. Ratios are of medians; below 1, Wasil is faster.</summary>
internal sealed record KernelResult(string Name, double NativeSeconds, IReadOnlyDictionary<string, List<Measurement>> Measured)
{
    public double CpuRatio => Ratio(measurement => measurement.CpuSeconds);

    public double WallRatio => Ratio(measurement => measurement.WallSeconds);

    /// <summary>Compiling and the first result.</summary>
    public double FirstRatio => Ratio(measurement => measurement.FirstSeconds);

    /// <summary>Against native code, which ran when the file of checksums was made: a hint and no more.</summary>
    public double NativeRatio => Median("wasil", measurement => measurement.CpuSeconds) / NativeSeconds;

    public double Median(string runtime, Func<Measurement, double> of)
    {
        double[] sorted = [.. Measured[runtime].Select(of).Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private double Ratio(Func<Measurement, double> of) => Median(Runtime.Names[0], of) / Median(Runtime.Names[1], of);
}

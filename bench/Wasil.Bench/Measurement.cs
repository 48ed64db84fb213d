namespace Wasil.Bench;

/// <summary>What one child process measured.</summary>
/// <param name="Checksum">What the kernel computed.</param>
/// <param name="FirstSeconds">From the module's bytes to its first result, with hardly any work to do.</param>
/// <param name="WallSeconds">The full work, after the first call.</param>
/// <param name="CpuSeconds">The same, as the time that the process had a processor.</param>
/// <param name="PeakBytes">The most memory that the process had at any time.</param>
internal sealed record Measurement(long Checksum, double FirstSeconds, double WallSeconds, double CpuSeconds, long PeakBytes);

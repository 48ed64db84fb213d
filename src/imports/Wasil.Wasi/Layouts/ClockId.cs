namespace Wasil.Wasi.Layouts;

/// <summary>WASI's <c>clockid</c>.</summary>
internal enum ClockId
{
    Realtime,
    Monotonic,
    ProcessCpuTime,
    ThreadCpuTime,
}

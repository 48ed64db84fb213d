namespace Wasil;

/// <summary>How a wait on a place in a shared memory ended; the numbers are those of <c>memory.atomic.wait32</c>.</summary>
public enum WasmWaitResult
{
    /// <summary>Somebody notified.</summary>
    Notified = 0,

    /// <summary>The place did not hold the expected value, so there was no wait.</summary>
    NotEqual = 1,

    /// <summary>Nobody notified in time.</summary>
    TimedOut = 2,
}

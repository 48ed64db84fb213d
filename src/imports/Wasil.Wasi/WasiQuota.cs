namespace Wasil.Wasi;

/// <summary>What there is a bound on: <see cref="WasiOptions.Limits"/>.</summary>
public enum WasiQuota
{
    /// <summary>Descriptors that are open at once: <see cref="WasiLimits.OpenDescriptors"/>.</summary>
    OpenDescriptors,

    /// <summary>Bytes that were written: <see cref="WasiLimits.BytesWritten"/>.</summary>
    BytesWritten,

    /// <summary>Names that were made: <see cref="WasiLimits.EntriesCreated"/>.</summary>
    EntriesCreated,
}

namespace Wasil.Wasi;

/// <summary>Where a guest's random bytes come from.</summary>
/// <param name="bytes">To be filled. It is the guest's memory, so it must not be used after the return.</param>
public delegate void WasiRandom(Span<byte> bytes);

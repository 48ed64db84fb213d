namespace Wasil.GoJs.Running;

/// <summary>What functions of the host's that have not returned yet hold on to: so many bytes, and so many values.</summary>
internal readonly record struct HeldMemory(long Bytes, int Values);

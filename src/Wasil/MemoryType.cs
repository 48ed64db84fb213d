namespace Wasil;

/// <summary>The type of a memory. See "Memory Types" in the specification.</summary>
/// <param name="limits">The size, in pages of <see cref="PageSize"/> bytes.</param>
/// <param name="is64">Whether the memory is addressed with <c>i64</c>.</param>
/// <param name="isShared">Whether several threads may use it (the threads proposal).</param>
/// <param name="pageSizeLog2">The page size as a power of two: 16, or 0 with the custom-page-sizes proposal.</param>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed class MemoryType(Limits limits, bool is64 = false, bool isShared = false, int pageSizeLog2 = 16) : ExternType
{
    /// <summary>The size, in pages.</summary>
    public Limits Limits { get; } = limits;

    /// <summary>Whether the memory is addressed with <c>i64</c>.</summary>
    public bool Is64 { get; } = is64;

    /// <summary>Whether several threads may use it (the threads proposal).</summary>
    public bool IsShared { get; } = isShared;

    /// <summary>The page size as a power of two: 16, or another with the custom-page-sizes proposal.</summary>
    public int PageSizeLog2 { get; } = pageSizeLog2;

    /// <summary>The size of a page in bytes: 65,536, or 1 with the custom-page-sizes proposal.</summary>
    public long PageSize => 1L << PageSizeLog2;

    /// <inheritdoc/>
    public override string Kind => "memory";

    /// <inheritdoc/>
    public override string ToString() =>
        $"memory {(Is64 ? "i64 " : "")}{Limits}{(IsShared ? " shared" : "")}{(PageSizeLog2 == 16 ? "" : $" (pagesize {PageSize})")}";
}

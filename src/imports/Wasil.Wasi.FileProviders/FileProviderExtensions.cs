using Microsoft.Extensions.FileProviders;

namespace Wasil.Wasi.FileProviders;

/// <summary>Makes directories for guests of what .NET calls a file provider.</summary>
/// <threadsafety>Any threads at once. The provider has to be safe for several threads, as those of .NET are.</threadsafety>
public static class FileProviderExtensions
{
    /// <summary>The files of a provider, to be read. Paths stay below the provider's root; it has no links, and neither inodes nor
    /// modes worth telling.</summary>
    /// <param name="provider">The provider, which may be asked by several threads at once and stays the host's to dispose. A file that
    /// says no length, or whose stream cannot seek, is read into memory when it is opened.</param>
    public static WasiDirectory ToWasiDirectory(this IFileProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new ProviderDirectory(provider, "");
    }
}

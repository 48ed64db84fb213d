using Wasil.Wasi.Files.Linux;
using Wasil.Wasi.Files.Managed;

namespace Wasil.Wasi.Files;

/// <summary>Folders of the host, opened in the safest way that the system has.</summary>
internal static class HostDirectories
{
    /// <summary>The name of the runtime setting that chooses another way: <c>openat2</c>, <c>walk</c> or <c>managed</c>.</summary>
    public const string Setting = "Wasil.Wasi.PathResolution";

    public static WasiDirectory Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string way = AppContext.GetData(Setting) as string ?? (OperatingSystem.IsLinux() ? "linux" : "managed");
        return way switch
        {
            "managed" => ManagedDirectory.OpenRoot(path),
            "linux" => LinuxDirectory.OpenRoot(path, KernelResolver.IsAvailable ? KernelResolver.Instance : WalkingResolver.Instance),
            "openat2" => LinuxDirectory.OpenRoot(path, KernelResolver.Instance),
            "walk" => LinuxDirectory.OpenRoot(path, WalkingResolver.Instance),
            _ => throw new NotSupportedException($"The setting {Setting} has the unknown value \"{way}\"."),
        };
    }
}

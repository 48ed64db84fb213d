using Wasil.Wasi;

namespace Wasil.Emscripten;

/// <summary>What a guest of Emscripten gets beyond WASI. Options are copied when they are used.</summary>
public sealed class EmscriptenOptions
{
    /// <summary>The zone of local time; UTC by default, as the host's own is something a guest need not know.</summary>
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>
    /// How many bytes of files each instance may keep in memory, where nothing is mounted at <c>/</c>: programs expect to find
    /// <c>/tmp</c> and <c>/home/web_user</c> there. 64 MiB by default.
    /// </summary>
    public long FileBytes { get; set; } = 64 << 20;

    /// <summary>The directory a program begins in.</summary>
    public string WorkingDirectory { get; set; } = "/";

    /// <summary>How many files, directories and pipes an instance may have open at once; 1,024 by default.</summary>
    public int Descriptors { get; set; } = 1024;

    internal EmscriptenOptions Copy() => (EmscriptenOptions)MemberwiseClone();
}

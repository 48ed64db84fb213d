using Wasil.Wasi;

namespace Wasil.Emscripten;

/// <summary>What a guest of Emscripten gets beyond WASI. Options are copied when they are used.</summary>
/// <threadsafety>One thread at a time while it is set; it is copied when it is used.</threadsafety>
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

    /// <summary>
    /// How many threads a program built with <c>-pthread</c> may have at once besides the one that the host runs it on; 64 by default.
    /// One more is refused with <c>EAGAIN</c>. Threads need an engine that is <see cref="WasmEngineOptions.Interruptible"/>.
    /// </summary>
    public int MaxThreads { get; set; } = 64;

    /// <summary>The size of a thread's stack in the guest's memory where the program does not say another, which Emscripten's
    /// <c>-sDEFAULT_PTHREAD_STACK_SIZE</c> leaves to its JavaScript; 65,536 bytes by default, as there.</summary>
    public int ThreadStackBytes { get; set; } = 65_536;

    /// <summary>How large a memory that a program imports may become, in pages of 64 KiB; 65,536 (4 GiB) by default. It holds where
    /// nothing else provides it.</summary>
    public long MaxMemoryPages { get; set; } = 65_536;

    internal EmscriptenOptions Copy() => (EmscriptenOptions)MemberwiseClone();
}

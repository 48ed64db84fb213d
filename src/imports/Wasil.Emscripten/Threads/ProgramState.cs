using Wasil.Emscripten.Files;

namespace Wasil.Emscripten.Threads;

/// <summary>What all threads of a program have in common, besides its descriptors.</summary>
internal sealed class ProgramState
{
    private int _exiting;

    /// <summary>Held by whoever works on files, which know nothing of threads.</summary>
    public Lock Files { get; } = new();

    public FileTree? Tree { get; set; }

    /// <summary>The permissions that new files do not get.</summary>
    public int Umask { get; set; } = 0b000_010_010;

    /// <summary>The threads, where the program may have them.</summary>
    public PthreadTable? Threads { get; set; }

    /// <summary>The functions that the program was given here, which each of its threads gets as its own.</summary>
    public HashSet<(string Module, string Name)> Served { get; } = [];

    /// <summary>Says that this thread ends the program.</summary>
    /// <returns>The number of the thread that has said so before, or 0.</returns>
    public int BeginExit() => Interlocked.CompareExchange(ref _exiting, Environment.CurrentManagedThreadId, 0);
}

using Wasil.Cli.Streams;

namespace Wasil.Cli.Hosts;

/// <summary>What the user grants a guest, whatever package hands it over.</summary>
/// <param name="Args">The arguments, the program's name first.</param>
/// <param name="Environment">The environment variables.</param>
/// <param name="Mounts">The folders.</param>
/// <param name="Threads">How many threads it may have besides its first; null where it gets none.</param>
/// <param name="MemoryPages">How large its memory may become; null where nothing was said.</param>
/// <param name="AllowedHosts">The hosts on the network that it may reach.</param>
/// <param name="Streams">Input and output.</param>
internal sealed record Guest(
    IReadOnlyList<string> Args, IReadOnlyDictionary<string, string> Environment, IReadOnlyList<DirectoryMount> Mounts,
    int? Threads, long? MemoryPages, IReadOnlyList<string> AllowedHosts, StandardStreams Streams);

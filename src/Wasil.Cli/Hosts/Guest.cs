using System.Net.Sockets;
using Wasil.Cli.Streams;

namespace Wasil.Cli.Hosts;

/// <summary>What the user grants a guest, whatever package hands it over.</summary>
/// <param name="Args">The arguments, the program's name first.</param>
/// <param name="Environment">The environment variables.</param>
/// <param name="Mounts">The folders.</param>
/// <param name="AllowedHosts">The hosts on the network that it may reach.</param>
/// <param name="Listeners">The sockets that it may accept connections from.</param>
/// <param name="Streams">Input and output.</param>
internal sealed partial record Guest(
    IReadOnlyList<string> Args, IReadOnlyDictionary<string, string> Environment, IReadOnlyList<DirectoryMount> Mounts,
    IReadOnlyList<string> AllowedHosts, IReadOnlyList<Socket> Listeners, StandardStreams Streams);

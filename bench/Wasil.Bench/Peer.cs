namespace Wasil.Bench;

/// <summary>A runtime that is not for .NET, as a program that measures as <c>child</c> does and is told a kernel's file and size.</summary>
/// <param name="Program">The program.</param>
/// <param name="Before">Arguments before those.</param>
/// <param name="After">Arguments after those.</param>
internal sealed record Peer(string Program, string[] Before, string[] After)
{
    /// <summary>Where bench/peers/build puts what it makes, found from where the program lies: among the artifacts.</summary>
    public static string Folder
    {
        get
        {
            for (string? at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
            {
                if (Path.GetFileName(at) == "artifacts")
                    return Path.Combine(at, "peers");
            }

            return "artifacts/peers";
        }
    }

    /// <summary>A peer by its name as a runtime, or null where the name is none of a peer.</summary>
    public static Peer? Find(string name) => name switch
    {
        "node" => new Peer("node", [Path.Combine(Kernel.FolderOf("peers"), "node.mjs")], []),
        "wazero" => new Peer(Path.Combine(Folder, "wazero"), [], ["compiler"]),
        "wasm3" => new Peer(Path.Combine(Folder, "wasm3"), [], []),
        _ => null,
    };
}

using System.Net.Sockets;
using Wasil.Wasi;

namespace Wasil.Cli.Hosts;

/// <summary>WASI preview 1 and the snapshot before it.</summary>
internal sealed class WasiHost : HostPackage
{
    public override string Name => "WASI preview 1";

    public override string Option => "wasi";

    public override bool Serves(ImportType import) => import.Module is "wasi_snapshot_preview1" or "wasi_unstable";

    public override void AddTo(WasmImports imports, Guest guest) => imports.AddWasi(OptionsFor(guest));

    /// <summary>WASI's options for a guest, which other packages take as well.</summary>
    public static WasiOptions OptionsFor(Guest guest)
    {
        var options = new WasiOptions
        {
            Args = guest.Args,
            Stdin = guest.Streams.Input,
            Stdout = guest.Streams.Output,
            Stderr = guest.Streams.ErrorOutput,
            StdinIsTerminal = guest.Streams.InputIsTerminal,
            StdoutIsTerminal = guest.Streams.OutputIsTerminal,
            StderrIsTerminal = guest.Streams.ErrorIsTerminal,
        };
        foreach ((string name, string value) in guest.Environment)
            options.Environment[name] = value;
        foreach (DirectoryMount mount in guest.Mounts)
            options.Preopens[mount.GuestPath] = mount.Directory;
        foreach (Socket listener in guest.Listeners)
            options.Sockets.Add(listener);
        return options;
    }
}

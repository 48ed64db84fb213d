using Wasil.GoJs;

namespace Wasil.Cli.Hosts;

/// <summary>Programs of Go's GOOS=js.</summary>
internal sealed class GoJsHost : HostPackage
{
    public override string Name => "Go's GOOS=js";

    public override string Option => "gojs";

    public override bool RunsPrograms => true;

    public override bool HasWorkingDirectory => true;

    public override bool Serves(ImportType import) => import.Module is "gojs" or "go";

    public override void AddTo(WasmImports imports, Guest guest)
    {
        var options = new GoJsOptions
        {
            Args = guest.Args,
            Stdin = guest.Streams.Input,
            Stdout = guest.Streams.Output,
            Stderr = guest.Streams.ErrorOutput,
            WorkingDirectory = guest.WorkingDirectory ?? "/",
        };
        foreach ((string name, string value) in guest.Environment)
            options.Environment[name] = value;
        foreach (DirectoryMount mount in guest.Mounts)
        {
            // What is named from here is found from the root.
            string path = mount.GuestPath;
            options.Preopens[path.StartsWith('/') ? path : $"/{path}"] = mount.Directory;
        }

        foreach (string host in guest.AllowedHosts)
            options.AllowedHosts.Add(host);
        imports.AddGoJs(options);
    }
}

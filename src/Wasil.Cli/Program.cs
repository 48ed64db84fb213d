using Wasil.Cli.Streams;

namespace Wasil.Cli;

internal static class Program
{
    private static int Main(string[] args)
    {
        StandardStreams streams = StandardStreams.OfProcess();
        return WasilCommand.Run(args, streams);
    }
}

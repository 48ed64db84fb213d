namespace Wasil.Cli;

/// <summary>What the command's exit code means where it is not the guest's own.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>A file cannot be read, or is no module that can be run.</summary>
    public const int Failure = 1;

    /// <summary>The command line cannot be understood.</summary>
    public const int Usage = 2;

    /// <summary>The guest's time was over: what the command <c>timeout</c> exits with.</summary>
    public const int Timeout = 124;

    /// <summary>The guest trapped: what a shell reports of a native program that called <c>abort</c>.</summary>
    public const int Trap = 134;

    /// <summary>Nobody reads the output any more: what a shell reports of a native program that SIGPIPE ended.</summary>
    public const int BrokenPipe = 141;
}

namespace Wasil.Cli.Streams;

/// <summary>
/// Nobody reads the standard output any more. A native program would have been ended by SIGPIPE, so this passes through
/// whoever writes, guests too, up to the command. It is no <see cref="IOException"/>, which a guest would be told of.
/// </summary>
internal sealed class BrokenPipeException : Exception;

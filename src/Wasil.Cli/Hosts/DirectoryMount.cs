using Wasil.Wasi;

namespace Wasil.Cli.Hosts;

/// <summary>A folder that the guest gets: <c>HOST[::GUEST][:ro]</c>.</summary>
/// <param name="GuestPath">How the guest calls it.</param>
/// <param name="Directory">The folder.</param>
internal sealed record DirectoryMount(string GuestPath, WasiDirectory Directory)
{
    private const string Separator = "::", ReadOnlySuffix = ":ro";

    /// <summary>Opens a folder.</summary>
    /// <exception cref="CommandException">It cannot be opened.</exception>
    public static DirectoryMount Open(string text)
    {
        (string host, string guest, bool isReadOnly) = Parse(text);
        try
        {
            return new DirectoryMount(guest, isReadOnly ? WasiDirectory.ReadOnly(host) : WasiDirectory.ReadWrite(host));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--dir {text}: {exception.Message}");
        }
    }

    /// <summary>Whether a text names two folders.</summary>
    public static bool IsValid(string text) => Parse(text) is { Host.Length: > 0, Guest.Length: > 0 };

    private static (string Host, string Guest, bool IsReadOnly) Parse(string text)
    {
        bool isReadOnly = text.EndsWith(ReadOnlySuffix, StringComparison.Ordinal);
        if (isReadOnly)
            text = text[..^ReadOnlySuffix.Length];
        int separator = text.IndexOf(Separator, StringComparison.Ordinal);
        return separator < 0 ? (text, text, isReadOnly) : (text[..separator], text[(separator + Separator.Length)..], isReadOnly);
    }
}

namespace Wasil.GoJs.Fetch;

/// <summary>Which hosts a guest may speak to: names, <c>*.name</c> for all below one, <c>*</c> for all, each with a port behind a
/// colon or for the port of the scheme.</summary>
internal sealed class AllowedHosts
{
    private readonly (string Host, int? Port)[] _hosts;

    /// <exception cref="ArgumentException">An entry is no host.</exception>
    public AllowedHosts(IEnumerable<string> hosts) => _hosts = [.. hosts.Select(Parse)];

    public bool IsEmpty => _hosts.Length == 0;

    public bool Contains(Uri address) => Array.Exists(_hosts, allowed =>
        (allowed.Port ?? DefaultPort(address)) == address.Port
        && (allowed.Host == "*"
            || string.Equals(allowed.Host, address.IdnHost, StringComparison.OrdinalIgnoreCase)
            || (allowed.Host.StartsWith("*.", StringComparison.Ordinal)
                && address.IdnHost.EndsWith(allowed.Host[1..], StringComparison.OrdinalIgnoreCase))));

    private static int DefaultPort(Uri address) => address.Scheme == Uri.UriSchemeHttps ? 443 : 80;

    private static (string Host, int? Port) Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        string host = text;
        int? port = null;
        int colon = text.LastIndexOf(':');
        if (colon >= 0 && !text.EndsWith(']') && text.IndexOf(':') == text.LastIndexOf(':') | text.StartsWith('['))
        {
            host = text[..colon];
            port = ushort.TryParse(text[(colon + 1)..], out ushort number)
                ? number : throw new ArgumentException($"\"{text}\" is no host: a number has to follow the colon.");
        }

        string name = host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host;
        if (host != "*" && Uri.CheckHostName(name.Trim('[', ']')) == UriHostNameType.Unknown)
            throw new ArgumentException($"\"{text}\" is no host: it has to be a name, with *. before it for all below, or *.");
        return (host.Trim('[', ']'), port);
    }
}

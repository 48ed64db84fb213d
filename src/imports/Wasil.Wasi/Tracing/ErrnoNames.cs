using System.Globalization;

namespace Wasil.Wasi.Tracing;

/// <summary>How people know errors.</summary>
internal static class ErrnoNames
{
    private static readonly string[] s_names = (
        "success 2big acces addrinuse addrnotavail afnosupport again already badf badmsg busy canceled child connaborted connrefused "
        + "connreset deadlk destaddrreq dom dquot exist fault fbig hostunreach idrm ilseq inprogress intr inval io isconn isdir loop "
        + "mfile mlink msgsize multihop nametoolong netdown netreset netunreach nfile nobufs nodev noent noexec nolck nolink nomem "
        + "nomsg noprotoopt nospc nosys notconn notdir notempty notrecoverable notsock notsup notty nxio overflow ownerdead perm pipe "
        + "proto protonosupport prototype range rofs spipe srch stale timedout txtbsy xdev notcapable").Split(' ');

    /// <summary>WASI's name in C's manner: <c>ENOENT</c>.</summary>
    public static string Of(Errno error) => "E" + ((uint)error < (uint)s_names.Length
        ? s_names[(int)error].ToUpperInvariant()
        : ((int)error).ToString(CultureInfo.InvariantCulture));
}

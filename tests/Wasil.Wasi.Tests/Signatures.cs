namespace Wasil.Wasi.Tests;

/// <summary>The functions of WASI preview 1 as its documents have them, apart from what the implementation says.</summary>
internal static class Signatures
{
    // i is an i32, l an i64, and p an address or a size, as wide as the memory's. All but proc_exit return an i32.
    private const string Listing = """
        args_get pp
        args_sizes_get pp
        clock_res_get ip
        clock_time_get ilp
        environ_get pp
        environ_sizes_get pp
        fd_advise illi
        fd_allocate ill
        fd_close i
        fd_datasync i
        fd_fdstat_get ip
        fd_fdstat_set_flags ii
        fd_fdstat_set_rights ill
        fd_filestat_get ip
        fd_filestat_set_size il
        fd_filestat_set_times illi
        fd_pread ipplp
        fd_prestat_dir_name ipp
        fd_prestat_get ip
        fd_pwrite ipplp
        fd_read ippp
        fd_readdir ipplp
        fd_renumber ii
        fd_seek ilip
        fd_sync i
        fd_tell ip
        fd_write ippp
        path_create_directory ipp
        path_filestat_get iippp
        path_filestat_set_times iipplli
        path_link iippipp
        path_open iippillip
        path_readlink ippppp
        path_remove_directory ipp
        path_rename ippipp
        path_symlink ppipp
        path_unlink_file ipp
        poll_oneoff pppp
        proc_exit i
        proc_raise i
        random_get pp
        sched_yield
        sock_accept iip
        sock_recv ippipp
        sock_send ippip
        sock_shutdown ii
        """;

    /// <summary>Names and parameters.</summary>
    public static IReadOnlyList<(string Name, string Parameters)> All { get; } =
        [.. Listing.Split('\n').Select(line => line.Trim().Split(' ')).Select(words => (words[0], words.Length > 1 ? words[1] : ""))];

    /// <summary>Whether a module has a function: <c>wasi_unstable</c> is from before connections could be accepted.</summary>
    public static bool Has(string module, string name) => module != "wasi_unstable" || name != "sock_accept";

    /// <summary>The parameters of a function.</summary>
    public static string Of(string name) => All.Single(function => function.Name == name).Parameters;
}

namespace Wasil.Wasi.Tests;

/// <summary>The functions of WASI preview 1 as its documents have them, apart from what the implementation says.</summary>
internal static class Signatures
{
    // i is an i32 and l an i64. All but proc_exit return an i32.
    private const string Listing = """
        args_get ii
        args_sizes_get ii
        clock_res_get ii
        clock_time_get ili
        environ_get ii
        environ_sizes_get ii
        fd_advise illi
        fd_allocate ill
        fd_close i
        fd_datasync i
        fd_fdstat_get ii
        fd_fdstat_set_flags ii
        fd_fdstat_set_rights ill
        fd_filestat_get ii
        fd_filestat_set_size il
        fd_filestat_set_times illi
        fd_pread iiili
        fd_prestat_dir_name iii
        fd_prestat_get ii
        fd_pwrite iiili
        fd_read iiii
        fd_readdir iiili
        fd_renumber ii
        fd_seek ilii
        fd_sync i
        fd_tell ii
        fd_write iiii
        path_create_directory iii
        path_filestat_get iiiii
        path_filestat_set_times iiiilli
        path_link iiiiiii
        path_open iiiiillii
        path_readlink iiiiii
        path_remove_directory iii
        path_rename iiiiii
        path_symlink iiiii
        path_unlink_file iii
        poll_oneoff iiii
        proc_exit i
        proc_raise i
        random_get ii
        sched_yield
        sock_accept iii
        sock_recv iiiiii
        sock_send iiiii
        sock_shutdown ii
        """;

    /// <summary>Names and parameters.</summary>
    public static IReadOnlyList<(string Name, string Parameters)> All { get; } =
        [.. Listing.Split('\n').Select(line => line.Trim().Split(' ')).Select(words => (words[0], words.Length > 1 ? words[1] : ""))];

    /// <summary>The names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(function => function.Name)];

    /// <summary>The parameters of a function.</summary>
    public static string Of(string name) => All.Single(function => function.Name == name).Parameters;
}

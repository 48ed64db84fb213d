using Wasil.Wasi.Descriptors;

namespace Wasil.Wasi.Functions;

/// <summary>
/// The functions of WASI preview 1 for one instance. They are named and numbered as in the WASI documents
/// (<c>wasi_snapshot_preview1.witx</c>); what each can do so far is said in docs/wasi.md.
/// </summary>
/// <remarks>
/// Whatever a guest passes, a function answers with an <see cref="Errno"/>, takes no memory of the host that grows with
/// the guest's numbers, and throws nothing but <see cref="WasmExitException"/>, save what the host's own streams, clocks and
/// random source throw on the host's behalf.
/// </remarks>
internal sealed partial class Preview1
{
    public const string ModuleName = "wasi_snapshot_preview1";
    public const string UnstableModuleName = "wasi_unstable";

    private readonly Configuration _configuration;
    private readonly Clocks _clocks;
    private readonly WasiRandom _random;
    private readonly Usage _usage;
    private readonly DescriptorTable _descriptors;
    private readonly Wakeups _wakeups = new();

    public Preview1(Configuration configuration, InstanceLifetime lifetime)
    {
        _configuration = configuration;
        TimeProvider clock = configuration.CreateClock();
        _clocks = new Clocks(clock);
        _usage = configuration.CreateUsage();
        _random = configuration.CreateRandom();
        _descriptors = configuration.CreateDescriptors(_usage, clock);
        lifetime.OnCommandEnd(_descriptors.Flush);
        lifetime.OnEnd(_descriptors.CloseAll);
        lifetime.OnEnd(_wakeups.Close);
    }

    /// <summary>The function that a guest knows by a name, or null. This is the list of all there are, with their parameters as the
    /// WASI documents have them; <see cref="WasiFunction"/> explains how they are written.</summary>
    private static WasiFunction? Describe(string name) => name switch
    {
        "args_get" => new(p => p.ArgsGet, "argv: pointer, argv_buf: pointer"),
        "args_sizes_get" => new(p => p.ArgsSizesGet, "-> argc: size, argv_buf_size: size"),
        "clock_res_get" => new(p => p.ClockResGet, "id: clockid -> resolution: timestamp"),
        "clock_time_get" => new(p => p.ClockTimeGet, "id: clockid, precision: timestamp -> time: timestamp"),
        "environ_get" => new(p => p.EnvironGet, "environ: pointer, environ_buf: pointer"),
        "environ_sizes_get" => new(p => p.EnvironSizesGet, "-> environc: size, environ_buf_size: size"),
        "fd_advise" => new(p => p.FdAdvise, "fd: fd, offset: filesize, len: filesize, advice: advice"),
        "fd_allocate" => new(p => p.FdAllocate, "fd: fd, offset: filesize, len: filesize"),
        "fd_close" => new(p => p.FdClose, "fd: fd"),
        "fd_datasync" => new(p => p.FdDatasync, "fd: fd"),
        "fd_fdstat_get" => new(p => p.FdFdstatGet, "fd: fd -> stat: fdstat"),
        "fd_fdstat_set_flags" => new(p => p.FdFdstatSetFlags, "fd: fd, flags: fdflags"),
        "fd_fdstat_set_rights" => new(p => p.FdFdstatSetRights, "fd: fd, fs_rights_base: rights, fs_rights_inheriting: rights"),
        "fd_filestat_get" => new(p => p.FdFilestatGet, "fd: fd -> buf: filestat"),
        "fd_filestat_set_size" => new(p => p.FdFilestatSetSize, "fd: fd, size: filesize"),
        "fd_filestat_set_times" => new(p => p.FdFilestatSetTimes, "fd: fd, atim: timestamp, mtim: timestamp, fst_flags: fstflags"),
        "fd_pread" => new(p => p.FdPread, "fd: fd, iovs: iovec_array, offset: filesize -> nread: size"),
        "fd_prestat_dir_name" => new(p => p.FdPrestatDirName, "fd: fd, path: out_buffer"),
        "fd_prestat_get" => new(p => p.FdPrestatGet, "fd: fd -> buf: prestat"),
        "fd_pwrite" => new(p => p.FdPwrite, "fd: fd, iovs: ciovec_array, offset: filesize -> nwritten: size"),
        "fd_read" => new(p => p.FdRead, "fd: fd, iovs: iovec_array -> nread: size"),
        "fd_readdir" => new(p => p.FdReaddir, "fd: fd, buf: out_dirents, cookie: dircookie -> bufused: size"),
        "fd_renumber" => new(p => p.FdRenumber, "fd: fd, to: fd"),
        "fd_seek" => new(p => p.FdSeek, "fd: fd, offset: filedelta, whence: whence -> newoffset: filesize"),
        "fd_sync" => new(p => p.FdSync, "fd: fd"),
        "fd_tell" => new(p => p.FdTell, "fd: fd -> offset: filesize"),
        "fd_write" => new(p => p.FdWrite, "fd: fd, iovs: ciovec_array -> nwritten: size"),
        "path_create_directory" => new(p => p.PathCreateDirectory, "fd: fd, path: string"),
        "path_filestat_get" => new(p => p.PathFilestatGet, "fd: fd, flags: lookupflags, path: string -> buf: filestat"),
        "path_filestat_set_times" => new(
            p => p.PathFilestatSetTimes, "fd: fd, flags: lookupflags, path: string, atim: timestamp, mtim: timestamp, fst_flags: fstflags"),
        "path_link" => new(p => p.PathLink, "old_fd: fd, old_flags: lookupflags, old_path: string, new_fd: fd, new_path: string"),
        "path_open" => new(
            p => p.PathOpen,
            "fd: fd, dirflags: lookupflags, path: string, oflags: oflags, "
            + "fs_rights_base: rights, fs_rights_inheriting: rights, fdflags: fdflags -> opened_fd: fd"),
        "path_readlink" => new(p => p.PathReadlink, "fd: fd, path: string, buf: out_buffer -> bufused: size"),
        "path_remove_directory" => new(p => p.PathRemoveDirectory, "fd: fd, path: string"),
        "path_rename" => new(p => p.PathRename, "fd: fd, old_path: string, new_fd: fd, new_path: string"),
        "path_symlink" => new(p => p.PathSymlink, "old_path: string, fd: fd, new_path: string"),
        "path_unlink_file" => new(p => p.PathUnlinkFile, "fd: fd, path: string"),
        "poll_oneoff" => new(p => p.PollOneoff, "in: subscriptions, out: out_events, nsubscriptions: size -> nevents: size"),
        "proc_exit" => new(p => p.ProcExit, "rval: exitcode"),
        "proc_raise" => new(p => p.ProcRaise, "sig: signal"),
        "random_get" => new(p => p.RandomGet, "buf: out_buffer"),
        "sched_yield" => new(p => p.SchedYield, ""),
        "sock_accept" => new(p => p.SockAccept, "fd: fd, flags: fdflags -> accepted_fd: fd"),
        "sock_recv" => new(p => p.SockRecv, "fd: fd, ri_data: iovec_array, ri_flags: riflags -> ro_datalen: size, ro_flags: roflags"),
        "sock_send" => new(p => p.SockSend, "fd: fd, si_data: ciovec_array, si_flags: siflags -> so_datalen: size"),
        "sock_shutdown" => new(p => p.SockShutdown, "fd: fd, how: sdflags"),
        _ => null,
    };

    /// <summary>The same for <c>wasi_unstable</c>, the version before: it differs in what is listed here.</summary>
    private static WasiFunction? DescribeUnstable(string name) => name switch
    {
        "fd_filestat_get" => new(p => p.FdFilestatGetUnstable, "fd: fd -> buf: unstable_filestat"),
        "fd_seek" => new(p => p.FdSeekUnstable, "fd: fd, offset: filedelta, whence: unstable_whence -> newoffset: filesize"),
        "path_filestat_get" => new(
            p => p.PathFilestatGetUnstable, "fd: fd, flags: lookupflags, path: string -> buf: unstable_filestat"),
        "poll_oneoff" => new(
            p => p.PollOneoffUnstable, "in: unstable_subscriptions, out: out_events, nsubscriptions: size -> nevents: size"),
        "sock_accept" => null,
        _ => Describe(name),
    };

    /// <summary>The function that an import asks for, or null where it is none of WASI's.</summary>
    public static WasiFunction? Find(ImportType import) => import.Module switch
    {
        ModuleName => Describe(import.Name),
        UnstableModuleName => DescribeUnstable(import.Name),
        _ => null,
    };
}

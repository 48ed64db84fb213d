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
    private readonly DescriptorTable _descriptors;
    private readonly Wakeups _wakeups = new();

    public Preview1(Configuration configuration, InstanceLifetime lifetime)
    {
        _configuration = configuration;
        _clocks = configuration.CreateClocks();
        _random = configuration.CreateRandom();
        _descriptors = configuration.CreateDescriptors();
        lifetime.OnCommandEnd(_descriptors.Flush);
        lifetime.OnEnd(_descriptors.CloseAll);
        lifetime.OnEnd(_wakeups.Close);
    }

    /// <summary>The function that a guest knows by a name, or null. This is the list of all there are.</summary>
    public Delegate? Find(string name) => name switch
    {
        "args_get" => ArgsGet,
        "args_sizes_get" => ArgsSizesGet,
        "clock_res_get" => ClockResGet,
        "clock_time_get" => ClockTimeGet,
        "environ_get" => EnvironGet,
        "environ_sizes_get" => EnvironSizesGet,
        "fd_advise" => FdAdvise,
        "fd_allocate" => FdAllocate,
        "fd_close" => FdClose,
        "fd_datasync" => FdDatasync,
        "fd_fdstat_get" => FdFdstatGet,
        "fd_fdstat_set_flags" => FdFdstatSetFlags,
        "fd_fdstat_set_rights" => FdFdstatSetRights,
        "fd_filestat_get" => FdFilestatGet,
        "fd_filestat_set_size" => FdFilestatSetSize,
        "fd_filestat_set_times" => FdFilestatSetTimes,
        "fd_pread" => FdPread,
        "fd_prestat_dir_name" => FdPrestatDirName,
        "fd_prestat_get" => FdPrestatGet,
        "fd_pwrite" => FdPwrite,
        "fd_read" => FdRead,
        "fd_readdir" => FdReaddir,
        "fd_renumber" => FdRenumber,
        "fd_seek" => FdSeek,
        "fd_sync" => FdSync,
        "fd_tell" => FdTell,
        "fd_write" => FdWrite,
        "path_create_directory" => PathCreateDirectory,
        "path_filestat_get" => PathFilestatGet,
        "path_filestat_set_times" => PathFilestatSetTimes,
        "path_link" => PathLink,
        "path_open" => PathOpen,
        "path_readlink" => PathReadlink,
        "path_remove_directory" => PathRemoveDirectory,
        "path_rename" => PathRename,
        "path_symlink" => PathSymlink,
        "path_unlink_file" => PathUnlinkFile,
        "poll_oneoff" => PollOneoff,
        "proc_exit" => ProcExit,
        "proc_raise" => ProcRaise,
        "random_get" => RandomGet,
        "sched_yield" => SchedYield,
        "sock_accept" => SockAccept,
        "sock_recv" => SockRecv,
        "sock_send" => SockSend,
        "sock_shutdown" => SockShutdown,
        _ => null,
    };

    /// <summary>The same for <c>wasi_unstable</c>, the version before: it differs in what is listed here.</summary>
    public Delegate? FindUnstable(string name) => name switch
    {
        "fd_filestat_get" => FdFilestatGetUnstable,
        "fd_seek" => FdSeekUnstable,
        "path_filestat_get" => PathFilestatGetUnstable,
        "poll_oneoff" => PollOneoffUnstable,
        "sock_accept" => null,
        _ => Find(name),
    };
}

using Wasil.Tests;
using Wasil.Wasi;

namespace Wasil.Emscripten.Tests;

/// <summary>The functions of Emscripten's library that are served, as its headers and <c>libsigs.js</c> have them; see
/// <see cref="HostCalls"/> for how types are written.</summary>
internal static class RandomCalls
{
    // Those of programs without threads.
    private const string Listing = """
        abort -
        _abort_js -
        __assert_fail ppip
        exit i
        emscripten_force_exit i
        emscripten_notify_memory_growth p
        emscripten_resize_heap p i
        emscripten_get_heap_max - p
        emscripten_memcpy_js ppp
        _emscripten_memcpy_js ppp
        emscripten_memcpy_big ppp p
        _emscripten_memmove ppp p
        setTempRet0 i
        getTempRet0 - i
        _emscripten_throw_longjmp -
        emscripten_longjmp pi
        invoke_v p
        invoke_i p i
        invoke_vi pi
        invoke_vp pp
        invoke_iii pii i
        invoke_pp pp p
        invoke_vj pj
        invoke_ddd pdd d
        invoke_fiiiiiiii piiiiiiii f
        __cxa_throw ppp
        __cxa_rethrow -
        __cxa_begin_catch p p
        __cxa_end_catch -
        __cxa_get_exception_ptr p p
        __cxa_uncaught_exceptions - i
        __cxa_current_primary_exception - p
        __cxa_current_exception_type - p
        __cxa_rethrow_primary_exception p
        __cxa_call_unexpected p
        __cxa_find_matching_catch_2 - p
        __cxa_find_matching_catch_4 pp p
        __resumeException p
        llvm_eh_typeid_for p i
        emscripten_date_now - d
        emscripten_get_now - d
        emscripten_performance_now - d
        emscripten_get_now_res - d
        _emscripten_get_now_is_monotonic - i
        _tzset_js pppp
        _localtime_js jp i
        _gmtime_js jp i
        _mktime_js p j
        _timegm_js p j
        strftime pppp p
        strftime_l ppppp p
        emscripten_random - d
        getentropy pp i
        emscripten_console_log p
        emscripten_console_warn p
        emscripten_console_error p
        emscripten_out p
        emscripten_err p
        _emscripten_get_progname pi
        _emscripten_system p i
        system p i
        emscripten_has_asyncify - i
        emscripten_exit_with_live_runtime -
        _emscripten_runtime_keepalive_clear -
        _setitimer_js id i
        __call_sighandler pi
        emscripten_check_blocking_allowed -
        _mmap_js piiijpp i
        _munmap_js ppiiij i
        _msync_js ppiiij i
        __syscall_openat ipip i
        __syscall_fcntl64 iip i
        __syscall_ioctl iip i
        __syscall_stat64 pp i
        __syscall_lstat64 pp i
        __syscall_fstat64 ip i
        __syscall_newfstatat ippi i
        __syscall_statfs64 ppp i
        __syscall_fstatfs64 ipp i
        __syscall_getdents64 ipp i
        __syscall_getcwd pp i
        __syscall_chdir p i
        __syscall_fchdir i i
        __syscall_mkdirat ipi i
        __syscall_unlinkat ipi i
        __syscall_rmdir p i
        __syscall_renameat ipip i
        __syscall_symlink pp i
        __syscall_symlinkat pip i
        __syscall_linkat ipipi i
        __syscall_readlinkat ippp i
        __syscall_faccessat ipii i
        __syscall_chmod pi i
        __syscall_fchmod ii i
        __syscall_fchmodat ipii i
        __syscall_fchmodat2 ipii i
        __syscall_fchown32 iii i
        __syscall_fchownat ipiii i
        __syscall_truncate64 pj i
        __syscall_ftruncate64 ij i
        __syscall_fallocate iijj i
        __syscall_fadvise64 ijji i
        __syscall_fdatasync i i
        __syscall_utimensat ippi i
        __syscall_dup i i
        __syscall_dup3 iii i
        __syscall_pipe p i
        __syscall_pipe2 pi i
        __syscall_poll pii i
        __syscall_poll_nonblocking pi i
        __syscall_umask i i
        __syscall_getuid32 - i
        __syscall_geteuid32 - i
        __syscall_getgid32 - i
        __syscall_getegid32 - i
        __syscall_madvise ppi i
        __syscall_mknodat ipii i
        __syscall_mremap pppip i
        __syscall__newselect ipppp i
        __syscall_socket iiiiii i
        __syscall_listen iiiiii i
        __syscall_shutdown iiiiii i
        __syscall_connect ipiiii i
        __syscall_bind ipiiii i
        __syscall_sendmsg ipiiii i
        __syscall_recvmsg ipiiii i
        __syscall_accept4 ippiii i
        __syscall_getsockname ippiii i
        __syscall_getpeername ippiii i
        __syscall_sendto ippipi i
        __syscall_recvfrom ippipp i
        __syscall_getsockopt iiippi i
        __syscall_setsockopt iiipii i
        __syscall_epoll_create1 i i
        __syscall_epoll_ctl iiip i
        __syscall_epoll_pwait ipiipp i
        wasi_snapshot_preview1:fd_close i i
        wasi_snapshot_preview1:fd_read ippp i
        wasi_snapshot_preview1:fd_write ippp i
        wasi_snapshot_preview1:fd_seek ijip i
        wasi_snapshot_preview1:fd_pread ippjp i
        wasi_snapshot_preview1:fd_pwrite ippjp i
        wasi_snapshot_preview1:fd_sync i i
        wasi_snapshot_preview1:fd_fdstat_get ip i
        wasi_snapshot_preview1:clock_time_get ijp i
        wasi_snapshot_preview1:environ_get pp i
        wasi_snapshot_preview1:environ_sizes_get pp i
        wasi_snapshot_preview1:random_get pp i
        """;

    /// <summary>Calls of them.</summary>
    public static HostCalls Create() => new(Listing, () => new WasmImports().AddEmscripten(
        new WasiOptions { Args = ["guest", "x"], Environment = { ["A"] = "b" }, Stdin = new MemoryStream(new byte[99]), Stdout = Stream.Null },
        new EmscriptenOptions { FileBytes = 1 << 20, Descriptors = 20 }))
    {
        Exports = Exports,
    };

    /// <summary>What a guest exports for them, now and then less than all of it, and with functions that do more than they should.</summary>
    private static string Exports(Random random, bool is64)
    {
        string p = is64 ? "i64" : "i32";
        bool Has() => random.Next(8) > 0;
        string Optional(string text) => Has() ? text : "";
        // Without it there are no wide addresses either.
        string memory = random.Next(16) switch
        {
            0 when !is64 => "",
            1 when !is64 => "(memory 1)",
            _ => $"(memory (export \"memory\") {p} 1 40)",
        };
        // Called back, a guest may throw in turn, or come to no end.
        string[] ways = ["", "", "", "(call $longjmp)", "unreachable", $"(call $throw ({p}.const 1024) ({p}.const 64) ({p}.const 0))"];
        string Way() => ways[random.Next(ways.Length)];
        return $"""
            (import "env" "_emscripten_throw_longjmp" (func $longjmp))
            (import "env" "__cxa_throw" (func $throw (param {p} {p} {p})))
            {memory}
            (table {Optional("(export \"__indirect_function_table\")")} {(is64 ? "i64" : "")} 9 funcref)
            (elem ({p}.const 0) func $nothing $one $int $ints $pointer $pointers $forever $doubles)
            (func $nothing {Way()})
            (func $one (result i32) (i32.const 1) {Way()})
            (func $int (param i32) {Way()})
            (func $ints (param i32 i32) (result i32) (local.get 1) {Way()})
            (func $pointer (param {p}) {Way()})
            (func $pointers (param {p}) (result {p}) (local.get 0) {Way()})
            (func $forever (loop (br 0)))
            (func $doubles (param f64 f64) (result f64) (local.get 0) {Way()})
            {Optional($"(func (export \"emscripten_stack_get_current\") (result {p}) ({p}.const 4096) {Way()})")}
            {Optional($"(func (export \"_emscripten_stack_restore\") (param {p}) {Way()})")}
            {Optional($"(func (export \"setThrew\") (param {p} i32) {Way()})")}
            {Optional($"(func (export \"__cxa_increment_exception_refcount\") (param {p}) {Way()})")}
            {Optional($"(func (export \"__cxa_decrement_exception_refcount\") (param {p}) {Way()})")}
            {Optional($"(func (export \"__cxa_can_catch\") (param {p} {p} {p}) (result i32) (i32.const {random.Next(2)}) {Way()})")}
            {(random.Next(4) == 0 ? $"(func (export \"__cxa_get_exception_ptr\") (param {p}) (result {(Has() ? p : "f32")}) {(Has() ? "(local.get 0)" : "unreachable")} unreachable)" : "")}
            {Optional($"(func (export \"emscripten_builtin_memalign\") (param {p} {p}) (result {p}) ({p}.const {(Has() ? 8192 : -8)}) {Way()})")}
            {Optional($"(func (export \"_emscripten_tempret_set\") (param {(Has() ? "i32" : "f64")}) {Way()})")}
            {Optional($"(func (export \"fflush\") (param {(Has() ? p : "f32")}) (result i32) (i32.const 0) {Way()})")}
            {Optional($"(func (export \"__funcs_on_exit\") {Way()})")}
            """;
    }
}

namespace Wasil.Emscripten.Threads;

/// <summary>What programs with threads import for them.</summary>
internal static class ThreadNames
{
    private static readonly string[] OfC =
    [
        "__pthread_create_js", "_emscripten_init_main_thread_js", "_emscripten_thread_cleanup", "_emscripten_thread_set_strongref",
        "_emscripten_thread_mailbox_await", "_emscripten_notify_mailbox_postmessage", "_emscripten_receive_on_main_thread_js",
        "_emscripten_thread_exit_joinable", "_emscripten_default_pthread_stack_size", "emscripten_unwind_to_js_event_loop",
        "emscripten_runtime_keepalive_push", "emscripten_runtime_keepalive_pop", "emscripten_runtime_keepalive_check",
        "emscripten_futex_wait", "emscripten_futex_wake", "emscripten_num_logical_cores",
    ];

    /// <summary>All, also as old compilers import them: with the underscore that JavaScript puts before the names of C.</summary>
    public static HashSet<string> All { get; } = [.. OfC, .. OfC.Where(name => name.StartsWith("_emscripten_", StringComparison.Ordinal)).Select(name => "_" + name)];

    /// <summary>The name in C.</summary>
    public static string InC(string name) => name.StartsWith("__emscripten_", StringComparison.Ordinal) ? name[1..] : name;
}

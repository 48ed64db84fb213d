namespace Wasil.Emscripten.Tests;

/// <summary>Every function that is said to be served is there, in the type that the compiler's own modules expect.</summary>
public class NameTests
{
    [Fact]
    public void Every_import_of_the_guests_is_served()
    {
        foreach (string path in Directory.GetFiles(Path.Combine(Places.Repository, "tests", "guests", "emscripten"), "*.wasm"))
        {
            if (Path.GetFileName(path).StartsWith("minified", StringComparison.Ordinal))
                continue;
            using var guest = new Guest(WasmEngine.Default.Compile(File.ReadAllBytes(path)));
            Assert.NotNull(guest.Instance);
        }
    }

    [Theory]
    [InlineData("emscripten_date_now", "", "f64")]
    [InlineData("emscripten_performance_now", "", "f64")]
    [InlineData("emscripten_get_now_res", "", "f64")]
    [InlineData("_emscripten_get_now_is_monotonic", "", "i32")]
    [InlineData("emscripten_random", "", "f64")]
    [InlineData("setTempRet0", "i32", "")]
    [InlineData("getTempRet0", "", "i32")]
    [InlineData("__cxa_uncaught_exceptions", "", "i32")]
    [InlineData("__cxa_current_exception_type", "", "i32")]
    [InlineData("__cxa_current_primary_exception", "", "i32")]
    [InlineData("__cxa_rethrow_primary_exception", "i32", "")]
    [InlineData("__cxa_call_unexpected", "i32", "")]
    [InlineData("__cxa_get_exception_ptr", "i32", "i32")]
    [InlineData("llvm_eh_typeid_for", "i32", "i32")]
    [InlineData("emscripten_notify_memory_growth", "i32", "")]
    [InlineData("emscripten_memcpy_big", "i32 i32 i32", "i32")]
    [InlineData("emscripten_memcpy_big", "i32 i32 i32", "")]
    [InlineData("__syscall_ftruncate64", "i32 i64", "i32")]
    [InlineData("__syscall_ftruncate64", "i32 i32 i32", "i32")]
    [InlineData("__syscall_fadvise64", "i32 i64 i64 i32", "i32")]
    [InlineData("__syscall_fadvise64", "i32 i32 i32 i32 i32 i32", "i32")]
    [InlineData("_timegm_js", "i32", "i64")]
    [InlineData("_timegm_js", "i32", "i32")]
    [InlineData("__syscall_socket", "i32 i32 i32 i32 i32 i32", "i32")]
    [InlineData("invoke_viiiiiiiii", "i32 i32 i32 i32 i32 i32 i32 i32 i32 i32", "")]
    [InlineData("invoke_jffdd", "i32 f32 f32 f64 f64", "i64")]
    [InlineData("__pthread_create_js", "i32 i32 i32 i32", "i32")]
    [InlineData("_emscripten_init_main_thread_js", "i32", "")]
    [InlineData("__emscripten_init_main_thread_js", "i32", "")]
    [InlineData("_emscripten_thread_cleanup", "i32", "")]
    [InlineData("__emscripten_thread_cleanup", "i32", "")]
    [InlineData("_emscripten_thread_mailbox_await", "i32", "")]
    [InlineData("_emscripten_thread_set_strongref", "i32", "")]
    [InlineData("_emscripten_thread_exit_joinable", "i32", "")]
    [InlineData("_emscripten_notify_mailbox_postmessage", "i32 i32", "")]
    [InlineData("_emscripten_notify_mailbox_postmessage", "i32 i32 i32", "")]
    [InlineData("_emscripten_receive_on_main_thread_js", "i32 i32 i32 i32 i32", "f64")]
    [InlineData("_emscripten_receive_on_main_thread_js", "i32 i32 i32 i32 i32 i32 i32", "f64")]
    [InlineData("_emscripten_default_pthread_stack_size", "", "i32")]
    [InlineData("emscripten_unwind_to_js_event_loop", "", "")]
    [InlineData("emscripten_runtime_keepalive_pop", "", "")]
    [InlineData("emscripten_futex_wait", "i32 i32 f64", "i32")]
    [InlineData("emscripten_futex_wake", "i32 i32", "i32")]
    [InlineData("emscripten_num_logical_cores", "", "i32")]
    [InlineData("__cxa_find_matching_catch_6", "i32 i32 i32 i32", "i32")]
    public void A_function_has_the_compilers_type(string name, string parameters, string result)
    {
        var module = WasmEngine.Default.Compile($"""
            (import "env" "{name}" (func{(parameters.Length == 0 ? "" : $" (param {parameters})")}{(result.Length == 0 ? "" : $" (result {result})")}))
            """);
        Assert.True(EmscriptenImports.Serves(module.Imports[0]));
        using var guest = new Guest(module);
        Assert.NotNull(guest.Instance);
    }
}

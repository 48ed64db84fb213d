namespace Wasil.Emscripten.Tests;

/// <summary>Guests that use the functions wrongly: each gets a clear error, and the host goes on.</summary>
public class HostileGuestTests
{
    private const string Stack = """
        (func (export "emscripten_stack_get_current") (result i32) (i32.const 64))
        (func (export "_emscripten_stack_restore") (param i32))
        (func (export "setThrew") (param i32 i32))
        """;

    public static TheoryData<WasmEngineMode> Modes => Guest.Modes;

    [Theory]
    [InlineData("(import \"env\" \"emscripten_resize_heap\" (func (param i64) (result i32)))", "emscripten_resize_heap")]
    [InlineData("(import \"env\" \"__cxa_throw\" (func (param i32)))", "__cxa_throw")]
    [InlineData("(import \"env\" \"invoke_v\" (func))", "invoke_v")]
    [InlineData("(import \"env\" \"invoke_v\" (func (param f32)))", "invoke_v")]
    [InlineData("(import \"env\" \"invoke_v\" (func (param i32) (result i32 i32)))", "invoke_v")]
    [InlineData("(import \"env\" \"__cxa_find_matching_catch_3\" (func (param i64) (result i32)))", "__cxa_find_matching_catch_3")]
    [InlineData("(import \"env\" \"__cxa_find_matching_catch_2\" (func))", "__cxa_find_matching_catch_2")]
    [InlineData("(import \"env\" \"__syscall_openat\" (func (param i32) (result i32)))", "__syscall_openat")]
    [InlineData("(import \"env\" \"_mktime_js\" (func (param i64) (result i64)))", "_mktime_js")]
    [InlineData("(import \"env\" \"abort\" (global i32))", "abort")]
    [InlineData("(import \"env\" \"__cxa_throw\" (func (param i32 i32 i32))) (memory (export \"memory\") i64 1)", "__cxa_throw")]
    [InlineData("(import \"env\" \"invoke_v\" (func (param i32))) (memory (export \"memory\") i64 1)", "invoke_v")]
    [InlineData("(import \"wasi_snapshot_preview1\" \"fd_seek\" (func (param i32 i64 i32 i32) (result i32))) (memory (export \"memory\") i64 1)", "fd_seek")]
    [InlineData("(import \"env\" \"__pthread_create_js\" (func (param i32 i32 i32 i32) (result i32))) (memory (export \"memory\") i64 1)", "__pthread_create_js")]
    public void A_wrong_type_is_named_before_anything_runs(string text, string name)
    {
        using Guest guest = Guest.OfText(text);
        LinkException error = Assert.Throws<LinkException>(() => guest.Instance);
        Assert.Equal(name, error.ImportName);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("__cxa_throw", "i32 i32 i32", "(i32.const 0) (i32.const 0) (i32.const 0)")]
    [InlineData("__cxa_begin_catch", "i32", "(i32.const -1)", "i32")]
    [InlineData("__cxa_end_catch", "", "")]
    [InlineData("__cxa_rethrow", "", "")]
    [InlineData("__resumeException", "i32", "(i32.const -8)")]
    [InlineData("_emscripten_throw_longjmp", "", "")]
    [InlineData("emscripten_longjmp", "i32 i32", "(i32.const 0) (i32.const 0)")]
    [InlineData("__assert_fail", "i32 i32 i32 i32", "(i32.const -1) (i32.const 70000) (i32.const 3) (i32.const 1)")]
    [InlineData("emscripten_console_log", "i32", "(i32.const -1)")]
    [InlineData("_emscripten_memcpy_js", "i32 i32 i32", "(i32.const 65530) (i32.const 0) (i32.const 7)")]
    [InlineData("_emscripten_memcpy_js", "i32 i32 i32", "(i32.const 0) (i32.const 0) (i32.const -1)")]
    [InlineData("getentropy", "i32 i32", "(i32.const 65500) (i32.const 256)", "i32")]
    [InlineData("_localtime_js", "i64 i32", "(i64.const 0) (i32.const 65530)")]
    [InlineData("_mktime_js", "i32", "(i32.const -4)", "i64")]
    [InlineData("_tzset_js", "i32 i32 i32 i32", "(i32.const 0) (i32.const 0) (i32.const 65535) (i32.const 65535)")]
    [InlineData("__syscall_openat", "i32 i32 i32 i32", "(i32.const -100) (i32.const 70000) (i32.const 0) (i32.const 0)", "i32")]
    [InlineData("__syscall_stat64", "i32 i32", "(i32.const 32) (i32.const 65500)", "i32")]
    [InlineData("__syscall_getcwd", "i32 i32", "(i32.const 65536) (i32.const 100)", "i32")]
    [InlineData("__syscall_pipe", "i32", "(i32.const -2)", "i32")]
    [InlineData("__syscall_poll", "i32 i32 i32", "(i32.const 65530) (i32.const 2) (i32.const 0)", "i32")]
    [InlineData("invoke_v", "i32", "(i32.const 9)")]
    [InlineData("invoke_v", "i32", "(i32.const -1)")]
    [InlineData("invoke_v", "i32", "(i32.const 1)")]
    [InlineData("invoke_vi", "i32 i32", "(i32.const 0) (i32.const 0)")]
    [InlineData("invoke_vj", "i32 i64", "(i32.const 0) (i64.const 0)")]
    public void A_pointer_or_index_out_of_range_is_a_trap(string name, string parameters, string arguments, string result = "")
    {
        using Guest guest = Guest.OfText($"""
            (import "env" "{name}" (func $import (param {parameters}){(result.Length == 0 ? "" : $" (result {result})")}))
            (memory (export "memory") 1)
            (data (i32.const 32) "/tmp\00")
            (table (export "__indirect_function_table") 2 funcref)
            (elem (i32.const 0) $nothing)
            {Stack}
            (func $nothing)
            (func (export "run") (call $import {arguments}){(result.Length == 0 ? "" : " (drop)")})
            (func (export "two") (result i32) (i32.const 2))
            """.Replace(" (drop)", " drop", StringComparison.Ordinal));
        TrapException trap = Assert.Throws<TrapException>(guest.Instance.GetFunction<Action>("run"));
        Assert.NotEmpty(trap.Message);
        Assert.Equal(2, guest.Instance.GetFunction<Func<int>>("two")());
    }

    [Theory]
    [InlineData("__cxa_throw", "i64 i64 i64", "(i64.const 0) (i64.const 0) (i64.const 0)")]
    [InlineData("__cxa_throw", "i64 i64 i64", "(i64.const 0x1_0000_0400) (i64.const 0) (i64.const 0)")]
    [InlineData("__cxa_begin_catch", "i64", "(i64.const 0x8000_0000_0000_0030)", "i64")]
    [InlineData("__cxa_end_catch", "", "")]
    [InlineData("__resumeException", "i64", "(i64.const -8)")]
    [InlineData("__assert_fail", "i64 i64 i32 i64", "(i64.const -1) (i64.const 0x1_0000_0000) (i32.const 3) (i64.const 1)")]
    [InlineData("emscripten_console_log", "i64", "(i64.const 0x1_0000_0020)")]
    [InlineData("_emscripten_memcpy_js", "i64 i64 i64", "(i64.const 0x1_0000_0000) (i64.const 0) (i64.const 7)")]
    [InlineData("_emscripten_memcpy_js", "i64 i64 i64", "(i64.const 0) (i64.const 0) (i64.const 0x1_0000_0001)")]
    [InlineData("_localtime_js", "i64 i64", "(i64.const 0) (i64.const -40)", "i32")]
    [InlineData("_mktime_js", "i64", "(i64.const 0x1_0000_0000)", "i64")]
    [InlineData("_tzset_js", "i64 i64 i64 i64", "(i64.const -8) (i64.const 0) (i64.const 0) (i64.const 0)")]
    [InlineData("__syscall_openat", "i32 i64 i32 i64", "(i32.const -100) (i64.const 0x1_0000_0020) (i32.const 0) (i64.const 0)", "i32")]
    [InlineData("__syscall_openat", "i32 i64 i32 i64", "(i32.const -100) (i64.const 32) (i32.const 64) (i64.const -2)", "i32")]
    [InlineData("__syscall_stat64", "i64 i64", "(i64.const 32) (i64.const 0x1_0000_0100)", "i32")]
    [InlineData("__syscall_getcwd", "i64 i64", "(i64.const 0x1_0000_0000) (i64.const -1)", "i32")]
    [InlineData("__syscall_getdents64", "i32 i64 i64", "(i32.const 3) (i64.const -280) (i64.const -1)", "i32")]
    [InlineData("__syscall_fcntl64", "i32 i32 i64", "(i32.const 1) (i32.const 5) (i64.const 64)", "i32")]
    [InlineData("__syscall_pipe2", "i64 i32", "(i64.const -2) (i32.const 0)", "i32")]
    [InlineData("__syscall_poll", "i64 i32 i32", "(i64.const -8) (i32.const 2) (i32.const 0)", "i32")]
    [InlineData("__syscall_statfs64", "i64 i64 i64", "(i64.const 32) (i64.const 120) (i64.const 0x1_0000_0000)", "i32")]
    [InlineData("invoke_v", "i64", "(i64.const 0x1_0000_0000)")]
    [InlineData("invoke_v", "i64", "(i64.const -1)")]
    [InlineData("invoke_vj", "i64 i64", "(i64.const 0) (i64.const 0)")]
    public void An_address_above_what_a_memory_has_is_a_trap(string name, string parameters, string arguments, string result = "")
    {
        using Guest guest = Guest.OfText($"""
            (import "env" "{name}" (func $import (param {parameters}){(result.Length == 0 ? "" : $" (result {result})")}))
            (import "env" "__syscall_openat" (func $open (param i32 i64 i32 i64) (result i32)))
            (memory (export "memory") i64 1)
            (data (i64.const 32) "/tmp\00")
            (data (i64.const 64) "\20\00\00\00\01\00\00\00")
            (table (export "__indirect_function_table") i64 2 funcref)
            (elem (table 0) (i64.const 0) func $nothing)
            (func (export "emscripten_stack_get_current") (result i64) (i64.const 64))
            (func (export "_emscripten_stack_restore") (param i64))
            (func (export "setThrew") (param i64 i32))
            (func $nothing)
            (func (export "run")
              (call $open (i32.const -100) (i64.const 32) (i32.const 0) (i64.const 0)) drop
              (call $import {arguments}){(result.Length == 0 ? "" : " drop")})
            (func (export "two") (result i32) (i32.const 2))
            """);
        TrapException trap = Assert.Throws<TrapException>(guest.Instance.GetFunction<Action>("run"));
        Assert.NotEmpty(trap.Message);
        Assert.Equal(2, guest.Instance.GetFunction<Func<int>>("two")());
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Traps_exits_and_exceptions_of_the_host_pass_through_invoke(WasmEngineMode mode)
    {
        using var guest = new Guest(new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile($"""
            (import "env" "invoke_vi" (func $invoke (param i32 i32)))
            (import "env" "invoke_dd" (func $invoke_slowly (param i32 f64) (result f64)))
            (import "env" "exit" (func $exit (param i32)))
            (import "env" "_emscripten_throw_longjmp" (func $longjmp))
            (import "test" "fail" (func $fail))
            (memory (export "memory") 1)
            (global $threw (export "threw") (mut i32) (i32.const 0))
            (global $stack (export "stack") (mut i32) (i32.const 4096))
            (func (export "emscripten_stack_get_current") (result i32) (global.get $stack))
            (func (export "_emscripten_stack_restore") (param i32) (global.set $stack (local.get 0)))
            (func (export "setThrew") (param i32 i32)
              (if (i32.eqz (global.get $threw)) (then (global.set $threw (local.get 0)))))
            (table (export "__indirect_function_table") 2 funcref)
            (elem (i32.const 0) $what $what_slowly)
            (func $what (param i32)
              (global.set $stack (i32.const 1))
              (block (block (block (block (block (br_table 0 1 2 3 4 (local.get 0)))
                unreachable)
                (call $exit (i32.const 44)))
                (call $fail))
                (call $longjmp))
              (call $invoke (i32.const 0) (i32.const 3)))
            (func $what_slowly (param f64) (result f64) (call $what (i32.trunc_f64_s (local.get 0))) (local.get 0))
            (func (export "run") (param i32) (call $invoke (i32.const 0) (local.get 0)))
            (func (export "run_slowly") (param i32) (result f64)
              (call $invoke_slowly (i32.const 1) (f64.convert_i32_s (local.get 0))))
            """));
        var failure = new InvalidOperationException("the host's");
        guest.More.Define("test", "fail", void () => throw failure);
        WasmInstance instance = guest.Instance;
        var run = instance.GetFunction<Action<int>>("run");
        var slowly = instance.GetFunction<Func<int, double>>("run_slowly");
        foreach (Action<int> way in (Action<int>[])[run, what => slowly(what)])
        {
            Assert.Equal(TrapKind.Unreachable, Assert.Throws<TrapException>(() => way(0)).Kind);
            Assert.Equal(44, Assert.Throws<WasmExitException>(() => way(1)).ExitCode);
            Assert.Same(failure, Assert.Throws<InvalidOperationException>(() => way(2)));
            Assert.Equal(0, instance.GetGlobal("threw").Value.AsInt32());
            instance.GetGlobal("stack").Value = 4096;
            way(3);
            Assert.Equal(1, instance.GetGlobal("threw").Value.AsInt32());
            Assert.Equal(4096, instance.GetGlobal("stack").Value.AsInt32());
            instance.GetGlobal("threw").Value = 0;
        }

        // Nested: the inner one lands, and the outer one returns as usual.
        run(4);
        Assert.Equal(1, instance.GetGlobal("threw").Value.AsInt32());
        Assert.Equal(1, instance.GetGlobal("stack").Value.AsInt32());
    }

    [Theory]
    [InlineData("_emscripten_stack_restore", "i32")]
    [InlineData("setThrew", "i32 i32")]
    public void What_is_thrown_while_landing_is_caught_by_nobody(string name, string parameters)
    {
        string other = name == "setThrew" ? "_emscripten_stack_restore\") (param i32)" : "setThrew\") (param i32 i32)";
        using Guest guest = Guest.OfText($"""
            (import "env" "invoke_v" (func $invoke (param i32)))
            (import "env" "invoke_vd" (func $invoke_slowly (param i32 f64)))
            (import "env" "_emscripten_throw_longjmp" (func $longjmp))
            (memory (export "memory") 1)
            (table (export "__indirect_function_table") 2 funcref)
            (elem (i32.const 0) $jump $jump_slowly)
            (func $jump (call $longjmp))
            (func $jump_slowly (param f64) (call $longjmp))
            (func (export "emscripten_stack_get_current") (result i32) (i32.const 64))
            (func (export "{name}") (param {parameters}) (call $longjmp))
            (func (export "{other})
            (func (export "run") (call $invoke (i32.const 0)))
            (func (export "run_slowly") (call $invoke_slowly (i32.const 1) (f64.const 0)))
            """);
        foreach (string run in (string[])["run", "run_slowly", "run"])
        {
            Assert.StartsWith(
                "longjmp: nobody waits", Assert.Throws<TrapException>(guest.Instance.GetFunction<Action>(run)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Endless_recursion_through_invoke_exhausts_the_guests_stack(WasmEngineMode mode)
    {
        using var guest = new Guest(new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile($"""
            (import "env" "invoke_vi" (func $invoke (param i32 i32)))
            (import "env" "invoke_vd" (func $invoke_slowly (param i32 f64)))
            (memory (export "memory") 1)
            {Stack}
            (table (export "__indirect_function_table") 2 funcref)
            (elem (i32.const 0) $again $again_slowly)
            (func $again (export "again") (param i32) (call $invoke (i32.const 0) (local.get 0)))
            (func $again_slowly (export "again_slowly") (param f64) (call $invoke_slowly (i32.const 1) (local.get 0)))
            """));
        WasmInstance instance = guest.Instance;
        Assert.Equal(
            TrapKind.CallStackExhausted, Assert.Throws<TrapException>(() => instance.GetFunction<Action<int>>("again")(0)).Kind);
        Assert.Equal(
            TrapKind.CallStackExhausted, Assert.Throws<TrapException>(() => instance.GetFunction<Action<double>>("again_slowly")(0)).Kind);
    }

    [Fact]
    public void An_exception_that_lies_about_its_type_harms_nobody()
    {
        using Guest guest = Guest.OfText($"""
            (import "env" "__cxa_throw" (func $throw (param i32 i32 i32)))
            (memory (export "memory") 1)
            (data (i32.const 8) "\00\00\00\00\ff\ff\ff\ff")
            (data (i32.const 16) "\00\00\00\00\40\00\00\00")
            (data (i32.const 64) "\1b[31m\00")
            (func (export "__cxa_increment_exception_refcount") (param i32))
            (func (export "run") (param i32) (call $throw (i32.const 1000) (local.get 0) (i32.const -1)))
            """);
        var run = guest.Instance.GetFunction<Action<int>>("run");
        foreach (int type in (int[])[-1, 65_534, 8, 16, 0])
        {
            Assert.Equal(
                "uncaught C++ exception of a type that cannot be read", Assert.Throws<TrapException>(() => run(type)).Message);
        }
    }

    [Fact]
    public void A_module_that_lacks_what_unwinding_needs_is_told_what()
    {
        using Guest guest = Guest.OfText("""
            (import "env" "invoke_v" (func $invoke (param i32)))
            (memory (export "memory") 1)
            (table (export "__indirect_function_table") 1 funcref)
            (elem (i32.const 0) $nothing)
            (func $nothing)
            (func (export "run") (call $invoke (i32.const 0)))
            """);
        Assert.Contains(
            "emscripten_stack_get_current",
            Assert.Throws<TrapException>(guest.Instance.GetFunction<Action>("run")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_that_are_no_text_or_too_long_are_refused()
    {
        using Guest guest = Guest.OfText("""
            (import "env" "__syscall_chdir" (func $chdir (param i32) (result i32)))
            (memory (export "memory") 1)
            (data (i32.const 16) "/\ed\a0\80\00")
            (data (i32.const 32) "/tmp/../../../..\00")
            (func (export "chdir") (param i32) (result i32) (call $chdir (local.get 0)))
            (func (export "fill") (memory.fill (i32.const 100) (i32.const 65) (i32.const 65000)))
            """);
        var chdir = guest.Instance.GetFunction<Func<int, int>>("chdir");
        Assert.True(chdir(16) < 0);
        Assert.Equal(0, chdir(32));
        guest.Instance.GetFunction<Action>("fill")();
        Assert.Equal(-37, chdir(100));
    }
}

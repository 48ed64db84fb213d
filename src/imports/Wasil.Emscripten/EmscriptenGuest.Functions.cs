using System.Text;

namespace Wasil.Emscripten;

// The functions by name, and what belongs to no larger subject.
internal sealed partial class EmscriptenGuest
{
    // What Emscripten's C library is told that memory may grow to, where it asks; with 64-bit addresses its tools allow no more.
    private const long NarrowHeapMax = 0x8000_0000;
    private const long WideHeapMax = 0x4_0000_0000;
    private const int MaxTextBytes = 64 << 10;

    // A name is looked up here before an instance exists, and in the switches below afterwards; a test holds them together.
    private static readonly HashSet<string> Names =
    [
        "abort", "_abort_js", "__assert_fail", "exit", "emscripten_force_exit", "emscripten_notify_memory_growth", "emscripten_resize_heap",
        "emscripten_get_heap_max", "emscripten_memcpy_js", "_emscripten_memcpy_js", "emscripten_memcpy_big", "_emscripten_memmove",
        "setTempRet0", "getTempRet0", "_emscripten_throw_longjmp", "emscripten_longjmp",
        "__cxa_throw", "__cxa_rethrow", "__cxa_begin_catch", "__cxa_end_catch", "__cxa_get_exception_ptr", "__cxa_uncaught_exceptions",
        "__cxa_current_primary_exception", "__cxa_current_exception_type", "__cxa_rethrow_primary_exception", "__cxa_call_unexpected",
        "__resumeException", "llvm_eh_typeid_for",
        "emscripten_date_now", "emscripten_get_now", "emscripten_performance_now", "emscripten_get_now_res",
        "_emscripten_get_now_is_monotonic", "_tzset_js", "_localtime_js", "_gmtime_js", "_mktime_js", "_timegm_js", "clock_time_get",
        "emscripten_random", "getentropy",
        "emscripten_console_log", "emscripten_console_warn", "emscripten_console_error", "emscripten_out", "emscripten_err",
        "_emscripten_get_progname", "_emscripten_system", "emscripten_has_asyncify", "emscripten_exit_with_live_runtime",
        "_emscripten_runtime_keepalive_clear", "_setitimer_js", "__call_sighandler", "strftime", "strftime_l", "system",
        "emscripten_check_blocking_allowed",
        "fd_close", "fd_read", "fd_write", "fd_seek", "fd_pread", "fd_pwrite", "fd_sync", "fd_fdstat_get", "_mmap_js", "_munmap_js",
        "_msync_js",
        .. Syscalls, .. Emscripten.Threads.ThreadNames.All,
    ];

    private long HeapMax => _is64 ? WideHeapMax : NarrowHeapMax;

    /// <param name="name">Its name.</param>
    /// <param name="type">The type that the module expects, where compilers differ.</param>
    private Delegate? Function(string name, FuncType type) => name switch
    {
        "abort" or "_abort_js" => Abort,
        "__assert_fail" => AssertFail,
        "exit" or "emscripten_force_exit" => Exit,
        "emscripten_notify_memory_growth" => (WasmAddress memory) => { }
        ,
        "emscripten_resize_heap" => ResizeHeap,
        "emscripten_get_heap_max" => () => (WasmAddress)(ulong)HeapMax,
        "emscripten_memcpy_js" or "_emscripten_memcpy_js" or "emscripten_memcpy_big" or "_emscripten_memmove" =>
            type.Results.IsEmpty ? (WasmAddress target, WasmAddress source, WasmAddress count) => { CopyMemory(target, source, count); }
        : CopyMemory,
        "setTempRet0" => (int value) => { _tempRet0 = value; }
        ,
        "getTempRet0" => GetTempRet0,
        "_emscripten_throw_longjmp" => ThrowLongjmp,
        "emscripten_longjmp" => Longjmp,
        "__cxa_throw" => CxaThrow,
        "__cxa_rethrow" => CxaRethrow,
        "__cxa_begin_catch" => CxaBeginCatch,
        "__cxa_end_catch" => CxaEndCatch,
        "__cxa_get_exception_ptr" => CxaGetExceptionPointer,
        "__cxa_uncaught_exceptions" => CxaUncaughtExceptions,
        "__cxa_current_primary_exception" => CxaCurrentPrimaryException,
        "__cxa_current_exception_type" => CxaCurrentExceptionType,
        "__cxa_rethrow_primary_exception" => CxaRethrowPrimary,
        "__cxa_call_unexpected" => CxaCallUnexpected,
        "__resumeException" => ResumeException,
        "llvm_eh_typeid_for" => (WasmAddress type) => (int)type.Value,
        "emscripten_date_now" => DateNow,
        "emscripten_get_now" or "emscripten_performance_now" => Now,
        "emscripten_get_now_res" => () => 1e9 / _clock.TimestampFrequency,
        "_emscripten_get_now_is_monotonic" => () => 1,
        "_tzset_js" => type.Parameters.Length == 3 ? SetTimeZoneAndAllocateNames : SetTimeZone,
        "_localtime_js" => (WasmAddress seconds, WasmAddress result) => { LocalTime(Memory.Read<long>(seconds), result); }
        ,
        "_gmtime_js" => (WasmAddress seconds, WasmAddress result) => { UniversalTime(Memory.Read<long>(seconds), result); }
        ,
        "strftime" => FormatTime,
        "strftime_l" => (WasmAddress result, WasmAddress size, WasmAddress format, WasmAddress calendar, WasmAddress locale) => FormatTime(result, size, format, calendar),
        "emscripten_random" => RandomNumber,
        "getentropy" => GetEntropy,
        "emscripten_console_log" or "emscripten_out" => (WasmAddress text) => WriteLine(1, text),
        "emscripten_console_warn" or "emscripten_console_error" or "emscripten_err" => (WasmAddress text) => WriteLine(2, text),
        "_emscripten_get_progname" => GetProgramName,
        "_emscripten_system" or "system" => (WasmAddress command) => command == 0 ? 0 : -(int)Wasi.Errno.NoSystem,
        "emscripten_has_asyncify" => () => 0,
        "emscripten_exit_with_live_runtime" => ExitWithLiveRuntime,
        "_emscripten_runtime_keepalive_clear" => ClearKeepAlive,
        "emscripten_check_blocking_allowed" => () => { }
        ,
        "_setitimer_js" => (int which, double milliseconds) => 0,
        "__call_sighandler" => (WasmAddress handler, int signal) => CallHandler(handler, signal),
        "fd_close" => Close,
        "fd_read" => Read,
        "fd_write" => Write,
        "fd_sync" => Sync,
        "fd_fdstat_get" => DescriptorStatus,
        _ => Syscall(name) ?? ThreadFunction(name, type),
    };

    /// <summary>The functions with 64-bit integers, which older compilers take apart.</summary>
    private (FuncType Type, WasmCallback Function)? WideFunction(string name, FuncType type) => name switch
    {
        // Older compilers hand over where the time is.
        "_localtime_js" or "_gmtime_js" when type.Parameters.Length == 2 && type.Parameters[0] == ValType.I32 => null,
        "fd_seek" => (Type([ValType.I32, ValType.I64, ValType.I32, Address]), (_, arguments, results) => results[0] = Seek(
            arguments[0].AsInt32(), arguments[1].AsInt64(), arguments[2].AsInt32(), ToAddress(arguments[3]))),
        "fd_pread" => (WideTransfer, (_, arguments, results) => results[0] = ReadAt(
            arguments[0].AsInt32(), ToAddress(arguments[1]), ToAddress(arguments[2]), arguments[3].AsInt64(), ToAddress(arguments[4]))),
        "fd_pwrite" => (WideTransfer, (_, arguments, results) => results[0] = WriteAt(
            arguments[0].AsInt32(), ToAddress(arguments[1]), ToAddress(arguments[2]), arguments[3].AsInt64(), ToAddress(arguments[4]))),
        "clock_time_get" => (Type([ValType.I32, ValType.I64, Address]), (_, arguments, results) =>
            results[0] = ClockTime(arguments[0].AsInt32(), ToAddress(arguments[2]))),
        "_localtime_js" => CalendarFunction(type, LocalTime),
        "_gmtime_js" => CalendarFunction(type, UniversalTime),
        "_mktime_js" => (Type([Address], [ValType.I64]), (_, arguments, results) => results[0] = MakeTime(ToAddress(arguments[0]))),
        "_timegm_js" => (Type([Address], [ValType.I64]), (_, arguments, results) => results[0] = MakeUniversalTime(ToAddress(arguments[0]))),
        "_mmap_js" => (Type([Address, ValType.I32, ValType.I32, ValType.I32, ValType.I64, Address, Address]), MapFile),
        "_munmap_js" or "_msync_js" => (Type([Address, Address, ValType.I32, ValType.I32, ValType.I32, ValType.I64]), WriteMapped),
        _ => WideSyscall(name),
    };

    private FuncType WideTransfer => Type([ValType.I32, Address, Address, ValType.I64, Address]);

    // Since Emscripten 4 these say whether there is such a year.
    private (FuncType Type, WasmCallback Function) CalendarFunction(FuncType expected, Func<long, ulong, int> function) =>
        (Type([ValType.I64, Address], expected.Results.IsEmpty ? [] : [ValType.I32]), (_, arguments, results) =>
        {
            int error = function(arguments[0].AsInt64(), ToAddress(arguments[1]));
            if (results.Length > 0)
                results[0] = error;
        }
    );

    private static FuncType Type(ValType[] parameters) => new(parameters, [ValType.I32]);

    private static FuncType Type(ValType[] parameters, ValType[] results) => new(parameters, results);

    private void Abort()
    {
        Flush();
        throw new TrapException("abort: the guest ended itself");
    }

    private void AssertFail(WasmAddress condition, WasmAddress file, int line, WasmAddress function)
    {
        Flush();
        throw new TrapException($"Assertion failed: {Text(condition)}, at: {TextOr(file, "unknown filename")},{line},{TextOr(function, "unknown function")}");
    }

    // A program built to end its runtime leaves it to the host to call what atexit has registered; one that exits from there once
    // more only gets another code.
    private void Exit(Caller caller, int code)
    {
        int before = _state.BeginExit();
        if (before == 0)
        {
            StartProtocol.EndRuntime(Instance, CancellationToken.None);
        }
        else if (before != Environment.CurrentManagedThreadId)
        {
            // Another thread does that already, and ends this one when it is done.
            caller.CancellationToken.WaitHandle.WaitOne();
            caller.CancellationToken.ThrowIfCancellationRequested();
        }

        Flush();
        throw new WasmExitException(code);
    }

    // Grows by a fifth more than asked for where that can be had, so that a heap which grows bit by bit does not stop each time.
    private int ResizeHeap(WasmAddress requested)
    {
        const long page = 64 << 10;
        WasmMemory memory = Memory;
        long size = memory.Length;
        if (requested <= (ulong)size)
            return 1;
        if (requested > (ulong)HeapMax)
            return 0;
        var wanted = (long)requested.Value;
        foreach (long goal in (ReadOnlySpan<long>)[Math.Min(HeapMax, Math.Max(wanted, size + (size / 5))), wanted])
        {
            if (memory.Grow((goal - size + page - 1) / page) >= 0)
                return 1;
        }

        return 0;
    }

    private WasmAddress CopyMemory(WasmAddress target, WasmAddress source, WasmAddress count)
    {
        if (count > int.MaxValue)
            throw new TrapException("out of bounds memory access: the guest copies more than it may at once");
        Memory.Slice(source, (int)count.Value).CopyTo(Memory.Slice(target, (int)count.Value));
        return target;
    }

    private double RandomNumber()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        _random(bytes);
        return (BitConverter.ToUInt64(bytes) >> 11) * (1.0 / (1UL << 53));
    }

    private int GetEntropy(WasmAddress buffer, WasmAddress count)
    {
        const int most = 256;
        if (count > most)
            return -1;
        _random(Memory.Slice(buffer, (int)count.Value));
        return 0;
    }

    private void GetProgramName(WasmAddress buffer, int size)
    {
        byte[] name = _configuration.Arguments is [var first, ..] ? first : "./this.program"u8.ToArray();
        if (size <= 0)
            return;
        int count = Math.Min(name.Length, size - 1);
        name.AsSpan(0, count).CopyTo(Memory.Slice(buffer, count));
        Memory.Write(buffer + (ulong)count, (byte)0);
    }

    private void WriteLine(int descriptor, ulong text)
    {
        byte[] line = Encoding.UTF8.GetBytes(Text(text) + "\n");
        lock (_state.Files)
        {
            if (_files.Find(descriptor, out Files.OpenFile file) == Wasi.Errno.Success)
                file.Write(line, out _);
        }
    }

    private void CallHandler(ulong handler, int signal)
    {
        if (handler > int.MaxValue)
            throw new TrapException($"undefined element: the guest calls function {handler} of its table");
        Target<Action<int>>((int)handler)(signal);
    }

    private string TextOr(ulong text, string absent) => text == 0 ? absent : Text(text);

    /// <summary>A string of the guest's that is shown, cut where it has no end.</summary>
    private string Text(ulong start) => Encoding.UTF8.GetString(Bytes(start, MaxTextBytes, out _));

    /// <summary>The bytes up to a zero, or as many as are wanted at most.</summary>
    private ReadOnlySpan<byte> Bytes(ulong start, int most, out bool isWhole)
    {
        WasmMemory memory = Memory;
        int available = start > (ulong)memory.Length ? 0 : (int)Math.Min((ulong)memory.Length - start, (uint)most);
        Span<byte> bytes = memory.Slice(start, available);
        int end = bytes.IndexOf((byte)0);
        isWhole = end >= 0;
        bytes = end < 0 ? bytes : bytes[..end];
        // A thread may write there while it is decoded, which counts first.
        return HasThreads ? bytes.ToArray() : bytes;
    }
}

using Wasil.Emscripten.Unwinding;

namespace Wasil.Emscripten;

// C++ exceptions without WebAssembly's own. An exception object lies behind a header (struct __cxa_exception of Emscripten's libcxxabi);
// both are the guest's, which may write into them what it likes: all accesses are checked, and a lie harms the guest alone.
internal sealed partial class EmscriptenGuest
{
    private const int HeaderBytes = 24;
    private const int TypeOffset = 4;
    private const int DestructorOffset = 8;
    private const int CaughtOffset = 12;
    private const int RethrownOffset = 13;
    private const int AdjustedOffset = 16;

    // Each takes as much of the host's memory as the guest likes to nest; nothing real nests so deeply.
    private const int MostCaught = 100_000;

    private readonly List<int> _caught = [];
    private int _last;
    private int _uncaught;
    private int _tempRet0;
    private bool _looksForTempRet0 = true;
    private Action<int>? _setTempRet0;
    private Action<int>? _increment;
    private Action<int>? _decrement;
    private Func<int, int, int, int>? _canCatch;

    private static int Header(int exception) => exception - HeaderBytes;

    private void CxaThrow(int exception, int type, int destructor)
    {
        int header = Header(exception);
        Memory.Write(header + AdjustedOffset, 0);
        Memory.Write(header + TypeOffset, type);
        Memory.Write(header + DestructorOffset, destructor);
        throw Raise(exception);
    }

    private void CxaRethrow()
    {
        if (_caught.Count == 0)
            throw new TrapException("throw: there is no exception to throw again");
        int exception = _caught[^1];
        Memory.Write(Header(exception) + RethrownOffset, (byte)1);
        Memory.Write(Header(exception) + CaughtOffset, (byte)0);
        throw Raise(exception);
    }

    private void CxaRethrowPrimary(int exception)
    {
        if (exception == 0)
            return;
        Memory.Write(Header(exception) + RethrownOffset, (byte)1);
        Memory.Write(Header(exception) + CaughtOffset, (byte)0);
        throw Raise(exception);
    }

    // Until 3.1.70 the object counted from the first handler on, and each one after a rethrow; later from the throw on. In between
    // the two differ only in who sees the count, so the later way is used for all.
    private Exception Raise(int exception)
    {
        Increment(exception);
        _last = exception;
        _uncaught++;
        return Unwind(() => $"uncaught C++ exception {DescribeType(exception)}");
    }

    private string DescribeType(int exception) => TypeName.Read(Memory, Memory.Read<int>(Header(exception) + TypeOffset));

    private int CxaBeginCatch(int exception)
    {
        if (_caught.Count == MostCaught)
            throw new TrapException("catch: too many handlers are nested");
        int header = Header(exception);
        if (Memory.Read<byte>(header + CaughtOffset) == 0)
        {
            Memory.Write(header + CaughtOffset, (byte)1);
            _uncaught--;
        }

        Memory.Write(header + RethrownOffset, (byte)0);
        _caught.Add(exception);
        return CxaGetExceptionPointer(exception);
    }

    private void CxaEndCatch()
    {
        (_setThrew ??= Required<Action<int, int>>("setThrew"))(0, 0);
        if (_caught.Count == 0)
            throw new TrapException("catch: a handler ends that has not begun");
        int exception = _caught[^1];
        _caught.RemoveAt(_caught.Count - 1);
        Decrement(exception);
        _last = 0;
    }

    private int CxaGetExceptionPointer(int exception)
    {
        if (Export("__cxa_get_exception_ptr") is { Signature: { Parameters.Length: 1, Results.Length: 1 } } own)
            return own.As<Func<int, int>>()(exception);
        int adjusted = Memory.Read<int>(Header(exception) + AdjustedOffset);
        return adjusted == 0 ? exception : adjusted;
    }

    private int CxaUncaughtExceptions() => _uncaught;

    private int CxaCurrentPrimaryException()
    {
        if (_caught.Count == 0)
            return 0;
        Increment(_caught[^1]);
        return _caught[^1];
    }

    private int CxaCurrentExceptionType() => _caught.Count == 0 ? 0 : Memory.Read<int>(Header(_caught[^1]) + TypeOffset);

    private void ResumeException(int exception)
    {
        if (_last == 0)
            _last = exception;
        throw Unwind(() => $"uncaught C++ exception {DescribeType(exception)}");
    }

    private static void CxaCallUnexpected(int exception) => throw new TrapException("unexpected: an exception of a type that the function must not throw");

    private HostFunction FindMatchingCatch(string module, string name, FuncType type)
    {
        foreach (ValType parameter in type.Parameters)
        {
            if (parameter != ValType.I32)
                throw new LinkException(module, name, $"{module}.{name} is expected to be {type}, and takes addresses of types alone.");
        }

        if (type.Results is not [var result] || result != ValType.I32)
            throw new LinkException(module, name, $"{module}.{name} is expected to be {type}, and gives an address.");
        return HostFunction.From(type, (_, types, results) => results[0] = FindMatchingCatch(types));
    }

    /// <summary>Which of the types of a handler the last exception is; the type goes where <c>getTempRet0</c> finds it.</summary>
    private int FindMatchingCatch(ReadOnlySpan<WasmValue> types)
    {
        if (_last == 0)
        {
            SetTempRet0(0);
            return 0;
        }

        int exception = _last;
        int header = Header(exception);
        Memory.Write(header + AdjustedOffset, exception);
        int thrown = Memory.Read<int>(header + TypeOffset);
        int match = thrown;
        if (thrown == 0)
            types = [];
        foreach (WasmValue type in types)
        {
            int candidate = type.AsInt32();
            if (candidate == 0 || candidate == thrown)
                break;
            _canCatch ??= Required<Func<int, int, int, int>>("__cxa_can_catch");
            if (_canCatch(candidate, thrown, header + AdjustedOffset) != 0)
            {
                match = candidate;
                break;
            }
        }

        SetTempRet0(match);
        return exception;
    }

    private void Increment(int exception) =>
        (_increment ??= Required<Action<int>>("__cxa_increment_exception_refcount"))(exception);

    private void Decrement(int exception) =>
        (_decrement ??= Required<Action<int>>("__cxa_decrement_exception_refcount"))(exception);

    private void SetTempRet0(int value)
    {
        if (_looksForTempRet0)
        {
            _looksForTempRet0 = false;
            _setTempRet0 = Export("_emscripten_tempret_set") is { Signature: { Parameters.Length: 1, Results.Length: 0 } } own
                ? own.As<Action<int>>() : null;
        }

        _tempRet0 = value;
        _setTempRet0?.Invoke(value);
    }

    private int GetTempRet0() => _tempRet0;
}

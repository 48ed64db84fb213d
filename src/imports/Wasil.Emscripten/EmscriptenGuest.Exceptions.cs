using Wasil.Emscripten.Unwinding;

namespace Wasil.Emscripten;

// C++ exceptions without WebAssembly's own. An exception object lies behind a header (struct __cxa_exception of Emscripten's libcxxabi);
// both are the guest's, which may write into them what it likes: all accesses are checked, and a lie harms the guest alone.
internal sealed partial class EmscriptenGuest
{
    // Each takes as much of the host's memory as the guest likes to nest; nothing real nests so deeply.
    private const int MostCaught = 100_000;

    private readonly List<ulong> _caught = [];
    private ulong _last;
    private int _uncaught;
    private int _tempRet0;
    private bool _looksForTempRet0 = true;
    private Action<int>? _setTempRet0;
    private Action<ulong>? _increment;
    private Action<ulong>? _decrement;
    private Func<ulong, ulong, ulong, int>? _canCatch;

    // The header in front of an exception has the count of references, the type, the destructor, two flags and the adjusted address,
    // and is filled up to six addresses.
    private ulong TypeOf(ulong exception) => exception - (5 * AddressBytes);

    private ulong DestructorOf(ulong exception) => exception - (4 * AddressBytes);

    private ulong CaughtOf(ulong exception) => exception - (3 * AddressBytes);

    private ulong RethrownOf(ulong exception) => CaughtOf(exception) + 1;

    private ulong AdjustedOf(ulong exception) => exception - (2 * AddressBytes);

    private void CxaThrow(WasmAddress exception, WasmAddress type, WasmAddress destructor)
    {
        Memory.WriteAddress(AdjustedOf(exception), 0);
        Memory.WriteAddress(TypeOf(exception), type);
        Memory.WriteAddress(DestructorOf(exception), destructor);
        throw Raise(exception);
    }

    private void CxaRethrow()
    {
        if (_caught.Count == 0)
            throw new TrapException("throw: there is no exception to throw again");
        throw RaiseAgain(_caught[^1]);
    }

    private void CxaRethrowPrimary(WasmAddress exception)
    {
        if (exception != 0)
            throw RaiseAgain(exception);
    }

    private Exception RaiseAgain(ulong exception)
    {
        Memory.Write(RethrownOf(exception), (byte)1);
        Memory.Write(CaughtOf(exception), (byte)0);
        return Raise(exception);
    }

    // Until 3.1.70 the object counted from the first handler on, and each one after a rethrow; later from the throw on. In between
    // the two differ only in who sees the count, so the later way is used for all.
    private Exception Raise(ulong exception)
    {
        Increment(exception);
        _last = exception;
        _uncaught++;
        return Unwind(() => $"uncaught C++ exception {DescribeType(exception)}");
    }

    private string DescribeType(ulong exception) => TypeName.Read(Memory, Memory.ReadAddress(TypeOf(exception)));

    private WasmAddress CxaBeginCatch(WasmAddress exception)
    {
        if (_caught.Count == MostCaught)
            throw new TrapException("catch: too many handlers are nested");
        if (Memory.Read<byte>(CaughtOf(exception)) == 0)
        {
            Memory.Write(CaughtOf(exception), (byte)1);
            _uncaught--;
        }

        Memory.Write(RethrownOf(exception), (byte)0);
        _caught.Add(exception);
        return CxaGetExceptionPointer(exception);
    }

    private void CxaEndCatch()
    {
        SetThrew(0, 0);
        if (_caught.Count == 0)
            throw new TrapException("catch: a handler ends that has not begun");
        ulong exception = _caught[^1];
        _caught.RemoveAt(_caught.Count - 1);
        Decrement(exception);
        _last = 0;
    }

    private WasmAddress CxaGetExceptionPointer(WasmAddress exception)
    {
        const string name = "__cxa_get_exception_ptr";
        if (Export(name) is not null)
            return RequiredMap(name)(exception);
        ulong adjusted = Memory.ReadAddress(AdjustedOf(exception));
        return adjusted == 0 ? exception : adjusted;
    }

    private int CxaUncaughtExceptions() => _uncaught;

    private WasmAddress CxaCurrentPrimaryException()
    {
        if (_caught.Count == 0)
            return 0;
        Increment(_caught[^1]);
        return _caught[^1];
    }

    private WasmAddress CxaCurrentExceptionType() => _caught.Count == 0 ? 0 : Memory.ReadAddress(TypeOf(_caught[^1]));

    private void ResumeException(WasmAddress exception)
    {
        if (_last == 0)
            _last = exception;
        throw Unwind(() => $"uncaught C++ exception {DescribeType(exception)}");
    }

    private static void CxaCallUnexpected(WasmAddress exception) => throw new TrapException("unexpected: an exception of a type that the function must not throw");

    private HostFunction FindMatchingCatch(string module, string name, FuncType type)
    {
        foreach (ValType parameter in type.Parameters)
        {
            if (parameter != Address)
                throw new LinkException(module, name, $"{module}.{name} is expected to be {type}, and takes addresses of types alone.");
        }

        if (type.Results is not [var result] || result != Address)
            throw new LinkException(module, name, $"{module}.{name} is expected to be {type}, and gives an address.");
        return HostFunction.From(type, (_, types, results) => results[0] = FromAddress(FindMatchingCatch(types)));
    }

    /// <summary>Which of the types of a handler the last exception is; the type goes where <c>getTempRet0</c> finds it.</summary>
    private ulong FindMatchingCatch(ReadOnlySpan<WasmValue> types)
    {
        if (_last == 0)
        {
            SetTempRet0(0);
            return 0;
        }

        ulong exception = _last;
        Memory.WriteAddress(AdjustedOf(exception), exception);
        ulong thrown = Memory.ReadAddress(TypeOf(exception));
        ulong match = thrown;
        if (thrown == 0)
            types = [];
        foreach (WasmValue type in types)
        {
            ulong candidate = ToAddress(type);
            if (candidate == 0 || candidate == thrown)
                break;
            _canCatch ??= RequiredCanCatch();
            if (_canCatch(candidate, thrown, AdjustedOf(exception)) != 0)
            {
                match = candidate;
                break;
            }
        }

        // The guest compares it with what llvm_eh_typeid_for made of its types, which is as wide.
        SetTempRet0((int)match);
        return exception;
    }

    private void Increment(ulong exception) => (_increment ??= RequiredAction("__cxa_increment_exception_refcount"))(exception);

    private void Decrement(ulong exception) => (_decrement ??= RequiredAction("__cxa_decrement_exception_refcount"))(exception);

    private Func<ulong, ulong, ulong, int> RequiredCanCatch()
    {
        const string name = "__cxa_can_catch";
        if (_is64)
        {
            var wide = Required<Func<long, long, long, int>>(name);
            return (candidate, thrown, adjusted) => wide((long)candidate, (long)thrown, (long)adjusted);
        }

        var narrow = Required<Func<int, int, int, int>>(name);
        return (candidate, thrown, adjusted) => narrow((int)candidate, (int)thrown, (int)adjusted);
    }

    private void SetTempRet0(int value)
    {
        if (_looksForTempRet0)
        {
            _looksForTempRet0 = false;
            const string name = "_emscripten_tempret_set";
            _setTempRet0 = Export(name) is null ? null : Required<Action<int>>(name);
        }

        _tempRet0 = value;
        _setTempRet0?.Invoke(value);
    }

    private int GetTempRet0() => _tempRet0;
}

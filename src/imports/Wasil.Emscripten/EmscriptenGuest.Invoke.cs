using Wasil.Emscripten.Unwinding;

namespace Wasil.Emscripten;

// invoke_SIGNATURE: calls a function of the guest's table, and where a longjmp or an exception of C++ comes back, tells the guest by
// setThrew and returns as if nothing had been. The name's letters are the signature, but so is the import's type, which is what holds.
internal sealed partial class EmscriptenGuest
{
    private int _invocations;
    private WasmTable? _table;
    private WasmFunction?[] _targets = [];
    private Delegate?[] _typedTargets = [];
    private Func<ulong>? _saveStack;
    private Action<ulong>? _restoreStack;
    private Action<ulong, int>? _setThrew;

    private WasmTable Table => _table ??= FindTable();

    private HostFunction Invoke(string module, string name, FuncType type)
    {
        if (type.Parameters is not [var index, ..] || index != Address || type.Results.Length > 1)
            throw new LinkException(
                module, name, $"{module}.{name} is expected to be {type}, and functions of that name take the index of a function first.");
        return FastInvoke(type) is { } fast ? HostFunction.From(fast) : HostFunction.From(type, SlowInvoke(type));
    }

    // Nearly all calls have a few integers to pass on, and these cost no conversion; they differ in nothing else.
    private Delegate? FastInvoke(FuncType type)
    {
        foreach (ValType parameter in type.Parameters)
        {
            if (parameter != ValType.I32)
                return null;
        }

        if (type.Results is [var result] && result != ValType.I32)
            return null;
        return (type.Parameters.Length - 1, type.Results.Length) switch
        {
            (0, 0) => (int f) => Guard<Action, Call0>(f, new Call0()),
            (1, 0) => (int f, int a) => Guard<Action<int>, Call1>(f, new Call1(a)),
            (2, 0) => (int f, int a, int b) => Guard<Action<int, int>, Call2>(f, new Call2(a, b)),
            (3, 0) => (int f, int a, int b, int c) => Guard<Action<int, int, int>, Call3>(f, new Call3(a, b, c)),
            (4, 0) => (int f, int a, int b, int c, int d) => Guard<Action<int, int, int, int>, Call4>(f, new Call4(a, b, c, d)),
            (5, 0) => (int f, int a, int b, int c, int d, int e) => Guard<Action<int, int, int, int, int>, Call5>(f, new Call5(a, b, c, d, e)),
            (0, 1) => (int f) => GuardResult<Func<int>, Call0>(f, new Call0()),
            (1, 1) => (int f, int a) => GuardResult<Func<int, int>, Call1>(f, new Call1(a)),
            (2, 1) => (int f, int a, int b) => GuardResult<Func<int, int, int>, Call2>(f, new Call2(a, b)),
            (3, 1) => (int f, int a, int b, int c) => GuardResult<Func<int, int, int, int>, Call3>(f, new Call3(a, b, c)),
            (4, 1) => (int f, int a, int b, int c, int d) => GuardResult<Func<int, int, int, int, int>, Call4>(f, new Call4(a, b, c, d)),
            (5, 1) => (int f, int a, int b, int c, int d, int e) => GuardResult<Func<int, int, int, int, int, int>, Call5>(f, new Call5(a, b, c, d, e)),
            _ => null,
        };
    }

    private void Guard<T, TCall>(int index, TCall call)
        where T : Delegate
        where TCall : struct, ICall<T>
    {
        T target = Target<T>(index);
        ulong stack = BeginInvocation();
        try
        {
            call.Run(target);
        }
        catch (GuestUnwinding unwinding) when (unwinding.Owner == this)
        {
            Land(stack);
        }
        finally
        {
            _invocations--;
        }
    }

    private int GuardResult<T, TCall>(int index, TCall call)
        where T : Delegate
        where TCall : struct, ICallWithResult<T>
    {
        T target = Target<T>(index);
        ulong stack = BeginInvocation();
        try
        {
            return call.Run(target);
        }
        catch (GuestUnwinding unwinding) when (unwinding.Owner == this)
        {
            Land(stack);
            return 0;
        }
        finally
        {
            _invocations--;
        }
    }

    private WasmCallback SlowInvoke(FuncType type)
    {
        var expected = new FuncType(type.Parameters[1..].ToArray(), type.Results.ToArray());
        return (_, arguments, results) =>
        {
            WasmFunction target = Element(ToAddress(arguments[0]));
            bool isWhole = target.Signature.Parameters.SequenceEqual(expected.Parameters)
                && target.Signature.Results.SequenceEqual(expected.Results);
            if (!isWhole && !Legalized.Is(expected, target.Signature))
                throw Mismatch(target, expected.ToString());
            ulong stack = BeginInvocation();
            try
            {
                target.Invoke(isWhole ? arguments[1..] : Legalized.Join(target.Signature.Parameters, arguments[1..]), results);
                if (!isWhole && results.Length == 1 && target.Signature.Results[0] == ValType.I64)
                    results[0] = Legalized.Split(results[0].AsInt64(), SetTempRet0);
            }
            catch (GuestUnwinding unwinding) when (unwinding.Owner == this)
            {
                Land(stack);
                if (results.Length == 1)
                    results[0] = Zero(type.Results[0]);
            }
            finally
            {
                _invocations--;
            }
        };
    }

    private static WasmValue Zero(ValType type) => type.Kind switch
    {
        ValKind.I32 => 0,
        ValKind.I64 => 0L,
        ValKind.F32 => 0f,
        ValKind.F64 => 0d,
        ValKind.V128 => System.Runtime.Intrinsics.Vector128<byte>.Zero,
        _ => WasmValue.Null,
    };

    private ulong BeginInvocation()
    {
        _saveStack ??= RequiredSource("emscripten_stack_get_current", "stackSave");
        ulong stack = _saveStack();
        _invocations++;
        return stack;
    }

    private void Land(ulong stack)
    {
        // What the guest throws here lands no more in the call that is being landed.
        _invocations--;
        try
        {
            RestoreStack(stack);
            SetThrew(1, 0);
        }
        finally
        {
            _invocations++;
        }
    }

    private T Target<T>(int index)
        where T : Delegate
    {
        WasmFunction function = Element((uint)index);
        if (_typedTargets.Length <= index)
        {
            Array.Resize(ref _typedTargets, Table.Count);
            Array.Resize(ref _targets, Table.Count);
        }

        // A guest may put another function into its table at any time.
        if (ReferenceEquals(_targets[index], function) && _typedTargets[index] is T known)
            return known;
        try
        {
            T target = function.As<T>();
            _targets[index] = function;
            _typedTargets[index] = target;
            return target;
        }
        catch (ArgumentException)
        {
            throw Mismatch(function, "another one");
        }
    }

    private WasmFunction Element(ulong index)
    {
        WasmTable table = Table;
        if (index >= (uint)table.Count)
            throw new TrapException($"undefined element: the guest calls function {index} of a table with {table.Count}");
        return table[(int)index].AsFunction() ?? throw new TrapException($"uninitialized element: the guest calls function {index} of its table");
    }

    private static TrapException Mismatch(WasmFunction function, string expected) =>
        new($"indirect call type mismatch: the guest calls {function} as {expected}");

    private WasmTable FindTable()
    {
        const string name = "__indirect_function_table";
        if (Instance.Exports.TryGetValue(name, out WasmExtern? export) && export is WasmTable table)
            return table;
        foreach (WasmExtern other in Instance.Exports.Values)
        {
            if (other is WasmTable found)
                return found;
        }

        throw new TrapException($"The module exports no {name}, which calls through invoke_ need.");
    }

    /// <summary>Begins to unwind, where somebody will land it.</summary>
    /// <param name="uncaught">Says what it is that nobody catches.</param>
    private Exception Unwind(Func<string> uncaught) => _invocations > 0 ? new GuestUnwinding(this) : new TrapException(uncaught());

    private void ThrowLongjmp() => throw Unwind(() => "longjmp: nobody waits at the place that the guest jumps to");

    // Older compilers hand over the place and the value, which they have already stored where the guest looks for them.
    private void Longjmp(WasmAddress place, int value)
    {
        SetThrew(place, value == 0 ? 1 : value);
        throw Unwind(() => "longjmp: nobody waits at the place that the guest jumps to");
    }
}

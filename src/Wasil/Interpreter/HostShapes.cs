using System.Runtime.CompilerServices;
using Wasil.Execution;

namespace Wasil.Interpreter;

/// <summary>
/// Calls delegates of the host without emitted code. There cannot be code for every delegate type, but on the machines that .NET
/// runs on an integer of either width takes one register or 8 bytes of the stack, so all delegates whose parameters are integers
/// can be called as if these were 64 bits wide, and a few more integers behind them do no harm.
/// </summary>
/// <remarks>
/// SAFETY, for the whole class: a delegate is called with arguments of the class that its own type says, integers or floats of the
/// same width, in the same places; a structure of one 64-bit integer, which an address is, travels as that integer does. The upper
/// half of a narrow integer is not looked at by the callee, and is made 0 where an address takes a narrow integer. Each argument is read out of
/// the frame, which has as many slots (<see cref="Activation"/> leaves room behind the last).
/// Apple's calling convention for arm64 packs what goes on the stack; there the shapes with many parameters are not used.
/// </remarks>
internal static unsafe class HostShapes
{
    /// <summary>How many slots may be read, whatever the signature.</summary>
    public const int ReadSlots = 15;

    private const int FewIntegers = 5;
    private const int MaximumFloats = 4;

    /// <summary>Calls a host function's delegate with values in slots; null where its shape is not among the known ones.</summary>
    public static SlotInvoker? TryCreate(FunctionInstance function)
    {
        FuncType type = function.Signature;
        DelegateShape shape = DelegateShape.Of(function.Host!.GetType());
        if (shape.TakesToken || type.Results.Length > 1 || !IsNumeric(type.Results) || !IsNumeric(type.Parameters))
            return null;
        bool packed = OperatingSystem.IsMacOS() || OperatingSystem.IsIOS() || OperatingSystem.IsTvOS() || OperatingSystem.IsMacCatalyst();
        int count = type.Parameters.Length;
        if (!IsFloat(type.Results) && !IsFloat(type.Parameters))
        {
            if (count > ReadSlots || (packed && count > FewIntegers))
                return null;
            return Widen(type, shape, count <= FewIntegers ? Few(function, shape.TakesCaller) : Many(function, shape.TakesCaller));
        }

        if (count > MaximumFloats)
            return null;
        Span<ValKind> kinds = stackalloc ValKind[MaximumFloats];
        kinds.Fill(ValKind.I64);
        for (int i = 0; i < count; i++)
            kinds[i] = type.Parameters[i].Kind;
        return Widen(type, shape, First(new Mixed(function, shape.TakesCaller), kinds));
    }

    private static SlotInvoker Widen(FuncType type, DelegateShape shape, SlotInvoker invoker)
    {
        int[] narrow = [.. Enumerable.Range(0, shape.Parameters.Length).Where(i =>
            shape.Parameters[i] == typeof(WasmAddress) && type.Parameters[i].Kind == ValKind.I32)];
        if (narrow.Length == 0)
            return invoker;
        return (slots, references, first) =>
        {
            foreach (int i in narrow)
                slots[i] = (uint)slots[i];
            invoker(slots, references, first);
        };
    }

    private static bool IsNumeric(ReadOnlySpan<ValType> types)
    {
        foreach (ValType type in types)
        {
            if (type.Kind is ValKind.V128 or ValKind.Ref)
                return false;
        }

        return true;
    }

    private static bool IsFloat(ReadOnlySpan<ValType> types)
    {
        foreach (ValType type in types)
        {
            if (type.Kind is ValKind.F32 or ValKind.F64)
                return true;
        }

        return false;
    }

    private static SlotInvoker Few(FunctionInstance function, bool takesCaller)
    {
        bool isNarrow = IsNarrow(function);
        ModuleInstance instance = function.Instance;
        if (takesCaller)
        {
            var withCaller = Unsafe.As<Func<Caller, long, long, long, long, long, long>>(function.Host!);
            return (slots, _, _) =>
            {
                var s = (long*)slots;
                Put(slots, withCaller(new Caller(instance), s[0], s[1], s[2], s[3], s[4]), isNarrow);
            };
        }

        var plain = Unsafe.As<Func<long, long, long, long, long, long>>(function.Host!);
        return (slots, _, _) =>
        {
            var s = (long*)slots;
            Put(slots, plain(s[0], s[1], s[2], s[3], s[4]), isNarrow);
        };
    }

    private static SlotInvoker Many(FunctionInstance function, bool takesCaller)
    {
        bool isNarrow = IsNarrow(function);
        ModuleInstance instance = function.Instance;
        if (takesCaller)
        {
            var withCaller = Unsafe.As<Func<Caller, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long>>(
                function.Host!);
            return (slots, _, _) =>
            {
                var s = (long*)slots;
                Put(slots, withCaller(
                    new Caller(instance), s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9], s[10], s[11], s[12], s[13], s[14]), isNarrow);
            };
        }

        var plain = Unsafe.As<Func<long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long>>(
            function.Host!);
        return (slots, _, _) =>
        {
            var s = (long*)slots;
            Put(slots, plain(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9], s[10], s[11], s[12], s[13], s[14]), isNarrow);
        };
    }

    // What a function without a result leaves where a result would be is put into a slot that nobody reads.
    private static void Put(ulong* slots, long result, bool isNarrow) => *slots = isNarrow ? (uint)result : (ulong)result;

    private static bool IsNarrow(FunctionInstance function) => function.Signature.Results is [{ Kind: ValKind.I32 }];

    private readonly record struct Mixed(FunctionInstance Function, bool TakesCaller);

    // One step for each parameter, so that an ahead-of-time compiler sees every combination.
    private static SlotInvoker First(Mixed mixed, ReadOnlySpan<ValKind> kinds) => kinds[0] switch
    {
        ValKind.F32 => Second<float>(mixed, kinds),
        ValKind.F64 => Second<double>(mixed, kinds),
        _ => Second<long>(mixed, kinds),
    };

    private static SlotInvoker Second<T1>(Mixed mixed, ReadOnlySpan<ValKind> kinds)
        where T1 : unmanaged => kinds[1] switch
        {
            ValKind.F32 => Third<T1, float>(mixed, kinds),
            ValKind.F64 => Third<T1, double>(mixed, kinds),
            _ => Third<T1, long>(mixed, kinds),
        };

    private static SlotInvoker Third<T1, T2>(Mixed mixed, ReadOnlySpan<ValKind> kinds)
        where T1 : unmanaged
        where T2 : unmanaged => kinds[2] switch
        {
            ValKind.F32 => Fourth<T1, T2, float>(mixed, kinds),
            ValKind.F64 => Fourth<T1, T2, double>(mixed, kinds),
            _ => Fourth<T1, T2, long>(mixed, kinds),
        };

    private static SlotInvoker Fourth<T1, T2, T3>(Mixed mixed, ReadOnlySpan<ValKind> kinds)
        where T1 : unmanaged
        where T2 : unmanaged
        where T3 : unmanaged => kinds[3] switch
        {
            ValKind.F32 => Result<T1, T2, T3, float>(mixed),
            ValKind.F64 => Result<T1, T2, T3, double>(mixed),
            _ => Result<T1, T2, T3, long>(mixed),
        };

    private static SlotInvoker Result<T1, T2, T3, T4>(Mixed mixed)
        where T1 : unmanaged
        where T2 : unmanaged
        where T3 : unmanaged
        where T4 : unmanaged => mixed.Function.Signature.Results switch
        {
            [{ Kind: ValKind.F32 }] => Make<T1, T2, T3, T4, float>(mixed),
            [{ Kind: ValKind.F64 }] => Make<T1, T2, T3, T4, double>(mixed),
            _ => Make<T1, T2, T3, T4, long>(mixed),
        };

    private static SlotInvoker Make<T1, T2, T3, T4, TResult>(Mixed mixed)
        where T1 : unmanaged
        where T2 : unmanaged
        where T3 : unmanaged
        where T4 : unmanaged
        where TResult : unmanaged
    {
        bool isNarrow = IsNarrow(mixed.Function);
        ModuleInstance instance = mixed.Function.Instance;
        if (mixed.TakesCaller)
        {
            var withCaller = Unsafe.As<Func<Caller, T1, T2, T3, T4, TResult>>(mixed.Function.Host!);
            return (slots, _, _) => PutAny(
                slots, withCaller(new Caller(instance), *(T1*)slots, *(T2*)(slots + 1), *(T3*)(slots + 2), *(T4*)(slots + 3)), isNarrow);
        }

        var plain = Unsafe.As<Func<T1, T2, T3, T4, TResult>>(mixed.Function.Host!);
        return (slots, _, _) => PutAny(
            slots, plain(*(T1*)slots, *(T2*)(slots + 1), *(T3*)(slots + 2), *(T4*)(slots + 3)), isNarrow);
    }

    private static void PutAny<T>(ulong* slots, T result, bool isNarrow)
        where T : unmanaged
    {
        if (typeof(T) == typeof(long))
            Put(slots, (long)(object)result, isNarrow);
        else
            *(T*)slots = result;
    }
}

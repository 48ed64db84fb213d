using Wasil.Execution;

namespace Wasil.Interpreter;

/// <summary>
/// Delegates of the host's choice for functions, without emitted code: <c>Func</c> and <c>Action</c> of up to three parameters that
/// are <c>int</c>, <c>long</c>, <c>float</c> or <c>double</c>.
/// </summary>
internal static unsafe class TypedShapes
{
    /// <summary>What is among the known shapes, for messages.</summary>
    public const string Known = "Func and Action with up to three parameters of the types int, long, float and double";

    /// <summary>The function as such a delegate, whose type fits it; null where the delegate type is none of the known shapes.</summary>
    public static Delegate? TryCreate(FunctionInstance function, Type delegateType)
    {
        if (delegateType == typeof(Action))
            return new Typed<Nothing, Nothing, Nothing, Nothing>(function).Make(0);
        if (!delegateType.IsGenericType)
            return null;
        Type definition = delegateType.GetGenericTypeDefinition();
        Type[] types = delegateType.GetGenericArguments();
        int parameters = types.Length - (IsFunc(definition) ? 1 : 0);
        if (parameters > 3 || !(IsFunc(definition) || IsAction(definition)))
            return null;
        // Missing ones are told apart from those that are not known.
        var all = new Type?[4];
        for (int i = 0; i < parameters; i++)
            all[i] = types[i];
        all[3] = IsFunc(definition) ? types[^1] : null;
        return First(function, all, parameters);
    }

    private static bool IsFunc(Type definition) => definition == typeof(Func<>) || definition == typeof(Func<,>)
        || definition == typeof(Func<,,>) || definition == typeof(Func<,,,>);

    private static bool IsAction(Type definition) =>
        definition == typeof(Action<>) || definition == typeof(Action<,>) || definition == typeof(Action<,,>);

    // One step for each type, so that an ahead-of-time compiler sees every combination.
    private static Delegate? First(FunctionInstance function, Type?[] types, int parameters) => types[0] switch
    {
        null => Result<Nothing, Nothing, Nothing>(function, types, parameters),
        var type when type == typeof(int) => Second<int>(function, types, parameters),
        var type when type == typeof(long) => Second<long>(function, types, parameters),
        var type when type == typeof(float) => Second<float>(function, types, parameters),
        var type when type == typeof(double) => Second<double>(function, types, parameters),
        _ => null,
    };

    private static Delegate? Second<T1>(FunctionInstance function, Type?[] types, int parameters)
        where T1 : unmanaged => types[1] switch
        {
            null => Result<T1, Nothing, Nothing>(function, types, parameters),
            var type when type == typeof(int) => Third<T1, int>(function, types, parameters),
            var type when type == typeof(long) => Third<T1, long>(function, types, parameters),
            var type when type == typeof(float) => Third<T1, float>(function, types, parameters),
            var type when type == typeof(double) => Third<T1, double>(function, types, parameters),
            _ => null,
        };

    private static Delegate? Third<T1, T2>(FunctionInstance function, Type?[] types, int parameters)
        where T1 : unmanaged
        where T2 : unmanaged => types[2] switch
        {
            null => Result<T1, T2, Nothing>(function, types, parameters),
            var type when type == typeof(int) => Result<T1, T2, int>(function, types, parameters),
            var type when type == typeof(long) => Result<T1, T2, long>(function, types, parameters),
            var type when type == typeof(float) => Result<T1, T2, float>(function, types, parameters),
            var type when type == typeof(double) => Result<T1, T2, double>(function, types, parameters),
            _ => null,
        };

    private static Delegate? Result<T1, T2, T3>(FunctionInstance function, Type?[] types, int parameters)
        where T1 : unmanaged
        where T2 : unmanaged
        where T3 : unmanaged => types[3] switch
        {
            null => new Typed<T1, T2, T3, Nothing>(function).Make(parameters),
            var type when type == typeof(int) => new Typed<T1, T2, T3, int>(function).Make(parameters),
            var type when type == typeof(long) => new Typed<T1, T2, T3, long>(function).Make(parameters),
            var type when type == typeof(float) => new Typed<T1, T2, T3, float>(function).Make(parameters),
            var type when type == typeof(double) => new Typed<T1, T2, T3, double>(function).Make(parameters),
            _ => null,
        };

    /// <summary>The type of a parameter or result that is not there.</summary>
    private struct Nothing
    {
#pragma warning disable CS0169 // It has the size of a slot, like all others.
        private readonly long _slot;
#pragma warning restore CS0169
    }

    private sealed class Typed<T1, T2, T3, TResult>(FunctionInstance function)
        where T1 : unmanaged
        where T2 : unmanaged
        where T3 : unmanaged
        where TResult : unmanaged
    {
        private readonly SlotInvoker _invoker = ModuleInstance.SlotCrossingOf(function);

        public Delegate Make(int parameters)
        {
            if (typeof(TResult) == typeof(Nothing))
            {
                return parameters switch
                {
                    0 => (Action)(() => Invoke(default, default, default)),
                    1 => (Action<T1>)(a => Invoke(a, default, default)),
                    2 => (Action<T1, T2>)((a, b) => Invoke(a, b, default)),
                    _ => (Action<T1, T2, T3>)((a, b, c) => Invoke(a, b, c)),
                };
            }

            return parameters switch
            {
                0 => (Func<TResult>)(() => Invoke(default, default, default)),
                1 => (Func<T1, TResult>)(a => Invoke(a, default, default)),
                2 => (Func<T1, T2, TResult>)((a, b) => Invoke(a, b, default)),
                _ => (Func<T1, T2, T3, TResult>)Invoke,
            };
        }

        private TResult Invoke(T1 a, T2 b, T3 c)
        {
            // SAFETY: a function has room for three arguments or a result here, whatever its type.
            ulong* slots = stackalloc ulong[HostShapes.ReadSlots];
            *(T1*)slots = a;
            *(T2*)(slots + 1) = b;
            *(T3*)(slots + 2) = c;
            _invoker(slots, [], 0);
            return *(TResult*)slots;
        }
    }
}

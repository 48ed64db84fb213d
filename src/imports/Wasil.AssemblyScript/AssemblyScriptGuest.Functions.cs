using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;

namespace Wasil.AssemblyScript;

/// <content>Functions with AssemblyScript's types.</content>
public sealed partial class AssemblyScriptGuest
{
    /// <summary>
    /// An exported function as a delegate whose parameters and result may be strings and arrays, besides numbers:
    /// <c>GetFunction&lt;Func&lt;string, string&gt;&gt;("greet")</c>. A .NET array stands for an <c>Array</c>, and
    /// <see cref="AssemblyScriptArray{T}"/> for the other classes. The delegate may leave out parameters that have a default.
    /// A trailing <see cref="CancellationToken"/> ends the guest, where its engine is <see cref="WasmEngineOptions.Interruptible"/>.
    /// </summary>
    /// <typeparam name="TDelegate">A delegate type. Numbers have the widths that the guest's have.</typeparam>
    /// <param name="name">The export's name.</param>
    /// <exception cref="KeyNotFoundException">There is no such export.</exception>
    /// <exception cref="ArgumentException">The delegate type does not fit the function's type.</exception>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The array made by the expression is one of objects.")]
    public TDelegate GetFunction<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TDelegate>(string name)
        where TDelegate : Delegate
    {
        WasmFunction function = Instance.GetFunction(name);
        MethodInfo invoke = typeof(TDelegate).GetMethod("Invoke")
            ?? throw new ArgumentException($"{typeof(TDelegate)} is no delegate type.", nameof(name));
        ParameterInfo[] parameters = invoke.GetParameters();
        ParameterExpression[] given = [.. parameters.Select(parameter => Expression.Parameter(parameter.ParameterType, parameter.Name))];
        ParameterExpression? token = null;
        if (given is [.., { } last] && last.Type == typeof(CancellationToken))
        {
            token = last;
            parameters = parameters[..^1];
        }

        FuncType signature = function.Signature;
        bool fits = signature.Results.Length <= 1
            && parameters.Length <= signature.Parameters.Length
            && (parameters.Length == signature.Parameters.Length || Instance.Exports.ContainsKey("__setArgumentsLength"))
            && (invoke.ReturnType == typeof(void)) == (signature.Results.Length == 0);
        for (int i = 0; fits && i < parameters.Length; i++)
            fits = Fits(parameters[i].ParameterType, signature.Parameters[i]);
        if (!fits || (signature.Results.Length == 1 && !Fits(invoke.ReturnType, signature.Results[0])))
            throw new ArgumentException(
                $"The function's type is {signature}, which {typeof(TDelegate)} does not stand for.", nameof(name));

        WasmFunction? setLength = Instance.Exports.ContainsKey("__setArgumentsLength") ? Runtime("__setArgumentsLength", UnpinType) : null;
        Type result = invoke.ReturnType;
        Func<object?[], CancellationToken, object?> call = (arguments, end) => Call(function, setLength, arguments, result, end);
        Expression body = Expression.Invoke(
            Expression.Constant(call),
            Expression.NewArrayInit(typeof(object), given[..parameters.Length].Select(parameter => Expression.Convert(parameter, typeof(object)))),
            token is null ? Expression.Default(typeof(CancellationToken)) : token);
        return Expression.Lambda<TDelegate>(result == typeof(void) ? body : Expression.Convert(body, result), given).Compile();
    }

    private static bool Fits(Type type, ValType value) => value.Kind switch
    {
        ValKind.I32 => type == typeof(int) || type == typeof(uint) || type == typeof(bool) || type == typeof(byte)
            || type == typeof(sbyte) || type == typeof(short) || type == typeof(ushort) || type == typeof(char) || IsObject(type),
        ValKind.I64 => type == typeof(long) || type == typeof(ulong),
        ValKind.F32 => type == typeof(float),
        ValKind.F64 => type == typeof(double),
        _ => false,
    };

    private static bool IsObject(Type type) => type == typeof(string) || Arrays.ContainsKey(type);

    // What makes and reads each type of arrays; all that there are, since nothing can be made of a type at run time where
    // no code is generated.
    private static readonly Dictionary<Type, ArrayAccess> Arrays = new Dictionary<Type, ArrayAccess>[]
    {
        ArraysOf<bool>(), ArraysOf<byte>(), ArraysOf<sbyte>(), ArraysOf<short>(), ArraysOf<ushort>(), ArraysOf<char>(), ArraysOf<int>(),
        ArraysOf<uint>(), ArraysOf<long>(), ArraysOf<ulong>(), ArraysOf<float>(), ArraysOf<double>(), ArraysOf<string>(),
    }.SelectMany(pair => pair).ToDictionary();

    private static Dictionary<Type, ArrayAccess> ArraysOf<T>() => new()
    {
        [typeof(T[])] = new(
            (guest, value, token) => guest.NewArray<T>((T[])value, cancellationToken: token), (guest, pointer) => guest.ReadArray<T>(pointer)?.Items),
        [typeof(AssemblyScriptArray<T>)] = new(
            (guest, value, token) =>
            {
                var array = (AssemblyScriptArray<T>)value;
                return guest.NewArray<T>(array.Items, array.Kind, array.TypeId, token);
            },
            (guest, pointer) => guest.ReadArray<T>(pointer)),
    };

    private object? Call(WasmFunction function, WasmFunction? setLength, object?[] arguments, Type resultType, CancellationToken token)
    {
        var values = new WasmValue[function.Signature.Parameters.Length];
        var made = new List<AssemblyScriptObject>();
        try
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = i < arguments.Length
                    ? ToGuest(arguments[i], made, token)
                    : ZeroOf(function.Signature.Parameters[i].Kind);
            }

            setLength?.Invoke([arguments.Length], [], token);
            var results = new WasmValue[function.Signature.Results.Length];
            function.Invoke(values, results, token);
            return results.Length == 0 ? null : FromGuest(results[0], resultType);
        }
        finally
        {
            foreach (AssemblyScriptObject each in made)
                each.Dispose();
        }
    }

    private WasmValue ToGuest(object? value, List<AssemblyScriptObject> made, CancellationToken token)
    {
        switch (value)
        {
            case null:
                return 0;
            case int or short or sbyte or bool or byte or ushort or char:
                return value is bool truth ? (truth ? 1 : 0) : value is char character ? character : Convert.ToInt32(value, null);
            case uint number:
                return number;
            case long number:
                return number;
            case ulong number:
                return number;
            case float number:
                return number;
            case double number:
                return number;
            default:
                AssemblyScriptObject item = value is string text ? NewString(text, token) : Arrays[value.GetType()].Make(this, value, token);
                made.Add(item);
                return item.Pointer;
        }
    }

    private object? FromGuest(WasmValue value, Type type)
    {
        switch (value.Kind)
        {
            case ValKind.I64:
                return type == typeof(ulong) ? value.AsUInt64() : value.AsInt64();
            case ValKind.F32:
                return value.AsSingle();
            case ValKind.F64:
                return value.AsDouble();
        }

        int number = value.AsInt32();
        return type == typeof(string) ? ReadString(number)
            : type == typeof(int) ? number
            : type == typeof(uint) ? (uint)number
            : type == typeof(bool) ? number != 0
            : type == typeof(byte) ? (byte)number
            : type == typeof(sbyte) ? (sbyte)number
            : type == typeof(short) ? (short)number
            : type == typeof(ushort) ? (ushort)number
            : type == typeof(char) ? (char)number
            : Arrays[type].Read(this, number);
    }

    private static WasmValue ZeroOf(ValKind kind) => kind switch
    {
        ValKind.I32 => (WasmValue)0,
        ValKind.I64 => (WasmValue)0L,
        ValKind.F32 => (WasmValue)0f,
        _ => (WasmValue)0d,
    };

    private sealed record ArrayAccess(
        Func<AssemblyScriptGuest, object, CancellationToken, AssemblyScriptObject> Make, Func<AssemblyScriptGuest, int, object?> Read);
}

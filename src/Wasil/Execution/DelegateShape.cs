using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Wasil.Execution;

/// <summary>The WebAssembly signature that a delegate type stands for.</summary>
internal sealed class DelegateShape
{
    private static readonly ConditionalWeakTable<Type, DelegateShape> Known = [];

    private DelegateShape(
        Type delegateType, FuncType signature, FuncType wideSignature, Type[] parameters, Type[] results, bool takesCaller, bool takesToken)
    {
        DelegateType = delegateType;
        Signature = signature;
        WideSignature = wideSignature;
        Parameters = parameters;
        Results = results;
        TakesCaller = takesCaller;
        TakesToken = takesToken;
    }

    public Type DelegateType { get; }

    /// <summary>The signature where addresses are 32 bits wide.</summary>
    public FuncType Signature { get; }

    /// <summary>The signature where addresses are 64 bits wide; the same object where there are none in it.</summary>
    public FuncType WideSignature { get; }

    /// <summary>The .NET types of the parameters that are part of the signature.</summary>
    public Type[] Parameters { get; }

    /// <summary>The .NET types of the results, a tuple taken apart.</summary>
    public Type[] Results { get; }

    /// <summary>Whether a <see cref="Caller"/> comes first.</summary>
    public bool TakesCaller { get; }

    /// <summary>Whether a <see cref="CancellationToken"/> comes last.</summary>
    public bool TakesToken { get; }

    /// <summary>The method that calls the delegate.</summary>
    public MethodInfo Invoke => InvokeOf(DelegateType);

    /// <summary>The shape of a delegate type.</summary>
    /// <exception cref="ArgumentException">A parameter or the result has a type that no WebAssembly type stands for.</exception>
    public static DelegateShape Of(Type delegateType) => Known.GetValue(delegateType, Read);

    /// <summary>Throws where the delegate type is not one for a function.</summary>
    /// <param name="function">The function's type.</param>
    /// <param name="parameterName">Whose argument the delegate type is.</param>
    /// <exception cref="ArgumentException">It does not fit the function's type.</exception>
    public void RequireFit(FuncType function, string parameterName)
    {
        if (TakesCaller || !(Fits(Signature, function) || Fits(WideSignature, function)))
            throw new ArgumentException(
                $"The function's type is {function}, and the delegate type {DelegateType} stands for {Signature}.", parameterName);
    }

    private static DelegateShape Read(Type delegateType)
    {
        MethodInfo invoke = InvokeOf(delegateType);
        Type[] parameters = Array.ConvertAll(invoke.GetParameters(), parameter => parameter.ParameterType);
        bool takesCaller = parameters.Length > 0 && parameters[0] == typeof(Caller);
        if (takesCaller)
            parameters = parameters[1..];
        bool takesToken = parameters.Length > 0 && parameters[^1] == typeof(CancellationToken);
        if (takesToken)
            parameters = parameters[..^1];
        Type[] results = [.. ResultsOf(invoke.ReturnType)];
        FuncType signature = SignatureOf(ValType.I32);
        FuncType wide = parameters.Contains(typeof(WasmAddress)) || results.Contains(typeof(WasmAddress)) ? SignatureOf(ValType.I64) : signature;
        return new DelegateShape(delegateType, signature, wide, parameters, results, takesCaller, takesToken);

        FuncType SignatureOf(ValType address) =>
            new(ValTypesOf(parameters, address, delegateType), ValTypesOf(results, address, delegateType));
    }

    private static bool Fits(FuncType given, FuncType expected)
    {
        // What the host hands over is checked when it does.
        return Fits(given.Parameters, expected.Parameters, Linking.HostGives) && Fits(given.Results, expected.Results, Linking.HostTakes);

        static bool Fits(ReadOnlySpan<ValType> given, ReadOnlySpan<ValType> expected, Func<HeapType, HeapType, bool> matches)
        {
            if (given.Length != expected.Length)
                return false;
            for (int i = 0; i < given.Length; i++)
            {
                if (given[i].Kind != expected[i].Kind)
                    return false;
                // An object may be any reference here, a function too.
                if (given[i].IsReference && given[i].HeapType != HeapType.Extern && !matches(given[i].HeapType, expected[i].HeapType))
                    return false;
            }

            return true;
        }
    }

    private static ValType[] ValTypesOf(Type[] types, ValType address, Type delegateType)
    {
        var valTypes = new ValType[types.Length];
        for (int i = 0; i < types.Length; i++)
            valTypes[i] = types[i] == typeof(WasmAddress) ? address : ValTypeOf(types[i], delegateType);
        return valTypes;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The Invoke method of a delegate type is always kept.")]
    private static MethodInfo InvokeOf(Type delegateType) => delegateType.GetMethod("Invoke")
        ?? throw new ArgumentException($"{delegateType} is not a delegate type with parameters of its own.", nameof(delegateType));

    private static IEnumerable<Type> ResultsOf(Type type)
    {
        if (type == typeof(void))
            return [];
        // A tuple of one is no tuple that C# writes; it only occurs as the rest of a longer one.
        return IsTuple(type) && type.GetGenericArguments().Length > 1 ? ItemsOf(type) : [type];
    }

    // The eighth part of a tuple is a tuple of the rest. What C# does not write stays as it is, for nothing stands for it.
    private static IEnumerable<Type> ItemsOf(Type tuple)
    {
        Type[] parts = tuple.GetGenericArguments();
        if (parts.Length < 8)
            return parts;
        return IsTuple(parts[7]) ? parts[..7].Concat(ItemsOf(parts[7])) : [tuple];
    }

    private static bool IsTuple(Type type) =>
        type is { IsGenericType: true, IsValueType: true, Namespace: "System" } && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal);

    private static ValType ValTypeOf(Type type, Type delegateType)
    {
        Type number = type.IsEnum ? type.GetEnumUnderlyingType() : type;
        if (number == typeof(int) || number == typeof(uint))
            return ValType.I32;
        if (number == typeof(long) || number == typeof(ulong))
            return ValType.I64;
        if (type == typeof(float))
            return ValType.F32;
        if (type == typeof(double))
            return ValType.F64;
        if (type == typeof(WasmFunction))
            return ValType.FuncRef;
        if (type == typeof(object))
            return ValType.ExternRef;
        if (type == typeof(WasmObject))
            return ValType.Ref(HeapType.Eq, nullable: true);
        if (type == typeof(WasmStruct))
            return ValType.Ref(HeapType.Struct, nullable: true);
        if (type == typeof(WasmArray))
            return ValType.Ref(HeapType.Array, nullable: true);
        if (type == typeof(WasmI31))
            return ValType.Ref(HeapType.I31, nullable: true);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Vector128<>))
            return ValType.V128;
        throw new ArgumentException(
            $"No WebAssembly type stands for {type} in {delegateType}: use int, uint, long, ulong, float, double, Vector128<T>, "
            + "WasmAddress, WasmFunction, WasmStruct, WasmArray, WasmI31, WasmObject or object, and a tuple for several results.",
            nameof(delegateType));
    }
}

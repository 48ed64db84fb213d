using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Intrinsics;
using Wasil.Execution;

namespace Wasil.Compilation;

/// <summary>
/// The calling convention of a function type: the delegate type that stands in tables of entries, and where its arguments
/// and results travel. References all travel as objects, so many function types share one signature.
/// </summary>
/// <remarks>
/// Up to 16 parameters and 7 results are .NET parameters and a tuple. Past that, which compilers hardly ever emit, the first
/// 15 parameters stay and the rest travels in an array, as do all results. So does everything once guests have made up too
/// many signatures.
/// </remarks>
[RequiresDynamicCode("Delegate types are made for the signatures that guests use.")]
[UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "Delegate and tuple types have no members that trimming removes.")]
[UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Delegate and tuple types have no members that trimming removes.")]
[UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Delegate and tuple types have no members that trimming removes.")]
internal sealed class Signature
{
    private const int MaximumDirectParameters = 16;
    private const int MaximumDirectResults = 7;

    // Delegate and tuple types are never unloaded, some 5 KB each, and a guest can make up any number of signatures. Those with
    // no more parameters than this and one result are few enough to have types of their own whatever happens.
    private const int SmallParameters = 3;

    private const int MaximumKnown = 10_000;

    // What is here stays for good: all callers of a signature have to agree on its convention.
    private static readonly ConcurrentDictionary<string, Signature> Known = new();
    private static readonly ConcurrentDictionary<string, Signature> InArrays = new();
    private static readonly Lock Gate = new();
    private static int s_large;

    private static readonly Type[] FuncTypes =
    [
        typeof(Func<>), typeof(Func<,>), typeof(Func<,,>), typeof(Func<,,,>), typeof(Func<,,,,>), typeof(Func<,,,,,>),
        typeof(Func<,,,,,,>), typeof(Func<,,,,,,,>), typeof(Func<,,,,,,,,>), typeof(Func<,,,,,,,,,>), typeof(Func<,,,,,,,,,,>),
        typeof(Func<,,,,,,,,,,,>), typeof(Func<,,,,,,,,,,,,>), typeof(Func<,,,,,,,,,,,,,>), typeof(Func<,,,,,,,,,,,,,,>),
        typeof(Func<,,,,,,,,,,,,,,,>), typeof(Func<,,,,,,,,,,,,,,,,>),
    ];

    private static readonly Type[] ActionTypes =
    [
        typeof(Action), typeof(Action<>), typeof(Action<,>), typeof(Action<,,>), typeof(Action<,,,>), typeof(Action<,,,,>),
        typeof(Action<,,,,,>), typeof(Action<,,,,,,>), typeof(Action<,,,,,,,>), typeof(Action<,,,,,,,,>), typeof(Action<,,,,,,,,,>),
        typeof(Action<,,,,,,,,,,>), typeof(Action<,,,,,,,,,,,>), typeof(Action<,,,,,,,,,,,,>), typeof(Action<,,,,,,,,,,,,,>),
        typeof(Action<,,,,,,,,,,,,,,>), typeof(Action<,,,,,,,,,,,,,,,>),
    ];

    private static readonly Type[] TupleTypes =
    [
        typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(ValueTuple<,,,>), typeof(ValueTuple<,,,,>), typeof(ValueTuple<,,,,,>),
        typeof(ValueTuple<,,,,,,>),
    ];

    private Signature(ValKind[] parameters, ValKind[] results, bool inArrays)
    {
        ParameterKinds = parameters;
        ResultKinds = results;
        DirectParameters = inArrays ? 0
            : parameters.Length <= MaximumDirectParameters ? parameters.Length : MaximumDirectParameters - 1;
        HasWideParameters = DirectParameters < parameters.Length;
        HasWideResults = results.Length > (inArrays ? 1 : MaximumDirectResults);

        var types = new List<Type>(parameters.Length);
        for (int i = 0; i < DirectParameters; i++)
            types.Add(ClrType(parameters[i]));
        if (HasWideParameters)
            types.Add(typeof(WasmValue[]));
        ParameterTypes = [.. types];
        ReturnType = results.Length switch
        {
            0 => typeof(void),
            1 => ClrType(results[0]),
            _ when HasWideResults => typeof(WasmValue[]),
            _ => TupleTypes[results.Length - 2].MakeGenericType([.. results.Select(ClrType)]),
        };
        DelegateType = ReturnType == typeof(void)
            ? types.Count == 0 ? typeof(Action) : ActionTypes[types.Count].MakeGenericType(ParameterTypes)
            : FuncTypes[types.Count].MakeGenericType([.. types, ReturnType]);
        Invoke = DelegateType.GetMethod("Invoke")!;
    }

    public ValKind[] ParameterKinds { get; }

    public ValKind[] ResultKinds { get; }

    /// <summary>How many parameters are .NET parameters of their own.</summary>
    public int DirectParameters { get; }

    /// <summary>Whether the last .NET parameter is an array with the rest of the parameters.</summary>
    public bool HasWideParameters { get; }

    /// <summary>Whether the results travel in an array.</summary>
    public bool HasWideResults { get; }

    /// <summary>The .NET parameters.</summary>
    public Type[] ParameterTypes { get; }

    public Type ReturnType { get; }

    public Type DelegateType { get; }

    /// <summary>The type of delegates that take values in slots and return as functions of the signature do.</summary>
    public Type SlotDelegateType => ReturnType == typeof(void)
        ? typeof(Action<nint, object[], int>)
        : typeof(Func<,,,>).MakeGenericType(typeof(nint), typeof(object[]), typeof(int), ReturnType);

    /// <summary>The method that calls a delegate of <see cref="DelegateType"/>.</summary>
    public MethodInfo Invoke { get; }

    /// <summary>Code that belongs to this signature, made when it is first needed.</summary>
    public SignatureCode Code => field ??= new SignatureCode(this);

    /// <summary>The calling convention of a function type.</summary>
    public static Signature Of(FuncType type)
    {
        if (type.CallingConvention is Signature found)
            return found;
        ReadOnlySpan<ValType> parameters = type.Parameters, results = type.Results;
        int length = parameters.Length + 1 + results.Length;
        Span<char> key = length <= 256 ? stackalloc char[length] : new char[length];
        for (int i = 0; i < parameters.Length; i++)
            key[i] = (char)('a' + (int)parameters[i].Kind);
        key[parameters.Length] = '>';
        for (int i = 0; i < results.Length; i++)
            key[parameters.Length + 1 + i] = (char)('a' + (int)results[i].Kind);

        string name = key.ToString();
        Signature signature = Known.TryGetValue(name, out Signature? known) ? known : Add(name, ValKinds.Of(parameters), ValKinds.Of(results));
        type.CallingConvention = signature;
        return signature;
    }

    private static Signature Add(string name, ValKind[] parameters, ValKind[] results)
    {
        bool isSmall = parameters.Length <= SmallParameters && results.Length <= 1;
        lock (Gate)
        {
            if (Known.TryGetValue(name, out Signature? known))
                return known;
            if (isSmall || s_large < MaximumKnown)
            {
                s_large += isSmall ? 0 : 1;
                return Known[name] = new Signature(parameters, results, inArrays: false);
            }
        }

        // These have types in common, so they may be forgotten and made again.
        if (InArrays.Count >= MaximumKnown)
            InArrays.Clear();
        return InArrays.GetOrAdd(name, new Signature(parameters, results, inArrays: true));
    }

    /// <summary>The .NET type that values of a kind have in compiled code.</summary>
    public static Type ClrType(ValKind kind) => kind switch
    {
        ValKind.I32 => typeof(int),
        ValKind.I64 => typeof(long),
        ValKind.F32 => typeof(float),
        ValKind.F64 => typeof(double),
        ValKind.V128 => typeof(Vector128<byte>),
        _ => typeof(object),
    };
}

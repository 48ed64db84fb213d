using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Wasil.GoJs.Intrinsics;
using Wasil.GoJs.Objects;
using Wasil.GoJs.Running;

namespace Wasil.GoJs;

/// <summary>
/// The JavaScript objects of one Go program: its global object, and makers of new ones. What the host puts into
/// <see cref="Global"/>, Go finds in <c>js.Global()</c>, and the other way round.
/// </summary>
/// <threadsafety>One thread at a time, which includes the guest that uses it.</threadsafety>
public sealed class JsRealm
{
    private const int BytesOfKey = 48;

    private readonly GoRuntime _runtime;
    private readonly Dictionary<string, JsObject> _errorPrototypes = [];
    private readonly List<JsObject> _prototypes = [];

    internal JsRealm(GoRuntime runtime)
    {
        _runtime = runtime;
        ObjectPrototype = CreatePrototype(null);
        FunctionPrototype = new NativeFunction(this, "", 0, static (_, _) => JsValue.Undefined);
        _prototypes.Add(FunctionPrototype);
        ArrayPrototype = CreatePrototype(ObjectPrototype);
        ArrayBufferPrototype = CreatePrototype(ObjectPrototype);
        PromisePrototype = CreatePrototype(ObjectPrototype);
        Global = new JsObject(ObjectPrototype);
        Define(Global, "globalThis", Global);
        ObjectIntrinsics.Install(this);
        FunctionIntrinsics.Install(this);
        ErrorIntrinsics.Install(this);
        ArrayIntrinsics.Install(this);
        TypedArrays = BufferIntrinsics.Install(this);
        PrimitiveIntrinsics.Install(this);
        MathIntrinsics.Install(this);
        JsonIntrinsics.Install(this);
        DateIntrinsics.Install(this);
        PromiseIntrinsics.Install(this);
        ReflectIntrinsics.Install(this);
        CollectionIntrinsics.Install(this);
        TimerIntrinsics.Install(this);
        TextIntrinsics.Install(this);
        ConsoleIntrinsics.Install(this);
    }

    /// <summary>The global object, <c>js.Global()</c> in Go.</summary>
    public JsObject Global { get; }

    internal JsObject ObjectPrototype { get; }

    internal JsObject FunctionPrototype { get; }

    internal JsObject ArrayPrototype { get; }

    internal JsObject ArrayBufferPrototype { get; }

    internal JsObject PromisePrototype { get; }

    internal IReadOnlyDictionary<JsElementType, JsObject> TypedArrays { get; }

    internal GoRuntime Runtime => _runtime;

    /// <summary>The arrays whose elements are being joined as text.</summary>
    internal HashSet<JsObject> Joined { get; } = new(ReferenceEqualityComparer.Instance);

    internal EventLoop Loop => _runtime.Loop;

    /// <summary>Makes an object.</summary>
    public JsObject CreateObject()
    {
        _runtime.Charge(HeapVisitor.BytesOfObject);
        return new JsObject(ObjectPrototype);
    }

    /// <summary>Makes an array.</summary>
    /// <param name="elements">Its elements.</param>
    public JsArray CreateArray(params ReadOnlySpan<JsValue> elements)
    {
        _runtime.Charge(HeapVisitor.BytesOfObject + (HeapVisitor.BytesOfValue * (long)elements.Length));
        return new JsArray(this, elements);
    }

    /// <summary>Makes a <c>Uint8Array</c> over bytes, which are not copied.</summary>
    /// <param name="bytes">The bytes.</param>
    public JsTypedArray CreateBytes(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        _runtime.Charge(bytes.Length);
        return CreateTypedArray(JsElementType.Uint8, new JsArrayBuffer(ArrayBufferPrototype, bytes), 0, bytes.Length);
    }

    /// <summary>Makes a function. A .NET exception that leaves it is thrown as an <c>Error</c> with its message.</summary>
    /// <param name="name">Its name, which only texts show.</param>
    /// <param name="function">What it does.</param>
    public JsFunction CreateFunction(string name, JsCallback function)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(function);
        return new NativeFunction(this, name, 0, (thisValue, arguments) =>
        {
            try
            {
                return function(thisValue, arguments);
            }
            catch (Exception exception) when (HostValues.IsThrown(exception))
            {
                throw Errors.Of(exception.Message, exception);
            }
        });
    }

    /// <summary>
    /// Makes a function out of a lambda or method with parameters of numbers, booleans, strings, <c>byte[]</c>,
    /// <see cref="JsValue"/> and kinds of <see cref="JsObject"/>; a <see cref="Task"/> that it returns becomes a promise. A .NET
    /// exception that leaves it is thrown as an <c>Error</c> with its message.
    /// </summary>
    /// <param name="name">Its name, which only texts show.</param>
    /// <param name="function">The lambda or method.</param>
    /// <exception cref="ArgumentException">A parameter or the result is of a type that has no counterpart.</exception>
    public JsFunction CreateFunction(string name, Delegate function)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(function);
        return HostValues.CreateFunction(this, name, function.Method, function.Target);
    }

    /// <summary>Makes an object with the public methods and properties of a .NET object, under their own names.</summary>
    /// <typeparam name="T">The type whose members are shown.</typeparam>
    /// <param name="target">The object.</param>
    /// <exception cref="ArgumentException">A member has a type that has no counterpart.</exception>
    public JsObject Wrap<[DynamicallyAccessedMembers(
        DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.PublicProperties)] T>(T target)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(target);
        var wrapper = CreateObject();
        foreach (MethodInfo method in typeof(T).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (!method.IsSpecialName && !method.IsGenericMethod)
                Define(wrapper, method.Name, HostValues.CreateFunction(this, method.Name, method, target));
        }

        foreach (PropertyInfo property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length > 0)
                continue;
            var accessor = new Accessor(
                property.GetMethod is { IsPublic: true } get ? HostValues.CreateFunction(this, property.Name, get, target) : null,
                property.SetMethod is { IsPublic: true } set ? HostValues.CreateFunction(this, property.Name, set, target) : null);
            wrapper.Define(property.Name, new Property(default, PropertyFlags.Enumerable | PropertyFlags.Configurable, accessor));
        }

        return wrapper;
    }

    /// <summary>Makes a promise that the host settles, on the thread that runs the program.</summary>
    public JsPromise CreatePromise()
    {
        _runtime.Charge(2 * HeapVisitor.BytesOfObject);
        return new JsPromise(this);
    }

    /// <summary>Makes a promise that is settled with a task. The program waits for it as for a timer.</summary>
    /// <param name="task">The task.</param>
    public JsPromise CreatePromise(Task<JsValue> task)
    {
        ArgumentNullException.ThrowIfNull(task);
        JsPromise promise = CreatePromise();
        Loop.Begin();
        task.ContinueWith(
            done => Loop.Complete(() =>
            {
                if (done.IsCompletedSuccessfully)
                    promise.Resolve(done.Result);
                else
                    promise.Reject(HostValues.Reason(done.Exception?.InnerException ?? new OperationCanceledException()));
            }),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return promise;
    }

    internal JsTypedArray CreateTypedArray(JsElementType type, JsArrayBuffer buffer, int start, int length) =>
        new(TypedArrays.GetValueOrDefault(type), type, buffer, start, length);

    /// <summary>Makes a prototype that the host keeps, and with it what the guest puts there.</summary>
    internal JsObject CreatePrototype(JsObject? above)
    {
        var made = new JsObject(above);
        _prototypes.Add(made);
        return made;
    }

    /// <summary>Adds what is there as long as the program is.</summary>
    internal void Visit(HeapVisitor visitor)
    {
        visitor.Add(Global);
        foreach (JsObject prototype in _prototypes)
            visitor.Add(prototype);
    }

    internal void AddErrorPrototype(string name, JsObject prototype) => _errorPrototypes.Add(name, prototype);

    /// <summary>Gives an error the prototype of its kind.</summary>
    internal void Adopt(JsValue value)
    {
        if (value.Reference is JsError { Prototype: null } error)
            error.Prototype = _errorPrototypes.GetValueOrDefault(error.Name) ?? _errorPrototypes.GetValueOrDefault("Error");
    }

    /// <summary>Defines a method.</summary>
    /// <param name="holder">Where.</param>
    /// <param name="name">Its name.</param>
    /// <param name="length">How many parameters it says that it has.</param>
    /// <param name="function">What it does.</param>
    /// <param name="bound">What it was made over.</param>
    internal NativeFunction Define(JsObject holder, string name, int length, JsCallback function, JsValue bound = default)
    {
        var made = new NativeFunction(this, name, length, function) { Bound = bound };
        Define(holder, name, made);
        return made;
    }

    /// <summary>Defines a property that loops over properties do not see.</summary>
    internal static void Define(JsObject holder, object name, JsValue value) =>
        holder.Define(name, new Property(value, PropertyFlags.Hidden));

    /// <summary>Defines a property that is computed.</summary>
    internal void DefineGetter(JsObject holder, object name, Func<JsValue, JsValue> get) => holder.Define(
        name,
        new Property(
            default,
            PropertyFlags.Configurable,
            new Accessor(new NativeFunction(this, $"get {name}", 0, (thisValue, _) => get(thisValue)), null)));

    /// <summary>Defines a global constructor.</summary>
    internal NativeFunction DefineClass(
        string name, JsObject prototype, int length, NativeConstructor construct, JsCallback? call = null)
    {
        var made = new NativeFunction(
            this,
            name,
            length,
            call ?? ((_, _) => throw Errors.Type($"Class constructor {name} cannot be invoked without 'new'")),
            construct);
        made.Define("prototype", new Property(prototype, PropertyFlags.None));
        Define(prototype, "constructor", made);
        Define(Global, name, made);
        return made;
    }

    /// <summary>Makes an object that goes through values, as <c>entries()</c> does.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="values">The values.</param>
    internal JsObject CreateIterator(JsValue source, IEnumerator<JsValue> values)
    {
        JsObject iterator = CreateObject();
        Define(
            iterator,
            "next",
            0,
            (_, _) =>
            {
                bool more = values.MoveNext();
                JsObject step = CreateObject();
                step.Define("value", new Property(more ? values.Current : JsValue.Undefined, PropertyFlags.All));
                step.Define("done", new Property(!more, PropertyFlags.All));
                return step;
            },
            source);
        iterator.Define(JsSymbol.Iterator, new Property(
            new NativeFunction(this, "[Symbol.iterator]", 0, (thisValue, _) => thisValue), PropertyFlags.Hidden));
        return iterator;
    }

    /// <summary>The keys of an object's own properties, which count as the guest's memory: a typed array has one for each
    /// number.</summary>
    internal List<object> KeysOf(JsObject target)
    {
        var keys = new List<object>();
        foreach (object key in target.OwnKeys())
            AddCounted(keys, key, BytesOfKey);
        return keys;
    }

    /// <summary>The names of an object's own enumerable properties.</summary>
    internal List<string> NamesOf(JsObject target)
    {
        var names = new List<string>();
        foreach (string name in target.Keys)
            AddCounted(names, name, BytesOfKey);
        return names;
    }

    /// <summary>Says that names are not needed any more, though the function that asked for them goes on.</summary>
    internal void Forget(List<string> names) => _runtime.Release(2L * BytesOfKey * names.Count);

    // A list takes room for as much again as it has when it is full.
    private void AddCounted<T>(List<T> list, T item, int bytes)
    {
        _runtime.Charge(2 * bytes);
        list.Add(item);
        if (list.Count % 1024 == 0)
            _runtime.Poll();
    }

    /// <summary>The values that an iterable gives, or the elements of what has a length.</summary>
    internal List<JsValue> ToList(JsValue value)
    {
        var list = new List<JsValue>();
        _runtime.Keep(new KeptList(list));
        if (value.Reference is string text)
        {
            foreach (System.Text.Rune rune in text.EnumerateRunes())
                AddCounted(list, rune.ToString(), HeapVisitor.BytesOfObject);
            return list;
        }

        if (!value.TryGetObject(out JsObject? source))
            throw Errors.Type("The value is not iterable");
        if (source is JsArray array)
        {
            list.AddRange(array.ToArray());
            return list;
        }

        if (source is JsTypedArray numbers)
        {
            for (int i = 0; i < numbers.Length; i++)
                AddCounted(list, numbers.Read(i), HeapVisitor.BytesOfValue);
            return list;
        }

        if (source.Get(JsSymbol.Iterator, source).TryGetObject(out JsFunction? iterate))
        {
            JsObject iterator = iterate.Apply(source, []).TryGetObject(out JsObject? made)
                ? made : throw Errors.Type("Result of the Symbol.iterator method is not an object");
            while (iterator.Get("next").TryGetObject(out JsFunction? next)
                && next.Apply(iterator, []).TryGetObject(out JsObject? step)
                && !Conversions.ToBoolean(step.Get("done")))
            {
                AddCounted(list, step.Get("value"), HeapVisitor.BytesOfValue);
            }

            return list;
        }

        double length = Conversions.ToInteger(source.Get("length"));
        if (length > 1 << 24)
            throw Errors.Range("Invalid array length");
        for (int i = 0; i < length; i++)
            AddCounted(list, source.GetIndex(i), HeapVisitor.BytesOfValue);
        return list;
    }
}

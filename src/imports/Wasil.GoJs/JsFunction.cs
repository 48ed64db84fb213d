using System.Runtime.CompilerServices;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs;

/// <summary>An object that can be called.</summary>
/// <threadsafety>One thread at a time, which includes the guest that uses it.</threadsafety>
public abstract class JsFunction : JsObject
{
    // The prototype of functions is a function as well, and the first.
    private protected JsFunction(JsRealm realm)
        : base((JsObject?)realm.FunctionPrototype ?? realm.ObjectPrototype) => Realm = realm;

    internal JsRealm Realm { get; }

    internal override string ClassName => "Function";

    /// <summary>Calls the function.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="JsException">The function threw.</exception>
    public JsValue Invoke(params ReadOnlySpan<JsValue> arguments) => Apply(JsValue.Undefined, arguments);

    /// <summary>Calls the function on something.</summary>
    /// <param name="thisValue">What it is called on.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="JsException">The function threw.</exception>
    public JsValue Apply(JsValue thisValue, params ReadOnlySpan<JsValue> arguments)
    {
        // Functions of the host that call functions of the host take stack that no guest's own check sees.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Errors.Range("Maximum call stack size exceeded");
        return Run(thisValue, arguments);
    }

    /// <summary>Makes an object, as <c>new</c> does.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The object.</returns>
    /// <exception cref="JsException">The function threw, or makes no objects.</exception>
    public JsObject Construct(params ReadOnlySpan<JsValue> arguments)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Errors.Range("Maximum call stack size exceeded");
        return Make(arguments);
    }

    /// <inheritdoc/>
    public override string ToString() => $"function {Errors.Clip(Name)}() {{ [native code] }}";

    // The text that a function stands for must not run a getter.
    private string Name => GetOwn("name") is { Accessor: null, Value.Reference: string name } ? name : "";

    private protected abstract JsValue Run(JsValue thisValue, ReadOnlySpan<JsValue> arguments);

    private protected virtual JsObject Make(ReadOnlySpan<JsValue> arguments) =>
        throw Errors.Type($"{this} is not a constructor");

    // ECMAScript, OrdinaryHasInstance.
    internal bool HasInstance(JsValue value)
    {
        if (!value.TryGetObject(out JsObject? instance))
            return false;
        if (!Get("prototype").TryGetObject(out JsObject? prototype))
            throw Errors.Type("Function has non-object prototype in instanceof check");
        for (JsObject? above = instance.Prototype; above is not null; above = above.Prototype)
        {
            if (above == prototype)
                return true;
        }

        return false;
    }
}

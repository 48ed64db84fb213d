using Wasil.Execution;

namespace Wasil;

/// <summary>A global.</summary>
/// <threadsafety>One thread at a time, which includes the guests that use it.</threadsafety>
public sealed class WasmGlobal : WasmExtern
{
    private readonly GlobalInstance _global;

    private WasmGlobal(GlobalInstance global) => _global = global;

    /// <summary>Makes a global that no module defined, to be imported by several.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="value">Its value at first.</param>
    /// <exception cref="ArgumentException">The value is not of the type.</exception>
    public WasmGlobal(GlobalType type, WasmValue value)
    {
        ArgumentNullException.ThrowIfNull(type);
        _global = new GlobalInstance(type) { Value = Conversion.FromHost(value, type.Content, nameof(value)), Facade = this };
    }

    /// <summary>
    /// Makes a global whose value is not known before the instance that imports it has been made, such as the address of
    /// something in the instance's own memory. It is zero or null until then.
    /// </summary>
    /// <param name="type">Its type, mutable or not.</param>
    /// <param name="assign">Gives it its value, even where it is immutable. To be called before code that reads it runs, as in
    /// <see cref="InstanceLifetime.OnStart"/>; the initialisers of the instance's own globals and segments run earlier.</param>
    public static WasmGlobal CreateDeferred(GlobalType type, out Action<WasmValue> assign)
    {
        ArgumentNullException.ThrowIfNull(type);
        var global = new GlobalInstance(type);
        assign = value => global.Value = Conversion.FromHost(value, type.Content, nameof(value));
        return Of(global);
    }

    /// <summary>The global's type.</summary>
    public override GlobalType Type => _global.Type;

    /// <summary>The value as it is now.</summary>
    /// <exception cref="InvalidOperationException">The global is immutable and was set.</exception>
    /// <exception cref="ArgumentException">The value is not of the global's type.</exception>
    public WasmValue Value
    {
        get => _global.Value;
        set
        {
            if (!_global.Type.IsMutable)
                throw new InvalidOperationException($"The {_global.Type} is immutable.");
            _global.Value = Conversion.FromHost(value, _global.Type.Content, nameof(value));
        }
    }

    internal override object Address => _global;

    internal static WasmGlobal Of(GlobalInstance global) => global.Facade ??= new WasmGlobal(global);
}

using System.Text;
using Wasil.Execution;
using Wasil.Syntax;

namespace Wasil;

/// <summary>
/// An exception of WebAssembly's own kind: it has a tag, and values of the tag's types. A host function throws one for its
/// guest to catch; where a guest throws one and does not catch it, the call from the host ends with it. See "Exceptions" in the
/// specification.
/// </summary>
/// <remarks>Traps, host exceptions of other types and cancellation are none of these, and no guest catches them.</remarks>
public sealed class TaggedException : WasmException
{
    /// <summary>Makes an exception to throw.</summary>
    /// <param name="tag">Its tag: one that the guest exports, or that the host made and the guest imports.</param>
    /// <param name="payload">Values of the tag's types.</param>
    /// <exception cref="ArgumentException">A value is missing, one too many, or of another type.</exception>
    public TaggedException(WasmTag tag, params ReadOnlySpan<WasmValue> payload)
        : this(MakeInstance(tag, payload))
    {
    }

    private TaggedException(ExceptionInstance instance)
        : base(Describe(instance))
    {
        Instance = instance;
        instance.Facade = this;
    }

    /// <summary>The tag. A tag is always the same object, so it can be compared.</summary>
    public WasmTag Tag => WasmTag.Of(Instance.Tag);

    /// <summary>The values that the exception carries.</summary>
    public ReadOnlySpan<WasmValue> Payload => Instance.Payload;

    /// <summary>
    /// The guest's functions that the exception has left, innermost first, and no more than the first 64 of them. Empty where
    /// a host function threw it and no guest was in between.
    /// </summary>
    public IReadOnlyList<WasmFrame> WasmStack
    {
        get
        {
            var frames = new List<WasmFrame>();
            foreach ((ModuleTypes module, int function) in Instance.Frames)
            {
                frames.Add(new WasmFrame(
                    function, module.Names.Functions[(uint)function],
                    frames.Count == 0 && Instance.Offset >= 0 ? Instance.Offset : null, module.Names.ModuleName));
            }

            return frames;
        }
    }

    internal ExceptionInstance Instance { get; }

    internal static TaggedException Of(ExceptionInstance instance) => instance.Facade ?? new TaggedException(instance);

    private static ExceptionInstance MakeInstance(WasmTag tag, ReadOnlySpan<WasmValue> payload)
    {
        ArgumentNullException.ThrowIfNull(tag);
        TagType type = tag.Type;
        if (payload.Length != type.Payload.Length)
            throw new ArgumentException(
                $"Exceptions of the tag carry {type.Payload.Length} values ({type}), and {payload.Length} were given.", nameof(payload));
        var values = new WasmValue[payload.Length];
        for (int i = 0; i < payload.Length; i++)
            values[i] = Conversion.FromHost(payload[i], type.Payload[i], nameof(payload));
        return new ExceptionInstance(values, (TagInstance)tag.Address, -1);
    }

    private static string Describe(ExceptionInstance instance)
    {
        if (instance.Payload.Length == 0)
            return "exception without values";
        var text = new StringBuilder("exception with ");
        return text.AppendJoin(", ", instance.Payload).ToString();
    }
}

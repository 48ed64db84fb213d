using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Wasil.AssemblyScript;

/// <summary>
/// An instance of a module that the AssemblyScript compiler made, seen with its own types: strings and arrays go in and come out
/// as .NET's. Making objects needs what <c>--exportRuntime</c> exports; strings can be read without.
/// </summary>
/// <remarks>
/// Objects that the host makes are pinned, so that the guest's garbage collector leaves them alone while they are in use; calls of
/// <see cref="GetFunction{TDelegate}"/> do that by themselves. Like the instance, this is used by one thread at a time. What a
/// guest says of its objects is checked: one that lies gets <see cref="TrapException"/> or
/// <see cref="InvalidDataException"/> thrown.
/// </remarks>
/// <param name="instance">The instance. It exports its memory as <c>memory</c>.</param>
/// <threadsafety>One thread at a time, as for the instance that it is made of.</threadsafety>
public sealed partial class AssemblyScriptGuest(WasmInstance instance)
{
    // What a class id may be in a guest that does not lie; each takes four bytes of its data.
    private const int MaximumTypes = 1 << 20;

    private static readonly FuncType NewType = new([ValType.I32, ValType.I32], [ValType.I32]);
    private static readonly FuncType PinType = new([ValType.I32], [ValType.I32]);
    private static readonly FuncType UnpinType = new([ValType.I32], []);
    private static readonly FuncType CollectType = new([], []);

    private WasmFunction? _new;
    private WasmFunction? _pin;
    private WasmFunction? _unpin;
    private TypeFlags[]? _types;

    /// <summary>The instance.</summary>
    public WasmInstance Instance { get; } = instance ?? throw new ArgumentNullException(nameof(instance));

    /// <summary>The guest's memory.</summary>
    /// <exception cref="KeyNotFoundException">It exports none.</exception>
    public WasmMemory Memory => field ??= Instance.Exports.TryGetValue("memory", out WasmExtern? export) && export is WasmMemory memory
        ? memory : throw Fault(new KeyNotFoundException("The guest exports no memory named memory."));

    /// <summary>Whether a host function asks on the guest's behalf, so that what the guest lacks or lies about is its own fault: a
    /// trap.</summary>
    internal bool IsAskedByGuest { get; init; }

    /// <summary>Makes a string in the guest. Every character is kept, also surrogates without a partner.</summary>
    /// <param name="text">The text; null makes null.</param>
    /// <param name="cancellationToken">Ends the guest, where its engine is <see cref="WasmEngineOptions.Interruptible"/>.</param>
    /// <exception cref="InvalidOperationException">The guest does not export its runtime.</exception>
    /// <exception cref="OperationCanceledException">The token asked for an end.</exception>
    public AssemblyScriptObject NewString(string? text, CancellationToken cancellationToken = default)
    {
        if (text is null)
            return new AssemblyScriptObject(this, 0, cancellationToken);
        int pointer = NewPinned(ByteCount(text.Length, sizeof(char)), Layout.StringId, cancellationToken);
        MemoryMarshal.AsBytes(text.AsSpan()).CopyTo(Memory.Slice(pointer, text.Length * sizeof(char)));
        return new AssemblyScriptObject(this, pointer, cancellationToken);
    }

    /// <summary>Makes an array in the guest.</summary>
    /// <typeparam name="T">The type of the elements: a number, <c>bool</c> or <c>char</c>, or <c>string</c>.</typeparam>
    /// <param name="items">The elements.</param>
    /// <param name="kind">Which class it is.</param>
    /// <param name="typeId">The class's runtime id in the guest, which is found by itself where only one class looks like it.</param>
    /// <param name="cancellationToken">Ends the guest, where its engine is <see cref="WasmEngineOptions.Interruptible"/>.</param>
    /// <exception cref="InvalidOperationException">The guest does not export its runtime, or has no such class, or several.</exception>
    /// <exception cref="NotSupportedException">No type of AssemblyScript stands for the elements' type.</exception>
    /// <exception cref="OperationCanceledException">The token asked for an end.</exception>
    public AssemblyScriptObject NewArray<T>(
        ReadOnlySpan<T> items,
        AssemblyScriptArrayKind kind = AssemblyScriptArrayKind.Array,
        int? typeId = null,
        CancellationToken cancellationToken = default)
    {
        TypeFlags element = ElementType.FlagsOf(typeof(T));
        int size = ElementType.SizeOf(element);
        int bytes = ByteCount(items.Length, size);
        if (kind == AssemblyScriptArrayKind.ArrayBuffer && size != 1)
            throw new NotSupportedException($"An ArrayBuffer has bytes, not {typeof(T)}.");
        int id = typeId ?? (kind == AssemblyScriptArrayKind.ArrayBuffer ? Layout.ArrayBufferId : FindType(kind, element));

        bool isInline = kind is AssemblyScriptArrayKind.StaticArray or AssemblyScriptArrayKind.ArrayBuffer;
        int data = NewPinned(bytes, isInline ? id : Layout.ArrayBufferId, cancellationToken);
        int array = data;
        if (!isInline)
        {
            array = NewPinned(kind == AssemblyScriptArrayKind.Array ? Layout.ArrayBytes : Layout.ViewBytes, id, cancellationToken);
            Memory.Write(array, data);
            Memory.Write(array + 4, data);
            Memory.Write(array + 8, bytes);
            if (kind == AssemblyScriptArrayKind.Array)
                Memory.Write(array + 12, items.Length);
        }

        Fill(data, items, bytes, cancellationToken);
        // The array refers to its data from here on, and is pinned itself.
        if (!isInline)
            Unpin(data, cancellationToken);
        return new AssemblyScriptObject(this, array, cancellationToken);
    }

    /// <summary>Reads a string of the guest.</summary>
    /// <param name="pointer">Its address; 0 is null.</param>
    /// <exception cref="TrapException">It does not lie in the guest's memory.</exception>
    /// <exception cref="InvalidDataException">There is something else.</exception>
    public string? ReadString(int pointer)
    {
        if (pointer == 0)
            return null;
        (int id, uint size) = HeaderOf(pointer);
        if (id != Layout.StringId || size % sizeof(char) != 0)
            throw new InvalidDataException($"At 0x{(uint)pointer:x} there is no string, but {Describe(id)} of {size} bytes.");
        return new string(MemoryMarshal.Cast<byte, char>(Memory.Slice(pointer, Length(size, pointer))));
    }

    /// <summary>Reads an array of the guest, of whichever class.</summary>
    /// <typeparam name="T">As for <see cref="NewArray{T}"/>.</typeparam>
    /// <param name="pointer">Its address; 0 is null.</param>
    /// <exception cref="TrapException">It does not lie in the guest's memory.</exception>
    /// <exception cref="InvalidDataException">There is something else, or it has other elements.</exception>
    /// <exception cref="InvalidOperationException">The guest does not export its runtime.</exception>
    public AssemblyScriptArray<T>? ReadArray<T>(int pointer)
    {
        if (pointer == 0)
            return null;
        TypeFlags element = ElementType.FlagsOf(typeof(T));
        (int id, uint size) = HeaderOf(pointer);
        AssemblyScriptArrayKind? kind = KindOf(id, out TypeFlags values);
        if (kind is null || values != element)
            throw new InvalidDataException($"At 0x{(uint)pointer:x} there is no array of {typeof(T)}, but {Describe(id)}.");
        ulong data = (uint)pointer;
        if (kind is AssemblyScriptArrayKind.Array or AssemblyScriptArrayKind.TypedArray)
        {
            data = Memory.Read<uint>(pointer + 4);
            size = kind == AssemblyScriptArrayKind.TypedArray
                ? Memory.Read<uint>(pointer + 8)
                : checked((uint)Math.Min((ulong)Memory.Read<uint>(pointer + 12) * (uint)ElementType.SizeOf(element), uint.MaxValue));
        }

        Span<byte> bytes = Memory.Slice(data, Length(size, pointer));
        return new AssemblyScriptArray<T>(Copy<T>(bytes, ElementType.SizeOf(element)), kind.Value) { TypeId = id };
    }

    /// <summary>The runtime id of an object's class, as <c>idof</c> gives it in the guest.</summary>
    /// <param name="pointer">The object's address.</param>
    /// <exception cref="TrapException">It does not lie in the guest's memory.</exception>
    public int TypeIdOf(int pointer) => HeaderOf(pointer).Id;

    /// <summary>Has the guest collect its garbage.</summary>
    /// <param name="cancellationToken">Ends the guest, where its engine is <see cref="WasmEngineOptions.Interruptible"/>.</param>
    /// <exception cref="InvalidOperationException">The guest does not export its runtime.</exception>
    /// <exception cref="OperationCanceledException">The token asked for an end.</exception>
    public void Collect(CancellationToken cancellationToken = default) =>
        Runtime("__collect", CollectType).Invoke([], [], cancellationToken);

    /// <summary>Makes a typed array of zeros.</summary>
    internal AssemblyScriptObject NewTypedArray<T>(uint length, out ulong data)
    {
        TypeFlags element = ElementType.FlagsOf(typeof(T));
        int id = FindType(AssemblyScriptArrayKind.TypedArray, element);
        int bytes = unchecked((int)(length * (uint)ElementType.SizeOf(element)));
        int buffer = NewPinned(bytes, Layout.ArrayBufferId, default);
        int array = NewPinned(Layout.ViewBytes, id, default);
        Memory.Write(array, buffer);
        Memory.Write(array + 4, buffer);
        Memory.Write(array + 8, bytes);
        Unpin(buffer, default);
        data = (uint)buffer;
        return new AssemblyScriptObject(this, array, default);
    }

    internal void Unpin(int pointer, CancellationToken token)
    {
        if (pointer != 0)
            (_unpin ??= Runtime("__unpin", UnpinType)).Invoke([pointer], [], token);
    }

    /// <summary>Where the runtime type information ends, if the guest exports it.</summary>
    internal uint? TypesEnd => Instance.Exports.TryGetValue("__rtti_base", out WasmExtern? export)
        && export is WasmGlobal { Value.Kind: ValKind.I32 } global
        ? global.Value.AsUInt32() + (uint)((Types().Length + 1) * sizeof(uint)) : null;

    /// <summary>The id of the class of arrays of strings, if one is known.</summary>
    internal int? TryFindStringArray()
    {
        if (!Instance.Exports.ContainsKey("__rtti_base"))
            return null;
        TypeFlags wanted = FlagsOf(AssemblyScriptArrayKind.Array) | ElementType.FlagsOf(typeof(string));
        int id = Array.FindIndex(Types(), flags => (flags & (TypeFlags.Kinds | TypeFlags.Values)) == wanted);
        return id < 0 ? null : id;
    }

    private static int ByteCount(int length, int size) => (long)length * size <= int.MaxValue
        ? length * size
        : throw new ArgumentException($"{length} elements are more than a guest's memory takes.");

    private static int Length(uint size, int pointer) => size <= int.MaxValue
        ? (int)size
        : throw new InvalidDataException($"The object at 0x{(uint)pointer:x} says that it has {size} bytes.");

    private static TypeFlags FlagsOf(AssemblyScriptArrayKind kind) => kind switch
    {
        AssemblyScriptArrayKind.Array => TypeFlags.Array,
        AssemblyScriptArrayKind.StaticArray => TypeFlags.StaticArray,
        _ => TypeFlags.ArrayBufferView,
    };

    private void Fill<T>(int data, ReadOnlySpan<T> items, int bytes, CancellationToken token)
    {
        if (typeof(T) != typeof(string))
        {
            // SAFETY: not a string, so one of the numbers that ElementType knows, without references inside.
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(items)), bytes)
                .CopyTo(Memory.Slice(data, bytes));
            return;
        }

        // All of them are pinned until the array refers to them: each that is made may set off a collection.
        Memory.Slice(data, bytes).Clear();
        var texts = new AssemblyScriptObject[items.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = NewString((string?)(object?)items[i], token);
            Memory.Write((uint)data + ((ulong)i * sizeof(uint)), texts[i].Pointer);
        }

        foreach (AssemblyScriptObject text in texts)
            text.Dispose();
    }

    private T[] Copy<T>(Span<byte> bytes, int size)
    {
        if (typeof(T) == typeof(string))
        {
            // Strings of a guest that does not lie lie side by side, so together they are no larger than its memory.
            long rest = Memory.Length;
            var texts = new string?[bytes.Length / sizeof(int)];
            for (int i = 0; i < texts.Length; i++)
            {
                texts[i] = ReadString(MemoryMarshal.Read<int>(bytes[(i * sizeof(int))..]));
                rest -= (texts[i]?.Length ?? 0) * sizeof(char);
                if (rest < 0)
                    throw new InvalidDataException("The strings of an array are together larger than the guest's memory.");
            }

            return (T[])(object)texts;
        }

        if (typeof(T) == typeof(bool))
            return (T[])(object)Array.ConvertAll(bytes.ToArray(), value => value != 0);
        var items = new T[bytes.Length / size];
        // SAFETY: as in Fill.
        bytes[..(items.Length * size)].CopyTo(MemoryMarshal.CreateSpan(
            ref Unsafe.As<T, byte>(ref MemoryMarshal.GetArrayDataReference(items)), items.Length * size));
        return items;
    }

    private int NewPinned(int bytes, int id, CancellationToken token)
    {
        var pointer = new WasmValue[1];
        (_new ??= Runtime("__new", NewType)).Invoke([bytes, id], pointer, token);
        (_pin ??= Runtime("__pin", PinType)).Invoke([pointer[0]], pointer, token);
        return pointer[0].AsInt32();
    }

    // Called with values and not by delegates, which could not be ended where no code is generated.
    private WasmFunction Runtime(string name, FuncType type)
    {
        if (!Instance.TryGetFunction(name, out WasmFunction? function))
            throw NotExported(name);
        FuncType own = function.Signature;
        return own.Parameters.SequenceEqual(type.Parameters) && own.Results.SequenceEqual(type.Results)
            ? function : throw Fault(new InvalidOperationException($"The guest's {name} has the type {own}, and AssemblyScript's has {type}."));
    }

    private Exception NotExported(string name) => Fault(new InvalidOperationException(
        $"The guest does not export {name}, which the host needs to make objects: compile it with --exportRuntime."));

    private Exception Fault(Exception exception) => IsAskedByGuest ? new TrapException(exception.Message) : exception;

    private (int Id, uint Size) HeaderOf(int pointer)
    {
        ulong address = (uint)pointer;
        if (address < Layout.HeaderBytes)
            throw new InvalidDataException($"At 0x{address:x} there can be no object.");
        return (Memory.Read<int>(address - Layout.IdBefore), Memory.Read<uint>(address - Layout.SizeBefore));
    }

    private AssemblyScriptArrayKind? KindOf(int id, out TypeFlags values)
    {
        values = TypeFlags.ValueAlign0;
        if (id == Layout.ArrayBufferId)
            return AssemblyScriptArrayKind.ArrayBuffer;
        TypeFlags[] types = Types();
        TypeFlags flags = (uint)id < (uint)types.Length ? types[id] : TypeFlags.None;
        values = flags & TypeFlags.Values;
        return (flags & TypeFlags.Kinds) switch
        {
            TypeFlags.Array => AssemblyScriptArrayKind.Array,
            TypeFlags.StaticArray => AssemblyScriptArrayKind.StaticArray,
            TypeFlags.ArrayBufferView => AssemblyScriptArrayKind.TypedArray,
            _ => null,
        };
    }

    private string Describe(int id) => id switch
    {
        Layout.ArrayBufferId => "an ArrayBuffer",
        Layout.StringId => "a string",
        _ when Instance.Exports.ContainsKey("__rtti_base") && KindOf(id, out TypeFlags values) is { } kind =>
            $"a {kind} with elements of {ElementType.SizeOf(values)} bytes (class {id})",
        _ => $"an object of class {id}",
    };

    private int FindType(AssemblyScriptArrayKind kind, TypeFlags element)
    {
        TypeFlags wanted = FlagsOf(kind) | element;
        TypeFlags[] types = Types();
        int[] found = [.. Enumerable.Range(0, types.Length)
            .Where(id => (types[id] & (TypeFlags.Kinds | TypeFlags.Values)) == wanted)];
        return found switch
        {
            [int only] => only,
            [] => throw Fault(new InvalidOperationException($"The guest has no class of kind {kind} with elements like these ({element}).")),
            _ => throw Fault(new InvalidOperationException(
                $"The guest has several classes of kind {kind} with elements like these: {string.Join(", ", found)}. "
                + "Say which is meant by its runtime id.")),
        };
    }

    private TypeFlags[] Types()
    {
        if (_types is not null)
            return _types;
        if (!Instance.Exports.TryGetValue("__rtti_base", out WasmExtern? export) || export is not WasmGlobal { Value.Kind: ValKind.I32 } global)
            throw NotExported("__rtti_base");
        uint start = global.Value.AsUInt32();
        uint count = Memory.Read<uint>((ulong)start);
        if (count > MaximumTypes)
            throw Fault(new InvalidDataException($"The guest says that it has {count} classes."));
        Span<byte> flags = Memory.Slice(start + 4UL, (int)count * sizeof(uint));
        return _types = MemoryMarshal.Cast<byte, TypeFlags>(flags).ToArray();
    }
}

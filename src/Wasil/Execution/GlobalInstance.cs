using System.Runtime.CompilerServices;

namespace Wasil.Execution;

/// <summary>A global. Numbers and vectors lie in a pinned array, so that compiled code of every instance that shares the
/// global can use its address; references lie in a field. See "Global Instances" in the specification.</summary>
internal sealed unsafe class GlobalInstance
{
    /// <summary>How many bytes of storage a number or vector takes.</summary>
    public const int SlotBytes = 16;

    // Compiled code reads and writes this field of globals that hold references.
    internal object? Reference;

    private readonly ulong[] _storage;

    /// <summary>A global that keeps its number in a slot of an instance's storage.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="storage">A pinned array.</param>
    /// <param name="slot">The slot, counted in <see cref="SlotBytes"/>.</param>
    public GlobalInstance(GlobalType type, ulong[] storage, int slot)
    {
        Type = type;
        _storage = storage;
        // SAFETY: the array is pinned and referred to for as long as this global is.
        Address = (byte*)Unsafe.AsPointer(ref storage[slot * (SlotBytes / sizeof(ulong))]);
    }

    /// <summary>A global of its own.</summary>
    public GlobalInstance(GlobalType type)
        : this(type, GC.AllocateArray<ulong>(SlotBytes / sizeof(ulong), pinned: true), 0)
    {
    }

    public GlobalType Type { get; }

    /// <summary>Where a number or vector lies.</summary>
    public byte* Address { get; }

    /// <summary>The public view of this global, made when somebody first asks.</summary>
    public WasmGlobal? Facade { get; set; }

    /// <summary>The value as it is now.</summary>
    public WasmValue Value
    {
        get => Type.Content.IsReference
            ? WasmValue.FromReference(Type.Content, Reference)
            : WasmValue.FromBits(Type.Content.Kind, ((ulong*)Address)[0], ((ulong*)Address)[1]);
        set
        {
            if (Type.Content.IsReference)
            {
                Reference = value.Reference;
                return;
            }

            // SAFETY: a slot is 16 bytes; vectors use all of them.
            ((ulong*)Address)[0] = value.LowBits;
            if (Type.Content.Kind == ValKind.V128)
                ((ulong*)Address)[1] = value.HighBits;
            GC.KeepAlive(_storage);
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Wasil.Execution;

/// <summary>
/// One of the fixed shapes that structures have in .NET: which of their slots are references. See docs/RATIONALE.md,
/// "Objects of a guest are .NET objects of a few shapes".
/// </summary>
internal abstract class StructShape
{
    /// <summary>The slots that a shape may have; one more is the reference to the rest of the fields.</summary>
    public static readonly int MaximumSlots = RuntimeFeature.IsDynamicCodeSupported ? 10 : PreparedSlots - 1;

    // Shapes up to this length exist in every build. Where code can be generated, all are made of their parts at run time, which
    // is the cheapest: nothing but the .NET type of the objects is made then.
    private const int PreparedSlots = 5;

    // What the shapes that are made at run time count on is checked on two that have every kind of part.
    private static readonly Lazy<bool> Checked = new(() =>
        new StructShape<Slots<ReferenceSlot, Slots<NumberSlot, Slots<ReferenceSlot, Slots<NumberSlot>>>>>() is not null
        && new StructShape<Slots<NumberSlot, Slots<NumberSlot>>>() is not null);

    private static readonly StructShape?[] Known = new StructShape?[2 << (MaximumSlots + 1)];

    /// <summary>The constructor of the objects, which takes their <see cref="DefType"/>.</summary>
    public abstract ConstructorInfo Constructor { get; }

    /// <summary>An object whose slots are zero and null.</summary>
    public abstract WasmStruct Allocate(DefType type);

    /// <summary>The shape with some slots.</summary>
    /// <param name="count">How many, at most one more than <see cref="MaximumSlots"/>.</param>
    /// <param name="references">A bit for each that is a reference.</param>
    public static StructShape Of(int count, uint references)
    {
        // The highest bit tells how many slots the key is about.
        ref StructShape? place = ref Known[(1 << count) | (int)references];
        return Volatile.Read(ref place) ?? Interlocked.CompareExchange(ref place, Make(count, references), null) ?? place;
    }

    private static StructShape Make(int count, uint references)
    {
        if (count == 0)
            return new StructShape<NoSlots>();
        if (RuntimeFeature.IsDynamicCodeSupported && Checked.Value)
            return MakeAtRunTime(count, references);
        return IsReference(references, count - 1)
            ? Prepend1<Slots<ReferenceSlot>>(count - 1, references)
            : Prepend1<Slots<NumberSlot>>(count - 1, references);
    }

    private static bool IsReference(uint references, int slot) => (references >> slot & 1) != 0;

    // Each takes the slots that are there and puts the one in front of them, if there is one. They are several methods so that
    // an ahead-of-time compiler sees every shape that they can make.
    private static StructShape Prepend1<T>(int left, uint references)
        where T : struct, ISlots => left == 0 ? new StructShape<T>() : IsReference(references, left - 1)
            ? Prepend2<Slots<ReferenceSlot, T>>(left - 1, references)
            : Prepend2<Slots<NumberSlot, T>>(left - 1, references);

    private static StructShape Prepend2<T>(int left, uint references)
        where T : struct, ISlots => left == 0 ? new StructShape<T>() : IsReference(references, left - 1)
            ? Prepend3<Slots<ReferenceSlot, T>>(left - 1, references)
            : Prepend3<Slots<NumberSlot, T>>(left - 1, references);

    private static StructShape Prepend3<T>(int left, uint references)
        where T : struct, ISlots => left == 0 ? new StructShape<T>() : IsReference(references, left - 1)
            ? Prepend4<Slots<ReferenceSlot, T>>(left - 1, references)
            : Prepend4<Slots<NumberSlot, T>>(left - 1, references);

    private static StructShape Prepend4<T>(int left, uint references)
        where T : struct, ISlots => left == 0 ? new StructShape<T>() : IsReference(references, left - 1)
            ? new StructShape<Slots<ReferenceSlot, T>>()
            : new StructShape<Slots<NumberSlot, T>>();

    [RequiresDynamicCode("Shapes are made of their parts.")]
    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "The parts have no members that trimming removes.")]
    [UnconditionalSuppressMessage("Trimming", "IL2076", Justification = "The parts have no members that trimming removes.")]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "The parts have no members that trimming removes.")]
    private static ComposedShape MakeAtRunTime(int count, uint references)
    {
        Type slots = typeof(Slots<>).MakeGenericType(SlotType(count - 1));
        for (int slot = count - 2; slot >= 0; slot--)
            slots = typeof(Slots<,>).MakeGenericType(SlotType(slot), slots);
        return new ComposedShape(typeof(StructInstance<>).MakeGenericType(slots));

        Type SlotType(int slot) => IsReference(references, slot) ? typeof(ReferenceSlot) : typeof(NumberSlot);
    }
}

/// <summary>A shape that was made of its parts at run time.</summary>
internal sealed class ComposedShape(
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors)]
    Type objectType) : StructShape
{
    public override ConstructorInfo Constructor => objectType.GetConstructors()[0];

    public override WasmStruct Allocate(DefType type)
    {
        // The constructor would have to be compiled for each shape, and does nothing else.
        var made = Unsafe.As<WasmStruct>(RuntimeHelpers.GetUninitializedObject(objectType));
        Unsafe.AsRef(in made.RuntimeType) = type;
        return made;
    }
}

/// <inheritdoc/>
internal sealed class StructShape<TSlots> : StructShape
    where TSlots : struct, ISlots
{
    public StructShape()
    {
        // All access to slots counts on this.
        if (!new TSlots().AreInOrder() || OffsetOfSlots() != StructLayout.FirstSlotOffset
            || Unsafe.SizeOf<StructView.AllSlots>() < StructLayout.SlotBytes * (MaximumSlots + 1))
            throw new NotSupportedException($"This version of .NET lays out {typeof(TSlots)} in another way than is known.");
    }

    public override ConstructorInfo Constructor => typeof(StructInstance<TSlots>).GetConstructors()[0];

    public override WasmStruct Allocate(DefType type) => new StructInstance<TSlots>(type);

    private static nint OffsetOfSlots()
    {
        var probe = new StructInstance<TSlots>(new DefType(DefType.HeapKind.Host));
        ref byte slots = ref Unsafe.As<TSlots, byte>(ref probe.Slots);
        ref byte seen = ref Unsafe.As<StructView.AllSlots, byte>(ref Unsafe.As<StructView>(probe).Slots);
        return Unsafe.AreSame(ref slots, ref seen)
            ? Unsafe.ByteOffset(ref Unsafe.As<DefType, byte>(ref Unsafe.AsRef(in probe.RuntimeType)), ref slots)
            : -1;
    }
}

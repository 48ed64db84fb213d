namespace Wasil.Compilation;

/// <summary>
/// What the runtime's arrays look like: a method table, which every object has, the length, the items. Emitted code reads
/// items by way of this where the index is known to be a valid one, so that neither it nor the array is compared with anything.
/// </summary>
/// <remarks>No object of this type is ever made. <see cref="IsTrue"/> tells whether the runtime's arrays really look like this.</remarks>
internal sealed class ArrayView
{
    internal long Length;
    internal byte Items;

    private ArrayView()
    {
    }

    /// <summary>Whether the first item of an array is found where <see cref="Items"/> says.</summary>
    public static bool IsTrue { get; } = Test();

    private static bool Test()
    {
        object[] array = ["first", "second"];
        // SAFETY: both are fields within the object; what they hold is compared and nothing else.
        ArrayView view = System.Runtime.CompilerServices.Unsafe.As<ArrayView>(array);
        ref byte first = ref System.Runtime.CompilerServices.Unsafe.As<object, byte>(
            ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array));
        return System.Runtime.CompilerServices.Unsafe.AreSame(ref first, ref view.Items) && (int)view.Length == array.Length;
    }
}

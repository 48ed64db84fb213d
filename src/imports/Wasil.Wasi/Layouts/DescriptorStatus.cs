using System.Runtime.InteropServices;

namespace Wasil.Wasi.Layouts;

/// <summary>WASI's <c>fdstat</c>: 24 bytes.</summary>
/// <param name="Type">What kind of thing the descriptor stands for.</param>
/// <param name="Flags">Its flags.</param>
/// <param name="Base">What may be done with it.</param>
/// <param name="Inheriting">What may be done with the descriptors that are opened through it.</param>
[StructLayout(LayoutKind.Explicit, Size = 24)]
internal readonly record struct DescriptorStatus(
    [field: FieldOffset(0)] WasiFileType Type,
    [field: FieldOffset(2)] DescriptorFlags Flags,
    [field: FieldOffset(8)] Rights Base,
    [field: FieldOffset(16)] Rights Inheriting);

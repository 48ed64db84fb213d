namespace Wasil.Execution;

/// <summary>
/// Calls a function with values in memory, which is how engines without emitted code call, and how the interpreter calls what it
/// does not run itself. Arguments and results are laid out as <see cref="SlotLayout"/> says, and results take the arguments' place.
/// </summary>
/// <param name="slots">Numbers and vectors.</param>
/// <param name="references">An array with the references.</param>
/// <param name="firstReference">Where in it they begin.</param>
internal unsafe delegate void SlotInvoker(ulong* slots, object?[] references, int firstReference);

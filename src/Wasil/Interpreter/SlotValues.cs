using Wasil.Execution;

namespace Wasil.Interpreter;

/// <summary>Between values in slots and <see cref="WasmValue"/>.</summary>
internal static unsafe class SlotValues
{
    // What is kept on .NET's stack; more goes to the heap.
    private const int StackSlots = 64;

    /// <summary>Calls a function from outside its instance.</summary>
    public static UntypedInvoker CreateUntypedInvoker(FunctionInstance function)
    {
        SlotLayout layout = SlotLayout.Of(function.Signature);
        SlotInvoker invoker = ModuleInstance.SlotCrossingOf(function);
        return (arguments, results) =>
        {
            Span<ulong> slots = layout.Slots <= StackSlots ? stackalloc ulong[StackSlots] : new ulong[layout.Slots];
            object?[] references = layout.References == 0 ? [] : new object?[layout.References];
            // SAFETY: the slots stay where they are during the call, and there are as many as the layout asks for.
            fixed (ulong* first = slots)
            {
                int reference = 0;
                Write(arguments, first, references, ref reference);
                invoker(first, references, 0);
                Read(function.Signature.Results, first, references, 0, results);
            }
        };
    }

    /// <summary>Calls a host function that takes untyped values.</summary>
    public static SlotInvoker CreateCallbackInvoker(FunctionInstance function)
    {
        FuncType type = function.Signature;
        return (slots, references, first) =>
        {
            var arguments = new WasmValue[type.Parameters.Length];
            var results = new WasmValue[type.Results.Length];
            Read(type.Parameters, slots, references, first, arguments);
            Packing.CallHost(function, arguments, results);
            Write(results, slots, references, ref first);
        };
    }

    /// <summary>Writes values into slots.</summary>
    public static void Write(ReadOnlySpan<WasmValue> values, ulong* slots, object?[] references, ref int reference)
    {
        foreach (ref readonly WasmValue value in values)
        {
            if (value.Kind == ValKind.Ref)
            {
                references[reference++] = value.Reference;
                continue;
            }

            *slots++ = value.LowBits;
            if (value.Kind == ValKind.V128)
                *slots++ = value.HighBits;
        }
    }

    /// <summary>Reads values of some types out of slots.</summary>
    public static void Read(
        ReadOnlySpan<ValType> types, ulong* slots, object?[] references, int reference, Span<WasmValue> values)
    {
        for (int i = 0; i < types.Length; i++)
        {
            ValKind kind = types[i].Kind;
            if (kind == ValKind.Ref)
            {
                values[i] = WasmValue.FromReference(types[i], references[reference++]);
                continue;
            }

            ulong low = *slots++;
            values[i] = WasmValue.FromBits(kind, low, kind == ValKind.V128 ? *slots++ : 0);
        }
    }
}

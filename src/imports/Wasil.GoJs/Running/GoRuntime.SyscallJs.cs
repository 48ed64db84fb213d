using System.Buffers.Binary;
using System.Text;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Running;

/// <content>What package <c>syscall/js</c> imports.</content>
internal sealed partial class GoRuntime
{
    private delegate JsValue Call(GoRuntime runtime, WasmMemory memory, int sp);

    // func finalizeRef(v ref)
    private void FinalizeRef(Caller caller, int sp) => _references.Release(caller.Memory.Read<uint>(Address(sp, 8)));

    // func stringVal(value string) ref
    private void StringVal(Caller caller, int sp)
    {
        WasmMemory memory = caller.Memory;
        Store(memory, sp, 24, Text(memory, sp, 8));
    }

    // func valueGet(v ref, p string) ref
    private void ValueGet(Caller caller, int sp)
    {
        WasmMemory memory = caller.Memory;
        int entries = _entries;
        JsValue result = Target(memory, sp, "get").Get(Text(memory, sp, 16));
        Store(memory, entries == _entries ? sp : Exports.StackPointer(), 32, result);
    }

    // func valueSet(v ref, p string, x ref)
    private void ValueSet(Caller caller, int sp)
    {
        WasmMemory memory = caller.Memory;
        Charge(HeapVisitor.BytesOfProperty);
        Target(memory, sp, "set").Set(Text(memory, sp, 16), Load(memory, sp, 32));
    }

    // func valueDelete(v ref, p string)
    private void ValueDelete(Caller caller, int sp)
    {
        WasmMemory memory = caller.Memory;
        Target(memory, sp, "deleteProperty").Delete(Text(memory, sp, 16));
    }

    // func valueIndex(v ref, i int) ref
    private void ValueIndex(Caller caller, int sp)
    {
        WasmMemory memory = caller.Memory;
        int entries = _entries;
        JsValue result = Target(memory, sp, "get").Get(memory.Read<long>(Address(sp, 16)));
        Store(memory, entries == _entries ? sp : Exports.StackPointer(), 24, result);
    }

    // func valueSetIndex(v ref, i int, x ref)
    private void ValueSetIndex(Caller caller, int sp)
    {
        WasmMemory memory = caller.Memory;
        Charge(HeapVisitor.BytesOfProperty);
        Target(memory, sp, "set").Set(memory.Read<long>(Address(sp, 16)), Load(memory, sp, 24));
    }

    // func valueCall(v ref, m string, args []ref) (ref, bool)
    private void ValueCall(Caller caller, int sp) => Try(caller.Memory, sp, 56, static (runtime, memory, sp) =>
    {
        JsValue target = runtime.Load(memory, sp, 8);
        string name = runtime.Text(memory, sp, 16);
        if (!target.TryGetObject(out JsObject? holder))
            throw Errors.Type("Reflect.get called on non-object");
        JsValue method = holder.Get(name);
        Span<JsValue> arguments = runtime.TakeArguments(memory, sp, 32);
        try
        {
            return method.TryGetObject(out JsFunction? function)
                ? function.Apply(target, arguments)
                : throw Errors.Type($"{name} is not a function");
        }
        finally
        {
            runtime._arguments.GiveBack(arguments);
        }
    });

    // func valueInvoke(v ref, args []ref) (ref, bool)
    private void ValueInvoke(Caller caller, int sp) => Try(caller.Memory, sp, 40, static (runtime, memory, sp) =>
    {
        JsFunction function = runtime.Callee(memory, sp);
        Span<JsValue> arguments = runtime.TakeArguments(memory, sp, 16);
        try
        {
            return function.Apply(JsValue.Undefined, arguments);
        }
        finally
        {
            runtime._arguments.GiveBack(arguments);
        }
    });

    // func valueNew(v ref, args []ref) (ref, bool)
    private void ValueNew(Caller caller, int sp) => Try(caller.Memory, sp, 40, static (runtime, memory, sp) =>
    {
        JsFunction function = runtime.Callee(memory, sp);
        Span<JsValue> arguments = runtime.TakeArguments(memory, sp, 16);
        try
        {
            return function.Construct(arguments);
        }
        finally
        {
            runtime._arguments.GiveBack(arguments);
        }
    });

    // func valueLength(v ref) int
    private void ValueLength(Caller caller, int sp)
    {
        WasmMemory memory = caller.Memory;
        JsValue value = Load(memory, sp, 8);
        double length;
        if (value.Reference is string text)
        {
            length = text.Length;
        }
        else
        {
            // parseInt, which takes what is no number for none.
            length = Conversions.ToNumber(Target(memory, sp, "get").Get("length"));
        }

        memory.Write(Address(sp, 16), double.IsFinite(length) ? (long)length : 0L);
    }

    // func valuePrepareString(v ref) (ref, int)
    private void ValuePrepareString(Caller caller, int sp)
    {
        WasmMemory memory = caller.Memory;
        byte[] bytes = Encoding.UTF8.GetBytes(Conversions.ToText(Load(memory, sp, 8)));
        Store(memory, sp, 16, Realm.CreateBytes(bytes));
        memory.Write(Address(sp, 24), (long)bytes.Length);
    }

    // func valueLoadString(v ref, b []byte)
    private void ValueLoadString(Caller caller, int sp)
    {
        WasmMemory memory = caller.Memory;
        if (!Load(memory, sp, 8).TryGetObject(out JsTypedArray? text))
            throw new TrapException("syscall/js: valueLoadString is called with something else than valuePrepareString gave");
        Span<byte> room = Slice(memory, sp, 16);
        if (room.Length < text.Bytes.Length)
            throw new TrapException("syscall/js: valueLoadString is called with too little room");
        text.Bytes.CopyTo(room);
    }

    // func valueInstanceOf(v ref, t ref) bool
    private void ValueInstanceOf(Caller caller, int sp)
    {
        WasmMemory memory = caller.Memory;
        if (!Load(memory, sp, 16).TryGetObject(out JsFunction? type))
            throw Errors.Type("Right-hand side of 'instanceof' is not callable");
        memory.Write(Address(sp, 24), type.HasInstance(Load(memory, sp, 8)));
    }

    // func copyBytesToGo(dst []byte, src ref) (int, bool)
    private void CopyBytesToGo(Caller caller, int sp)
    {
        WasmMemory memory = caller.Memory;
        int count = BytesOf(Load(memory, sp, 32)) is { } bytes ? Copy(bytes.Bytes, Slice(memory, sp, 8)) : -1;
        StoreCount(memory, sp, count);
    }

    // func copyBytesToJS(dst ref, src []byte) (int, bool)
    private void CopyBytesToJs(Caller caller, int sp)
    {
        WasmMemory memory = caller.Memory;
        int count = BytesOf(Load(memory, sp, 8)) is { } bytes ? Copy(Slice(memory, sp, 16), bytes.Bytes) : -1;
        StoreCount(memory, sp, count);
    }

    private static JsTypedArray? BytesOf(JsValue value) =>
        value.TryGetObject(out JsTypedArray? array) && array.ElementType is JsElementType.Uint8 or JsElementType.Uint8Clamped
            ? array : null;

    private static int Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        int count = Math.Min(from.Length, to.Length);
        from[..count].CopyTo(to);
        return count;
    }

    private static void StoreCount(WasmMemory memory, int sp, int count)
    {
        memory.Write(Address(sp, 48), count >= 0);
        if (count >= 0)
            memory.Write(Address(sp, 40), (long)count);
    }

    /// <summary>Does something that may throw as JavaScript does, and tells Go what came of it.</summary>
    private void Try(WasmMemory memory, int sp, int offset, Call call)
    {
        int entries = _entries;
        JsValue result;
        bool succeeded = true;
        Charge(HeapVisitor.BytesOfProperty);
        try
        {
            result = call(this, memory, sp);
        }
        catch (JsException exception)
        {
            result = exception.Value;
            succeeded = false;
        }

        if (entries != _entries)
            sp = Exports.StackPointer();
        Store(memory, sp, offset, result);
        memory.Write(Address(sp, offset + 8), succeeded);
    }

    private JsObject Target(WasmMemory memory, int sp, string operation) =>
        Load(memory, sp, 8).TryGetObject(out JsObject? target) ? target
        : throw Errors.Type($"Reflect.{operation} called on non-object");

    private JsFunction Callee(WasmMemory memory, int sp) =>
        Load(memory, sp, 8).TryGetObject(out JsFunction? function) ? function : throw Errors.Type("The value is not a function");

    private JsValue Load(WasmMemory memory, int sp, int offset) => _references.Load(memory.Read<ulong>(Address(sp, offset)));

    private void Store(WasmMemory memory, int sp, int offset, JsValue value)
    {
        Realm.Adopt(value);
        ulong reference = _references.Store(value, out bool isNew);
        if (isNew)
            Charge(value.Reference is string text ? 64 + (2L * text.Length) : 128);
        memory.Write(Address(sp, offset), reference);
    }

    private string Text(WasmMemory memory, int sp, int offset) => _texts.Get(Slice(memory, sp, offset));

    private Span<JsValue> TakeArguments(WasmMemory memory, int sp, int offset)
    {
        const int most = 1 << 20;
        long start = memory.Read<long>(Address(sp, offset)), count = memory.Read<long>(Address(sp, offset + 8));
        if (count is < 0 or > most)
            throw new TrapException($"syscall/js: the guest passes {count} arguments");
        Span<byte> references = memory.Slice(start, (int)count * sizeof(ulong));
        Span<JsValue> arguments = _arguments.Take((int)count);
        for (int i = 0; i < arguments.Length; i++)
            arguments[i] = _references.Load(BinaryPrimitives.ReadUInt64LittleEndian(references[(i * sizeof(ulong))..]));
        return arguments;
    }
}

using System.Runtime.CompilerServices;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Running;

/// <summary>
/// The values that Go has references to, by number, each counted as often as it was handed out. Numbers travel as floats; all else
/// is a NaN whose low half is the number of a value and whose high half tells its type.
/// </summary>
internal sealed class References
{
    private const uint NanHead = 0x7ff8_0000;
    private const uint ObjectFlag = 1, StringFlag = 2, SymbolFlag = 3, FunctionFlag = 4;
    private const int NaN = 0, Zero = 1, Null = 2, True = 3, False = 4, Global = 5, Go = 6;
    private const int Permanent = 7;

    // A guest that keeps this many references has lost track of them.
    private const int Most = 16 << 20;

    private readonly Dictionary<object, int> _numbers = new(PropertyKeys.Comparer);
    private readonly Stack<int> _free = [];
    private Slot[] _slots = new Slot[64];
    private int _count = Permanent;

    public References(JsObject global, JsObject go)
    {
        _slots[NaN].Value = double.NaN;
        _slots[Zero].Value = 0;
        _slots[Null].Value = JsValue.Null;
        _slots[True].Value = true;
        _slots[False].Value = false;
        _slots[Global].Value = global;
        _slots[Go].Value = go;
        for (int i = 0; i < Permanent; i++)
            _slots[i].Count = 1;
        _numbers.Add(global, Global);
        _numbers.Add(go, Go);
    }

    /// <summary>How many values are referred to.</summary>
    public int Live => _count - _free.Count;

    /// <exception cref="TrapException">Go never got the reference, or has given it back.</exception>
    public JsValue Load(ulong reference)
    {
        double number = BitConverter.UInt64BitsToDouble(reference);
        if (number == 0)
            return JsValue.Undefined;
        if (!double.IsNaN(number))
            return number;
        uint id = (uint)reference;
        if (id >= (uint)_count || _slots[id].Count == 0)
            throw new TrapException($"syscall/js: the guest uses reference {id}, which it does not have");
        return _slots[id].Value;
    }

    /// <summary>Hands out a reference.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isNew">Whether Go had none to it.</param>
    public ulong Store(JsValue value, out bool isNew)
    {
        isNew = false;
        if (value.IsNumber)
        {
            double number = value.Number;
            return number == 0 ? Reference(0, Zero)
                : double.IsNaN(number) ? Reference(0, NaN)
                : BitConverter.DoubleToUInt64Bits(number);
        }

        object? target = value.Reference;
        uint flag;
        switch (target)
        {
            case null:
                return 0;
            case string:
                flag = StringFlag;
                break;
            case JsFunction:
                flag = FunctionFlag;
                break;
            case JsObject:
                flag = ObjectFlag;
                break;
            case JsSymbol:
                flag = SymbolFlag;
                break;
            default:
                return Reference(0, value.IsNull ? Null : value.AsBoolean() ? True : False);
        }

        if (!_numbers.TryGetValue(target, out int id))
        {
            isNew = true;
            id = Allocate();
            _slots[id].Value = value;
            _numbers.Add(target, id);
        }

        if (id >= Permanent && _slots[id].Count < int.MaxValue)
            _slots[id].Count++;
        return Reference(flag, id);
    }

    /// <summary>Takes a reference back.</summary>
    /// <exception cref="TrapException">Go does not have it.</exception>
    public void Release(uint id)
    {
        if (id >= (uint)_count || _slots[id].Count == 0)
            throw new TrapException($"syscall/js: the guest gives back reference {id}, which it does not have");
        ref Slot slot = ref _slots[id];
        if (id < Permanent || --slot.Count > 0)
            return;
        _numbers.Remove(slot.Value.Reference!);
        slot.Value = default;
        _free.Push((int)id);
    }

    public void Visit(HeapVisitor visitor)
    {
        visitor.AddBytes((_slots.Length * (long)Unsafe.SizeOf<Slot>()) + (_numbers.Count * 32L));
        for (int i = 0; i < _count; i++)
            visitor.Add(_slots[i].Value);
    }

    private static ulong Reference(uint flag, int id) => ((ulong)(NanHead | flag) << 32) | (uint)id;

    private int Allocate()
    {
        if (_free.TryPop(out int id))
            return id;
        if (_count == Most)
            throw new TrapException($"syscall/js: the guest holds more than {Most:N0} references");
        if (_count == _slots.Length)
            Array.Resize(ref _slots, _slots.Length * 2);
        return _count++;
    }

    private struct Slot
    {
        public JsValue Value;
        public int Count;
    }
}

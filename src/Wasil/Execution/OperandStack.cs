namespace Wasil.Execution;

/// <summary>The operands of a constant expression: .NET's own stack would have to be compiled for them at each start.</summary>
internal sealed class OperandStack
{
    private WasmValue[] _values = new WasmValue[4];
    private int _count;

    public void Push(WasmValue value)
    {
        if (_count == _values.Length)
        {
            var grown = new WasmValue[_count * 2];
            Array.Copy(_values, grown, _count);
            _values = grown;
        }

        _values[_count++] = value;
    }

    public WasmValue Pop() => _values[--_count];
}

using System.Text;
using Wasil.Wasi.Functions;

namespace Wasil.Wasi.Tracing;

/// <summary>How the calls of a function are shown, made from its <see cref="WasiFunction.Signature"/>.</summary>
internal sealed class CallFormat
{
    private readonly Field[] _parameters;
    private readonly Field[] _results;

    public CallFormat(string signature)
    {
        string[] halves = signature.Split("->", StringSplitOptions.TrimEntries);
        int index = 0;
        _parameters = FieldsOf(halves[0], result: false, ref index);
        _results = halves.Length > 1 ? FieldsOf(halves[1], result: true, ref index) : [];
        Lowered = string.Concat(_parameters.Select(parameter => parameter.Format.Lowered).Concat(_results.Select(_ => "p")));
    }

    /// <summary>The parameters as a module imports them: <c>i</c> for each i32, <c>l</c> for each i64, and <c>p</c> for each
    /// address or size, which is as wide as the guest's addresses.</summary>
    public string Lowered { get; }

    /// <summary>Whether a function of some type can be shown as this one.</summary>
    public bool Fits(FuncType type)
    {
        if (type.Parameters.Length != Lowered.Length || type.Results is not ([] or [{ Kind: ValKind.I32 }]))
            return false;
        return Fits(ValType.I32) || Fits(ValType.I64);

        bool Fits(ValType address)
        {
            for (int i = 0; i < Lowered.Length; i++)
            {
                if (type.Parameters[i] != Lowered[i] switch { 'l' => ValType.I64, 'p' => address, _ => ValType.I32 })
                    return false;
            }

            return true;
        }
    }

    /// <summary>The arguments before the call. A buffer to be filled shows where it is.</summary>
    public KeyValuePair<string, string>[] Before(GuestMemory memory, ReadOnlySpan<WasmValue> arguments)
    {
        var shown = new KeyValuePair<string, string>[_parameters.Length];
        for (int i = 0; i < shown.Length; i++)
        {
            var value = new ShownValue(memory, arguments, _parameters[i].Index, 0);
            shown[i] = new(_parameters[i].Name, _parameters[i].Format.IsOutput ? value.Address(0) : Show(_parameters[i].Format, value));
        }

        return shown;
    }

    /// <summary>The results after a call that succeeded; arguments that are filled buffers are shown anew.</summary>
    public KeyValuePair<string, string>[] After(
        GuestMemory memory, ReadOnlySpan<WasmValue> arguments, KeyValuePair<string, string>[] shownArguments)
    {
        var shown = new KeyValuePair<string, string>[_results.Length];
        ulong? first = null;
        for (int i = 0; i < shown.Length; i++)
        {
            var value = new ShownValue(memory, arguments, _results[i].Index, 0);
            shown[i] = new(_results[i].Name, _results[i].Format.ShowStored(value));
            if (i == 0 && memory.TryReadAddress(value.Wide(0), out ulong stored))
                first = stored;
        }

        for (int i = 0; i < _parameters.Length; i++)
        {
            if (_parameters[i].Format.IsOutput)
            {
                var value = new ShownValue(memory, arguments, _parameters[i].Index, first);
                shownArguments[i] = new(_parameters[i].Name, Show(_parameters[i].Format, value));
            }
        }

        return shown;
    }

    private static string Show(ValueFormat format, in ShownValue value)
    {
        var text = new StringBuilder();
        format.Show(value, text);
        return text.ToString();
    }

    private static Field[] FieldsOf(string list, bool result, ref int index)
    {
        string[] items = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var fields = new Field[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            string[] parts = items[i].Split(": ");
            ValueFormat format = ValueFormat.Of(parts[1]);
            fields[i] = new Field(parts[0], format, index);
            index += result ? 1 : format.Lowered.Length;
        }

        return fields;
    }

    private readonly record struct Field(string Name, ValueFormat Format, int Index);
}

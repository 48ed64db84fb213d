using System.Globalization;
using System.Numerics;

namespace Wasil.Cli;

/// <summary>Arguments and results of <c>--invoke</c>, between text and the types of a function.</summary>
internal static class InvokeArguments
{
    /// <exception cref="CommandException">The number of arguments is wrong, or one does not fit its type.</exception>
    public static WasmValue[] Parse(string function, FuncType type, IReadOnlyList<string> arguments)
    {
        if (arguments.Count != type.Parameters.Length)
        {
            string count = type.Parameters.Length == 1 ? "1 argument" : $"{type.Parameters.Length} arguments";
            throw new CommandException($"{function} takes {count}, not {arguments.Count}: {type}", ExitCode.Usage);
        }

        var values = new WasmValue[arguments.Count];
        for (int i = 0; i < values.Length; i++)
        {
            if (!TryParse(arguments[i], type.Parameters[i], out values[i]))
            {
                string wanted = $"{function}: argument {i + 1} has to be of type {type.Parameters[i]}";
                throw new CommandException($"{wanted}, and \"{arguments[i]}\" is not", ExitCode.Usage);
            }
        }

        return values;
    }

    /// <summary>The value of a type that a text stands for; false where it stands for none.</summary>
    public static bool TryParse(string text, ValType type, out WasmValue result)
    {
        result = default;
        switch (type.Kind)
        {
            // Signed or not is a matter of the instructions, so both are taken.
            case ValKind.I32 when TryParseInteger(text, int.MinValue, uint.MaxValue, out Int128 value):
                result = unchecked((int)value);
                return true;
            case ValKind.I64 when TryParseInteger(text, long.MinValue, ulong.MaxValue, out Int128 value):
                result = unchecked((long)value);
                return true;
            case ValKind.F32 when TryParseFloat(text, out float value):
                result = value;
                return true;
            case ValKind.F64 when TryParseFloat(text, out double value):
                result = value;
                return true;
            case ValKind.Ref when text == "null" && type.IsNullable:
                result = WasmValue.Null;
                return true;
            default:
                return false;
        }
    }

    /// <summary>A result as it is printed: what <see cref="TryParse"/> takes, for numbers.</summary>
    public static string Format(WasmValue value) => value.Kind switch
    {
        ValKind.F32 => Format(value.AsSingle()),
        ValKind.F64 => Format(value.AsDouble()),
        _ => value.ToString(),
    };

    private static bool TryParseInteger(string text, Int128 least, Int128 most, out Int128 value)
    {
        ReadOnlySpan<char> digits = text.AsSpan();
        bool negative = digits.StartsWith('-');
        if (negative || digits.StartsWith('+'))
            digits = digits[1..];
        bool hex = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        if (hex)
            digits = digits[2..];

        // Twenty digits hold every number in range, and nothing in them is close to what overflows.
        value = 0;
        NumberStyles style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (digits.Length is 0 or > 20
            || !UInt128.TryParse(digits, style, CultureInfo.InvariantCulture, out UInt128 number))
        {
            return false;
        }

        value = negative ? -(Int128)number : (Int128)number;
        return value >= least && value <= most;
    }

    private static bool TryParseFloat<T>(string text, out T value)
        where T : struct, IFloatingPointIeee754<T>
    {
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        T? special = text switch
        {
            "inf" or "+inf" => T.PositiveInfinity,
            "-inf" => T.NegativeInfinity,
            "nan" => T.Abs(T.NaN),
            _ => null,
        };
        value = special ?? default;
        return special is not null || T.TryParse(text, styles, CultureInfo.InvariantCulture, out value);
    }

    private static string Format<T>(T value)
        where T : IFloatingPointIeee754<T>
    {
        if (T.IsNaN(value))
            return "nan";
        if (T.IsInfinity(value))
            return T.IsNegative(value) ? "-inf" : "inf";
        return value.ToString(null, CultureInfo.InvariantCulture).Replace('E', 'e');
    }
}

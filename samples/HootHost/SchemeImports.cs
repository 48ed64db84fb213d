using System.Numerics;
using System.Text;
using Wasil;

namespace HootHost;

/// <summary>
/// What programs of Guile Hoot import: <c>rt</c>, numbers beyond those that fit into references, strings, mathematics; <c>debug</c>;
/// and <c>io</c>. Strings are <see cref="string"/>, large integers <see cref="BigInteger"/>, both as <c>externref</c>.
/// </summary>
internal static class SchemeImports
{
    public static WasmImports AddScheme(this WasmImports imports, TextReader input, TextWriter output, TextWriter error)
    {
        AddIntegers(imports);
        AddMathematics(imports);
        AddStrings(imports);
        return imports
            .Define("rt", "quit", void (int status) => throw new WasmExitException(status))
            .Define("rt", "die", void (object kind, WasmObject? payload) => throw new SchemeException((string)kind, payload))
            // Where code comes from is in the module's debugging information, which is not looked at here.
            .Define("debug", "code_name", (WasmFunction _) => (object?)null)
            .Define("debug", "code_source", (WasmFunction _) => ((object?)null, 0, 0))
            .Define("debug", "debug_str", (object text) => error.WriteLine(text))
            .Define("io", "read_stdin", () => (object)((input.ReadLine() is { } line ? line + "\n" : null) ?? ""))
            .Define("io", "write_stdout", (object text) => output.Write((string)text))
            .Define("io", "write_stderr", (object text) => error.Write((string)text));
    }

    private static void AddIntegers(WasmImports imports)
    {
        static BigInteger Of(object value) => (BigInteger)value;

        imports
            .Define("rt", "bignum_from_i32", (int value) => (object)new BigInteger(value))
            .Define("rt", "bignum_from_i64", (long value) => (object)new BigInteger(value))
            .Define("rt", "bignum_from_u64", (ulong value) => (object)new BigInteger(value))
            .Define("rt", "bignum_is_i64", (object value) => Of(value) >= long.MinValue && Of(value) <= long.MaxValue ? 1 : 0)
            .Define("rt", "bignum_is_u64", (object value) => Of(value) >= 0 && Of(value) <= ulong.MaxValue ? 1 : 0)
            .Define("rt", "bignum_get_i64", (object value) => (long)(ulong)(Of(value) & ulong.MaxValue))
            .Define("rt", "bignum_add", (object left, object right) => (object)(Of(left) + Of(right)))
            .Define("rt", "bignum_add_i32", (object left, int right) => (object)(Of(left) + right))
            .Define("rt", "bignum_sub", (object left, object right) => (object)(Of(left) - Of(right)))
            .Define("rt", "bignum_sub_i32", (object left, int right) => (object)(Of(left) - right))
            .Define("rt", "bignum_mul", (object left, object right) => (object)(Of(left) * Of(right)))
            .Define("rt", "bignum_mul_i32", (object left, int right) => (object)(Of(left) * right))
            .Define("rt", "bignum_lsh", (object value, long count) => (object)(Of(value) << Places(count)))
            .Define("rt", "bignum_rsh", (object value, long count) => (object)(Of(value) >> Places(count)))
            .Define("rt", "bignum_lsh_i32_i64", (int value, long count) => (object)(new BigInteger(value) << Places(count)))
            .Define("rt", "bignum_quo", (object left, object right) => (object)BigInteger.Divide(Of(left), Of(right)))
            .Define("rt", "bignum_rem", (object left, object right) => (object)BigInteger.Remainder(Of(left), Of(right)))
            .Define("rt", "bignum_gcd", (object left, object right) => (object)BigInteger.GreatestCommonDivisor(Of(left), Of(right)))
            .Define("rt", "bignum_logand", (object left, object right) => (object)(Of(left) & Of(right)))
            .Define("rt", "bignum_logor", (object left, object right) => (object)(Of(left) | Of(right)))
            .Define("rt", "bignum_logxor", (object left, object right) => (object)(Of(left) ^ Of(right)))
            .Define("rt", "bignum_lt", (object left, object right) => Of(left) < Of(right) ? 1 : 0)
            .Define("rt", "bignum_le", (object left, object right) => Of(left) <= Of(right) ? 1 : 0)
            .Define("rt", "bignum_eq", (object left, object right) => Of(left) == Of(right) ? 1 : 0)
            .Define("rt", "bignum_lt_i32_big", (int left, object right) => left < Of(right) ? 1 : 0)
            .Define("rt", "bignum_lt_big_i32", (object left, int right) => Of(left) < right ? 1 : 0)
            .Define("rt", "bignum_lt_f64_big", (double left, object right) => CompareToDouble(Of(right), left) > 0 ? 1 : 0)
            .Define("rt", "bignum_lt_big_f64", (object left, double right) => CompareToDouble(Of(left), right) < 0 ? 1 : 0)
            .Define("rt", "bignum_le_f64_big", (double left, object right) => CompareToDouble(Of(right), left) >= 0 ? 1 : 0)
            .Define("rt", "bignum_le_big_f64", (object left, double right) => CompareToDouble(Of(left), right) <= 0 ? 1 : 0)
            .Define("rt", "bignum_eq_f64", (object left, double right) => CompareToDouble(Of(left), right) == 0 ? 1 : 0)
            .Define("rt", "bignum_to_f64", (object value) => (double)Of(value))
            .Define("rt", "bignum_from_string", (object text) => (object)BigInteger.Parse((string)text, provider: null));
    }

    // Nothing that a program asks for may take all memory.
    private static int Places(long count) =>
        count is >= 0 and <= 1 << 24 ? (int)count : throw new TrapException($"An integer is shifted by {count}.");

    // A double is an integer and a fraction; no number compares with NaN.
    private static int? CompareToDouble(BigInteger left, double right)
    {
        if (double.IsNaN(right))
            return null;
        if (double.IsInfinity(right))
            return right > 0 ? -1 : 1;
        double floor = Math.Floor(right);
        int whole = left.CompareTo(new BigInteger(floor));
        return whole == 0 && right > floor ? -1 : whole;
    }

    private static void AddMathematics(WasmImports imports) => imports
        .Define("rt", "fsqrt", (double x) => Math.Sqrt(x))
        .Define("rt", "fexp", (double x) => Math.Exp(x))
        .Define("rt", "flog", (double x) => Math.Log(x))
        .Define("rt", "fsin", (double x) => Math.Sin(x))
        .Define("rt", "fcos", (double x) => Math.Cos(x))
        .Define("rt", "ftan", (double x) => Math.Tan(x))
        .Define("rt", "fasin", (double x) => Math.Asin(x))
        .Define("rt", "facos", (double x) => Math.Acos(x))
        .Define("rt", "fatan", (double x) => Math.Atan(x))
        .Define("rt", "fatan2", (double y, double x) => Math.Atan2(y, x))
        .Define("rt", "jiffies_per_second", () => 1_000_000)
        .Define("rt", "current_jiffy", () => Environment.TickCount64 * 1_000.0)
        .Define("rt", "current_second", () => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1_000.0);

    private static void AddStrings(WasmImports imports)
    {
        imports
            .Define("rt", "wtf8_to_string", (WasmArray? bytes) => (object)FromWtf8(bytes!.AsReadOnlySpan<byte>()))
            .Define("rt", "string_upcase", (object text) => (object)((string)text).ToUpperInvariant())
            .Define("rt", "string_downcase", (object text) => (object)((string)text).ToLowerInvariant())
            // The array is of the type that the program asks for.
            .DefinePerInstance(() => import => import is { Module: "rt", Name: "string_to_wtf8", Type: FunctionType function }
                && function.Signature.Results is [{ HeapType.Definition: { } bytes }]
                ? HostFunction.From((object text) => ToWtf8((string)text, bytes))
                : null);
    }

    // WTF-8 is UTF-8 that has surrogates without a partner as well, three bytes each.
    private static string FromWtf8(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out Rune rune, out int length) == System.Buffers.OperationStatus.Done)
                text.Append(rune.ToString());
            else if (bytes is [0xed, var second, var third, ..])
                (_, length) = (text.Append((char)(0xd000 | (second & 0x3f) << 6 | (third & 0x3f))), 3);
            else
                throw new TrapException("A string is not WTF-8.");
            bytes = bytes[length..];
        }

        return text.ToString();
    }

    private static WasmArray ToWtf8(string text, DefType type)
    {
        var bytes = new List<byte>(text.Length);
        Span<byte> encoded = stackalloc byte[4];
        for (int at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out Rune rune, out int length) == System.Buffers.OperationStatus.Done)
                bytes.AddRange(encoded[..rune.EncodeToUtf8(encoded)]);
            else
                bytes.AddRange([0xed, (byte)(0x80 | text[at] >> 6 & 0x3f), (byte)(0x80 | text[at] & 0x3f)]);
            at += length;
        }

        WasmArray array = WasmArray.Create(type, bytes.Count);
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes).CopyTo(array.AsSpan<byte>());
        return array;
    }
}

#if TRACE_OPERATIONS
namespace Wasil.Interpreter;

/// <summary>
/// Counts which operation follows which, to choose those that are worth being one. Only in builds of eng/trace-operations, which
/// writes what guests do to the file that WASIL_TRACE_OPERATIONS names, and what functions were lowered to, to WASIL_DUMP_OPERATIONS.
/// </summary>
internal static unsafe class OperationTrace
{
    private static readonly long[,] Pairs = new long[1024, 1024];
    private static OperationCode s_last;

    static OperationTrace() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Write();

    public static void Count(OperationCode code)
    {
        Pairs[(int)s_last, (int)code]++;
        s_last = code;
    }

    /// <summary>Writes down what a function was lowered to, behind what the file has.</summary>
    public static void Dump(int function, ReadOnlySpan<Operation> code)
    {
        if (Environment.GetEnvironmentVariable("WASIL_DUMP_OPERATIONS") is not { Length: > 0 } path)
            return;
        using var file = new StreamWriter(path, append: true);
        file.WriteLine($"function {function}");
        for (int i = 0; i < code.Length; i++)
        {
            Operation operation = code[i];
            file.WriteLine($"  {i,4} {operation.Code,-32} A {operation.A,3} B {operation.B,3} C {operation.C,3} low {operation.Low:x} high {operation.High:x} to {i + 1 + operation.Target}");
        }
    }

    private static void Write()
    {
        if (Environment.GetEnvironmentVariable("WASIL_TRACE_OPERATIONS") is not { Length: > 0 } path)
            return;
        using var file = new StreamWriter(path, append: true);
        foreach (OperationCode first in Enum.GetValues<OperationCode>())
        {
            foreach (OperationCode second in Enum.GetValues<OperationCode>())
            {
                if (Pairs[(int)first, (int)second] is > 0 and var count)
                    file.WriteLine($"{count}\t{first}\t{second}");
            }
        }
    }
}
#endif

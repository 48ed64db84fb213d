using System.Runtime.ExceptionServices;

namespace Wasil.Validation;

// Function bodies, on several threads where there is enough of them.
internal sealed partial class ModuleValidator
{
    // Starting the other threads costs about as long as validating so many bytes.
    private const int ChunkBytes = 64 * 1024;

    private static void ValidateFunctions(ModuleContext context, int maxDegreeOfParallelism)
    {
        var starts = ChunkStarts(context);
        if (starts.Count <= 2 || maxDegreeOfParallelism == 1)
        {
            var validator = new FunctionValidator<NoSink>(context);
            for (var i = 0; i < context.Module.Code.Length; i++) validator.ValidateFunction(i);
            return;
        }

        var gate = new Lock();
        int firstFailed = int.MaxValue;
        ExceptionDispatchInfo? failure = null;
        Parallel.For(
            0, starts.Count - 1, new ParallelOptions { MaxDegreeOfParallelism = maxDegreeOfParallelism },
            () => new FunctionValidator<NoSink>(context),
            (chunk, _, validator) =>
            {
                int function = starts[chunk];
                try
                {
                    // The first failure in the order of the functions is the one to report, so only what lies behind a
                    // failure may be left out.
                    for (; function < starts[chunk + 1] && function < Volatile.Read(ref firstFailed); function++)
                        validator.ValidateFunction(function);
                }
                catch (Exception exception)
                {
                    lock (gate)
                    {
                        if (function < firstFailed)
                        {
                            firstFailed = function;
                            failure = ExceptionDispatchInfo.Capture(exception);
                        }
                    }
                }
                return validator;
            },
            _ => { });
        failure?.Throw();
    }

    /// <summary>The first functions of chunks of about the same size, and the count of functions as the last.</summary>
    private static List<int> ChunkStarts(ModuleContext context)
    {
        var code = context.Module.Code;
        var starts = new List<int> { 0 };
        long bytes = 0;
        for (var i = 0; i < code.Length; i++)
        {
            bytes += code[i].Length;
            if (bytes < ChunkBytes) continue;
            starts.Add(i + 1);
            bytes = 0;
        }
        if (starts[^1] != code.Length) starts.Add(code.Length);
        return starts;
    }
}

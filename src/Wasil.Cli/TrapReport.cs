namespace Wasil.Cli;

/// <summary>Tells a user what a guest trapped on, and where.</summary>
internal static class TrapReport
{
    private const int MostFrames = 40;

    public static void Write(TextWriter output, TrapException trap)
    {
        output.WriteLine($"wasil: trap: {trap.Message}");
        IReadOnlyList<WasmFrame> stack = trap.WasmStack;
        int leftOut = stack.Count > MostFrames ? stack.Count - MostFrames : 0;
        int firstLeftOut = leftOut > 0 ? MostFrames / 2 : stack.Count;
        for (int i = 0; i < stack.Count; i++)
        {
            if (i == firstLeftOut)
            {
                output.WriteLine($"    ... {leftOut} more ...");
                i += leftOut;
            }

            output.WriteLine($"    at {stack[i]}");
        }
    }
}

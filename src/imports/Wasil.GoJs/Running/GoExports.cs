namespace Wasil.GoJs.Running;

/// <summary>What a Go program exports to be run.</summary>
internal sealed record GoExports(
    WasmMemory Memory,
    Action<int, int, CancellationToken> Run,
    Action<CancellationToken> Resume,
    Func<int> StackPointer)
{
    /// <exception cref="InvalidOperationException">Something is missing or of another type.</exception>
    public static GoExports Of(WasmInstance instance)
    {
        try
        {
            return new GoExports(
                instance.GetMemory("mem"),
                instance.GetFunction<Action<int, int, CancellationToken>>("run"),
                instance.GetFunction<Action<CancellationToken>>("resume"),
                instance.GetFunction<Func<int>>("getsp"));
        }
        catch (Exception exception) when (exception is KeyNotFoundException or ArgumentException)
        {
            throw new InvalidOperationException(
                "The module is no program of Go's GOOS=js: it has to export run, resume, getsp and a memory mem. " + exception.Message,
                exception);
        }
    }
}

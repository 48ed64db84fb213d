namespace Wasil.Tests.Hostile;

/// <summary>One attack, and what came of it.</summary>
internal static class HostileAttempt
{
    /// <summary>Does with a hostile module what a host does that knows nothing of it.</summary>
    /// <param name="module">The module.</param>
    /// <param name="bytes">What it builds.</param>
    /// <param name="mode">What runs it.</param>
    /// <returns>What is wrong with how it ended, or null.</returns>
    public static string? Make(HostileModule module, byte[] bytes, WasmEngineMode mode)
    {
        object? result = null;
        Exception? failure = null;
        bool runsForever = module.Outcome == HostileOutcome.RunsForever;
        try
        {
            using var end = new CancellationTokenSource(runsForever ? 100 : Timeout.Infinite);
            CancellationToken token = runsForever ? end.Token : CancellationToken.None;
            var engine = new WasmEngine(new WasmEngineOptions { Mode = mode, Interruptible = runsForever });
            using WasmInstance instance = engine.Compile(bytes).Instantiate(cancellationToken: token);
            result = Run(instance, module, token);
        }
        catch (Exception exception) when (exception is WasmException or OperationCanceledException)
        {
            failure = exception;
        }

        bool isRight = module.Outcome switch
        {
            HostileOutcome.Malformed => failure is MalformedModuleException,
            HostileOutcome.Invalid => failure is InvalidModuleException,
            HostileOutcome.TrapsAtInstantiation => failure is TrapException,
            HostileOutcome.ExhaustsStack => failure is TrapException { Kind: TrapKind.CallStackExhausted, WasmStack.Count: > 0 },
            HostileOutcome.RunsForever => failure is OperationCanceledException,
            // Either it is more than the limits allow, and that is said, or the guest is told so itself.
            HostileOutcome.BeyondLimits => failure is null or WasmException,
            _ => failure is RefusedFunctionException || (failure is null && Equals(result, module.Result)),
        };
        return isRight ? null : $"It is to end as {module.Outcome} with {module.Result ?? "nothing"}; it gave {result ?? "nothing"}, {failure}";
    }

    private static object? Run(WasmInstance instance, HostileModule module, CancellationToken token)
    {
        WasmValue[] arguments = [.. module.Arguments.Select(argument => argument is long number ? (WasmValue)number : (int)argument)];
        WasmFunction function = instance.GetFunction("run");
        var results = new WasmValue[function.Signature.Results.Length];
        function.Invoke(arguments, results, token);
        return results switch
        {
            [] => null,
            [{ Kind: ValKind.I64 } only] => only.AsInt64(),
            [var only] => only.AsInt32(),
            _ => results.Length,
        };
    }
}

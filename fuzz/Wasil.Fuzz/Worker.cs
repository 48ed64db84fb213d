using System.Globalization;

namespace Wasil.Fuzz;

/// <summary>
/// What happens to a module, in the order that it does. A worker says each before it starts, so that whoever watches knows what a
/// process was at that crashed or hangs.
/// </summary>
internal enum Stage
{
    Compile,
    Prepare,
    Instantiate,
    Run,
}

/// <summary>
/// Takes modules through their life in a process of its own, and tells of it line by line: <c>@ case stage</c> before each stage,
/// <c>= word</c> for what came out, <c>! message</c> for what must not happen.
/// </summary>
internal sealed class Worker(TextWriter output)
{
    // What a guest may take before it is asked to end; whoever watches waits longer.
    private const int GuestMilliseconds = 50;

    private static readonly WasmEngine Engine = new(new WasmEngineOptions { Features = WasmFeatures.All });
    private static readonly WasmEngine InterruptibleEngine = new(new WasmEngineOptions { Features = WasmFeatures.All, Interruptible = true });

    /// <summary>The cases from a first one on, a step apart.</summary>
    public void Work(Cases cases, int first, int step)
    {
        for (int number = first; number < cases.Count; number += step)
            Try(number, cases[number]);
    }

    private void Try(int number, Case each)
    {
        WasmModule? module = null;
        Step(number, Stage.Compile, () => module = Engine.Compile(each.Bytes));
        if (module is null)
            return;
        if (each.Prepares)
            Step(number, Stage.Prepare, () => Say($"= refused {module.Prepare().Count}"));
        if (!each.Runs)
            return;

        module = InterruptibleEngine.Compile(each.Bytes);
        WasmInstance? instance = null;
        var options = new InstanceOptions { SurvivesCancellation = true, Limits = { MemoryPages = 256, TableElements = 100_000, StackBytes = 256 << 10 } };
        Step(number, Stage.Instantiate, () =>
        {
            using var end = new CancellationTokenSource(GuestMilliseconds);
            instance = module.Instantiate(Stand.In(), options, end.Token);
        });
        if (instance is null)
            return;
        using (instance)
        {
            foreach (WasmFunction function in instance.Exports.Values.OfType<WasmFunction>().Where(TakesZeros).Take(20))
                Step(number, Stage.Run, () => Call(function, ArgumentsOf(function, number)));
        }
    }

    private static bool TakesZeros(WasmFunction function)
    {
        foreach (ValType parameter in function.Signature.Parameters)
        {
            if (!parameter.IsDefaultable)
                return false;
        }

        return true;
    }

    private static void Call(WasmFunction function, WasmValue[] arguments)
    {
        using var end = new CancellationTokenSource(GuestMilliseconds);
        function.Invoke(arguments, new WasmValue[function.Signature.Results.Length], end.Token);
    }

    private void Step(int number, Stage stage, Action action)
    {
        Say(string.Create(CultureInfo.InvariantCulture, $"@ {number} {stage}"));
        try
        {
            action();
            Say($"= {stage}: passed");
        }
        catch (Exception exception)
        {
            string type = exception.GetType().Name;
            // What is to come is refused by its name; constant expressions have no word of their own for that yet.
            bool isFair = exception switch
            {
                MalformedModuleException or InvalidModuleException => stage == Stage.Compile,
                LinkException or ResourceLimitException or NotSupportedException => stage == Stage.Instantiate,
                // The last is what a guest throws and does not catch.
                TrapException or RefusedFunctionException or WasmExitException or OperationCanceledException or TaggedException =>
                    stage is Stage.Instantiate or Stage.Run,
                _ => false,
            };
            if (isFair)
                Say($"= {stage}: {type}");
            else
                Say($"! {exception.ToString().ReplaceLineEndings(" | ")}");
        }
    }

    private static WasmValue[] ArgumentsOf(WasmFunction function, int number)
    {
        var dice = Dice.For(0, number);
        ReadOnlySpan<ValType> types = function.Signature.Parameters;
        var arguments = new WasmValue[types.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = types[i].Kind switch
            {
                ValKind.I32 => dice.Below(4) == 0 ? (int)dice.Next() : dice.Below(70_000),
                ValKind.I64 => (long)dice.Next(),
                ValKind.F32 => (float)dice.Below(1000),
                ValKind.F64 => BitConverter.UInt64BitsToDouble(dice.Next()),
                _ => Stand.Zero(types[i]),
            };
        }

        return arguments;
    }

    private void Say(string line)
    {
        output.WriteLine(line);
        output.Flush();
    }
}

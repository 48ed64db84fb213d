using Wasil.Wasi;

namespace Wasil.AssemblyScript;

/// <summary>
/// What a guest that the AssemblyScript compiler made gets from its host. Output goes nowhere, and there are no arguments, unless
/// the host says otherwise; clocks and random numbers are real. Options are copied when they are used.
/// </summary>
/// <threadsafety>One thread at a time while it is set; it is copied when it is used.</threadsafety>
public sealed class AssemblyScriptOptions
{
    /// <summary>What <c>process.argv</c> holds; programs expect the names of the runtime and of themselves first.</summary>
    public IReadOnlyList<string> Args { get; set; } = [];

    /// <summary>
    /// Where <c>console.log</c>, <c>debug</c>, <c>info</c> and the timers write, as UTF-8. It is flushed when
    /// <see cref="WasmInstance.RunCommand"/> has run the guest, when the guest exits, and when the instance ends. The stream
    /// remains the host's.
    /// </summary>
    public Stream Stdout { get; set; } = Stream.Null;

    /// <summary>Where <c>console.warn</c>, <c>error</c> and <c>assert</c> write, and what an <c>abort</c> says; flushed at each
    /// write.</summary>
    public Stream Stderr { get; set; } = Stream.Null;

    /// <summary>Where <c>trace</c> writes; nowhere by default, as it is for debugging.</summary>
    public AssemblyScriptTrace Trace { get; set; }

    /// <summary>A writer that takes what <c>trace</c> writes, in place of <see cref="Trace"/>. All instances share it.</summary>
    public TextWriter? TraceWriter { get; set; }

    /// <summary>Whether <c>abort</c> writes its message before it ends the guest. True by default.</summary>
    public bool WriteAbortMessage { get; set; } = true;

    /// <summary>What <c>Date.now</c> and <c>performance.now</c> show; the system's time where null.</summary>
    public TimeProvider? Clock { get; set; }

    /// <summary>Where <c>seed</c>, <c>Math.random</c> and <c>crypto.getRandomValues</c> take their bytes from; a
    /// cryptographically secure generator where null.</summary>
    public WasiRandom? Random { get; set; }

    /// <summary>
    /// Whether every run is the same: where <see cref="Clock"/> or <see cref="Random"/> is null, the guest gets what
    /// <see cref="WasiOptions.Deterministic"/> gives.
    /// </summary>
    public bool Deterministic { get; set; }

    /// <summary>Connects the guest's output with the console.</summary>
    /// <returns>These options.</returns>
    public AssemblyScriptOptions InheritConsole()
    {
        Stdout = Console.OpenStandardOutput();
        Stderr = Console.OpenStandardError();
        return this;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Wasil.Syntax;

namespace Wasil.Execution;

/// <summary>
/// Finds the guest's frames in a .NET stack trace. Emitted methods are named after the module and function they were made from,
/// since a method is all that a trace has.
/// </summary>
internal static class GuestFrames
{
    /// <summary>The name of the method that runs guests in the interpreter, and of no other.</summary>
    public const string InterpreterMethod = "InterpretGuest";

    private const string Prefix = "wasm:";

    private static readonly Lock Gate = new();
    private static readonly Dictionary<int, WeakReference<ModuleTypes>> Modules = [];
    private static int s_lastModule;

    /// <summary>A number for a module, under which its functions' names can be found later.</summary>
    public static int Register(ModuleTypes types)
    {
        lock (Gate)
        {
            Modules[++s_lastModule] = new WeakReference<ModuleTypes>(types);
            return s_lastModule;
        }
    }

    /// <summary>Forgets a module that nothing refers to any more.</summary>
    public static void Unregister(int module)
    {
        lock (Gate)
            Modules.Remove(module);
    }

    /// <summary>The name of the method that a function becomes.</summary>
    public static string MethodName(int module, int functionIndex) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{module}:{functionIndex}");

    /// <summary>The name of a method that is a part of a function, and stands for no frame of its own.</summary>
    public static string PartName(string method) => method + ":part";

    /// <summary>The guest's frames of a trace, innermost first.</summary>
    /// <param name="trace">The trace of an exception.</param>
    /// <param name="offset">The offset of the instruction that the innermost frame stood at.</param>
    /// <param name="interpreted">What each stay in the interpreter ran, innermost first: each stands for one .NET frame.</param>
    public static IReadOnlyList<WasmFrame> Of(StackTrace trace, int? offset, IReadOnlyList<WasmFrame[]> interpreted)
    {
        var frames = new List<WasmFrame>();
        int stay = 0;
        foreach (StackFrame frame in trace.GetFrames())
        {
            string? method = MethodOf(frame);
            if (method == InterpreterMethod && stay < interpreted.Count)
            {
                frames.AddRange(interpreted[stay++]);
                continue;
            }

            if (!TryParse(method, out int module, out int index))
                continue;
            NameSection? names = NamesOf(module);
            frames.Add(new WasmFrame(index, names?.Functions[(uint)index], frames.Count == 0 ? offset : null, names?.ModuleName));
        }

        // Where .NET does not know the names of methods, there is nothing but the interpreter.
        for (; stay < interpreted.Count; stay++)
            frames.AddRange(interpreted[stay]);
        return frames;
    }

    /// <summary>Whether a frame is a guest's.</summary>
    public static bool IsGuest(StackFrame? frame) =>
        frame is not null && MethodOf(frame)?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(
        "Trimming", "IL2026", Justification = "Only emitted methods are looked for, and they are not trimmed.")]
    private static string? MethodOf(StackFrame frame) => frame.GetMethod()?.Name;

    private static NameSection? NamesOf(int module)
    {
        lock (Gate)
        {
            return Modules.TryGetValue(module, out WeakReference<ModuleTypes>? reference) && reference.TryGetTarget(out ModuleTypes? types)
                ? types.Names
                : null;
        }
    }

    private static bool TryParse(string? method, out int module, out int index)
    {
        module = index = 0;
        if (method is null || !method.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        ReadOnlySpan<char> rest = method.AsSpan(Prefix.Length);
        int colon = rest.IndexOf(':');
        return colon > 0
            && int.TryParse(rest[..colon], CultureInfo.InvariantCulture, out module)
            && int.TryParse(rest[(colon + 1)..], CultureInfo.InvariantCulture, out index);
    }
}

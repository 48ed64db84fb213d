namespace Wasil.AssemblyScript;

/// <summary>Where <c>trace</c> writes.</summary>
public enum AssemblyScriptTrace
{
    /// <summary>Nowhere.</summary>
    Off,

    /// <summary>To <see cref="AssemblyScriptOptions.Stdout"/>.</summary>
    Stdout,

    /// <summary>To <see cref="AssemblyScriptOptions.Stderr"/>.</summary>
    Stderr,
}

using System.Reflection.Emit;

namespace Wasil.Compilation;

/// <summary>Where code goes that has found a pending exception.</summary>
/// <param name="label">Its label.</param>
internal sealed class Landing(Label label)
{
    /// <summary>The label, for a branch to it.</summary>
    public Label Use()
    {
        IsUsed = true;
        return label;
    }

    /// <summary>The label, to be marked.</summary>
    public Label Label => label;

    /// <summary>Whether anything branches there.</summary>
    public bool IsUsed { get; private set; }
}

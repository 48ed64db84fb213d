using System.Reflection.Emit;
using Wasil.Instructions;

namespace Wasil.Compilation;

/// <summary>A block that is being emitted.</summary>
internal sealed class ControlFrame
{
    public required Opcode Opcode { get; set; }

    public required ValKind[] Parameters { get; init; }

    public required ValKind[] Results { get; init; }

    /// <summary>The height of the operand stack below the parameters.</summary>
    public required int Height { get; init; }

    /// <summary>Where a branch to the block goes: a loop's start, else its end.</summary>
    public Label Label { get; init; }

    /// <summary>Whether anything branches to <see cref="Label"/>.</summary>
    public bool IsTargeted { get; set; }

    /// <summary>What a branch to the block fills; null until the first one does, and for the function itself.</summary>
    public Temporary[]? LabelValues { get; set; }

    /// <summary>Where an <c>if</c> goes when its condition is zero.</summary>
    public Label Else { get; init; }

    /// <summary>The parameters of an <c>if</c>, which both of its arms take.</summary>
    public Temporary[]? Arguments { get; set; }

    /// <summary>Where exceptions go that are thrown within: set for a <c>try_table</c>, and for a <c>try</c> up to its first
    /// <c>catch</c>.</summary>
    public Landing? Landing { get; set; }

    /// <summary>What the clauses of a <c>try_table</c> catch.</summary>
    public CatchTarget[] Catches { get; set; } = [];

    /// <summary>Behind the first <c>catch</c> of a <c>try</c>: where an exception goes that no clause so far has caught.</summary>
    public Landing? Uncaught { get; set; }

    /// <summary>The exception that the present <c>catch</c> has caught.</summary>
    public Temporary? Caught { get; set; }

    public ValKind[] LabelKinds => Opcode == Opcode.Loop ? Parameters : Results;
}

namespace Wasil.Interpreter;

/// <summary>What happens to exceptions in a range of a function's operations. Of several the first one that fits counts.</summary>
internal readonly record struct ExceptionHandler
{
    public const int AnyTag = -1;
    public const int None = -1;

    /// <summary>The first operation of the range.</summary>
    public required int Start { get; init; }

    /// <summary>The first one behind it.</summary>
    public required int End { get; init; }

    /// <summary>How deep its block is nested.</summary>
    public required int Depth { get; init; }

    /// <summary>Which exceptions: the index of a tag, or <see cref="AnyTag"/>.</summary>
    public int Tag { get; init; }

    /// <summary>Where to go on; <see cref="None"/> where exceptions are delegated.</summary>
    public int Target { get; init; }

    /// <summary>Of a <c>delegate</c>: how deep the handlers may be nested that are still asked.</summary>
    public int DelegateDepth { get; init; }

    /// <summary>Where the values of the exception go.</summary>
    public int NumberSlot { get; init; }

    public int ReferenceSlot { get; init; }

    /// <summary>Whether a reference to the exception follows its values.</summary>
    public bool GivesReference { get; init; }

    /// <summary>Where the exception is kept for <c>rethrow</c>, or <see cref="None"/>.</summary>
    public int CaughtSlot { get; init; }
}

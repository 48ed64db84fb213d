namespace Wasil.Text;

/// <summary>
/// An annotation that has a meaning here. Annotations may stand between any two tokens, so they are kept apart from the
/// tokens of the program and carry their place among these.
/// </summary>
/// <param name="Kind">What it annotates with.</param>
/// <param name="Offset">Where it starts in the source.</param>
/// <param name="Before">The index of the program's token after it.</param>
/// <param name="FirstToken">The index in <see cref="SourceText.AnnotationTokens"/> of its first token after the name.</param>
/// <param name="TokenCount">How many tokens it has there, without the closing parenthesis.</param>
internal readonly record struct Annotation(AnnotationKind Kind, int Offset, int Before, int FirstToken, int TokenCount);

/// <summary>The annotations that have a meaning here; all others are skipped, as the specification asks for.</summary>
internal enum AnnotationKind : byte
{
    /// <summary>A name that is not an identifier.</summary>
    Name,

    /// <summary>A custom section.</summary>
    Custom,

    /// <summary>How likely a branch is, from the branch-hinting proposal.</summary>
    BranchHint,
}

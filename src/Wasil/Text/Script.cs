using Wasil.Syntax;

namespace Wasil.Text;

/// <summary>A script of the specification's test suite. See interpreter/README.md of the specification's repository.</summary>
/// <param name="Text">The source.</param>
/// <param name="Commands">What to do, first to last.</param>
internal sealed record Script(SourceText Text, Command[] Commands)
{
    /// <summary>The line a command starts in, counted from 1.</summary>
    public int LineOf(Command command) => Text.Position(command.Offset).Line;
}

/// <summary>
/// A module in a script. It is parsed or decoded only when it is used, so that one that is malformed fails alone.
/// </summary>
internal abstract record ScriptModule(string? Name, bool IsDefinition);

/// <summary>A module written out in the script.</summary>
/// <param name="Name">The name that the script calls it by.</param>
/// <param name="IsDefinition">Whether it is not to be instantiated yet.</param>
/// <param name="Text">The script.</param>
/// <param name="Start">The index of its first token after <c>module</c>.</param>
/// <param name="End">The index of the token after its last.</param>
internal sealed record TextModule(string? Name, bool IsDefinition, SourceText Text, int Start, int End)
    : ScriptModule(Name, IsDefinition)
{
    public Module Parse(WasmFeatures features) => TextParser.ParseModule(Text, Start, End, features);
}

/// <summary>A module in the text format, in quotes.</summary>
internal sealed record QuotedModule(string? Name, bool IsDefinition, ReadOnlyMemory<byte> Utf8) : ScriptModule(Name, IsDefinition)
{
    public Module Parse(WasmFeatures features) => TextParser.ParseModule(Utf8, features);
}

/// <summary>A module in the binary format, in quotes.</summary>
internal sealed record BinaryModule(string? Name, bool IsDefinition, ReadOnlyMemory<byte> Bytes)
    : ScriptModule(Name, IsDefinition);

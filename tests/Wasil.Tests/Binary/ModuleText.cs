using System.Security.Cryptography;
using Wasil.Syntax;

namespace Wasil.Tests.Binary;

/// <summary>A module written out line by line: two modules are structurally equal exactly where the lines are.</summary>
internal static class ModuleText
{
    public static List<string> Lines(Module module)
    {
        var lines = new List<string>();
        lines.AddRange(module.RecTypes.Select(group => $"rec {group}"));
        lines.AddRange(module.Types.Select(type => $"type {type.IsFinal} {type.Supertype} {type.Composite}"));
        lines.AddRange(module.Imports.Select(import => $"{import}"));
        lines.AddRange(module.Functions.Select(type => $"func {type}"));
        lines.AddRange(module.Tables.Select(table => $"{table.Type} {Bytes(module, table.Initializer)}"));
        lines.AddRange(module.Memories.Select(memory => memory.ToString()));
        lines.AddRange(module.Tags.Select(type => $"tag {type}"));
        lines.AddRange(module.Globals.Select(global => $"{global.Type} {Bytes(module, global.Initializer)}"));
        lines.AddRange(module.Exports.Select(export => $"{export}"));
        lines.Add($"start {module.Start}, data count {module.DataCount}");
        lines.AddRange(module.Elements.Select(segment => Element(module, segment)));
        lines.AddRange(module.Code.Select(body => $"code {Bytes(module, body)}"));
        lines.AddRange(module.Data.Select(segment =>
            $"data {segment.Mode} {segment.Memory} {Bytes(module, segment.Offset)} {Bytes(module, segment.Contents)}"));
        lines.AddRange(module.CustomSections.Select(section =>
            $"custom {section.Name} after {section.After}: {Bytes(module, section.Contents)}"));
        lines.AddRange(module.Sections.Select(section => $"section {section.Id}"));
        return lines;
    }

    private static string Element(Module module, ElementSegment segment)
    {
        string items = segment.Functions is { } functions
            ? string.Join(' ', functions)
            : string.Join(' ', segment.Expressions!.Select(expression => Bytes(module, expression)));
        return $"elem {segment.Mode} {segment.Table} {Bytes(module, segment.Offset)} {segment.Type}: {items}";
    }

    private static string Bytes(Module module, ByteRange? range)
    {
        if (range is not { } present)
            return "-";
        var bytes = module.Slice(present);
        return bytes.Length <= 64
            ? $"[{Convert.ToHexString(bytes)}]"
            : $"[{bytes.Length}: {Convert.ToHexString(SHA256.HashData(bytes))}]";
    }
}

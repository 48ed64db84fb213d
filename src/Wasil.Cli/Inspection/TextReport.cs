using Wasil.Cli.Hosts;

namespace Wasil.Cli.Inspection;

/// <summary>A module's summary for people.</summary>
internal static class TextReport
{
    public static void Write(TextWriter output, ModuleSummary summary)
    {
        output.WriteLine($"{summary.File}: {Bytes(summary.Size)}");
        if (summary.Module.Name is { } name)
            output.WriteLine($"name      {name}");
        output.WriteLine($"features  {Join(summary.Features)}");
        output.WriteLine($"hosts     {Join(summary.Hosts)}");
        if (summary.Unserved.Count > 0)
            output.WriteLine($"unserved  {UnknownHost.Describe(summary.Unserved)}");
        if (summary.Start is { } start)
            output.WriteLine($"start     func {start}{(summary.StartName is { } startName ? $" {startName}" : "")}");
        for (int i = 0; i < summary.Memories.Length; i++)
            output.WriteLine($"memory {i,-2} {Without("memory ", summary.Memories[i])}{Origin(i, summary.ImportedMemories)}");
        for (int i = 0; i < summary.Tables.Length; i++)
            output.WriteLine($"table {i,-3} {Without("table ", summary.Tables[i])}{Origin(i, summary.ImportedTables)}");

        output.WriteLine();
        output.WriteLine("sections      offset        size");
        foreach (SectionSummary section in summary.Sections)
        {
            string what = section.Name is { } custom ? $"\"{custom}\"" : section.Count is { } count ? $"{count:N0}" : "";
            output.WriteLine($"  {section.Id,-10}{$"0x{section.Offset:x}",8}{section.Size,12:N0}  {what}".TrimEnd());
        }

        WriteImports(output, summary.Module.Imports);
        WriteExports(output, summary.Module.Exports);
    }

    private static void WriteImports(TextWriter output, IReadOnlyList<ImportType> imports)
    {
        if (imports.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine($"imports ({imports.Count:N0})");
        foreach (ImportType import in imports)
            output.WriteLine($"  {import}");
    }

    private static void WriteExports(TextWriter output, IReadOnlyList<ExportType> exports)
    {
        if (exports.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine($"exports ({exports.Count:N0})");
        foreach (ExportType export in exports)
            output.WriteLine($"  {export}");
    }

    private static string Bytes(int count) => $"{count:N0} bytes";

    private static string Join(IReadOnlyList<string> items) => items.Count == 0 ? "none" : string.Join(", ", items);

    private static string Without(string prefix, ExternType type) => type.ToString()![prefix.Length..];

    private static string Origin(int index, int imported) => index < imported ? " (imported)" : "";
}

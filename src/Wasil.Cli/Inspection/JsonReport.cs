using System.Text.Encodings.Web;
using System.Text.Json;

namespace Wasil.Cli.Inspection;

/// <summary>A module's summary for programs.</summary>
internal static class JsonReport
{
    public static void Write(Stream output, ModuleSummary summary)
    {
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            // Nobody puts it into HTML unescaped, and names of functions are full of `<`.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            json.WriteStartObject();
            json.WriteString("file", summary.File);
            json.WriteNumber("size", summary.Size);
            json.WriteString("name", summary.Module.Name);
            WriteStrings(json, "features", summary.Features);
            WriteStrings(json, "hosts", summary.Hosts);
            WriteStrings(json, "unserved", [.. summary.Unserved.Select(import => $"{import.Module}.{import.Name}")]);
            WriteStart(json, summary);
            WriteMemories(json, summary);
            WriteTables(json, summary);
            WriteSections(json, summary);
            WriteImports(json, summary.Module.Imports);
            WriteExports(json, summary.Module.Exports);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> items)
    {
        json.WriteStartArray(name);
        foreach (string item in items)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }

    private static void WriteStart(Utf8JsonWriter json, ModuleSummary summary)
    {
        if (summary.Start is not { } start)
        {
            json.WriteNull("start");
            return;
        }

        json.WriteStartObject("start");
        json.WriteNumber("index", start);
        json.WriteString("name", summary.StartName);
        json.WriteEndObject();
    }

    private static void WriteMemories(Utf8JsonWriter json, ModuleSummary summary)
    {
        json.WriteStartArray("memories");
        for (int i = 0; i < summary.Memories.Length; i++)
        {
            MemoryType memory = summary.Memories[i];
            json.WriteStartObject();
            json.WriteBoolean("imported", i < summary.ImportedMemories);
            WriteLimits(json, memory.Limits);
            json.WriteBoolean("is64", memory.Is64);
            json.WriteBoolean("shared", memory.IsShared);
            json.WriteNumber("pageSize", memory.PageSize);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTables(Utf8JsonWriter json, ModuleSummary summary)
    {
        json.WriteStartArray("tables");
        for (int i = 0; i < summary.Tables.Length; i++)
        {
            TableType table = summary.Tables[i];
            json.WriteStartObject();
            json.WriteBoolean("imported", i < summary.ImportedTables);
            json.WriteString("element", table.Element.ToString());
            WriteLimits(json, table.Limits);
            json.WriteBoolean("is64", table.Is64);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLimits(Utf8JsonWriter json, Limits limits)
    {
        json.WriteNumber("minimum", limits.Minimum);
        if (limits.Maximum is { } maximum)
            json.WriteNumber("maximum", maximum);
        else
            json.WriteNull("maximum");
    }

    private static void WriteSections(Utf8JsonWriter json, ModuleSummary summary)
    {
        json.WriteStartArray("sections");
        foreach (SectionSummary section in summary.Sections)
        {
            json.WriteStartObject();
            json.WriteString("id", section.Id);
            if (section.Name is { } name)
                json.WriteString("name", name);
            json.WriteNumber("offset", section.Offset);
            json.WriteNumber("size", section.Size);
            if (section.Count is { } count)
                json.WriteNumber("count", count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteImports(Utf8JsonWriter json, IReadOnlyList<ImportType> imports)
    {
        json.WriteStartArray("imports");
        foreach (ImportType import in imports)
        {
            json.WriteStartObject();
            json.WriteString("module", import.Module);
            json.WriteString("name", import.Name);
            WriteType(json, import.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteExports(Utf8JsonWriter json, IReadOnlyList<ExportType> exports)
    {
        json.WriteStartArray("exports");
        foreach (ExportType export in exports)
        {
            json.WriteStartObject();
            json.WriteString("name", export.Name);
            WriteType(json, export.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteType(Utf8JsonWriter json, ExternType type)
    {
        json.WriteString("kind", type.Kind);
        json.WriteString("type", type.ToString());
    }
}

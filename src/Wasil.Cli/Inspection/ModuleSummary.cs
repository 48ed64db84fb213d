using Wasil.Binary;
using Wasil.Cli.Hosts;
using Wasil.Syntax;

namespace Wasil.Cli.Inspection;

/// <summary>What <c>inspect</c> tells of a module, whatever form it is told in.</summary>
internal sealed class ModuleSummary
{
    private readonly ModuleTypes _types;

    public ModuleSummary(string file, WasmModule module)
    {
        File = file;
        Module = module;
        _types = module.Types;
        Features = FeatureNames.Of(module.RequiredFeatures);
        IReadOnlyList<HostPackage> packages = HostPackage.NeededBy(module);
        Hosts = [.. packages.Select(package => package.Name)];
        Unserved = [.. HostPackage.Unserved(module, packages)];
        Sections = DescribeSections(_types.Module);
    }

    public string File { get; }

    public WasmModule Module { get; }

    public int Size => _types.Module.Bytes.Length;

    public IReadOnlyList<string> Features { get; }

    public IReadOnlyList<string> Hosts { get; }

    /// <summary>The imports that no package here gives: the embedder's own to define.</summary>
    public IReadOnlyList<ImportType> Unserved { get; }

    public IReadOnlyList<SectionSummary> Sections { get; }

    public ReadOnlySpan<MemoryType> Memories => _types.Memories;

    public int ImportedMemories => _types.ImportedMemories;

    public ReadOnlySpan<TableType> Tables => _types.Tables;

    public int ImportedTables => _types.ImportedTables;

    /// <summary>The index of the start function.</summary>
    public uint? Start => _types.Module.Start;

    public string? StartName => Start is { } start ? _types.Names.Functions[start] : null;

    private static List<SectionSummary> DescribeSections(Module module)
    {
        var sections = new List<SectionSummary>();
        int custom = 0;
        foreach (SectionRange section in module.Sections)
        {
            string? name = section.Id == SectionId.Custom ? module.CustomSections[custom++].Name : null;
            ByteRange contents = section.Contents;
            sections.Add(new SectionSummary(
                BinaryFormat.NameOf(section.Id), name, contents.Offset, contents.Length, CountOf(module, section.Id)));
        }

        return sections;
    }

    private static int? CountOf(Module module, SectionId id) => id switch
    {
        SectionId.Type => module.Types.Length,
        SectionId.Import => module.Imports.Length,
        SectionId.Function => module.Functions.Length,
        SectionId.Table => module.Tables.Length,
        SectionId.Memory => module.Memories.Length,
        SectionId.Tag => module.Tags.Length,
        SectionId.Global => module.Globals.Length,
        SectionId.Export => module.Exports.Length,
        SectionId.Element => module.Elements.Length,
        SectionId.Code => module.Code.Length,
        SectionId.Data => module.Data.Length,
        _ => null,
    };
}

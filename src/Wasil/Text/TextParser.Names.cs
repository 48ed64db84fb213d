using System.Text;
using Wasil.Binary;
using Wasil.Syntax;

namespace Wasil.Text;

/// <content>What goes into custom sections: identifiers, and the annotations that have a meaning here.</content>
internal sealed partial class TextParser
{
    private readonly List<CustomSectionRange> _customSections = [];
    private readonly List<(uint Function, IndexSpace Names)> _locals = [];
    private readonly List<(uint Function, List<(uint Label, string Name)> Names)> _functionLabels = [];
    private readonly List<(uint Function, List<(uint Offset, byte Value)> Hints)> _functionHints = [];
    private readonly HashSet<int> _takenAnnotations = [];
    private List<(uint Label, string Name)> _labelNames = [];
    private List<(uint Offset, byte Value)> _hints = [];
    private uint _labelCount;
    private string? _moduleName;

    /// <summary>Where the body starts that is being read, which branch hints count from; negative outside of bodies.</summary>
    private int _bodyStart = -1;

    /// <summary>Whether the token here has a name annotation before it.</summary>
    private bool HasNameAnnotation => FindAnnotation(AnnotationKind.Name) >= 0;

    private void ParseModuleName()
    {
        _moduleName = TryTakeIdentifier();
        _moduleName = TakeNameAnnotation("module") ?? _moduleName;
    }

    private void BeginBody() => _labelCount = 0;

    private void EndBody(uint function)
    {
        if (_localNames.HasNames)
            _locals.Add((function, _localNames));
        if (_labelNames.Count > 0)
        {
            _functionLabels.Add((function, _labelNames));
            _labelNames = [];
        }

        if (_hints.Count > 0)
        {
            _functionHints.Add((function, _hints));
            _hints = [];
        }
    }

    /// <summary>Skips the identifier of an entry that was bound before, and takes the name it may have beside it.</summary>
    private void TakeBinding(IndexSpace space, uint index)
    {
        TryTake(TokenKind.Identifier);
        ApplyNameAnnotation(space, index);
    }

    /// <summary>Binds the identifier that stands here, if one does, to the next index.</summary>
    private void BindHere(IndexSpace space)
    {
        uint index = space.Count;
        Add(space, Current);
        TryTake(TokenKind.Identifier);
        ApplyNameAnnotation(space, index);
    }

    private void ApplyNameAnnotation(IndexSpace space, uint index)
    {
        if (TakeNameAnnotation(space.Word) is { } name)
            space.Rename(index, name);
    }

    private void NameLabel(string? name)
    {
        uint label = _labelCount++;
        if (name is not null && _bodyStart >= 0)
            _labelNames.Add((label, name));
    }

    /// <summary>The index of an annotation of a kind before the token here that nobody has taken, or a negative number.</summary>
    private int FindAnnotation(AnnotationKind kind)
    {
        var annotations = Text.Annotations;
        if (annotations.Length == 0)
            return -1;
        int low = 0;
        int high = annotations.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (annotations[middle].Before < At)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < annotations.Length && annotations[low].Before == At; low++)
        {
            if (annotations[low].Kind == kind && !_takenAnnotations.Contains(low))
                return low;
        }

        return -1;
    }

    private ReadOnlySpan<Token> TakeAnnotation(int index)
    {
        _takenAnnotations.Add(index);
        var annotation = Text.Annotations[index];
        return Text.AnnotationTokens.AsSpan(annotation.FirstToken, annotation.TokenCount);
    }

    private MalformedModuleException MalformedAnnotation(int index, string problem) =>
        Text.Malformed(Text.Annotations[index].Offset, problem);

    private string? TakeNameAnnotation(string what)
    {
        int index = FindAnnotation(AnnotationKind.Name);
        if (index < 0)
            return null;
        var tokens = TakeAnnotation(index);
        if (tokens.Length != 1 || tokens[0].Kind != TokenKind.String)
            throw MalformedAnnotation(index, "@name annotation: unexpected token");
        if (!StringLiteral.TryDecodeName(Text.Spelling(tokens[0]), out string? name))
            throw MalformedAnnotation(index, "@name annotation: malformed UTF-8 encoding");
        int second = FindAnnotation(AnnotationKind.Name);
        return second < 0 ? name : throw MalformedAnnotation(second, $"@name annotation: multiple {what}");
    }

    /// <summary>The branch hint before the instruction here, or a negative number.</summary>
    private int TakeBranchHint()
    {
        int index = _bodyStart < 0 ? -1 : FindAnnotation(AnnotationKind.BranchHint);
        if (index < 0)
            return -1;
        var tokens = TakeAnnotation(index);
        var value = new ByteWriter(4);
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.String)
                throw MalformedAnnotation(index, "@metadata.code.branch_hint annotation: unexpected token");
            StringLiteral.Decode(Text.Spelling(token), value);
        }

        if (value.Length != 1 || value.Written[0] > 1)
            throw MalformedAnnotation(index, "@metadata.code.branch_hint annotation: invalid value");
        int second = FindAnnotation(AnnotationKind.BranchHint);
        return second < 0
            ? value.Written[0]
            : throw MalformedAnnotation(second, "@metadata.code.branch_hint annotation: duplicate annotation");
    }

    /// <summary>Remembers a branch hint for the instruction that is written next.</summary>
    private void AddBranchHint(int hint)
    {
        if (hint >= 0)
            _hints.Add(((uint)(_bytes.Length - _bodyStart), (byte)hint));
    }

    private void AddBranchHints()
    {
        if (_functionHints.Count == 0)
            return;
        int start = _bytes.Length;
        _bytes.WriteU32((uint)_functionHints.Count);
        foreach (var (function, hints) in _functionHints)
        {
            _bytes.WriteU32(function);
            _bytes.WriteU32((uint)hints.Count);
            foreach (var (offset, value) in hints)
            {
                _bytes.WriteU32(offset);
                _bytes.WriteByte(1);
                _bytes.WriteByte(value);
            }
        }

        AddCustomSection("metadata.code.branch_hint", start, SectionId.DataCount);
    }

    private void AddCustomSection(string name, int start, SectionId after) =>
        _customSections.Add(new CustomSectionRange(name, new ByteRange(start, _bytes.Length - start), after));

    /// <summary>The custom sections that stand here between fields.</summary>
    private void ParseCustomAnnotations()
    {
        for (int index; (index = FindAnnotation(AnnotationKind.Custom)) >= 0;)
        {
            var tokens = TakeAnnotation(index);
            if (tokens.IsEmpty || tokens[0].Kind != TokenKind.String)
                throw MalformedAnnotation(index, "@custom annotation: missing section name");
            if (!StringLiteral.TryDecodeName(Text.Spelling(tokens[0]), out string? name))
                throw MalformedAnnotation(index, "@custom annotation: malformed UTF-8 encoding");
            tokens = tokens[1..];
            var after = SectionId.Data;
            if (tokens is [{ Kind: TokenKind.LeftParen }, ..])
            {
                int end = 1;
                while (tokens[end].Kind != TokenKind.RightParen)
                    end++;
                after = ParsePlace(index, tokens[1..end]);
                tokens = tokens[(end + 1)..];
            }

            int start = _bytes.Length;
            foreach (var token in tokens)
            {
                if (token.Kind != TokenKind.String)
                    throw MalformedAnnotation(index, "@custom annotation: unexpected token");
                StringLiteral.Decode(Text.Spelling(token), _bytes);
            }

            AddCustomSection(name, start, after);
        }
    }

    /// <summary>The section that a custom section comes after, from <c>before func</c> or <c>after func</c>.</summary>
    private SectionId ParsePlace(int annotation, ReadOnlySpan<Token> tokens)
    {
        bool before = !tokens.IsEmpty && IsSpelled(tokens[0], "before"u8);
        if (!before && (tokens.IsEmpty || !IsSpelled(tokens[0], "after"u8)))
            throw MalformedAnnotation(annotation, "@custom annotation: malformed placement");
        string section = tokens.Length == 2 ? Encoding.UTF8.GetString(Text.Spelling(tokens[1])) : "";
        if (section == "first" && before)
            return SectionId.Custom;
        if (section == "last" && !before)
            return SectionId.Data;
        SectionId id = section switch
        {
            "type" => SectionId.Type,
            "import" => SectionId.Import,
            "func" => SectionId.Function,
            "table" => SectionId.Table,
            "memory" => SectionId.Memory,
            "tag" => SectionId.Tag,
            "global" => SectionId.Global,
            "export" => SectionId.Export,
            "start" => SectionId.Start,
            "elem" => SectionId.Element,
            "datacount" => SectionId.DataCount,
            "code" => SectionId.Code,
            "data" => SectionId.Data,
            _ => throw MalformedAnnotation(annotation, "@custom annotation: malformed section kind"),
        };
        if (!before)
            return id;
        int place = BinaryFormat.SectionOrder.IndexOf(id);
        return place == 0 ? SectionId.Custom : BinaryFormat.SectionOrder[place - 1];
    }

    private bool IsSpelled(Token token, ReadOnlySpan<byte> spelling) => Text.Spelling(token).SequenceEqual(spelling);

    /// <summary>Complains about annotations that stand where they mean nothing.</summary>
    private void CheckAnnotations()
    {
        for (int i = 0; i < Text.Annotations.Length; i++)
        {
            var annotation = Text.Annotations[i];
            if (annotation.Before < _firstToken || annotation.Before > End || _takenAnnotations.Contains(i))
                continue;
            throw MalformedAnnotation(i, annotation.Kind switch
            {
                AnnotationKind.Name => "misplaced @name annotation",
                AnnotationKind.Custom => "misplaced @custom annotation",
                _ => "@metadata.code.branch_hint annotation: not in a function",
            });
        }
    }

    /// <summary>Writes the identifiers as the appendix "Name Section" and its extension have them.</summary>
    private void AddNameSection()
    {
        int start = _bytes.Length;
        if (_moduleName is not null)
        {
            int contents = BeginSubsection(0);
            _bytes.WriteName(_moduleName);
            _bytes.InsertSize(contents);
        }

        WriteNames(1, _functionNames);
        WriteIndirectNames(2, [.. _locals.Select(entry => (entry.Function, Names: Pairs(entry.Names)))]);
        WriteIndirectNames(3, [.. _functionLabels.Select(entry => (entry.Function, Names: entry.Names.ToArray()))]);
        WriteNames(4, _typeNames);
        WriteNames(5, _tableNames);
        WriteNames(6, _memoryNames);
        WriteNames(7, _globalNames);
        WriteNames(8, _elementNames);
        WriteNames(9, _dataNames);
        var fields = _fieldNames.OrderBy(entry => entry.Key);
        WriteIndirectNames(10, [.. fields.Select(entry => (entry.Key, Names: Pairs(entry.Value)))]);
        WriteNames(11, _tagNames);
        if (_bytes.Length > start)
            AddCustomSection("name", start, SectionId.Data);
    }

    private static (uint Index, string Name)[] Pairs(IndexSpace space) =>
        [.. space.Names.Select(entry => (entry.Key, entry.Value))];

    private int BeginSubsection(byte id)
    {
        _bytes.WriteByte(id);
        return _bytes.Length;
    }

    private void WriteNames(byte subsection, IndexSpace space)
    {
        if (!space.HasNames)
            return;
        int start = BeginSubsection(subsection);
        WriteNameMap(Pairs(space));
        _bytes.InsertSize(start);
    }

    private void WriteIndirectNames(byte subsection, (uint Index, (uint Index, string Name)[] Names)[] maps)
    {
        if (maps.Length == 0)
            return;
        int start = BeginSubsection(subsection);
        _bytes.WriteU32((uint)maps.Length);
        foreach (var (index, names) in maps)
        {
            _bytes.WriteU32(index);
            WriteNameMap(names);
        }

        _bytes.InsertSize(start);
    }

    private void WriteNameMap((uint Index, string Name)[] names)
    {
        _bytes.WriteU32((uint)names.Length);
        foreach (var (index, name) in names)
        {
            _bytes.WriteU32(index);
            _bytes.WriteName(name);
        }
    }
}

using Wasil.Binary;
using Wasil.Syntax;

namespace Wasil.Text;

/// <summary>
/// Parses a module. See the specification's text chapter, whose abbreviations are expanded on the way: what comes out is
/// what a binary module decodes to, with the identifiers in a name section.
/// </summary>
/// <remarks>
/// Identifiers may be used before they are bound, so the fields are passed over three times: to bind identifiers
/// (<see cref="Declare"/>), to read the types, and to read everything else. Nothing is kept of an instruction but its bytes,
/// and nothing recurses on the depth of the text.
/// </remarks>
internal sealed partial class TextParser : TokenParser
{
    private readonly IndexSpace _typeNames = new("type");
    private readonly IndexSpace _functionNames = new("function");
    private readonly IndexSpace _tableNames = new("table");
    private readonly IndexSpace _memoryNames = new("memory");
    private readonly IndexSpace _globalNames = new("global");
    private readonly IndexSpace _tagNames = new("tag");
    private readonly IndexSpace _elementNames = new("elem segment");
    private readonly IndexSpace _dataNames = new("data segment");

    /// <summary>
    /// What becomes <see cref="Module.Bytes"/>: bodies, constant expressions, contents of segments and sections.
    /// </summary>
    private readonly ByteWriter _bytes = new(4096);

    // Where the instructions are, in _bytes and in the source.
    private readonly List<(int Written, int Offset)> _marks = [];

    private readonly int _firstToken;

    private readonly WasmFeatures _features;

    private TextParser(SourceText text, int start, int end, WasmFeatures features)
        : base(text, start, end)
    {
        _firstToken = start;
        _features = features;
    }

    /// <summary>Parses a text that is one module, with or without <c>(module ...)</c> around its fields.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="features">The proposals that are on. Validation refuses what belongs to others; here they only decide how
    /// large a number may be.</param>
    /// <exception cref="MalformedModuleException">The text is not a module.</exception>
    public static Module ParseModule(ReadOnlyMemory<byte> utf8, WasmFeatures features = WasmFeatures.Default)
    {
        var text = SourceText.Read(utf8);
        var parser = new TextParser(text, 0, text.Tokens.Length - 1, features);
        return parser.ParseText();
    }

    /// <summary>Parses the fields of a module that is part of a script.</summary>
    /// <param name="text">The script.</param>
    /// <param name="start">The index of the first token after <c>module</c>; an identifier may follow.</param>
    /// <param name="end">The index of the token that ends the module.</param>
    /// <param name="features">The proposals that are on.</param>
    /// <exception cref="MalformedModuleException">These are not the fields of a module.</exception>
    public static Module ParseModule(SourceText text, int start, int end, WasmFeatures features)
    {
        var parser = new TextParser(text, start, end, features);
        parser.ParseFields();
        return parser.Finish();
    }

    private Module ParseText()
    {
        if (!TryOpen("module"u8))
        {
            ParseFields();
            return Finish();
        }

        var parser = new TextParser(Text, At, AfterParentheses(0) - 1, _features);
        parser.ParseFields();
        parser.Close();
        return parser.Is(TokenKind.End) ? parser.Finish() : throw parser.Unexpected();
    }

    private Module Finish()
    {
        CheckAnnotations();
        AddBranchHints();
        AddNameSection();
        var text = Text;
        (int, int)[] marks = [.. _marks];
        return new Module
        {
            PositionOf = written => PositionOf(text, marks, written),
            Bytes = _bytes.ToArray(),
            RecTypes = [.. _recTypes],
            Types = [.. _types],
            Imports = [.. _imports],
            Functions = [.. _functions],
            Tables = [.. _tables],
            Memories = [.. _memories],
            Tags = [.. _tags],
            Globals = [.. _globals],
            Exports = [.. _exports],
            Start = _start,
            Elements = [.. _elements],
            DataCount = _usesDataIndices ? (uint)_data.Count : null,
            Code = [.. _code],
            Data = [.. _data],
            CustomSections = [.. _customSections],
        };
    }

    /// <summary>The index that is written here as a number or an identifier.</summary>
    private uint TakeIndex(IndexSpace space)
    {
        if (!Is(TokenKind.Identifier))
            return TakeU32();
        var token = Take(TokenKind.Identifier);
        string name = NameOf(token);
        return space.TryFind(name, out uint index) ? index : throw Malformed(token, $"unknown {space.Word} ${name}");
    }

    /// <summary>An index that may be left out where it is 0.</summary>
    private uint TakeIndexOrZero(IndexSpace space) => IsIndex ? TakeIndex(space) : 0;

    private void Add(IndexSpace space, Token token)
    {
        string? name = token.Kind == TokenKind.Identifier ? NameOf(token) : null;
        if (!space.TryAdd(name))
            throw Malformed(token, $"duplicate {space.Word} ${name}");
    }

    /// <summary>
    /// Binds the identifiers of all fields. What is not a field is left for the later passes to complain about.
    /// </summary>
    private void Declare()
    {
        for (int field = At; IsOpenAt(field); field = AfterParentheses(field))
        {
            var identifier = TokenAt(field + 2);
            switch (Word(TokenAt(field + 1)))
            {
                case "type":
                    Add(_typeNames, identifier);
                    break;
                case "rec":
                    for (int type = field + 2; IsOpenAt(type); type = AfterParentheses(type))
                        Add(_typeNames, TokenAt(type + 2));
                    break;
                case "import" when IsOpenAt(field + 4):
                    DeclareImported(field + 4, 1);
                    break;
                case "import":
                    DeclareCompactImports(field + 3);
                    break;
                case "func":
                    Add(_functionNames, identifier);
                    break;
                case "table":
                    Add(_tableNames, identifier);
                    if (HasInline(field, "elem"u8))
                        _elementNames.Add(1);
                    break;
                case "memory":
                    Add(_memoryNames, identifier);
                    if (HasInline(field, "data"u8))
                        _dataNames.Add(1);
                    break;
                case "global":
                    Add(_globalNames, identifier);
                    break;
                case "tag":
                    Add(_tagNames, identifier);
                    break;
                case "elem":
                    Add(_elementNames, identifier);
                    break;
                case "data":
                    Add(_dataNames, identifier);
                    break;
            }
        }
    }

    private void DeclareCompactImports(int item)
    {
        uint sharing = 0;
        for (; IsOpenAt(item) && IsKeyword(TokenAt(item + 1), "item"u8); item = AfterParentheses(item))
        {
            if (IsOpenAt(item + 3))
                DeclareImported(item + 3, 1);
            else
                sharing++;
        }

        if (sharing > 0 && IsOpenAt(item))
            DeclareImported(item, sharing);
    }

    /// <summary>Binds the identifier of an imported type to the first of some imports.</summary>
    private void DeclareImported(int type, uint count)
    {
        IndexSpace? space = Word(TokenAt(type + 1)) switch
        {
            "func" => _functionNames,
            "table" => _tableNames,
            "memory" => _memoryNames,
            "global" => _globalNames,
            "tag" => _tagNames,
            _ => null,
        };
        if (space is null)
            return;
        Add(space, TokenAt(type + 2));
        space.Add(count - 1);
    }

    /// <summary>Whether a field has a segment inside that the abbreviations take out of it.</summary>
    private bool HasInline(int field, ReadOnlySpan<byte> keyword)
    {
        int end = AfterParentheses(field) - 1;
        for (int child = field + 2; child < end; child = IsOpenAt(child) ? AfterParentheses(child) : child + 1)
        {
            if (IsOpenAt(child) && IsKeyword(TokenAt(child + 1), keyword))
                return true;
        }

        return false;
    }

    private bool IsOpenAt(int index) => index < End && TokenAt(index).Kind == TokenKind.LeftParen;
}

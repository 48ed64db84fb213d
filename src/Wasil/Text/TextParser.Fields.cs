using System.Numerics;
using Wasil.Syntax;

namespace Wasil.Text;

internal sealed partial class TextParser
{
    private readonly List<Import> _imports = [];
    private readonly List<uint> _functions = [];
    private readonly List<Table> _tables = [];
    private readonly List<MemoryType> _memories = [];
    private readonly List<uint> _tags = [];
    private readonly List<Global> _globals = [];
    private readonly List<Export> _exports = [];
    private readonly List<ElementSegment> _elements = [];
    private readonly List<ByteRange> _code = [];
    private readonly List<DataSegment> _data = [];
    private uint? _start;
    private bool _usesDataIndices;

    // The next index of each space while the fields are read one by one.
    private uint _functionIndex;
    private uint _tableIndex;
    private uint _memoryIndex;
    private uint _globalIndex;
    private uint _tagIndex;

    private void ParseFields()
    {
        ParseModuleName();
        Declare();
        ParseTypes();
        ParseCustomAnnotations();
        while (!AtEnd)
        {
            ParseField();
            ParseCustomAnnotations();
        }
    }

    private void ParseField()
    {
        Take(TokenKind.LeftParen);
        var keyword = Current;
        switch (Word(keyword))
        {
            case "type" or "rec":
                At = AfterParentheses(At - 1);
                return;
            case "import":
                ParseImport();
                break;
            case "func":
                ParseFunction();
                break;
            case "table":
                ParseTable();
                break;
            case "memory":
                ParseMemory();
                break;
            case "global":
                ParseGlobal();
                break;
            case "tag":
                ParseTag();
                break;
            case "export":
                ParseExport();
                break;
            case "start":
                if (_start is not null)
                    throw Malformed(keyword, "multiple start sections");
                At++;
                _start = TakeIndex(_functionNames);
                break;
            case "elem":
                ParseElementSegment();
                break;
            case "data":
                ParseDataSegment();
                break;
            default:
                throw Unexpected();
        }

        Close();
    }

    private void ParseImport()
    {
        var keyword = Take(TokenKind.Keyword);
        string module = TakeName();
        CheckImportOrder(keyword);
        if (IsOpen("item"u8))
            ParseCompactImports(module);
        else
            ParseImportedType(module, TakeName());
    }

    /// <summary>Several imports from one module, as the compact imports proposal has it: names that each have a type, or names
    /// with one type behind them all.</summary>
    private void ParseCompactImports(string module)
    {
        if (!_features.HasFlag(WasmFeatures.CompactImports))
            throw Malformed(Peek(), $"unexpected token: the feature {WasmFeatures.CompactImports} is not enabled");
        var names = new List<string>();
        while (TryOpen("item"u8))
        {
            string name = TakeName();
            if (names.Count == 0 && Is(TokenKind.LeftParen))
                ParseImportedType(module, name);
            else
                names.Add(name);
            Close();
            if (names.Count == 0 && !IsOpen("item"u8))
                return;
        }

        ParseImportedType(module, names[0]);
        foreach (string name in names.Skip(1))
        {
            _imports.Add(_imports[^1] with { Name = name });
            _ = _imports[^1].Kind switch
            {
                ExternKind.Func => _functionIndex++,
                ExternKind.Table => _tableIndex++,
                ExternKind.Memory => _memoryIndex++,
                ExternKind.Global => _globalIndex++,
                _ => _tagIndex++,
            };
        }
    }

    private void ParseImportedType(string module, string name)
    {
        Take(TokenKind.LeftParen);
        var kind = Current;
        switch (Word(kind))
        {
            case "func":
                At++;
                TakeBinding(_functionNames, _functionIndex++);
                uint type = ParseImportedTypeUse(new IndexSpace("local"), out bool isExact);
                AddImport(module, name, ExternKind.Func, type, isExact);
                break;
            case "table":
                At++;
                TakeBinding(_tableNames, _tableIndex++);
                _imports.Add(new Import(module, name, ExternKind.Table, 0, ParseTableType()));
                break;
            case "memory":
                At++;
                TakeBinding(_memoryNames, _memoryIndex++);
                _imports.Add(new Import(module, name, ExternKind.Memory, 0, ParseMemoryType()));
                break;
            case "global":
                At++;
                TakeBinding(_globalNames, _globalIndex++);
                _imports.Add(new Import(module, name, ExternKind.Global, 0, ParseGlobalType()));
                break;
            case "tag":
                At++;
                TakeBinding(_tagNames, _tagIndex++);
                AddImport(module, name, ExternKind.Tag, ParseTagType());
                break;
            default:
                throw Unexpected();
        }

        Close();
    }

    private uint ParseTagType() => ParseTypeUse(new IndexSpace("local"));

    private void AddImport(string module, string name, ExternKind kind, uint typeIndex, bool isExact = false) =>
        _imports.Add(new Import(module, name, kind, typeIndex, null, isExact));

    /// <summary>Imports come before what the module defines, or indices would not be in the order of the text.</summary>
    private void CheckImportOrder(Token token)
    {
        string? before = _functions.Count > 0 ? "function"
            : _tables.Count > 0 ? "table"
            : _memories.Count > 0 ? "memory"
            : _globals.Count > 0 ? "global"
            : _tags.Count > 0 ? "tag"
            : null;
        if (before is not null)
            throw Malformed(token, $"import after {before} definition");
    }

    /// <summary>The exports inside of a definition.</summary>
    private void ParseInlineExports(ExternKind kind, uint index)
    {
        while (TryOpen("export"u8))
        {
            _exports.Add(new Export(TakeName(), kind, index));
            Close();
        }
    }

    /// <summary>The import inside of a definition, where there is one.</summary>
    private bool TryParseInlineImport(out string module, out string name)
    {
        module = name = "";
        var token = Peek();
        if (!TryOpen("import"u8))
            return false;
        CheckImportOrder(token);
        module = TakeName();
        name = TakeName();
        Close();
        return true;
    }

    private void ParseTable()
    {
        At++;
        uint index = _tableIndex++;
        TakeBinding(_tableNames, index);
        ParseInlineExports(ExternKind.Table, index);
        if (TryParseInlineImport(out string module, out string name))
        {
            _imports.Add(new Import(module, name, ExternKind.Table, 0, ParseTableType()));
            return;
        }

        bool is64 = ParseAddressType();
        if (!Is(TokenKind.Natural))
        {
            ParseTableOfElements(index, is64);
            return;
        }

        var limits = ParseLimits();
        var type = new TableType(ParseRefType(), limits, is64);
        _tables.Add(new Table(type, Is(TokenKind.RightParen) ? null : ParseConstantExpression()));
    }

    /// <summary>A table given by its elements: a segment fills it.</summary>
    private void ParseTableOfElements(uint index, bool is64)
    {
        var element = ParseRefType();
        Open("elem"u8);
        var offset = ZeroOffset(is64);
        ElementSegment segment;
        if (Is(TokenKind.LeftParen))
        {
            segment = new ElementSegment(SegmentMode.Active, index, offset, element, null, ParseElementExpressions());
        }
        else
        {
            uint[] functions = ParseFunctionIndices();

            // A list of indices is of type (ref func), which fits tables of functions in general alone.
            segment = element.HeapType == HeapType.Func
                ? new ElementSegment(SegmentMode.Active, index, offset, FunctionList, functions, null)
                : new ElementSegment(SegmentMode.Active, index, offset, element, null, [.. functions.Select(EmitRefFunc)]);
        }

        Close();
        ulong count = (ulong)segment.Count;
        _elements.Add(segment);
        _tables.Add(new Table(new TableType(element, new Limits(count, count), is64), null));
    }

    private void ParseMemory()
    {
        At++;
        uint index = _memoryIndex++;
        TakeBinding(_memoryNames, index);
        ParseInlineExports(ExternKind.Memory, index);
        if (TryParseInlineImport(out string module, out string name))
        {
            _imports.Add(new Import(module, name, ExternKind.Memory, 0, ParseMemoryType()));
            return;
        }

        int start = At;
        bool is64 = ParseAddressType();
        int pageSizeLog2 = ParsePageSize();
        if (!TryOpen("data"u8))
        {
            At = start;
            _memories.Add(ParseMemoryType());
            return;
        }

        var offset = ZeroOffset(is64);
        int contents = _bytes.Length;
        TakeStrings(_bytes);
        Close();
        int length = _bytes.Length - contents;
        _data.Add(new DataSegment(SegmentMode.Active, index, offset, new ByteRange(contents, length)));
        ulong pages = ((ulong)length + (1UL << pageSizeLog2) - 1) >> pageSizeLog2;
        _memories.Add(new MemoryType(new Limits(pages, pages), is64, pageSizeLog2: pageSizeLog2));
    }

    private void ParseGlobal()
    {
        At++;
        uint index = _globalIndex++;
        TakeBinding(_globalNames, index);
        ParseInlineExports(ExternKind.Global, index);
        if (TryParseInlineImport(out string module, out string name))
        {
            _imports.Add(new Import(module, name, ExternKind.Global, 0, ParseGlobalType()));
            return;
        }

        var type = ParseGlobalType();
        _globals.Add(new Global(type, ParseConstantExpression()));
    }

    private void ParseTag()
    {
        At++;
        uint index = _tagIndex++;
        TakeBinding(_tagNames, index);
        ParseInlineExports(ExternKind.Tag, index);
        if (TryParseInlineImport(out string module, out string name))
            AddImport(module, name, ExternKind.Tag, ParseTagType());
        else
            _tags.Add(ParseTagType());
    }

    private void ParseExport()
    {
        At++;
        string name = TakeName();
        Take(TokenKind.LeftParen);
        (ExternKind Kind, IndexSpace Space) what = Word(Current) switch
        {
            "func" => (ExternKind.Func, _functionNames),
            "table" => (ExternKind.Table, _tableNames),
            "memory" => (ExternKind.Memory, _memoryNames),
            "global" => (ExternKind.Global, _globalNames),
            "tag" => (ExternKind.Tag, _tagNames),
            _ => throw Unexpected(),
        };
        At++;
        _exports.Add(new Export(name, what.Kind, TakeIndex(what.Space)));
        Close();
    }

    private bool ParseAddressType()
    {
        if (TryTakeKeyword("i64"u8))
            return true;
        TryTakeKeyword("i32"u8);
        return false;
    }

    private Limits ParseLimits() => new(TakeLimit(), Is(TokenKind.Natural) ? TakeLimit() : null);

    // Limits were 32 bits wide before memory64, whatever the addresses.
    private ulong TakeLimit() => _features.HasFlag(WasmFeatures.Memory64) ? TakeU64() : TakeU32();

    private TableType ParseTableType()
    {
        bool is64 = ParseAddressType();
        var limits = ParseLimits();
        return new TableType(ParseRefType(), limits, is64);
    }

    private MemoryType ParseMemoryType()
    {
        bool is64 = ParseAddressType();
        var limits = ParseLimits();
        bool isShared = TryTakeKeyword("shared"u8);
        return new MemoryType(limits, is64, isShared, ParsePageSize());
    }

    private int ParsePageSize()
    {
        if (!TryOpen("pagesize"u8))
            return 16;
        var token = Current;
        ulong size = TakeU64();
        if (!BitOperations.IsPow2(size))
            throw Malformed(token, "invalid custom page size");
        Close();
        return BitOperations.Log2(size);
    }

    private GlobalType ParseGlobalType()
    {
        if (!TryOpen("mut"u8))
            return new GlobalType(ParseValType(), isMutable: false);
        var type = new GlobalType(ParseValType(), isMutable: true);
        Close();
        return type;
    }

    // The type of the functions in a list of indices, in the text as in the binary format.
    private static ValType FunctionList => ValType.Ref(HeapType.Func, nullable: false);

    private void ParseElementSegment()
    {
        At++;
        TakeBinding(_elementNames, (uint)_elements.Count);
        var mode = SegmentMode.Passive;
        uint table = 0;
        ByteRange offset = default;
        bool mayOmitKeyword = false;
        if (TryTakeKeyword("declare"u8))
        {
            mode = SegmentMode.Declarative;
        }
        else if (TryOpen("table"u8))
        {
            mode = SegmentMode.Active;
            table = TakeIndex(_tableNames);
            Close();
            offset = ParseOffset();
        }
        else if (IsLegacyIndex)
        {
            mode = SegmentMode.Active;
            mayOmitKeyword = true;
            table = TakeIndex(_tableNames);
            offset = ParseOffset();
        }
        else if (Is(TokenKind.LeftParen) && !IsOpen("ref"u8))
        {
            mode = SegmentMode.Active;
            mayOmitKeyword = true;
            offset = ParseOffset();
        }

        ElementSegment segment;
        if (TryTakeKeyword("func"u8) || (mayOmitKeyword && (IsIndex || Is(TokenKind.RightParen))))
        {
            segment = new ElementSegment(mode, table, offset, FunctionList, ParseFunctionIndices(), null);
        }
        else
        {
            var type = ParseRefType();
            segment = new ElementSegment(mode, table, offset, type, null, ParseElementExpressions());
        }

        _elements.Add(segment);
    }

    /// <summary>Whether an active segment names its table or memory by an index alone, as 1.0 had it.</summary>
    private bool IsLegacyIndex => IsIndex && Peek().Kind == TokenKind.LeftParen;

    private uint[] ParseFunctionIndices()
    {
        var functions = new List<uint>();
        while (IsIndex)
            functions.Add(TakeIndex(_functionNames));
        return [.. functions];
    }

    private ByteRange[] ParseElementExpressions()
    {
        var expressions = new List<ByteRange>();
        while (Is(TokenKind.LeftParen))
        {
            if (TryOpen("item"u8))
            {
                expressions.Add(ParseConstantExpression());
                Close();
            }
            else
            {
                expressions.Add(ParseFoldedExpression());
            }
        }

        return [.. expressions];
    }

    /// <summary>An <c>(offset ...)</c>, or the one folded instruction that may stand for it.</summary>
    private ByteRange ParseOffset()
    {
        if (!TryOpen("offset"u8))
            return ParseFoldedExpression();
        var offset = ParseConstantExpression();
        Close();
        return offset;
    }

    private void ParseDataSegment()
    {
        At++;
        TakeBinding(_dataNames, (uint)_data.Count);
        var mode = SegmentMode.Passive;
        uint memory = 0;
        ByteRange offset = default;
        if (TryOpen("memory"u8))
        {
            memory = TakeIndex(_memoryNames);
            Close();
            mode = SegmentMode.Active;
            offset = ParseOffset();
        }
        else if (IsLegacyIndex || Is(TokenKind.LeftParen))
        {
            memory = TakeIndexOrZero(_memoryNames);
            mode = SegmentMode.Active;
            offset = ParseOffset();
        }

        int contents = _bytes.Length;
        TakeStrings(_bytes);
        _data.Add(new DataSegment(mode, memory, offset, new ByteRange(contents, _bytes.Length - contents)));
    }
}

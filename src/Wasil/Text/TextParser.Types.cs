using System.Diagnostics.CodeAnalysis;
using Wasil.Syntax;

namespace Wasil.Text;

internal sealed partial class TextParser
{
    private readonly List<RecType> _recTypes = [];
    private readonly List<SubType> _types = [];
    private readonly Dictionary<uint, IndexSpace> _fieldNames = [];

    /// <summary>The least index of each function type that is a group of its own: what implicit type uses stand for.</summary>
    private readonly Dictionary<FuncType, uint> _simpleFuncTypes = new(new SignatureComparer());

    /// <summary>Reads all type definitions, before anything that uses them.</summary>
    private void ParseTypes()
    {
        int start = At;
        while (Is(TokenKind.LeftParen) && !AtEnd)
        {
            int after = AfterParentheses(At);
            if (IsOpen("type"u8))
            {
                ParseTypeDefinition();
                AddGroup(1);
            }
            else if (TryOpen("rec"u8))
            {
                int count = 0;
                for (; Is(TokenKind.LeftParen); count++)
                    ParseTypeDefinition();
                Close();
                AddGroup(count);
            }

            At = after;
        }

        At = start;
    }

    private void AddGroup(int count)
    {
        int first = _types.Count - count;
        _recTypes.Add(new RecType(first, count));
        if (count == 1 && _types[first] is { IsFinal: true, Supertype: null, Composite: FuncType type })
            _simpleFuncTypes.TryAdd(type, (uint)first);
    }

    private void ParseTypeDefinition()
    {
        Open("type"u8);
        uint index = (uint)_types.Count;
        TryTake(TokenKind.Identifier);
        ApplyNameAnnotation(_typeNames, index);
        if (TryOpen("sub"u8))
        {
            bool isFinal = TryTakeKeyword("final"u8);
            uint? supertype = null;
            while (IsIndex)
            {
                if (supertype is not null)
                    throw Malformed(Current, "multiple supertypes");
                supertype = TakeIndex(_typeNames);
            }

            _types.Add(ParseDescribedType(isFinal, supertype, index));
            Close();
        }
        else
        {
            _types.Add(ParseDescribedType(isFinal: true, null, index));
        }

        Close();
    }

    private SubType ParseDescribedType(bool isFinal, uint? supertype, uint index)
    {
        uint? described = ParseClause("describes"u8), descriptor = ParseClause("descriptor"u8);
        return new SubType(isFinal, supertype, ParseCompositeType(index), described, descriptor);
    }

    private uint? ParseClause(ReadOnlySpan<byte> keyword)
    {
        if (!TryOpen(keyword))
            return null;
        uint index = TakeIndex(_typeNames);
        Close();
        return index;
    }

    private CompositeType ParseCompositeType(uint index)
    {
        CompositeType type;
        if (TryOpen("func"u8))
            type = ParseSignature(new IndexSpace("local"));
        else if (TryOpen("struct"u8))
            type = ParseStructType(index);
        else if (TryOpen("array"u8))
            type = new ArrayType(ParseFieldType());
        else
            throw (Is(TokenKind.LeftParen) ? Unexpected(Peek()) : Unexpected());
        Close();
        return type;
    }

    private StructType ParseStructType(uint index)
    {
        var fields = new List<FieldType>();
        var names = new IndexSpace("field");
        while (TryOpen("field"u8))
        {
            if (Is(TokenKind.Identifier) || HasNameAnnotation)
            {
                BindHere(names);
                fields.Add(ParseFieldType());
            }
            else
            {
                while (!Is(TokenKind.RightParen))
                {
                    fields.Add(ParseFieldType());
                    names.Add(1);
                }
            }

            Close();
        }

        if (names.HasNames)
            _fieldNames[index] = names;
        return new StructType([.. fields]);
    }

    private FieldType ParseFieldType()
    {
        if (!TryOpen("mut"u8))
            return new FieldType(ParseStorageType(), IsMutable: false);
        var type = new FieldType(ParseStorageType(), IsMutable: true);
        Close();
        return type;
    }

    private StorageType ParseStorageType()
    {
        if (TryTakeKeyword("i8"u8))
            return StorageType.I8;
        return TryTakeKeyword("i16"u8) ? StorageType.I16 : StorageType.Of(ParseValType());
    }

    /// <summary>
    /// Parameters and results. Identifiers of parameters go to <paramref name="names"/>; null where none may stand.
    /// </summary>
    private FuncType ParseSignature(IndexSpace? names)
    {
        if (!IsOpen("param"u8) && !IsOpen("result"u8))
            return IsOpen("type"u8) ? throw Unexpected(Peek()) : EmptySignature;
        List<ValType> parameters = [];
        List<ValType> results = [];
        while (TryOpen("param"u8))
        {
            if (names is not null && (Is(TokenKind.Identifier) || HasNameAnnotation))
            {
                BindHere(names);
                parameters.Add(ParseValType());
            }
            else
            {
                int before = parameters.Count;
                ParseValTypes(parameters);
                names?.Add((uint)(parameters.Count - before));
            }

            Close();
        }

        while (TryOpen("result"u8))
        {
            ParseValTypes(results);
            Close();
        }

        // To be said before the types are compared.
        if (IsOpen("param"u8) || IsOpen("type"u8))
            throw Unexpected(Peek());
        return new FuncType([.. parameters], [.. results]);
    }

    private static readonly FuncType EmptySignature = new(Array.Empty<ValType>(), Array.Empty<ValType>());

    /// <summary>
    /// A type use: the index of a function type, given, or found or added for the parameters and results that are written.
    /// </summary>
    /// <param name="names">Takes the identifiers of parameters and counts these; null where parameters have none.</param>
    private uint ParseTypeUse(IndexSpace? names)
    {
        uint? given = TryParseExplicitType(out var token);
        return FinishTypeUse(given, token, ParseSignature(names), names);
    }

    private uint? TryParseExplicitType(out Token token)
    {
        token = default;
        if (!TryOpen("type"u8))
            return null;
        token = Current;
        uint index = TakeIndex(_typeNames);
        Close();
        return index;
    }

    private uint FinishTypeUse(uint? given, Token token, FuncType signature, IndexSpace? names)
    {
        if (given is not { } index)
            return ImplicitType(signature);
        var type = index < _types.Count ? _types[(int)index].Composite as FuncType : null;
        if (signature.Parameters.IsEmpty && signature.Results.IsEmpty)
        {
            // An unknown index is for validation to reject; without identifiers nothing depends on the parameters.
            names?.Add((uint)(type?.Parameters.Length ?? 0));
            return index;
        }

        if (index >= _types.Count)
            throw Malformed(token, $"unknown type {index}");
        return type is not null && SignatureComparer.AreEqual(type, signature)
            ? index
            : throw Malformed(token, "inline function type does not match the explicit type");
    }

    private uint ImplicitType(FuncType signature)
    {
        if (!_simpleFuncTypes.TryGetValue(signature, out uint index))
        {
            index = (uint)_types.Count;
            _types.Add(new SubType(true, null, signature));
            AddGroup(1);
        }

        return index;
    }

    private void ParseValTypes(List<ValType> types)
    {
        while (!Is(TokenKind.RightParen))
            types.Add(ParseValType());
    }

    private ValType ParseValType()
    {
        ValType? number = Word(Current) switch
        {
            "i32" => ValType.I32,
            "i64" => ValType.I64,
            "f32" => ValType.F32,
            "f64" => ValType.F64,
            "v128" => ValType.V128,
            _ => null,
        };
        if (number is not { } type)
            return ParseRefType();
        At++;
        return type;
    }

    private ValType ParseRefType()
    {
        if (!TryParseRefType(out var type))
            throw (Is(TokenKind.LeftParen) ? Unexpected(Peek()) : Unexpected());
        return type;
    }

    private bool TryParseRefType(out ValType type)
    {
        type = default;
        if (TryOpen("ref"u8))
        {
            bool nullable = TryTakeKeyword("null"u8);
            type = ValType.Ref(ParseHeapType(), nullable);
            Close();
            return true;
        }

        HeapType? heap = Word(Current) switch
        {
            "funcref" => HeapType.Func,
            "externref" => HeapType.Extern,
            "anyref" => HeapType.Any,
            "eqref" => HeapType.Eq,
            "i31ref" => HeapType.I31,
            "structref" => HeapType.Struct,
            "arrayref" => HeapType.Array,
            "exnref" => HeapType.Exn,
            "nullref" => HeapType.None,
            "nullexternref" => HeapType.NoExtern,
            "nullfuncref" => HeapType.NoFunc,
            "nullexnref" => HeapType.NoExn,
            _ => null,
        };
        if (heap is not { } abstractType)
            return false;
        At++;
        type = ValType.Ref(abstractType, nullable: true);
        return true;
    }

    private HeapType ParseHeapType()
    {
        if (TryOpen("exact"u8))
        {
            HeapType exact = ParseDefinedType(isExact: true);
            Close();
            return exact;
        }

        return IsIndex ? ParseDefinedType(isExact: false) : TryTakeAbstractHeapType() ?? throw Unexpected();
    }

    private HeapType ParseDefinedType(bool isExact)
    {
        if (!IsIndex)
            throw Unexpected();
        var token = Current;
        uint index = TakeIndex(_typeNames);
        return index <= int.MaxValue ? HeapType.OfIndex(index, isExact) : throw Malformed(token, $"unknown type {index}");
    }

    /// <summary>The type use of an imported function, which may be exact.</summary>
    private uint ParseImportedTypeUse(IndexSpace names, out bool isExact)
    {
        isExact = TryOpen("exact"u8);
        uint index = ParseTypeUse(names);
        if (isExact)
            Close();
        return index;
    }

    /// <summary>Compares function types by their parameters and results, defined types by their index.</summary>
    private sealed class SignatureComparer : IEqualityComparer<FuncType>
    {
        public static bool AreEqual(FuncType left, FuncType right) =>
            left.Parameters.SequenceEqual(right.Parameters) && left.Results.SequenceEqual(right.Results);

        public bool Equals(FuncType? x, FuncType? y) => x is null || y is null ? ReferenceEquals(x, y) : AreEqual(x, y);

        public int GetHashCode([DisallowNull] FuncType obj)
        {
            var hash = default(HashCode);
            hash.Add(obj.Parameters.Length);
            foreach (var type in obj.Parameters)
                hash.Add(type);
            foreach (var type in obj.Results)
                hash.Add(type);
            return hash.ToHashCode();
        }
    }
}

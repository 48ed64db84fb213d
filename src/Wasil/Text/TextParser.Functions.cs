using Wasil.Binary;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Text;

internal sealed partial class TextParser
{
    private IndexSpace _localNames = new("local");

    private void ParseFunction()
    {
        At++;
        uint index = _functionIndex++;
        TakeBinding(_functionNames, index);
        ParseInlineExports(ExternKind.Func, index);
        _localNames = new IndexSpace("local");
        if (TryParseInlineImport(out string module, out string name))
        {
            uint type = ParseImportedTypeUse(_localNames, out bool isExact);
            AddImport(module, name, ExternKind.Func, type, isExact);
            return;
        }

        _functions.Add(ParseTypeUse(_localNames));
        BeginBody();
        int start = _bytes.Length;
        ParseLocals();
        _bodyStart = start;
        ParseSequence();
        Mark(Current.Offset);
        Emit(Opcode.End);
        _bodyStart = -1;
        _code.Add(new ByteRange(start, _bytes.Length - start));
        EndBody(index);
    }

    private void ParseLocals()
    {
        List<(uint Count, ValType Type)> groups = [];
        while (TryOpen("local"u8))
        {
            if (Is(TokenKind.Identifier) || HasNameAnnotation)
            {
                BindHere(_localNames);
                AddLocal(groups, ParseValType());
            }
            else
            {
                while (!Is(TokenKind.RightParen))
                {
                    AddLocal(groups, ParseValType());
                    _localNames.Add(1);
                }
            }

            Close();
        }

        _bytes.WriteU32((uint)groups.Count);
        foreach (var (count, type) in groups)
        {
            _bytes.WriteU32(count);
            _bytes.WriteValType(type);
        }
    }

    private static void AddLocal(List<(uint Count, ValType Type)> groups, ValType type)
    {
        if (groups.Count > 0 && groups[^1].Type == type)
            groups[^1] = (groups[^1].Count + 1, type);
        else
            groups.Add((1, type));
    }

    /// <summary>A constant expression up to the parenthesis that closes what is around it.</summary>
    private ByteRange ParseConstantExpression()
    {
        int start = BeginExpression();
        ParseSequence();
        return EndExpression(start);
    }

    /// <summary>A constant expression of one folded instruction.</summary>
    private ByteRange ParseFoldedExpression()
    {
        int start = BeginExpression();
        ParseFolded();
        return EndExpression(start);
    }

    private int BeginExpression()
    {
        _localNames = new IndexSpace("local");
        return _bytes.Length;
    }

    private ByteRange EndExpression(int start)
    {
        Mark(Current.Offset);
        Emit(Opcode.End);
        return new ByteRange(start, _bytes.Length - start);
    }

    private ByteRange ZeroOffset(bool is64)
    {
        int start = BeginExpression();
        Emit(is64 ? Opcode.I64Const : Opcode.I32Const);
        _bytes.WriteByte(0);
        return EndExpression(start);
    }

    private ByteRange EmitRefFunc(uint function)
    {
        int start = BeginExpression();
        Emit(Opcode.RefFunc);
        _bytes.WriteU32(function);
        return EndExpression(start);
    }

    /// <summary>The instruction that is written next stands here in the source.</summary>
    private void Mark(int offset) => _marks.Add((_bytes.Length, offset));

    /// <summary>Where the instruction at an offset in what was written stands in the source.</summary>
    private static TextPosition PositionOf(SourceText text, (int Written, int Offset)[] marks, long written)
    {
        int low = 0, high = marks.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (marks[middle].Written <= written)
                low = middle;
            else
                high = middle - 1;
        }

        int offset = marks.Length == 0 ? 0 : marks[low].Offset;
        return text.Position(offset);
    }

    private void Emit(Opcode opcode) => Write(_bytes, opcode);

    private static void Write(ByteWriter target, Opcode opcode)
    {
        int code = (int)opcode;
        if (code < 0x100)
        {
            target.WriteByte((byte)code);
            return;
        }

        target.WriteByte((byte)(0xf0 | (code >> 12)));
        target.WriteU32((uint)code & 0xfff);
    }
}

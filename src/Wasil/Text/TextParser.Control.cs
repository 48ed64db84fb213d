using Wasil.Binary;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Text;

/// <content>
/// Sequences of instructions. What is open, flat blocks and parentheses alike, is a stack of frames. A folded instruction is
/// written after its operands, so its bytes wait in <see cref="_deferred"/>, which is a stack as the frames are.
/// </content>
internal sealed partial class TextParser
{
    private readonly List<Frame> _frames = [];
    private readonly ByteWriter _deferred = new();

    /// <summary>The labels around the current instruction, the innermost last, without that of the function.</summary>
    private readonly List<Label> _labels = [];

    /// <summary>Where in <see cref="_labels"/> the innermost label of each identifier is.</summary>
    private readonly Dictionary<string, int> _labelPlaces = [];

    private enum FrameKind : byte
    {
        // Until `end`.
        Block,
        If,
        Else,
        Try,
        Catch,
        CatchAll,

        // Until the parenthesis.
        Operator,
        FoldedBlock,

        /// <summary>One of the parts of a folded <c>if</c> or <c>try</c>; the frame below tells of which.</summary>
        Part,
        FoldedIf,
        FoldedIfThen,
        FoldedIfElse,
        FoldedTry,
        FoldedTryDo,
        FoldedTryCatch,
        FoldedTryCatchAll,
        FoldedTryDelegate,
    }

    /// <param name="Kind">What is open.</param>
    /// <param name="Deferred">Where in <see cref="_deferred"/> its bytes start.</param>
    /// <param name="Hint">The branch hint of the deferred instruction, or negative.</param>
    /// <param name="Identifier">The label that a folded <c>if</c> binds after its condition.</param>
    /// <param name="Name">The name to remember that label by.</param>
    /// <param name="Keyword">Where its keyword is in the source.</param>
    private readonly record struct Frame(
        FrameKind Kind, int Deferred = 0, int Hint = -1, string? Identifier = null, string? Name = null, int Keyword = 0);

    /// <param name="Identifier">The identifier, or null.</param>
    /// <param name="Shadowed">Where the label is that the identifier stood for outside, or negative.</param>
    private readonly record struct Label(string? Identifier, int Shadowed);

    /// <summary>Instructions up to a closing parenthesis that none of them opened.</summary>
    private void ParseSequence()
    {
        int floor = _frames.Count;
        while (!(Is(TokenKind.RightParen) && _frames.Count == floor))
            ParseNext(floor);
    }

    /// <summary>One folded instruction.</summary>
    private void ParseFolded()
    {
        if (!Is(TokenKind.LeftParen))
            throw Unexpected();
        int floor = _frames.Count;
        do
            ParseNext(floor);
        while (_frames.Count > floor);
    }

    /// <summary>An instruction, or an end of a folded one.</summary>
    private void ParseNext(int floor)
    {
        // Operands are folded, and so is what stands between the parts of a folded block.
        bool mayBeFlat = _frames.Count == floor
            || _frames[^1].Kind is <= FrameKind.CatchAll or FrameKind.FoldedBlock or FrameKind.Part;
        if (Is(TokenKind.LeftParen))
            OpenFolded();
        else if (Is(TokenKind.RightParen))
            CloseFolded();
        else if (Is(TokenKind.Keyword) && mayBeFlat)
            ParseFlat(floor);
        else
            throw Unexpected();
    }

    private void ParseFlat(int floor)
    {
        int hint = TakeBranchHint();
        var keyword = Current;
        if (!Mnemonics.TryGetOpcode(Word(keyword), out var opcode))
            throw Unexpected();
        Mark(keyword.Offset);
        At++;
        switch (opcode)
        {
            case Opcode.Block or Opcode.Loop or Opcode.TryTable:
                BeginBlock(opcode, FrameKind.Block);
                break;
            case Opcode.If:
                AddBranchHint(hint);
                BeginBlock(opcode, FrameKind.If);
                break;
            case Opcode.Try:
                BeginBlock(opcode, FrameKind.Try);
                break;
            case Opcode.Else:
                Continue(keyword, floor, kind => kind == FrameKind.If, FrameKind.Else);
                CheckLabel();
                Emit(Opcode.Else);
                break;
            case Opcode.Catch:
                Continue(keyword, floor, kind => kind is FrameKind.Try or FrameKind.Catch, FrameKind.Catch);
                Emit(Opcode.Catch);
                _bytes.WriteU32(TakeIndex(_tagNames));
                break;
            case Opcode.CatchAll:
                Continue(keyword, floor, kind => kind is FrameKind.Try or FrameKind.Catch, FrameKind.CatchAll);
                Emit(Opcode.CatchAll);
                break;
            case Opcode.Delegate:
                Continue(keyword, floor, kind => kind == FrameKind.Try, FrameKind.Try);
                PopFrame();
                PopLabel();
                Emit(Opcode.Delegate);
                _bytes.WriteU32(TakeLabel());
                break;
            case Opcode.End:
                Continue(keyword, floor, kind => kind <= FrameKind.CatchAll, FrameKind.Block);
                PopFrame();
                CheckLabel();
                PopLabel();
                Emit(Opcode.End);
                break;
            default:
                AddBranchHint(hint);
                WriteOperator(_bytes, opcode);
                break;
        }
    }

    /// <summary>Turns the innermost block, which must be one of some kinds, into another kind.</summary>
    private void Continue(Token keyword, int floor, Predicate<FrameKind> isAllowed, FrameKind next)
    {
        if (_frames.Count == floor || !isAllowed(_frames[^1].Kind))
            throw Unexpected(keyword);
        _frames[^1] = new Frame(next);
    }

    /// <summary>Writes the head of a block that starts at once, and opens its label.</summary>
    private void BeginBlock(Opcode opcode, FrameKind kind)
    {
        var label = TakeLabelBinding(out string? name);
        Emit(opcode);
        WriteBlockType(_bytes);
        if (opcode == Opcode.TryTable)
            WriteCatches();
        PushLabel(label, name);
        _frames.Add(new Frame(kind));
    }

    private void OpenFolded()
    {
        var top = _frames.Count > 0 ? _frames[^1] : default;
        if (top.Kind is >= FrameKind.FoldedIf && TryOpenPart(top))
            return;

        int hint = TakeBranchHint();
        At++;
        var keyword = Current;
        if (!Mnemonics.TryGetOpcode(Word(keyword), out var opcode))
            throw Unexpected();
        At++;
        int start = _deferred.Length;
        switch (opcode)
        {
            case Opcode.Block or Opcode.Loop or Opcode.TryTable:
                Mark(keyword.Offset);
                BeginBlock(opcode, FrameKind.FoldedBlock);
                break;
            case Opcode.Try:
                Mark(keyword.Offset);
                BeginBlock(opcode, FrameKind.FoldedTry);
                break;
            case Opcode.If:
                string? label = TakeLabelBinding(out string? name);
                Write(_deferred, opcode);
                WriteBlockType(_deferred);
                _frames.Add(new Frame(FrameKind.FoldedIf, start, hint, label, name, keyword.Offset));
                break;
            case Opcode.Else or Opcode.Catch or Opcode.CatchAll or Opcode.Delegate or Opcode.End:
                throw Unexpected(keyword);
            default:
                WriteOperator(_deferred, opcode);
                _frames.Add(new Frame(FrameKind.Operator, start, hint, Keyword: keyword.Offset));
                break;
        }
    }

    /// <summary>
    /// Opens a part of a folded <c>if</c> or <c>try</c>. An <c>if</c> may have its condition here instead: false.
    /// </summary>
    private bool TryOpenPart(Frame top)
    {
        var keyword = Peek();
        if (top.Kind != FrameKind.FoldedIf)
            Mark(keyword.Offset);
        switch (Word(keyword))
        {
            case "then" when top.Kind == FrameKind.FoldedIf:
                At += 2;
                FlushDeferred(top);
                PushLabel(top.Identifier, top.Name);
                OpenPart(FrameKind.FoldedIfThen);
                return true;
            case "else" when top.Kind == FrameKind.FoldedIfThen:
                At += 2;
                Emit(Opcode.Else);
                OpenPart(FrameKind.FoldedIfElse);
                return true;
            case "do" when top.Kind == FrameKind.FoldedTry:
                At += 2;
                OpenPart(FrameKind.FoldedTryDo);
                return true;
            case "catch" when top.Kind is FrameKind.FoldedTryDo or FrameKind.FoldedTryCatch:
                At += 2;
                Emit(Opcode.Catch);
                _bytes.WriteU32(TakeIndex(_tagNames));
                OpenPart(FrameKind.FoldedTryCatch);
                return true;
            case "catch_all" when top.Kind is FrameKind.FoldedTryDo or FrameKind.FoldedTryCatch:
                At += 2;
                Emit(Opcode.CatchAll);
                OpenPart(FrameKind.FoldedTryCatchAll);
                return true;
            case "delegate" when top.Kind == FrameKind.FoldedTryDo:
                At += 2;
                PopLabel();
                Emit(Opcode.Delegate);
                _bytes.WriteU32(TakeLabel());
                Close();
                _frames[^1] = new Frame(FrameKind.FoldedTryDelegate);
                return true;
            default:
                return top.Kind == FrameKind.FoldedIf ? false : throw Unexpected(keyword);
        }
    }

    private void OpenPart(FrameKind next)
    {
        _frames[^1] = new Frame(next);
        _frames.Add(new Frame(FrameKind.Part));
    }

    private void CloseFolded()
    {
        var top = _frames[^1];
        switch (top.Kind)
        {
            case FrameKind.Operator:
                FlushDeferred(top);
                break;
            case FrameKind.FoldedBlock or FrameKind.FoldedIfThen or FrameKind.FoldedIfElse
                or FrameKind.FoldedTryDo or FrameKind.FoldedTryCatch or FrameKind.FoldedTryCatchAll:
                Mark(Current.Offset);
                Emit(Opcode.End);
                PopLabel();
                break;
            case FrameKind.Part or FrameKind.FoldedTryDelegate:
                break;
            default:
                throw Unexpected();
        }

        At++;
        PopFrame();
    }

    private void PopFrame() => _frames.RemoveAt(_frames.Count - 1);

    /// <summary>Writes the bytes that waited for what comes before them.</summary>
    private void FlushDeferred(Frame frame)
    {
        Mark(frame.Keyword);
        AddBranchHint(frame.Hint);
        _bytes.WriteBytes(_deferred.Written[frame.Deferred..]);
        _deferred.Truncate(frame.Deferred);
    }

    /// <summary>The identifier of a label, and the name to remember it by, which an annotation may replace.</summary>
    private string? TakeLabelBinding(out string? name)
    {
        string? identifier = TryTakeIdentifier();
        name = TakeNameAnnotation("label") ?? identifier;
        return identifier;
    }

    private void PushLabel(string? identifier, string? name)
    {
        NameLabel(name);
        int shadowed = -1;
        if (identifier is not null)
        {
            shadowed = _labelPlaces.TryGetValue(identifier, out int place) ? place : -1;
            _labelPlaces[identifier] = _labels.Count;
        }

        _labels.Add(new Label(identifier, shadowed));
    }

    private void PopLabel()
    {
        var label = _labels[^1];
        _labels.RemoveAt(_labels.Count - 1);
        if (label.Identifier is null)
            return;
        if (label.Shadowed < 0)
            _labelPlaces.Remove(label.Identifier);
        else
            _labelPlaces[label.Identifier] = label.Shadowed;
    }

    /// <summary>The identifier that <c>else</c> and <c>end</c> may repeat.</summary>
    private void CheckLabel()
    {
        if (!Is(TokenKind.Identifier))
            return;
        var token = Take(TokenKind.Identifier);
        if (NameOf(token) != _labels[^1].Identifier)
            throw Malformed(token, "mismatching label");
    }

    private uint TakeLabel()
    {
        if (!Is(TokenKind.Identifier))
            return TakeU32();
        var token = Take(TokenKind.Identifier);
        string name = NameOf(token);
        return _labelPlaces.TryGetValue(name, out int place)
            ? (uint)(_labels.Count - 1 - place)
            : throw Malformed(token, $"unknown label ${name}");
    }

    private void WriteBlockType(ByteWriter target)
    {
        uint? given = TryParseExplicitType(out var token);
        var signature = ParseSignature(names: null);
        if (given is null && signature.Parameters.IsEmpty && signature.Results.Length <= 1)
        {
            if (signature.Results.IsEmpty)
                target.WriteByte(0x40);
            else
                target.WriteValType(signature.Results[0]);
            return;
        }

        target.WriteS33(FinishTypeUse(given, token, signature, names: null));
    }

    /// <summary>The clauses of <c>try_table</c>, whose labels are those around it.</summary>
    private void WriteCatches()
    {
        int start = _deferred.Length;
        uint count = 0;
        while (Is(TokenKind.LeftParen) && CatchKindOf(Word(Peek())) is { } kind)
        {
            At += 2;
            _deferred.WriteByte((byte)kind);
            if (kind is CatchKind.Catch or CatchKind.CatchRef)
                _deferred.WriteU32(TakeIndex(_tagNames));
            _deferred.WriteU32(TakeLabel());
            Close();
            count++;
        }

        _bytes.WriteU32(count);
        _bytes.WriteBytes(_deferred.Written[start..]);
        _deferred.Truncate(start);
    }

    private static CatchKind? CatchKindOf(ReadOnlySpan<char> word) => word switch
    {
        "catch" => CatchKind.Catch,
        "catch_ref" => CatchKind.CatchRef,
        "catch_all" => CatchKind.CatchAll,
        "catch_all_ref" => CatchKind.CatchAllRef,
        _ => null,
    };
}

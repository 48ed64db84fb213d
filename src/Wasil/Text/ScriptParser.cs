using System.Text;
using Wasil.Binary;

namespace Wasil.Text;

/// <summary>Parses the scripts (.wast) that the specification's test suite consists of.</summary>
internal sealed class ScriptParser : TokenParser
{
    private ScriptParser(SourceText text)
        : base(text, 0, text.Tokens.Length - 1)
    {
    }

    /// <exception cref="MalformedModuleException">The text is not a script. Modules in it are not looked into.</exception>
    public static Script Parse(ReadOnlyMemory<byte> utf8)
    {
        var text = SourceText.Read(utf8);
        var parser = new ScriptParser(text);
        return new Script(text, parser.ParseCommands());
    }

    private Command[] ParseCommands()
    {
        // A script may also be the fields of one module.
        if (Is(TokenKind.LeftParen) && IsField(Word(Peek())))
            return [new ModuleCommand(new TextModule(null, false, Text, At, End))];

        var commands = new List<Command>();
        while (!Is(TokenKind.End))
            commands.Add(ParseCommand());
        return [.. commands];
    }

    private static bool IsField(ReadOnlySpan<char> word) => word switch
    {
        "type" or "rec" or "import" or "func" or "table" or "memory" or "global" or "tag" or "export" or "start" or "elem"
            or "data" => true,
        _ => false,
    };

    private Command ParseCommand()
    {
        int offset = Current.Offset;
        Take(TokenKind.LeftParen);
        Command command = Encoding.ASCII.GetString(Text.Spelling(Current)) switch
        {
            "module" => ParseModuleCommand(),
            "register" => ParseRegister(),
            "invoke" or "get" => new ActionCommand(ParseAction()),
            "assert_return" => ParseAssertReturn(),
            "assert_trap" => ParseAssertTrap(),
            "assert_exhaustion" => new AssertExhaustion(ParseAssertedAction(), TakeName()),
            "assert_exception" => new AssertException(ParseAssertedAction()),
            "assert_suspension" => new AssertSuspension(ParseAssertedAction(), TakeName()),
            "assert_malformed" => new AssertMalformed(ParseAssertedModule(), TakeName(), IsCustom: false),
            "assert_malformed_custom" => new AssertMalformed(ParseAssertedModule(), TakeName(), IsCustom: true),
            "assert_invalid" => new AssertInvalid(ParseAssertedModule(), TakeName(), IsCustom: false),
            "assert_invalid_custom" => new AssertInvalid(ParseAssertedModule(), TakeName(), IsCustom: true),
            "assert_unlinkable" => new AssertUnlinkable(ParseAssertedModule(), TakeName()),
            "thread" => ParseThread(),
            "wait" => ParseWait(),
            _ => throw Unexpected(),
        };
        Close();
        return command with { Offset = offset };
    }

    private Command ParseModuleCommand()
    {
        if (!IsKeyword(Peek(), "instance"u8))
            return new ModuleCommand(ParseModule());
        At += 2;
        string? name = TryTakeIdentifier();
        return new InstanceCommand(name, TryTakeIdentifier());
    }

    /// <summary>A module, from its keyword up to the parenthesis that closes it.</summary>
    private ScriptModule ParseModule()
    {
        int open = At - 1;
        TakeKeyword("module"u8);
        bool isDefinition = TryTakeKeyword("definition"u8);
        int start = At;
        string? name = TryTakeIdentifier();
        if (IsKeyword("binary"u8) || IsKeyword("quote"u8))
        {
            bool isBinary = IsKeyword("binary"u8);
            At++;
            var contents = new ByteWriter();
            TakeStrings(contents);
            return isBinary
                ? new BinaryModule(name, isDefinition, contents.ToArray())
                : new QuotedModule(name, isDefinition, contents.ToArray());
        }

        At = AfterParentheses(open);
        if (At == End && TokenAt(At - 1).Kind != TokenKind.RightParen)
            throw Unexpected();
        At--;
        return new TextModule(name, isDefinition, Text, start, At);
    }

    /// <summary>The keyword of an assertion and the module it is about.</summary>
    private ScriptModule ParseAssertedModule()
    {
        At++;
        Take(TokenKind.LeftParen);
        var module = ParseModule();
        Close();
        return module;
    }

    private RegisterCommand ParseRegister()
    {
        At++;
        return new RegisterCommand(TakeName(), TryTakeIdentifier());
    }

    /// <summary>The keyword of an assertion and the action it is about.</summary>
    private ScriptAction ParseAssertedAction()
    {
        At++;
        Take(TokenKind.LeftParen);
        var action = ParseAction();
        Close();
        return action;
    }

    private ScriptAction ParseAction()
    {
        bool isGet = IsKeyword("get"u8);
        if (!isGet && !IsKeyword("invoke"u8))
            throw Unexpected();
        At++;
        string? instance = TryTakeIdentifier();
        string export = TakeName();
        if (isGet)
            return new GetAction(instance, export);
        var arguments = new List<ScriptValue>();
        while (TryTake(TokenKind.LeftParen))
        {
            arguments.Add(ParseValue());
            Close();
        }

        return new InvokeAction(instance, export, [.. arguments]);
    }

    private AssertReturn ParseAssertReturn()
    {
        var action = ParseAssertedAction();
        return new AssertReturn(action, ParsePatterns());
    }

    private Command ParseAssertTrap()
    {
        if (Peek().Kind == TokenKind.LeftParen && IsKeyword(Peek(2), "module"u8))
            return new AssertModuleTrap(ParseAssertedModule(), TakeName());
        return new AssertTrap(ParseAssertedAction(), TakeName());
    }

    private ThreadCommand ParseThread()
    {
        At++;
        string name = NameOf(Take(TokenKind.Identifier));
        var shared = new List<string>();
        while (TryOpen("shared"u8))
        {
            Open("module"u8);
            shared.Add(NameOf(Take(TokenKind.Identifier)));
            Close();
            Close();
        }

        var commands = new List<Command>();
        while (Is(TokenKind.LeftParen))
        {
            // Commands nest here alone, and a thread starts no threads.
            if (IsOpen("thread"u8))
                throw Unexpected(Peek());
            commands.Add(ParseCommand());
        }

        return new ThreadCommand(name, [.. shared], [.. commands]);
    }

    private WaitCommand ParseWait()
    {
        At++;
        return new WaitCommand(NameOf(Take(TokenKind.Identifier)));
    }

    private ScriptValue ParseValue()
    {
        var keyword = Current;
        switch (Word(keyword))
        {
            case "i32.const":
                At++;
                return new NumberValue(ValType.I32, TakeInteger(32));
            case "i64.const":
                At++;
                return new NumberValue(ValType.I64, TakeInteger(64));
            case "f32.const":
                At++;
                return new NumberValue(ValType.F32, TakeF32());
            case "f64.const":
                At++;
                return new NumberValue(ValType.F64, TakeF64());
            case "v128.const":
                At++;
                var (width, floats) = TakeShape();
                Span<ulong> halves = stackalloc ulong[2];
                for (int lane = 0; lane < 128 / width; lane++)
                    halves[lane * width / 64] |= TakeLaneBits(width, floats) << (lane * width % 64);
                return new VectorValue(halves[0], halves[1]);
            case "ref.null":
                At++;
                return new NullValue(TryTakeAbstractHeapType() ?? throw Unexpected());
            case "ref.extern":
                At++;
                return new HostValue(TakeU32(), IsExtern: true);
            case "ref.host":
                At++;
                return new HostValue(TakeU32(), IsExtern: false);
            default:
                throw Unexpected();
        }
    }

    private ResultPattern[] ParsePatterns()
    {
        var patterns = new List<ResultPattern>();
        while (TryTake(TokenKind.LeftParen))
        {
            patterns.Add(TryTakeKeyword("either"u8) ? new EitherPattern(ParseAlternatives()) : ParsePattern());
            Close();
        }

        return [.. patterns];
    }

    private ResultPattern[] ParseAlternatives()
    {
        var patterns = new List<ResultPattern>();
        while (TryTake(TokenKind.LeftParen))
        {
            patterns.Add(ParsePattern());
            Close();
        }

        return [.. patterns];
    }

    private ResultPattern ParsePattern()
    {
        switch (Word(Current))
        {
            case "i32.const":
                At++;
                return new NumberPattern(ValType.I32, new NumberBits(TakeInteger(32), NanPattern.None));
            case "i64.const":
                At++;
                return new NumberPattern(ValType.I64, new NumberBits(TakeInteger(64), NanPattern.None));
            case "f32.const":
                At++;
                return new NumberPattern(ValType.F32, TakeNumberBits(32, floats: true));
            case "f64.const":
                At++;
                return new NumberPattern(ValType.F64, TakeNumberBits(64, floats: true));
            case "v128.const":
                At++;
                var (width, floats) = TakeShape();
                var lanes = new NumberBits[128 / width];
                for (int lane = 0; lane < lanes.Length; lane++)
                    lanes[lane] = TakeNumberBits(width, floats);
                return new VectorPattern(width, lanes);
            case "ref.null":
                At++;
                return new NullPattern(TryTakeAbstractHeapType());
            case "ref.host":
                At++;
                return new HostPattern(TakeU32(), IsExtern: false);
            case "ref.extern" when Peek().Kind == TokenKind.Natural:
                At++;
                return new HostPattern(TakeU32(), IsExtern: true);
            default:
                HeapType type = Word(Current) switch
                {
                    "ref.func" => HeapType.Func,
                    "ref.extern" => HeapType.Extern,
                    "ref.exn" => HeapType.Exn,
                    "ref.any" => HeapType.Any,
                    "ref.eq" => HeapType.Eq,
                    "ref.i31" => HeapType.I31,
                    "ref.struct" => HeapType.Struct,
                    "ref.array" => HeapType.Array,
                    _ => throw Unexpected(),
                };
                At++;
                return new ReferencePattern(type);
        }
    }

    private NumberBits TakeNumberBits(int width, bool floats)
    {
        if (floats && TryTakeKeyword("nan:canonical"u8))
            return new NumberBits(0, NanPattern.Canonical);
        if (floats && TryTakeKeyword("nan:arithmetic"u8))
            return new NumberBits(0, NanPattern.Arithmetic);
        return new NumberBits(TakeLaneBits(width, floats), NanPattern.None);
    }
}

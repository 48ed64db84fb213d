using System.Runtime.CompilerServices;
using System.Text;
using Wasil.Binary;
using Wasil.Compilation;
using Wasil.Execution;
using Wasil.Interpreter;
using Wasil.Syntax;
using Wasil.Text;
using Wasil.Tiering;
using Wasil.Validation;

namespace Wasil;

/// <summary>Turns bytes into modules. An engine holds the options that change code; it may be used by several threads at
/// once.</summary>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed class WasmEngine
{
    private const string ModeSwitch = "Wasil.EngineMode";

    private static WasmEngine? s_default;

    private readonly WasmEngineOptions _options;

    /// <summary>Makes an engine.</summary>
    /// <param name="options">What is the same for all its modules; the defaults where null.</param>
    /// <exception cref="PlatformNotSupportedException">The machine is big-endian, or .NET may not generate code here.</exception>
    public WasmEngine(WasmEngineOptions? options = null)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Wasil needs a little-endian machine, as WebAssembly's memory is little-endian.");
        if (!Environment.Is64BitProcess)
            throw new PlatformNotSupportedException("Wasil needs a 64-bit process for the address space of WebAssembly memories.");
        _options = (options ?? new WasmEngineOptions()).Copy();
        if (_options.Mode == WasmEngineMode.Auto && Enum.TryParse(AppContext.GetData(ModeSwitch) as string, out WasmEngineMode mode))
            _options.Mode = mode;
        if (_options.Mode == WasmEngineMode.Compiled && !RuntimeFeature.IsDynamicCodeSupported)
            throw new PlatformNotSupportedException("This .NET runtime may not generate code, which the Compiled mode needs.");
    }

    /// <summary>An engine with default options, made on first use.</summary>
    /// <exception cref="PlatformNotSupportedException">As for the constructor.</exception>
    public static WasmEngine Default
    {
        get
        {
            if (s_default is null)
                Interlocked.CompareExchange(ref s_default, new WasmEngine(), null);
            return s_default;
        }
    }

    /// <summary>The proposals that modules may use.</summary>
    public WasmFeatures Features => _options.Features;

    /// <summary>Whether guests of this engine can be ended in the middle of a call; see
    /// <see cref="WasmEngineOptions.Interruptible"/>.</summary>
    public bool IsInterruptible => _options.Interruptible;

    /// <summary>Decodes and validates a module. Its functions are compiled when they are first called.</summary>
    /// <param name="bytes">A module in the binary format. The bytes are used as they are, not copied: do not change them.</param>
    /// <exception cref="MalformedModuleException">The bytes are no module.</exception>
    /// <exception cref="InvalidModuleException">The module is not valid.</exception>
    public WasmModule Compile(ReadOnlyMemory<byte> bytes)
    {
        ModuleTypes types = ModuleValidator.Validate(ModuleDecoder.Decode(bytes, _options.Features), _options.Features);
        return new WasmModule(this, types, CreateCode(types));
    }

    /// <inheritdoc cref="Compile(ReadOnlyMemory{byte})"/>
    public WasmModule Compile(byte[] bytes) => Compile((ReadOnlyMemory<byte>)bytes);

    /// <summary>Reads a module to the stream's end, and decodes and validates it. Its functions are compiled when they are first called.</summary>
    /// <param name="stream">A module in the binary format, from the present position on. It stays open.</param>
    /// <exception cref="MalformedModuleException">What the stream has is no module.</exception>
    /// <exception cref="InvalidModuleException">The module is not valid.</exception>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public WasmModule Compile(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var bytes = new MemoryStream(stream.CanSeek ? (int)Math.Clamp(stream.Length - stream.Position, 0, Array.MaxLength) : 0);
        stream.CopyTo(bytes);
        return Compile(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
    }

    /// <summary>
    /// Parses and validates a module in the text format, with or without <c>(module ...)</c> around its fields. It becomes
    /// the module that its binary encoding stands for, so offsets that failures tell of later are offsets in that.
    /// </summary>
    /// <param name="text">A module in the text format.</param>
    /// <exception cref="MalformedModuleException">The text is no module; the exception tells line and column.</exception>
    /// <exception cref="InvalidModuleException">The module is not valid; the exception tells line and column of the
    /// instruction.</exception>
    /// <exception cref="ArgumentException">It is no text but the name of a file, which this does not read.</exception>
    public WasmModule Compile(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // A text begins with a parenthesis, a comment or white space.
        if (text is [not ('(' or ';'), ..] && !char.IsWhiteSpace(text[0]) && Path.GetExtension(text) is (".wasm" or ".wat"))
        {
            string read = text.EndsWith('t') ? nameof(File.ReadAllText) : nameof(File.ReadAllBytes);
            throw new ArgumentException($"This takes the text of a module, not the name of a file: pass File.{read}(\"{text}\").", nameof(text));
        }

        return CompileText(Encoding.UTF8.GetBytes(text));
    }

    /// <inheritdoc cref="Compile(string)"/>
    /// <param name="utf8">A module in the text format, as UTF-8 without a byte order mark.</param>
    public WasmModule CompileText(ReadOnlyMemory<byte> utf8) => Compile(TextParser.ParseModule(utf8, _options.Features));

    /// <summary>Compiles what was parsed.</summary>
    internal WasmModule Compile(Module parsed)
    {
        // Validated as it is first: what is wrong with it is told of the text that way.
        try
        {
            ModuleValidator.Validate(parsed, _options.Features);
        }
        catch (InvalidModuleException invalid) when (invalid.Offset >= 0 && parsed.PositionOf is not null)
        {
            throw InvalidModuleException.InText(invalid, parsed.PositionOf(invalid.Offset));
        }

        return Compile(ModuleEncoder.Encode(parsed));
    }

    // The condition is one that the trimmer knows: without dynamic code all of the compiler falls away.
    private ModuleCode CreateCode(ModuleTypes types)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
            return new InterpretedModule(types, _options.Interruptible, _options.Deterministic, null);
        if (_options.Mode == WasmEngineMode.Interpreted)
            return new InterpretedModule(types, _options.Interruptible, _options.Deterministic, new EmittedAdapters());
        MemoryMode memory = _options.GuardPages && GuardPages.IsAvailable ? MemoryMode.GuardPages : MemoryMode.Explicit;
        var code = new CodeOptions(memory, _options.Interruptible, _options.Deterministic, _options.SplitAbove);
        TieringOptions tiering = _options.Tiering;
        if (_options.Mode == WasmEngineMode.Auto && (!types.UsesTailCalls || tiering.WithTailCalls) && CodeBytes(types) >= tiering.MinimumBytes)
            return new TieredModule(types, new CompiledModule(types, code, null), _options.Deterministic, tiering);
        FallbackEngine? fallback = _options.Mode == WasmEngineMode.Auto
            ? new InterpretedFallback(types, _options.Interruptible, _options.Deterministic)
            : null;
        return new CompiledModule(types, code, fallback);
    }

    private static long CodeBytes(ModuleTypes types)
    {
        ByteRange[] code = types.Module.Code;
        return code.Length == 0 ? 0 : code[^1].End - code[0].Offset;
    }
}

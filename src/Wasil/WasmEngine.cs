using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Wasil.Binary;
using Wasil.Compilation;
using Wasil.Execution;
using Wasil.Syntax;
using Wasil.Validation;

namespace Wasil;

/// <summary>Turns bytes into modules. An engine holds the options that change code; it may be used by several threads at
/// once.</summary>
public sealed class WasmEngine
{
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
        if (!RuntimeFeature.IsDynamicCodeSupported)
            throw new PlatformNotSupportedException("This .NET runtime may not generate code, which the Compiled mode needs.");
        _options = (options ?? new WasmEngineOptions()).Copy();
    }

    /// <summary>An engine with default options, made on first use.</summary>
    public static WasmEngine Default => Shared.Engine;

    /// <summary>The proposals that modules may use.</summary>
    public WasmFeatures Features => _options.Features;

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

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The constructor has checked that dynamic code is supported.")]
    private static CompiledModule CreateCode(ModuleTypes types) => new(types, CodeOptions.Default);

    private static class Shared
    {
        public static readonly WasmEngine Engine = new();
    }
}

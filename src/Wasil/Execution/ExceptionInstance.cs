using System.Runtime.CompilerServices;
using Wasil.Syntax;

namespace Wasil.Execution;

/// <summary>
/// An exception of a guest: what an <c>exnref</c> refers to. It is not a .NET exception, because those take microseconds to
/// travel (docs/RATIONALE.md, "Exceptions are a second way to return"). See "Exception Instances" in the specification.
/// </summary>
internal sealed class ExceptionInstance
{
    // A trace that tells more than this tells no more; guests may throw the same exception as often as they like.
    private const int MaximumFrames = 64;

    // Compiled code reads these.
    internal readonly TagInstance Tag;
    internal readonly WasmValue[] Payload;

    private (ModuleTypes Module, int Function)[] _frames = [];
    private int _frameCount;

    /// <param name="payload">Values of the tag's types.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="offset">The offset of the instruction that throws; -1 where the host does.</param>
    public ExceptionInstance(WasmValue[] payload, TagInstance tag, int offset)
    {
        Tag = tag;
        Payload = payload;
        Offset = offset;
    }

    /// <summary>What an exception with so many values may take of .NET's heap, its frames included.</summary>
    public static int Bytes(int values) => 96 + (Unsafe.SizeOf<WasmValue>() * values) + (MaximumFrames * 16);

    /// <summary>Where in the innermost of the <see cref="Frames"/> it was thrown.</summary>
    public int Offset { get; private set; }

    /// <summary>The .NET exception that the host sees, made when the exception first gets there.</summary>
    public TaggedException? Facade { get; set; }

    /// <summary>The functions that the exception has left, in that order; what comes after many of them is not kept.</summary>
    public ReadOnlySpan<(ModuleTypes Module, int Function)> Frames => _frames.AsSpan(0, _frameCount);

    /// <summary>The exception is thrown once more, after it was caught.</summary>
    public void ThrowAgain(int offset)
    {
        if (_frameCount == 0)
            Offset = offset;
    }

    /// <summary>The exception leaves a function.</summary>
    public void AddFrame(ModuleTypes module, int function)
    {
        if (_frameCount == MaximumFrames)
            return;
        if (_frameCount == _frames.Length)
            Array.Resize(ref _frames, Math.Max(4, _frameCount * 2));
        _frames[_frameCount++] = (module, function);
    }
}

using System.Diagnostics;
using Wasil.Execution;

namespace Wasil;

/// <summary>
/// A guest did something that WebAssembly answers with a trap. The guest is stopped; its instance may be called again, but the
/// guest's own data may be in disorder. See "Traps" in the specification.
/// </summary>
public sealed class TrapException : WasmException
{
    private int _offset;
    private List<WasmFrame[]>? _interpreted;

    /// <summary>Ends a guest whose host function cannot go on, because of what the guest asked for.</summary>
    /// <param name="message">What was wrong with it.</param>
    public TrapException(string message)
        : this(message, TrapKind.HostFunction, -1)
    {
    }

    internal TrapException(TrapKind kind, int offset, string? detail = null)
        : this(detail is null ? Describe(kind) : $"{Describe(kind)}: {detail}", kind, offset)
    {
    }

    /// <summary>An access hit a guard page.</summary>
    internal TrapException(NullReferenceException fault)
        : base(Describe(TrapKind.MemoryOutOfBounds), fault)
    {
        Kind = TrapKind.MemoryOutOfBounds;
        _offset = -1;
    }

    private TrapException(string message, TrapKind kind, int offset)
        : base(message)
    {
        Kind = kind;
        _offset = offset;
    }

    /// <summary>What went wrong.</summary>
    public TrapKind Kind { get; }

    /// <summary>The trapping instruction's offset in the binary module, or null where it is not known, as
    /// for accesses to memory that guard pages bound (<see cref="WasmEngineOptions.GuardPages"/>).</summary>
    public int? Offset => _offset < 0 ? null : _offset;

    /// <summary>
    /// The guest's functions that were running, innermost first. Long stacks are cut in the middle by no one: a stack that was
    /// exhausted has a frame for each call. Found anew each time it is asked for, as a .NET exception gathers its frames on its
    /// way: a host function in the middle that catches it sees those below itself.
    /// </summary>
    public IReadOnlyList<WasmFrame> WasmStack
    {
        get
        {
            IReadOnlyList<WasmFrame> frames = GuestFrames.Of(new StackTrace(this, fNeedFileInfo: false), Offset, _interpreted ?? []);
            // A fault became a trap where it left the instance; the frames below are its own.
            return InnerException is NullReferenceException fault
                ? [.. GuestFrames.Of(new StackTrace(fault, fNeedFileInfo: false), null, []), .. frames]
                : frames;
        }
    }

    /// <summary>A reference that is null where the instruction needs what it refers to: "null function reference".</summary>
    internal static TrapException OfNull(string referent, int offset) =>
        new($"null {referent} reference", TrapKind.NullReference, offset);

    /// <summary>A cast to a type by a descriptor that is not the object's own.</summary>
    internal static TrapException OfForeignDescriptor(int offset) => new("descriptor cast failure", TrapKind.CastFailure, offset);

    /// <summary>The exception leaves the interpreter, whose guest frames are not .NET's.</summary>
    /// <param name="frames">Those that the interpreter ran, innermost first.</param>
    /// <param name="offset">Where the innermost stands.</param>
    internal void AddInterpreted(WasmFrame[] frames, int offset)
    {
        if (_offset == Traps.Pending)
            _offset = offset;
        // An exception that a host throws again and again must not grow for ever.
        if (_interpreted is not { Count: >= MaximumInterpreted })
            (_interpreted ??= []).Add(frames);
    }

    private const int MaximumInterpreted = 10_000;

    // The words of the specification's test suite.
    private static string Describe(TrapKind kind) => kind switch
    {
        TrapKind.Unreachable => "unreachable",
        TrapKind.MemoryOutOfBounds => "out of bounds memory access",
        TrapKind.TableOutOfBounds => "out of bounds table access",
        TrapKind.IntegerDivideByZero => "integer divide by zero",
        TrapKind.IntegerOverflow => "integer overflow",
        TrapKind.InvalidConversionToInteger => "invalid conversion to integer",
        TrapKind.UndefinedElement => "undefined element",
        TrapKind.UninitializedElement => "uninitialized element",
        TrapKind.IndirectCallTypeMismatch => "indirect call type mismatch",
        TrapKind.NullReference => "null reference",
        TrapKind.ArrayOutOfBounds => "out of bounds array access",
        TrapKind.CastFailure => "cast failure",
        TrapKind.HeapExhausted => "heap exhausted",
        TrapKind.UnalignedAtomic => "unaligned atomic",
        TrapKind.ExpectedSharedMemory => "expected shared memory",
        TrapKind.HostFunction => "host function",
        _ => "call stack exhausted",
    };
}

using System.Diagnostics.CodeAnalysis;

namespace Wasil.Emscripten.Threads;

/// <summary>A thread of a program, as the host sees it.</summary>
/// <param name="address">Where the guest keeps its <c>struct pthread</c>, by which it is known.</param>
[SuppressMessage("Design", "CA1001", Justification = "An event that nobody asks for its handle holds nothing.")]
internal sealed class Pthread(ulong address)
{
    private readonly ManualResetEventSlim _mail = new();

    public ulong Address { get; } = address;

    /// <summary>Whether the guest has no more use for it, so that its memory can be given back once it has ended.</summary>
    public bool IsReleased { get; set; }

    /// <summary>How often it was asked to stay when what it does has returned.</summary>
    public int KeepAlive { get; set; }

    /// <summary>Whether it has been told of mail that it has not seen to.</summary>
    public bool HasMail => _mail.IsSet;

    /// <summary>Tells it that there is mail. However often that is, it looks once.</summary>
    public void Notify() => _mail.Set();

    /// <summary>Waits for mail.</summary>
    /// <exception cref="OperationCanceledException">The token asked for an end.</exception>
    public void AwaitMail(CancellationToken token)
    {
        _mail.Wait(token);
        // Before it looks, so that what comes meanwhile is another mail.
        _mail.Reset();
    }
}

using System.Diagnostics.Tracing;

namespace Wasil.Tests.Compilation;

/// <summary>Which of a guest's methods the JIT compiler has made, and how.</summary>
internal sealed class JittedMethods : EventListener
{
    private const EventKeywords Jit = (EventKeywords)0x10;
    private const uint MinimallyOptimized = 1;
    private int _seen;
    private int _notOptimized;

    public int Seen => Volatile.Read(ref _seen);

    public int NotOptimized => Volatile.Read(ref _notOptimized);

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            EnableEvents(eventSource, EventLevel.Verbose, Jit);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) != true)
            return;
        string name = (string)eventData.Payload![eventData.PayloadNames!.IndexOf("MethodName")]!;
        if (!name.StartsWith("wasm:", StringComparison.Ordinal))
            return;
        uint flags = (uint)eventData.Payload[eventData.PayloadNames.IndexOf("MethodFlags")]!;
        if ((flags >> 7 & 7) == MinimallyOptimized)
            Interlocked.Increment(ref _notOptimized);
        Interlocked.Increment(ref _seen);
    }
}

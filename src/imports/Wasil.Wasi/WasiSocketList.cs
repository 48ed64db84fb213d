using System.Collections.ObjectModel;
using System.Net.Sockets;

namespace Wasil.Wasi;

/// <summary>Sockets of the host that a guest is given; see <see cref="WasiOptions.Sockets"/>.</summary>
/// <threadsafety>One thread at a time.</threadsafety>
public sealed class WasiSocketList : Collection<Socket>
{
    /// <summary>Adds the socket of a listener, which must have been started.</summary>
    /// <param name="listener">The listener.</param>
    public void Add(TcpListener listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        Add(listener.Server);
    }

    /// <inheritdoc/>
    protected override void InsertItem(int index, Socket item)
    {
        ArgumentNullException.ThrowIfNull(item);
        base.InsertItem(index, item);
    }

    /// <inheritdoc/>
    protected override void SetItem(int index, Socket item)
    {
        ArgumentNullException.ThrowIfNull(item);
        base.SetItem(index, item);
    }
}

using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Wasil.Wasi.Descriptors;

/// <summary>
/// One wait of a guest, for whatever comes first: sockets, about which the system is asked, and signals, which everything else gives.
/// It may wait several times; what for is said anew each time.
/// </summary>
/// <remarks>Where a wait is for sockets, a signal has to be something that the system sees as well: a byte on a socket.</remarks>
internal sealed class Waiting(Wakeups wakeups, CancellationToken cancellationToken) : IDisposable
{
    // What Socket.Select can take, in whole milliseconds; whoever waits for longer looks again.
    private const int MostMilliseconds = int.MaxValue / 1000;

    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _signal = new(initialState: false, spinCount: 0);
    private readonly HashSet<(Descriptor Descriptor, bool Write)> _asked = [];
    private readonly List<Socket> _toRead = [];
    private readonly List<Socket> _toWrite = [];
    private readonly List<Action> _leave = [];
    private Socket? _wakeup;
    private bool _isSignalled;

    /// <summary>Waits for a descriptor as well.</summary>
    /// <returns>Whether it will tell.</returns>
    public bool For(Descriptor descriptor, bool write) => !_asked.Add((descriptor, write)) || descriptor.Await(write, this);

    /// <summary>Waits until a socket can be read from, or written to.</summary>
    public void For(Socket socket, bool write) => (write ? _toWrite : _toRead).Add(socket);

    /// <summary>Has something done when waiting is over, as who gives signals has to be told that none is wanted any more.</summary>
    public void AtEnd(Action action) => _leave.Add(action);

    /// <summary>Ends the wait, or the next one if there is none at present. Any thread may call it, after the end too.</summary>
    public void Signal()
    {
        lock (_gate)
        {
            if (_isSignalled)
                return;
            _isSignalled = true;
            if (_wakeup is not null)
                Wakeups.Wake(_wakeup);
            else
                _signal.Set();
        }
    }

    /// <summary>Waits until something may have happened, and forgets what it waited for.</summary>
    /// <param name="atMost">How long.</param>
    /// <returns>An error where the system has no means to wait left.</returns>
    /// <exception cref="OperationCanceledException">The call that led here was cancelled.</exception>
    public Errno Wait(TimeSpan atMost)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Rounded up, as who is woken early would have to wait once more.
        int milliseconds = atMost == Timeout.InfiniteTimeSpan ? -1 : (int)Math.Min(Math.Ceiling(atMost.TotalMilliseconds), MostMilliseconds);
        try
        {
            if (_toRead.Count + _toWrite.Count > 0)
                return Select(milliseconds);
            _signal.Wait(milliseconds, cancellationToken);
            return Errno.Success;
        }
        finally
        {
            Leave();
            lock (_gate)
            {
                _isSignalled = false;
                _signal.Reset();
            }
        }
    }

    public void Dispose()
    {
        Leave();
        // What comes too late finds nothing that it could disturb.
        lock (_gate)
        {
            _isSignalled = true;
            _signal.Dispose();
        }
    }

    private Errno Select(int milliseconds)
    {
        Socket? wakeup = null;
        CancellationTokenRegistration registration = default;
        try
        {
            wakeup = wakeups.Rent();
            _toRead.Add(wakeup);
            lock (_gate)
            {
                if (_isSignalled)
                    return Errno.Success;
                _wakeup = wakeup;
            }

            registration = cancellationToken.UnsafeRegister(static waiting => ((Waiting)waiting!).Signal(), this);
            Socket.Select(_toRead, _toWrite.Count > 0 ? _toWrite : null, null, milliseconds < 0 ? -1 : milliseconds * 1000);
            cancellationToken.ThrowIfCancellationRequested();
            return Errno.Success;
        }
        catch (ObjectDisposedException)
        {
            // Whichever socket it was, its descriptor tells.
            return Errno.Success;
        }
        catch (SocketException exception)
        {
            return SocketErrno.ToErrno(exception.SocketErrorCode);
        }
        finally
        {
            registration.Dispose();
            bool isWoken;
            lock (_gate)
            {
                isWoken = _wakeup is not null && _isSignalled;
                _wakeup = null;
            }

            if (wakeup is not null)
                wakeups.Return(wakeup, isWoken);
        }
    }

    private void Leave()
    {
        foreach (Action leave in CollectionsMarshal.AsSpan(_leave))
            leave();
        _leave.Clear();
        _asked.Clear();
        _toRead.Clear();
        _toWrite.Clear();
    }
}

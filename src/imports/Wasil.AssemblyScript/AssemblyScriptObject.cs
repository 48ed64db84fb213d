namespace Wasil.AssemblyScript;

/// <summary>
/// An object that the host made in a guest. The guest's garbage collector keeps it until this is disposed; after that it lives as
/// long as the guest refers to it.
/// </summary>
/// <threadsafety>One thread at a time, as for the instance that the object belongs to.</threadsafety>
public sealed class AssemblyScriptObject : IDisposable
{
    private readonly AssemblyScriptGuest _guest;
    private readonly CancellationToken _token;
    private bool _isReleased;

    internal AssemblyScriptObject(AssemblyScriptGuest guest, int pointer, CancellationToken token)
    {
        _guest = guest;
        _token = token;
        Pointer = pointer;
    }

    /// <summary>Its address, which is what the guest's functions take; 0 is null.</summary>
    public int Pointer { get; }

    /// <summary>Lets the guest's garbage collector have it; not where the token that it was made with asks for an end.</summary>
    public void Dispose()
    {
        if (_isReleased || _token.IsCancellationRequested)
            return;
        _isReleased = true;
        try
        {
            _guest.Unpin(Pointer, _token);
        }
        catch (OperationCanceledException) when (_token.IsCancellationRequested)
        {
            // The guest is over, or keeps the object.
        }
    }
}

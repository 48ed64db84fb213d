namespace Wasil.AssemblyScript;

/// <summary>
/// An object that the host made in a guest. The guest's garbage collector keeps it until this is disposed; after that it lives as
/// long as the guest refers to it.
/// </summary>
/// <threadsafety>One thread at a time, as for the instance that the object belongs to.</threadsafety>
public sealed class AssemblyScriptObject : IDisposable
{
    private readonly AssemblyScriptGuest _guest;
    private bool _isReleased;

    internal AssemblyScriptObject(AssemblyScriptGuest guest, int pointer)
    {
        _guest = guest;
        Pointer = pointer;
    }

    /// <summary>Its address, which is what the guest's functions take; 0 is null.</summary>
    public int Pointer { get; }

    /// <summary>Lets the guest's garbage collector have it.</summary>
    public void Dispose()
    {
        if (_isReleased)
            return;
        _isReleased = true;
        _guest.Unpin(Pointer);
    }
}

namespace Wasil.Emscripten.Unwinding;

/// <summary>
/// A <c>longjmp</c> or an exception of C++ on its way through the guest's frames to the nearest <c>invoke_</c> of the same
/// instance. It never reaches the host, as none is thrown where no <c>invoke_</c> waits.
/// </summary>
/// <param name="owner">The instance it unwinds.</param>
internal sealed class GuestUnwinding(object owner) : Exception
{
    public object Owner { get; } = owner;
}

using System.Text;

namespace Wasil.GoJs.Running;

/// <summary>Standard output and standard error.</summary>
internal sealed class Output(Stream output, Stream error)
{
    private bool _isDirty;

    /// <summary>Writes to descriptor 1 or 2.</summary>
    public void Write(long descriptor, ReadOnlySpan<byte> bytes)
    {
        switch (descriptor)
        {
            case 1:
                output.Write(bytes);
                _isDirty = true;
                break;
            case 2:
                Flush();
                error.Write(bytes);
                error.Flush();
                break;
            default:
                throw new TrapException($"the guest's runtime writes to descriptor {descriptor}");
        }
    }

    public void WriteLine(long descriptor, string text) => Write(descriptor, Encoding.UTF8.GetBytes(text + "\n"));

    public void Flush()
    {
        if (!_isDirty)
            return;
        _isDirty = false;
        output.Flush();
    }
}

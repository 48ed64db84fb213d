using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Descriptors;

/// <summary>A device of the host's own making.</summary>
internal sealed class DeviceDescriptor : Descriptor
{
    private readonly WasiDevice _device;
    private readonly Rights _rights;

    public DeviceDescriptor(WasiDevice device, Rights rights, DescriptorFlags flags)
    {
        _device = device;
        Flags = flags;
        _rights = rights & (Rights.FdFileStatGet | Rights.FdFileStatSetTimes | Rights.FdSetFlags | Rights.PollFdReadWrite | Rights.FdSync
            | Rights.FdDataSync | (device.CanRead ? Rights.FdRead : 0) | (device.CanWrite ? Rights.FdWrite : 0));
    }

    public override WasiFileType Type => _device.Type;

    protected override Rights Able => _rights;

    public override Errno SetFlags(DescriptorFlags flags)
    {
        Flags = flags;
        return Errno.Success;
    }

    public override Errno Read(Span<byte> buffer, out int read)
    {
        read = 0;
        if ((_rights & Rights.FdRead) == 0)
            return Errno.BadDescriptor;
        Errno error = _device.Read(buffer, out read);
        RequireCount(read, buffer.Length);
        return error;
    }

    public override Errno Write(ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        if ((_rights & Rights.FdWrite) == 0)
            return Errno.BadDescriptor;
        Errno error = _device.Write(buffer, out written);
        RequireCount(written, buffer.Length);
        // Whoever takes nothing and says so would be asked for ever.
        return error == Errno.Success && written == 0 ? Errno.IO : error;
    }

    public override Errno SetTimes(ulong? accessed, ulong? modified) => _device.SetTimes(accessed, modified);

    public override Errno Sync(bool dataOnly) => _device.Sync(dataOnly);

    public override Errno Stat(out WasiFileStatus status) => _device.Stat(out status);

    public override Errno Poll(bool write, out ulong available, out EventFlags flags)
    {
        available = 0;
        flags = EventFlags.None;
        if ((_rights & (write ? Rights.FdWrite : Rights.FdRead)) == 0)
            return Errno.BadDescriptor;
        Errno error = _device.Poll(write, out available);
        if (!write && error == Errno.Success && available == 0)
            flags = EventFlags.HangUp;
        return error;
    }

    public override bool Await(bool write, Waiting waiting)
    {
        waiting.AtEnd(_device.OnChange(waiting.Signal));
        // What has changed since it was asked has told nobody.
        if (_device.Poll(write, out _) != Errno.Again)
            waiting.Signal();
        return true;
    }

    public override Errno Close()
    {
        _device.Dispose();
        return Errno.Success;
    }

    private void RequireCount(int count, int most)
    {
        if ((uint)count > (uint)most)
            throw new InvalidOperationException($"{_device.GetType()} says that it moved {count} of {most} bytes.");
    }
}

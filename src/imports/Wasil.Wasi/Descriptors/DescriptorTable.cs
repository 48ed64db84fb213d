using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Descriptors;

/// <summary>The descriptors that a guest has, by number. All its threads use it at once.</summary>
/// <param name="usage">How many there may be.</param>
/// <param name="descriptors">Those that it has at first; null where there is none.</param>
internal sealed class DescriptorTable(Usage usage, IEnumerable<Descriptor?> descriptors)
{
    private readonly List<Descriptor?> _descriptors = [.. descriptors];
    private readonly Lock _gate = new();

    /// <summary>Finds a descriptor to do something with it.</summary>
    /// <param name="number">Its number, which may be anything.</param>
    /// <param name="rights">What is to be done.</param>
    /// <param name="descriptor">The descriptor; to be used only where the answer is <see cref="Errno.Success"/>.</param>
    public Errno Find(int number, Rights rights, out Descriptor descriptor)
    {
        lock (_gate)
            descriptor = (uint)number < (uint)_descriptors.Count ? _descriptors[number]! : null!;
        if (descriptor is null)
            return Errno.BadDescriptor;
        return descriptor.HasDropped(rights) ? Errno.NotCapable : Errno.Success;
    }

    /// <summary>Gives a descriptor the lowest number that is free.</summary>
    public Errno Add(Descriptor descriptor, out int number)
    {
        if (TryAdd(descriptor, out number))
            return Errno.Success;
        // Without the lock, as the host is told.
        return usage.Exceed(WasiQuota.OpenDescriptors);
    }

    private bool TryAdd(Descriptor descriptor, out int number)
    {
        lock (_gate)
        {
            number = _descriptors.IndexOf(null);
            if (Open >= usage.OpenDescriptors)
                return false;
            if (number >= 0)
            {
                _descriptors[number] = descriptor;
                return true;
            }

            number = _descriptors.Count;
            _descriptors.Add(descriptor);
            return true;
        }
    }

    /// <summary>Whether another descriptor can be added; if not, the host is told.</summary>
    public bool HasRoom
    {
        get
        {
            lock (_gate)
            {
                if (Open < usage.OpenDescriptors)
                    return true;
            }

            usage.Exceed(WasiQuota.OpenDescriptors);
            return false;
        }
    }

    private int Open => _descriptors.Count(descriptor => descriptor is not null);

    /// <summary>Finds a directory to do something below it.</summary>
    public Errno FindDirectory(int number, Rights rights, out DirectoryDescriptor directory) =>
        FindKind(number, rights, Errno.NotDirectory, out directory);

    /// <summary>Finds a socket to do something with it.</summary>
    public Errno FindSocket(int number, Rights rights, out SocketDescriptor socket) =>
        FindKind(number, rights, Errno.NotSocket, out socket);

    private Errno FindKind<T>(int number, Rights rights, Errno otherwise, out T descriptor)
        where T : Descriptor
    {
        descriptor = null!;
        if (Find(number, rights, out Descriptor any) is not Errno.Success and var error)
            return error;
        if (any is not T found)
            return otherwise;
        descriptor = found;
        return Errno.Success;
    }

    /// <summary>Closes a descriptor; its number is free then, whatever closing answers.</summary>
    public Errno Close(int number)
    {
        Descriptor descriptor;
        lock (_gate)
        {
            if (Find(number, Rights.None, out descriptor) is not Errno.Success and var error)
                return error;
            _descriptors[number] = null;
        }

        return descriptor.Close();
    }

    /// <summary>Gives a descriptor the number of another one, which is closed.</summary>
    public Errno Renumber(int from, int to)
    {
        Descriptor replaced;
        lock (_gate)
        {
            if (Find(from, Rights.None, out Descriptor descriptor) is not Errno.Success and var error)
                return error;
            if (Find(to, Rights.None, out replaced) is not Errno.Success and var otherError)
                return otherError;
            if (from == to)
                return Errno.Success;
            _descriptors[from] = null;
            _descriptors[to] = descriptor;
        }

        return replaced.Close();
    }

    /// <summary>Closes what is still open. The guest is gone then, so nobody is there to be told of what closing answers.</summary>
    public void CloseAll()
    {
        int count;
        lock (_gate)
            count = _descriptors.Count;
        for (int number = 0; number < count; number++)
            Close(number);
    }

    /// <summary>Hands on what the guest has written, which it expects to be seen before it waits or ends.</summary>
    public void Flush()
    {
        Descriptor?[] all;
        lock (_gate)
            all = [.. _descriptors];
        foreach (Descriptor? descriptor in all)
            descriptor?.Flush();
    }
}

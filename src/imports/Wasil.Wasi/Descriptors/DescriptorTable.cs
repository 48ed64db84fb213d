using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Descriptors;

/// <summary>The descriptors that a guest has, by number. All its threads use it at once.</summary>
internal sealed class DescriptorTable(params IEnumerable<Descriptor> descriptors)
{
    // As many as a process of an operating system may usually have; each may hold one of the host's.
    private const int Most = 1024;

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
        lock (_gate)
        {
            number = _descriptors.IndexOf(null);
            if (number >= 0)
            {
                _descriptors[number] = descriptor;
                return Errno.Success;
            }

            number = _descriptors.Count;
            if (number >= Most)
                return Errno.TooManyDescriptors;
            _descriptors.Add(descriptor);
            return Errno.Success;
        }
    }

    /// <summary>Whether another descriptor can be added.</summary>
    public bool HasRoom
    {
        get
        {
            lock (_gate)
                return _descriptors.Count < Most || _descriptors.Contains(null);
        }
    }

    /// <summary>Finds a directory to do something below it.</summary>
    public Errno FindDirectory(int number, Rights rights, out DirectoryDescriptor directory)
    {
        directory = null!;
        if (Find(number, rights, out Descriptor descriptor) is not Errno.Success and var error)
            return error;
        if (descriptor is not DirectoryDescriptor found)
            return Errno.NotDirectory;
        directory = found;
        return Errno.Success;
    }

    /// <summary>Finds a socket to do something with it.</summary>
    public Errno FindSocket(int number, Rights rights, out SocketDescriptor socket)
    {
        socket = null!;
        if (Find(number, rights, out Descriptor descriptor) is not Errno.Success and var error)
            return error;
        if (descriptor is not SocketDescriptor found)
            return Errno.NotSocket;
        socket = found;
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

namespace Wasil.Wasi.Tests;

/// <summary>Guests pass anything; they get an error number for it.</summary>
public class HostilePointerTests
{
    private const int MaxErrno = 76;

    // Places of arguments that are pointers, in calls that succeed else.
    public static TheoryData<string, long[], int[]> Pointers => new()
    {
        { "args_get", [0x100, 0x200], [0, 1] },
        { "args_sizes_get", [0x100, 0x200], [0, 1] },
        { "environ_get", [0x100, 0x200], [0, 1] },
        { "environ_sizes_get", [0x100, 0x200], [0, 1] },
        { "clock_res_get", [1, 0x100], [1] },
        { "clock_time_get", [1, 0, 0x100], [2] },
        { "fd_fdstat_get", [1, 0x100], [1] },
        { "fd_filestat_get", [1, 0x100], [1] },
        { "fd_read", [0, 0x300, 1, 0x100], [1, 3] },
        { "fd_write", [1, 0x300, 1, 0x100], [1, 3] },
        { "poll_oneoff", [0x400, 0x500, 1, 0x100], [0, 1, 3] },
        { "random_get", [0x100, 9], [0] },
    };

    [Theory]
    [MemberData(nameof(Pointers))]
    public void What_does_not_lie_in_memory_is_a_fault(string name, long[] arguments, int[] pointers)
    {
        using Guest guest = Create();
        guest.Put(0x300, 0x600, 8);
        guest.PutClock(0x400, 1, 1, 0, 0);
        Assert.Equal(Guest.Success, guest.Call(name, Values(name, arguments)));
        foreach (int pointer in pointers)
        {
            foreach (uint hostile in (uint[])[uint.MaxValue, uint.MaxValue - 7, 0x8000_0000, guest.End, guest.End - 1, guest.End - 3])
            {
                long[] changed = [.. arguments];
                changed[pointer] = hostile;
                Assert.Equal(Guest.Fault, guest.Call(name, Values(name, changed)));
            }

            // Nothing needs to be aligned.
            long[] odd = [.. arguments];
            odd[pointer] = 0x1001;
            Assert.Equal(Guest.Success, guest.Call(name, Values(name, odd)));
        }
    }

    [Theory]
    [MemberData(nameof(Signatures.Names), MemberType = typeof(Signatures))]
    public void Every_function_answers_whatever_it_gets(string name)
    {
        uint[] numbers = [0, 1, 2, 3, 4, 8, 0x100, 0x101, 0xff00, 0xfff8, 0xfffc, 0xffff, 0x1_0000, 0x7fff_ffff, 0x8000_0000,
            0xffff_fff8, 0xffff_fffe, 0xffff_ffff];
        long[] longs = [0, 1, -1, long.MinValue, long.MaxValue, 1L << 32, 1000];
        var random = new Random(46);
        string parameters = Signatures.Of(name);
        foreach (string module in (string[])["wasi_snapshot_preview1", "wasi_unstable"])
        {
            if (module == "wasi_unstable" && name == "sock_accept")
                continue;
            for (int round = 0; round < 40; round++)
            {
                // A new guest now and then, as this one may have closed what it has.
                using Guest guest = Create(module);
                Scribble(guest.Memory.Slice(0UL, (int)guest.End), numbers, random, round);
                for (int call = 0; call < 25; call++)
                {
                    WasmValue[] arguments = [.. parameters.Select(kind => kind == 'i'
                        ? (WasmValue)numbers[random.Next(numbers.Length)]
                        : longs[random.Next(longs.Length)])];
                    try
                    {
                        Assert.InRange(guest.Call(name, arguments), 0, MaxErrno);
                        Assert.NotEqual("proc_exit", name);
                    }
                    catch (WasmExitException) when (name is "proc_exit" or "proc_raise")
                    {
                        // That is what they are for.
                    }
                }
            }
        }
    }

    [Fact]
    public void A_guest_without_memory_has_no_good_pointers()
    {
        byte[] module = Guest.Build("wasi_snapshot_preview1", Signatures.All, pages: -1);
        using WasmInstance instance = WasmEngine.Default.Compile(module).Instantiate(new WasmImports().AddWasi());
        Assert.Equal(Guest.Fault, instance.GetFunction("fd_write").Invoke(1, 0, 0, 0)[0].AsInt32());
        Assert.Equal(Guest.Fault, instance.GetFunction("random_get").Invoke(0, 0)[0].AsInt32());
        Assert.Equal(Guest.Success, instance.GetFunction("fd_close").Invoke(1)[0].AsInt32());
    }

    [Fact]
    public void More_bytes_than_the_result_can_tell_are_invalid()
    {
        // 4 GiB less a page; the two buffers overlap, which is allowed, and together have more than 32 bits can say.
        using var guest = new Guest(pages: 0xffff);
        guest.Put(0x100, 0, 0x8000_0000, 0, 0x8000_0000);
        Assert.Equal(Guest.Invalid, guest.Call("fd_write", 1, 0x100, 2, 0x80));
        Assert.Equal(Guest.Invalid, guest.Call("fd_read", 0, 0x100, 2, 0x80));
        guest.Put(0x100, 0, 0x8000_0000, 0, 0x7fff_ffff);
        Assert.Equal(Guest.Success, guest.Call("fd_read", 0, 0x100, 2, 0x80));
    }

    [Fact]
    public void A_long_list_of_buffers_costs_the_host_nothing()
    {
        const int Count = 1 << 20;
        using var guest = new Guest(pages: 0x1000);
        for (uint i = 0; i < Count; i++)
            guest.Put(i * 8, 0x100_0000, 1);
        guest.Call("fd_write", 1, 0, 1, 0x200_0000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        WasmFunction write = guest.Instance.GetFunction("fd_write");
        var results = new WasmValue[1];
        WasmValue[] arguments = [1, 0, Count, 0x200_0000];
        write.Invoke(arguments, results);
        Assert.Equal(Guest.Success, results[0].AsInt32());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
        Assert.Equal((uint)Count, guest.Number(0x200_0000));
    }

    private static Guest Create(string module = "wasi_snapshot_preview1") => new(
        new WasiOptions
        {
            Args = ["app", "x"],
            Environment = { ["A"] = "b" },
            Stdin = new MemoryStream(new byte[100]),
            Deterministic = true,
        },
        module: module);

    private static WasmValue[] Values(string name, long[] arguments) =>
        [.. Signatures.Of(name).Zip(arguments, (kind, value) => kind == 'i' ? (WasmValue)(uint)value : value)];

    private static void Scribble(Span<byte> memory, uint[] numbers, Random random, int round)
    {
        if (round % 2 == 0)
            random.NextBytes(memory);
        for (int i = 0; i < memory.Length && round % 4 > 0; i += 4)
            BitConverter.TryWriteBytes(memory[i..], numbers[random.Next(round % 4 == 1 ? 6 : numbers.Length)]);
    }
}

namespace Wasil.Wasi.Tests;

/// <summary>Guests pass anything; they get an error number for it.</summary>
public class HostilePointerTests
{
    private const int MaxErrno = 76;

    public static TheoryData<string, bool> Functions
    {
        get
        {
            var functions = new TheoryData<string, bool>();
            foreach ((string name, _) in Signatures.All)
            {
                functions.Add(name, false);
                functions.Add(name, true);
            }

            return functions;
        }
    }

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
        foreach (bool is64 in (bool[])[false, true])
        {
            using Guest guest = Create(is64: is64);
            guest.PutAddresses(0x300, 0x600, 8);
            guest.PutClock(0x400, 1, 1, 0, 0);
            Assert.Equal(Guest.Success, guest.Call(name, Values(name, arguments, is64)));
            long[] wide = [1L << 32, (1L << 32) + 0x100, long.MinValue, long.MaxValue, -1, -8, -0x1_0000];
            foreach (int pointer in pointers)
            {
                foreach (long hostile in (long[])[uint.MaxValue, uint.MaxValue - 7, 0x8000_0000, guest.End, guest.End - 1, guest.End - 3, .. is64 ? wide : []])
                {
                    long[] changed = [.. arguments];
                    changed[pointer] = hostile;
                    Assert.Equal(Guest.Fault, guest.Call(name, Values(name, changed, is64)));
                }

                // Nothing needs to be aligned.
                long[] odd = [.. arguments];
                odd[pointer] = 0x1001;
                Assert.Equal(Guest.Success, guest.Call(name, Values(name, odd, is64)));
            }
        }
    }

    [Theory]
    [InlineData(0x600L, 1L << 32)]
    [InlineData(1L << 32, 8L)]
    [InlineData((1L << 32) + 0x600, 8L)]
    [InlineData(-8L, 16L)]
    [InlineData(0x600L, -1L)]
    [InlineData(-1L, -1L)]
    [InlineData(long.MinValue, 8L)]
    public void Buffers_beyond_a_memory_with_wide_addresses_are_a_fault(long buffer, long length)
    {
        using Guest guest = Create(is64: true);
        guest.PutAddresses(0x300, 0x600, 8, (ulong)buffer, (ulong)length);
        Assert.Equal(Guest.Fault, guest.Call("fd_write", 1, 0x300, 2, 0x100));
        Assert.Equal(Guest.Fault, guest.Call("fd_read", 0, 0x300, 2, 0x100));
        // Nor may so many be asked for that their size comes round.
        Assert.Equal(Guest.Fault, guest.Call("fd_write", 1, 0x300, (1L << 60) + 1, 0x100));
        Assert.Equal(Guest.Fault, guest.Call("poll_oneoff", 0x400, 0x500, (1L << 60) + 1, 0x100));
        Assert.Equal(Guest.Fault, guest.Call("random_get", 0x400, -1L));
    }

    [Fact]
    public void Structures_are_as_wide_as_addresses()
    {
        using WasiDirectory directory = WasiDirectory.InMemory();
        using var guest = new Guest(
            new WasiOptions { Args = ["app", "xyz"], Stdin = new MemoryStream("input"u8.ToArray()), Preopens = { ["/data"] = directory } }, is64: true);
        Assert.Equal(Guest.Success, guest.Call("args_sizes_get", 0x100, 0x108));
        Assert.Equal((2UL, 8UL), (guest.Address(0x100), guest.Address(0x108)));
        Assert.Equal(Guest.Success, guest.Call("args_get", 0x200, 0x300));
        Assert.Equal((0x300UL, 0x304UL), (guest.Address(0x200), guest.Address(0x208)));
        Assert.Equal("xyz", guest.Memory.ReadCString(0x304));
        guest.Memory.Slice(0x400, 16).Fill(0xff);
        Assert.Equal(Guest.Success, guest.Call("fd_prestat_get", 3, 0x400));
        Assert.Equal((0, 5UL), (guest.Memory.Read<byte>(0x400), guest.Address(0x408)));
        guest.PutAddresses(0x500, 0x600, 2, 0x700, 0, 0x700, 9);
        Assert.Equal(Guest.Success, guest.Call("fd_read", 0, 0x500, 3, 0x580));
        Assert.Equal(2UL, guest.Address(0x580));
        Assert.Equal("in", guest.Memory.ReadString(0x600, 2));
        guest.Memory.WriteString(0x600, "f");
        Assert.Equal(Guest.Success, guest.Call("path_open", 3, 0, 0x600, 1, 1, 0x42L, 0L, 0, 0x100));
        uint file = guest.Number(0x100);
        guest.Memory.Slice(0x580, 8).Fill(0xff);
        Assert.Equal(Guest.Success, guest.Call("fd_write", file, 0x500, 1, 0x580));
        Assert.Equal(2UL, guest.Address(0x580));
        Assert.Equal(Guest.Success, guest.Call("fd_readdir", 3, 0x800, 0x100, 0L, 0x580));
        Assert.InRange(guest.Address(0x580), 25UL, 0x100UL);
    }

    [Fact]
    public void Memory_above_4_gibibytes_is_memory()
    {
        using var output = new MemoryStream();
        using var guest = new Guest(
            new WasiOptions { Stdout = output, Stdin = new MemoryStream("input"u8.ToArray()), Deterministic = true }, pages: 0x1_0001, is64: true);
        const ulong high = 0x1_0000_0100;
        guest.Memory.WriteString(high, "above");
        // The list lies up there too, and one of its buffers across the border.
        foreach ((ulong at, ulong value) in ((ulong, ulong)[])[(0x80, high), (0x88, 5), (0x90, 0xffff_fffe), (0x98, 4)])
            guest.Memory.Write(high + at, value);
        guest.Memory.WriteString(0xffff_fffeUL, "<||>");
        Assert.Equal(Guest.Success, guest.Call("fd_write", 1, high + 0x80, 2L, high + 0x70));
        Assert.Equal(9UL, guest.Memory.Read<ulong>(high + 0x70));
        Assert.Equal("above<||>"u8.ToArray(), output.ToArray());
        Assert.Equal(Guest.Success, guest.Call("fd_read", 0, high + 0x80, 1L, high + 0x70));
        Assert.Equal("input", guest.Memory.ReadString(high, 5));
        Assert.Equal(Guest.Success, guest.Call("random_get", 0xffff_ff00L, 0x200L));
        Assert.NotEqual(0UL, guest.Memory.Read<ulong>(0x1_0000_00f8UL));
        Assert.Equal(Guest.Fault, guest.Call("random_get", 0x1_0000_ffffL, 2L));
    }

    [Fact]
    public void A_function_of_another_width_is_named()
    {
        byte[] module = Guest.Build("wasi_snapshot_preview1", [("fd_write", "illl")], pages: 1);
        LinkException error = Assert.Throws<LinkException>(
            () => WasmEngine.Default.Compile(module).Instantiate(new WasmImports().AddWasi()));
        Assert.Contains("[i32 i64 i64 i64] -> [i32], and func [i32 i32 i32 i32] -> [i32] was given", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_function_answers_whatever_it_gets(string name, bool is64)
    {
        uint[] numbers = [0, 1, 2, 3, 4, 8, 0x100, 0x101, 0xff00, 0xfff8, 0xfffc, 0xffff, 0x1_0000, 0x7fff_ffff, 0x8000_0000,
            0xffff_fff8, 0xffff_fffe, 0xffff_ffff];
        ulong[] addresses = [.. numbers, 1UL << 32, (1UL << 32) + 0x100, 1UL << 60, 1UL << 63, ulong.MaxValue - 15, ulong.MaxValue];
        long[] longs = [0, 1, -1, long.MinValue, long.MaxValue, 1L << 32, 1000];
        var random = new Random(46);
        string parameters = Signatures.Of(name);
        foreach (string module in (string[])["wasi_snapshot_preview1", "wasi_unstable"])
        {
            if (!Signatures.Has(module, name))
                continue;
            for (int round = 0; round < 40; round++)
            {
                // A new guest now and then, as this one may have closed what it has.
                using Guest guest = Create(module, is64);
                Scribble(guest.Memory.Slice(0UL, (int)guest.End), numbers, random, round, is64);
                for (int call = 0; call < 25; call++)
                {
                    WasmValue[] arguments = [.. parameters.Select(kind => kind switch
                    {
                        'l' => (WasmValue)longs[random.Next(longs.Length)],
                        'p' when is64 => addresses[random.Next(addresses.Length)],
                        _ => numbers[random.Next(numbers.Length)],
                    })];
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

    private static Guest Create(string module = "wasi_snapshot_preview1", bool is64 = false) => new(
        new WasiOptions
        {
            Args = ["app", "x"],
            Environment = { ["A"] = "b" },
            Stdin = new MemoryStream(new byte[100]),
            Deterministic = true,
        },
        module: module,
        is64: is64);

    private static WasmValue[] Values(string name, long[] arguments, bool is64) => [.. Signatures.Of(name).Zip(arguments, (kind, value) =>
        kind == 'l' || (kind == 'p' && is64) ? (WasmValue)value : (uint)value)];

    private static void Scribble(Span<byte> memory, uint[] numbers, Random random, int round, bool is64)
    {
        if (round % 2 == 0)
            random.NextBytes(memory);
        // Numbers of 32 bits in places of 64, so that some of the lists lie in memory.
        if (is64 && round % 4 > 1)
        {
            for (int i = 0; i < memory.Length; i += 8)
                BitConverter.TryWriteBytes(memory[i..], (ulong)numbers[random.Next(numbers.Length)]);
            return;
        }

        for (int i = 0; i < memory.Length && round % 4 > 0; i += 4)
            BitConverter.TryWriteBytes(memory[i..], numbers[random.Next(round % 4 == 1 ? 6 : numbers.Length)]);
    }
}

namespace Wasil.Wasi.Tests;

/// <summary>Arguments, environment, exit, random numbers, and how the functions are found.</summary>
public class ProcessTests
{
    [Fact]
    public void Arguments_are_strings_with_zero_bytes_behind()
    {
        using var guest = new Guest(new WasiOptions { Args = ["app", "", "ä😀"] });
        Assert.Equal(Guest.Success, guest.Call("args_sizes_get", 0x10, 0x14));
        Assert.Equal((3u, 12u), (guest.Number(0x10), guest.Number(0x14)));
        Assert.Equal(Guest.Success, guest.Call("args_get", 0x20, 0x100));
        Assert.Equal([0x100u, 0x104u, 0x105u], (uint[])[guest.Number(0x20), guest.Number(0x24), guest.Number(0x28)]);
        Assert.Equal("app\0\0ä😀\0", guest.Memory.ReadString(0x100, 12));

        // They may end where the memory ends.
        Assert.Equal(Guest.Success, guest.Call("args_get", guest.End - 12, guest.End - 24));
        Assert.Equal(Guest.Fault, guest.Call("args_get", 0x20, guest.End - 11));
    }

    [Fact]
    public void Variables_keep_their_order()
    {
        var options = new WasiOptions { Environment = { ["B"] = "1=2", ["A"] = "" } };
        var imports = new WasmImports().AddWasi(options);
        options.Environment["LATER"] = "x";
        using var guest = new Guest(imports, 1, "wasi_snapshot_preview1");
        Assert.Equal(Guest.Success, guest.Call("environ_sizes_get", 0x10, 0x14));
        Assert.Equal((2u, 9u), (guest.Number(0x10), guest.Number(0x14)));
        Assert.Equal(Guest.Success, guest.Call("environ_get", 0x20, 0x100));
        Assert.Equal("B=1=2\0A=\0", guest.Memory.ReadString(0x100, 9));
    }

    [Fact]
    public void Nothing_is_passed_on_by_default()
    {
        using var guest = new Guest();
        guest.Put(0x10, 7, 7);
        Assert.Equal(Guest.Success, guest.Call("environ_sizes_get", 0x10, 0x14));
        Assert.Equal((0u, 0u), (guest.Number(0x10), guest.Number(0x14)));
        Assert.Equal(Guest.Success, guest.Call("args_sizes_get", 0x10, 0x14));
        Assert.Equal((0u, 0u), (guest.Number(0x10), guest.Number(0x14)));
        Assert.Equal(Guest.Success, guest.Call("args_get", guest.End, guest.End));
    }

    [Fact]
    public void What_no_guest_could_read_is_refused()
    {
        Refused(new WasiOptions { Args = ["a\0b"] });
        Refused(new WasiOptions { Args = [new string('x', WasiOptions.MaxStringBytes)] });
        Refused(new WasiOptions { Environment = { ["A=B"] = "" } });
        Refused(new WasiOptions { Environment = { [""] = "" } });
        Refused(new WasiOptions { Environment = { ["A\0"] = "" } });
        Refused(new WasiOptions { Environment = { ["A"] = "\0" } });
        new WasmImports().AddWasi(new WasiOptions { Args = [new string('x', WasiOptions.MaxStringBytes - 1)] });

        static void Refused(WasiOptions options) => Assert.Throws<ArgumentException>(() => new WasmImports().AddWasi(options));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(-1)]
    public void Exit_codes_reach_the_host(int code)
    {
        using var guest = new Guest();
        Assert.Equal(code, Assert.Throws<WasmExitException>(() => guest.Call("proc_exit", code)).ExitCode);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(1)]
    [InlineData(30)]
    public void A_signal_ends_the_program_as_a_shell_shows_it(int signal)
    {
        using var guest = new Guest();
        Assert.Equal(128 + signal, Assert.Throws<WasmExitException>(() => guest.Call("proc_raise", signal)).ExitCode);
    }

    [Theory]
    [InlineData(0, Guest.Success)]
    [InlineData(16, Guest.Success)]
    [InlineData(17, Guest.Success)]
    [InlineData(22, Guest.Success)]
    [InlineData(27, Guest.Success)]
    [InlineData(18, Guest.NotSupported)]
    [InlineData(21, Guest.NotSupported)]
    [InlineData(31, Guest.Invalid)]
    [InlineData(-1, Guest.Invalid)]
    public void Other_signals_do_what_they_do_where_nobody_handles_them(int signal, int expected)
    {
        using var guest = new Guest();
        Assert.Equal(expected, guest.Call("proc_raise", signal));
    }

    [Fact]
    public void Random_bytes_fill_any_size()
    {
        using var guest = new Guest(pages: 4);
        Assert.Equal(Guest.Success, guest.Call("random_get", 0x10, 200_001));
        Assert.True(guest.Memory.Slice(0, 0x10).IndexOfAnyExcept((byte)0) < 0);
        Assert.True(guest.Memory.Slice(200_001 + 0x10, 100).IndexOfAnyExcept((byte)0) < 0);
        for (int i = 0; i < 200_000; i += 1000)
            Assert.True(guest.Memory.Slice(i + 0x10, 1000).IndexOfAnyExcept((byte)0) >= 0);
        Assert.Equal(Guest.Success, guest.Call("random_get", guest.End, 0));
    }

    [Fact]
    public void Random_bytes_come_from_where_the_host_says()
    {
        using var guest = new Guest(new WasiOptions { Random = bytes => bytes.Fill(42) });
        guest.Call("random_get", 1, 2);
        Assert.Equal([0, 42, 42, 0], guest.Memory.Slice(0, 4).ToArray());
    }

    [Fact]
    public void Deterministic_guests_all_see_the_same()
    {
        var imports = new WasmImports().AddWasi(new WasiOptions { Deterministic = true });
        Assert.Equal(Observe(), Observe());

        string Observe()
        {
            using var guest = new Guest(imports, 1, "wasi_snapshot_preview1");
            guest.Call("random_get", 0, 20);
            guest.Call("clock_time_get", 0, 0L, 32);
            guest.Call("clock_time_get", 1, 0L, 40);
            guest.PutClock(0x100, 1, 1, 5_000_000_000_000_000, 0);
            guest.Call("poll_oneoff", 0x100, 0x200, 1, 0x80);
            guest.Call("clock_time_get", 0, 0L, 48);
            Assert.Equal(1_577_836_800UL, guest.Long(32) / 1_000_000_000);
            Assert.InRange((double)(guest.Long(48) - guest.Long(32)), 5e15, 5e15 + 1e6);
            return Convert.ToHexString(guest.Memory.Slice(0, 56));
        }
    }

    [Fact]
    public void Names_that_are_not_functions_of_wasi_are_unknown()
    {
        var imports = new WasmImports().AddWasi();
        Assert.Throws<LinkException>(() => Link("wasi_snapshot_preview1", "fd_dance", ""));
        Assert.Throws<LinkException>(() => Link("wasi_unstable", "sock_accept", "iii"));
        Assert.Throws<LinkException>(() => Link("wasi_snapshot_preview1", "fd_seek", "iiii"));
        Assert.Throws<LinkException>(() => Link("wasi", "fd_close", "i"));
        Link("wasi_unstable", "fd_close", "i");

        void Link(string module, string name, string parameters) =>
            WasmEngine.Default.Compile(Guest.Build(module, [(name, parameters)], 1)).Instantiate(imports).Dispose();
    }

    [Fact]
    public void Instances_have_descriptors_of_their_own()
    {
        var imports = new WasmImports().AddWasi();
        using var one = new Guest(imports, 1, "wasi_snapshot_preview1");
        using var other = new Guest(imports, 1, "wasi_snapshot_preview1");
        one.Call("fd_close", 1);
        Assert.Equal(Guest.Success, other.Call("fd_fdstat_get", 1, 0));
    }

    [Fact]
    public void The_documentation_lists_every_function()
    {
        string page = File.ReadAllText(Path.Combine(Places.Repository, "docs", "wasi.md"));
        Assert.Equal(46, Signatures.All.Count);
        foreach ((string name, _) in Signatures.All)
            Assert.Contains($"| `{name}` |", page, StringComparison.Ordinal);
    }
}

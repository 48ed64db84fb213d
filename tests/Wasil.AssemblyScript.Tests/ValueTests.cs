namespace Wasil.AssemblyScript.Tests;

/// <summary>Strings and arrays, in and out, for each of the compiler's runtimes.</summary>
public class ValueTests
{
    public static TheoryData<string> Runtimes => Guests.Runtimes;

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void Strings(string runtime)
    {
        using var guests = new Guests(runtime);
        var greet = guests.Guest.GetFunction<Func<string, string>>("greet");
        Assert.Equal("hello wasm", greet("wasm"));
        Assert.Equal("hello ", greet(""));
        Assert.Equal("hello \ud83d\ude00 \ud800 \udc00 \0", greet("\ud83d\ude00 \ud800 \udc00 \0"));
        string large = new('x', 200_000);
        Assert.Equal("hello " + large, greet(large));
        var shout = guests.Guest.GetFunction<Func<string?, string?>>("shout");
        Assert.Null(shout(null));
        Assert.Equal("ÄB", shout("äb"));
        Assert.True(guests.Guest.GetFunction<Func<string, bool>>("isLong")("eleven chars"));
        Assert.False(guests.Guest.GetFunction<Func<string, bool>>("isLong")("ten"));
    }

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void Surrogates_without_a_partner_stay_as_they_are(string runtime)
    {
        using var guests = new Guests(runtime);
        AssemblyScriptGuest guest = guests.Guest;
        var greet = guest.GetFunction<Func<string, string>>("greet");
        var keep = guest.GetFunction<Func<string, int>>("keep");
        var recall = guest.GetFunction<Func<int, string>>("recall");
        var shout = guest.GetFunction<Func<string, string>>("shout");
        int argv = guest.Instance.GetFunction<Func<int>>("args")();
        string[] texts = ["\ud800", "\udfff", "\udc00\ud800", "\ud83d", "a\udbff", "\udbffa", "\ud800\ud800\udc00\udc00", "\uffff\ufeff\ud834"];
        foreach (string text in texts)
        {
            Assert.Equal("hello " + text, greet(text));
            Assert.Equal(text, recall(keep(text) - 1));
            Assert.Equal(text.Replace('a', 'A'), shout(text));
        }

        // Half of a character, and its other half.
        Assert.Equal("hello \ud83d", greet("\ud83d\ude00"[..1]));
        Assert.Equal("hello \ude00", greet("\ud83d\ude00"[1..]));
        var all = new AssemblyScriptArray<string>(texts, AssemblyScriptArrayKind.Array) { TypeId = guest.TypeIdOf(argv) };
        Assert.Equal(
            "bye \ud800 " + string.Join(" and ", texts),
            guest.GetFunction<Func<AssemblyScriptArray<string>, string, string>>("greetAll")(all, "bye \ud800"));
        Assert.Equal("hello again", greet("again"));
    }

    [Fact]
    public void Strings_that_guests_make_may_be_of_surrogates_alone()
    {
        using WasmInstance instance = WasmEngine.Default.Compile("""
            (memory (export "memory") 1)
            (data (i32.const 44) "\02\00\00\00\06\00\00\00" "\00\dc\00\d8x\00")
            (data (i32.const 76) "\02\00\00\00\05\00\00\00" "\00\dc\00\d8x")
            (func (export "text") (result i32) (i32.const 52))
            (func (export "odd") (result i32) (i32.const 84))
            """).Instantiate();
        var guest = new AssemblyScriptGuest(instance);
        var text = guest.GetFunction<Func<string>>("text");
        Assert.Equal("\udc00\ud800x", text());
        Assert.Contains("5 bytes", Assert.Throws<InvalidDataException>(() => guest.GetFunction<Func<string>>("odd")()).Message, StringComparison.Ordinal);
        Assert.Equal("\udc00\ud800x", text());
    }

    [Fact]
    public void A_token_ends_typed_calls_and_what_they_ask_of_the_runtime()
    {
        foreach (WasmEngineMode mode in Enum.GetValues<WasmEngineMode>())
        {
            foreach (string endless in (string[])["greet", "__new", "__pin", "__unpin"])
            {
                string In(string name) => name == endless ? "(loop (br 0))" : "";
                using WasmInstance instance = new WasmEngine(new WasmEngineOptions { Mode = mode, Interruptible = true }).Compile($"""
                    (memory (export "memory") 1)
                    (data (i32.const 92) "\02\00\00\00\02\00\00\00")
                    (func (export "__new") (param i32 i32) (result i32) {In("__new")} (i32.const 100))
                    (func (export "__pin") (param i32) (result i32) {In("__pin")} (local.get 0))
                    (func (export "__unpin") (param i32) {In("__unpin")})
                    (func (export "greet") (param i32) (result i32) {In("greet")} (local.get 0))
                    """).Instantiate(null, new InstanceOptions { SurvivesCancellation = true });
                var guest = new AssemblyScriptGuest(instance);
                var greet = guest.GetFunction<Func<string, CancellationToken, string>>("greet");
                using var end = new CancellationTokenSource(endless == "__unpin" ? 2_000 : 50);
                // The result is there by the time that the runtime is asked to let go of the argument.
                if (endless == "__unpin")
                    Assert.Equal("x", greet("x", end.Token));
                else
                    Assert.Throws<OperationCanceledException>(() => greet("x", end.Token));
                Assert.True(end.IsCancellationRequested);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void Arrays(string runtime)
    {
        using var guests = new Guests(runtime);
        AssemblyScriptGuest guest = guests.Guest;
        Assert.Equal([3, -2, 1], guest.GetFunction<Func<int[], int[]>>("reversed")([1, -2, 3]));
        Assert.Equal([], guest.GetFunction<Func<int[], int[]>>("reversed")([]));
        Assert.Equal([0L, 1, 4, 9], guest.GetFunction<Func<int, long[]>>("squares")(4));
        Assert.Equal([1.5f, -2.25f], guest.GetFunction<Func<float[]>>("floats")());
        Assert.Equal(new ushort[] { 1, 65_535 }, guest.GetFunction<Func<ushort[]>>("words")());

        var doubled = guest.GetFunction<Func<AssemblyScriptArray<double>, AssemblyScriptArray<double>>>("doubled");
        AssemblyScriptArray<double> result = doubled(new([1, 2.5], AssemblyScriptArrayKind.TypedArray));
        Assert.Equal([2, 5], result.Items);
        Assert.Equal(AssemblyScriptArrayKind.TypedArray, result.Kind);
        var sumOf = guest.GetFunction<Func<AssemblyScriptArray<long>, long>>("sumOf");
        Assert.Equal(1L << 40, sumOf(new([1L << 39, 1L << 39], AssemblyScriptArrayKind.StaticArray)));
        Assert.Equal([0, 3, 6], guest.GetFunction<Func<int, byte[]>>("buffer")(3));
        var bytesOf = guest.GetFunction<Func<AssemblyScriptArray<byte>, uint>>("bytesOf");
        Assert.Equal(510u, bytesOf(new([255, 255], AssemblyScriptArrayKind.ArrayBuffer)));
        // A view of the middle of a buffer.
        Assert.Equal([4, 5, 6, 7], guest.GetFunction<Func<byte[]>>("part")());
    }

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void Arrays_of_strings_and_parameters_with_defaults(string runtime)
    {
        using var guests = new Guests(runtime);
        AssemblyScriptGuest guest = guests.Guest;
        int[] ids = [.. Enumerable.Range(0, 100).Where(id => IsStringArray(guest, id))];
        Assert.NotEmpty(ids);
        // Which id the class has is known from an array that the guest made.
        int argv = guest.Instance.GetFunction<Func<int>>("args")();
        string[] names = ["a", "", "\ud83d\ude00"];
        var all = new AssemblyScriptArray<string>(names, AssemblyScriptArrayKind.Array) { TypeId = guest.TypeIdOf(argv) };
        Assert.Equal("hello a and  and \ud83d\ude00", guest.GetFunction<Func<AssemblyScriptArray<string>, string>>("greetAll")(all));
        Assert.Equal(
            "bye a and  and \ud83d\ude00", guest.GetFunction<Func<AssemblyScriptArray<string>, string, string>>("greetAll")(all, "bye"));
    }

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void What_the_guest_keeps_survives_its_collector(string runtime)
    {
        using var guests = new Guests(runtime);
        AssemblyScriptGuest guest = guests.Guest;
        var keep = guest.GetFunction<Func<string, int>>("keep");
        var greet = guest.GetFunction<Func<string, string>>("greet");
        for (int i = 0; i < 2_000; i++)
        {
            Assert.Equal(i + 1, keep($"text number {i}"));
            Assert.Equal($"hello {i}", greet($"{i}"));
            if (i % 100 == 0)
                guest.Collect();
        }

        guest.Collect();
        var recall = guest.GetFunction<Func<int, string>>("recall");
        for (int i = 0; i < 2_000; i += 37)
            Assert.Equal($"text number {i}", recall(i));
    }

    [Fact]
    public void Garbage_is_collected()
    {
        foreach (string runtime in new[] { "host_incremental", "host_minimal" })
        {
            using var guests = new Guests(runtime);
            var greet = guests.Guest.GetFunction<Func<string, string>>("greet");
            string text = new('x', 10_000);
            for (int i = 0; i < 2_000; i++)
            {
                greet(text);
                if (runtime == "host_minimal" && i % 50 == 0)
                    guests.Guest.Collect();
            }

            // 80 MB were made.
            Assert.InRange(guests.Instance.GetMemory("memory").Length, 1, 16 << 20);
        }
    }

    [Fact]
    public void Delegates_that_do_not_fit_are_refused()
    {
        using var guests = new Guests("host_incremental");
        AssemblyScriptGuest guest = guests.Guest;
        Assert.Throws<KeyNotFoundException>(() => guest.GetFunction<Func<string, string>>("missing"));
        Assert.Throws<ArgumentException>(() => guest.GetFunction<Func<long, string>>("greet"));
        Assert.Throws<ArgumentException>(() => guest.GetFunction<Func<string, string, string>>("greet"));
        Assert.Throws<ArgumentException>(() => guest.GetFunction<Action<string>>("greet"));
        Assert.Throws<ArgumentException>(() => guest.GetFunction<Func<object, string>>("greet"));
        Assert.Throws<ArgumentException>(() => guest.GetFunction<Func<string, decimal[]>>("greet"));
    }

    [Fact]
    public void A_guest_without_its_runtime_can_be_read_but_not_given_objects()
    {
        using WasmInstance bare = WasmEngine.Default.Compile("""
            (memory (export "memory") 1)
            (data (i32.const 20) "\02\00\00\00\04\00\00\00h\00i\00")
            (func (export "text") (result i32) (i32.const 28))
            (func (export "take") (param i32))
            """).Instantiate();
        var guest = new AssemblyScriptGuest(bare);
        Assert.Equal("hi", guest.GetFunction<Func<string>>("text")());
        string message = Assert.Throws<InvalidOperationException>(() => guest.GetFunction<Action<string>>("take")("x")).Message;
        Assert.Contains("--exportRuntime", message, StringComparison.Ordinal);
        Assert.Contains("--exportRuntime", Assert.Throws<InvalidOperationException>(
            () => guest.GetFunction<Func<int[]>>("text")()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 2, 8u)] // at the start of memory there is no room for a header
    [InlineData(65_532, 2, 8u)] // ends past the memory
    [InlineData(64, 2, 0xffff_fffeu)] // larger than the memory
    [InlineData(64, 2, 0x7fff_fffeu)]
    [InlineData(64, 2, 3u)] // half a character
    [InlineData(64, 1, 4u)] // a buffer
    [InlineData(64, 4, 16u)] // an array whose data lies outside
    [InlineData(64, 3, 4u)] // no such class
    [InlineData(64, -1, 4u)]
    public void Guests_that_lie_are_found_out(int pointer, int id, uint size)
    {
        // Class 4 is Array<i32>, whose fields are what lies at 64.
        using WasmInstance liar = WasmEngine.Default.Compile($$"""
            (memory (export "memory") 1)
            (global (export "__rtti_base") i32 (i32.const 1024))
            (data (i32.const 64) "\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff")
            (data (i32.const 1024) "\05\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\02\09\00\00")
            (func (export "object") (result i32)
              (if (i32.ge_u (i32.const {{pointer}}) (i32.const 20)) (then
                (i32.store (i32.const {{Math.Max(pointer - 8, 0)}}) (i32.const {{id}}))
                (i32.store (i32.const {{Math.Max(pointer - 4, 0)}}) (i32.const {{(int)size}}))))
              (i32.const {{(pointer == 0 ? 4 : pointer)}}))
            """).Instantiate();
        var guest = new AssemblyScriptGuest(liar);
        Exception? text = Record.Exception(() => guest.GetFunction<Func<string>>("object")());
        Exception? array = Record.Exception(() => guest.GetFunction<Func<int[]>>("object")());
        Assert.True(text is TrapException or InvalidDataException, text?.ToString());
        Assert.True(array is TrapException or InvalidDataException, array?.ToString());
    }

    [Fact]
    public void Many_references_to_one_large_string_do_not_exhaust_the_host()
    {
        using WasmInstance liar = WasmEngine.Default.Compile("""
            (memory (export "memory") 32)
            (global (export "__rtti_base") i32 (i32.const 1024))
            (data (i32.const 1024) "\05\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\02\41\00\00")
            (func (export "object") (result i32) (local $i i32)
              (i32.store (i32.const 2040) (i32.const 2)) (i32.store (i32.const 2044) (i32.const 1000000))
              (i32.store (i32.const 1056) (i32.const 4)) (i32.store (i32.const 1060) (i32.const 16))
              (i32.store (i32.const 1068) (i32.const 1048576)) (i32.store (i32.const 1076) (i32.const 200000))
              (loop $again
                (i32.store (i32.add (i32.const 1048576) (i32.shl (local.get $i) (i32.const 2))) (i32.const 2048))
                (br_if $again (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 200000))))
              (i32.const 1064))
            """).Instantiate();
        Assert.Throws<InvalidDataException>(() => new AssemblyScriptGuest(liar).GetFunction<Func<string[]>>("object")());
    }

    private static bool IsStringArray(AssemblyScriptGuest guest, int id) =>
        guest.TypeIdOf(guest.Instance.GetFunction<Func<int>>("args")()) == id;
}

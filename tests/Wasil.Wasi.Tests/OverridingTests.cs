namespace Wasil.Wasi.Tests;

/// <summary>An embedder replaces or wraps any single function.</summary>
public class OverridingTests
{
    private static readonly string[] Modules = ["wasi_snapshot_preview1", "wasi_unstable"];

    public static TheoryData<string, string> Functions =>
    [
        .. Modules.SelectMany(module => Signatures.All.Select(function => (module, function.Name)))
            .Where(each => Signatures.Has(each.module, each.Name))
            .Select(each => new TheoryDataRow<string, string>(each.module, each.Name)),
    ];

    private static FuncType TypeOf(string name) => new(
        Signatures.Of(name).Select(kind => kind == 'l' ? ValType.I64 : ValType.I32), name == "proc_exit" ? [] : [ValType.I32]);

    private static WasmValue[] Arguments(string name) =>
        [.. Signatures.Of(name).Select((kind, i) => kind == 'l' ? (WasmValue)(long)(100 + i) : 100 + i)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_later_definition_replaces_the_function_alone(string module, string name)
    {
        WasmValue[]? got = null;
        WasmImports imports = new WasmImports().AddWasi().Define(module, name, TypeOf(name), (_, arguments, results) =>
        {
            got = arguments.ToArray();
            if (results is [_])
                results[0] = 1000;
        });
        using var guest = new Guest(imports, 1, module);
        Assert.Equal(name == "proc_exit" ? 0 : 1000, guest.Call(name, Arguments(name)));
        Assert.Equal(Arguments(name), got);
        string other = name == "fd_close" ? "fd_sync" : "fd_close";
        Assert.Equal(Guest.BadDescriptor, guest.Call(other, 99));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void An_earlier_definition_is_replaced(string module, string name)
    {
        WasmImports imports = new WasmImports()
            .Define(module, name, TypeOf(name), (_, _, _) => throw new InvalidOperationException("It was to be replaced."))
            .AddWasi();
        using var guest = new Guest(imports, 1, module);
        if (name == "proc_exit")
            Assert.Equal(100, Assert.Throws<WasmExitException>(() => guest.Call(name, Arguments(name))).ExitCode);
        else
            Assert.InRange(guest.Call(name, Arguments(name)), 0, 76);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_wrapper_calls_the_function_and_answers_as_it_likes(string module, string name)
    {
        var answers = new List<int>();
        WasmImports imports = new WasmImports().AddWasi(new WasiOptions { Deterministic = true })
            .Wrap((import, original) => (import.Module, import.Name) != (module, name) ? null
                : HostFunction.From(original.Signature, (_, arguments, results) =>
                {
                    original.Invoke(arguments, results);
                    if (results is not [var answer])
                        return;
                    answers.Add(answer.AsInt32());
                    results[0] = 2000;
                }));
        using var plain = new Guest(new WasiOptions { Deterministic = true }, module: module);
        using var guest = new Guest(imports, 1, module);
        if (name == "proc_exit")
        {
            Assert.Equal(100, Assert.Throws<WasmExitException>(() => guest.Call(name, Arguments(name))).ExitCode);
            return;
        }

        Assert.Equal(2000, guest.Call(name, Arguments(name)));
        Assert.Equal(plain.Call(name, Arguments(name)), Assert.Single(answers));
        Assert.True(plain.Memory.Slice(0UL, (int)plain.End).SequenceEqual(guest.Memory.Slice(0UL, (int)guest.End)));
    }

    [Fact]
    public void A_wrapper_is_typed()
    {
        using var output = new MemoryStream();
        long written = 0;
        WasmImports imports = new WasmImports().AddWasi(new WasiOptions { Args = ["greet", "Wasil"], Stdout = output })
            .Wrap("wasi_snapshot_preview1", "fd_write", original =>
            {
                var write = original.As<Func<int, uint, uint, uint, Errno>>();
                return (Caller caller, int fd, uint vectors, uint count, uint result) =>
                {
                    Errno error = write(fd, vectors, count, result);
                    written += caller.Memory.Read<uint>(result);
                    return error;
                };
            });
        byte[] module = File.ReadAllBytes(Path.Combine(Places.Repository, "samples", "guests", "greet.wasm"));
        using WasmInstance instance = WasmEngine.Default.Compile(module).Instantiate(imports);
        Assert.Equal(0, instance.RunCommand());
        Assert.Equal(14, written);
        Assert.Equal(14, output.Length);
    }
}

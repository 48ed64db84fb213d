using System.Runtime.InteropServices;
using System.Text;

namespace Wasil.Wasi.Tests;

/// <summary>
/// A guest that imports functions of WASI and exports them again, and its memory: what a test calls is called as a guest's code
/// would call it.
/// </summary>
internal sealed class Guest : IDisposable
{
    public const int Success = 0, Again = 6, BadDescriptor = 8, Fault = 21, Invalid = 28, IO = 29, NotConnected = 53, NotDirectory = 54,
        NotSocket = 57, NotSupported = 58, BrokenPipe = 64, InvalidSeek = 70, NotCapable = 76,
        TooManyDescriptors = 33;

    /// <summary>A loaded machine is slow; a call that never ends is a failure all the same.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, WasmFunction> _functions = [];

    public Guest(WasiOptions? options = null, int pages = 1, string module = "wasi_snapshot_preview1", bool is64 = false)
        : this(new WasmImports().AddWasi(options), pages, module, is64)
    {
    }

    public Guest(WasmImports imports, int pages, string module, bool is64 = false)
    {
        IEnumerable<(string, string)> functions = Signatures.All.Where(function => Signatures.Has(module, function.Name));
        // What a call waits for can be cancelled, and the guest called again.
        var engine = new WasmEngine(new WasmEngineOptions { Interruptible = true });
        Instance = engine.Compile(Build(module, functions, pages, is64)).Instantiate(imports, new InstanceOptions { SurvivesCancellation = true });
    }

    public WasmInstance Instance { get; }

    public WasmMemory Memory => Instance.Memory;

    public uint End => (uint)Memory.Length;

    /// <summary>Calls a function and gives the error number it answers. Addresses may be narrower than the function's.</summary>
    public int Call(string name, params ReadOnlySpan<WasmValue> arguments)
    {
        if (!_functions.TryGetValue(name, out WasmFunction? function))
            _functions[name] = function = Instance.GetFunction(name);
        WasmValue[] values = arguments.ToArray();
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i].Kind == ValKind.I32 && function.Signature.Parameters[i] == ValType.I64)
                values[i] = (ulong)values[i].AsUInt32();
        }

        return function.Invoke(values) is [var result] ? result.AsInt32() : Success;
    }

    /// <summary>Calls a function that waits, and has it stop.</summary>
    public async Task RequireCancellable(string name, WasmValue[] arguments)
    {
        using var end = new CancellationTokenSource();
        Task<Exception?> calling = Task.Run(() => Record.Exception(
            () => Instance.GetFunction(name).Invoke(arguments, new WasmValue[1], end.Token)));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(calling.IsCompleted, calling.IsCompleted ? $"{await calling}" : "");
        await end.CancelAsync();
        Assert.IsAssignableFrom<OperationCanceledException>(await calling.WaitAsync(Soon, TestContext.Current.CancellationToken));
    }

    /// <summary>Writes 32-bit numbers one after the other.</summary>
    public void Put(uint address, params ReadOnlySpan<uint> numbers) =>
        MemoryMarshal.AsBytes(numbers).CopyTo(Memory.Slice(address, numbers.Length * sizeof(uint)));

    /// <summary>Writes addresses one after the other, as wide as the memory's.</summary>
    public void PutAddresses(uint at, params ReadOnlySpan<ulong> addresses)
    {
        foreach (ulong address in addresses)
        {
            if (Memory.Is64)
                Memory.Write(at, address);
            else
                Memory.Write(at, (uint)address);
            at += Memory.Is64 ? 8u : 4u;
        }
    }

    /// <summary>Reads an address or a size.</summary>
    public ulong Address(uint at) => Memory.Is64 ? Memory.Read<ulong>(at) : Memory.Read<uint>(at);

    /// <summary>Writes a subscription to a clock.</summary>
    public void PutClock(uint address, ulong userData, uint clock, ulong timeout, ushort flags)
    {
        Memory.Slice(address, 48).Clear();
        Memory.Write(address, userData);
        Memory.Write(address + 16, clock);
        Memory.Write(address + 24, timeout);
        Memory.Write(address + 40, flags);
    }

    /// <summary>Writes a subscription to a descriptor.</summary>
    public void PutDescriptor(uint address, ulong userData, byte type, uint descriptor)
    {
        Memory.Slice(address, 48).Clear();
        Memory.Write(address, userData);
        Memory.Write(address + 8, type);
        Memory.Write(address + 16, descriptor);
    }

    public uint Number(uint address) => Memory.Read<uint>(address);

    public ulong Long(uint address) => Memory.Read<ulong>(address);

    public void Dispose() => Instance.Dispose();

    /// <summary>A module with a type, an import and an export for each function, and a memory.</summary>
    public static byte[] Build(string module, IEnumerable<(string Name, string Parameters)> functions, int pages, bool is64 = false)
    {
        (string Name, string Parameters)[] all = [.. functions];
        return
        [
            .. "\0asm\u0001\0\0\0"u8,
            .. Section(1, all.Select(function => (byte[])
                [0x60, .. Vector(function.Parameters.Select(p => (byte[])[p == 'l' || (p == 'p' && is64) ? (byte)0x7e : (byte)0x7f])),
                .. function.Name == "proc_exit" ? (byte[])[0] : [1, 0x7f]])),
            .. Section(2, all.Select((function, i) => (byte[])[.. Name(module), .. Name(function.Name), 0, .. Leb(i)])),
            .. pages < 0 ? [] : Section(5, [[is64 ? (byte)4 : (byte)0, .. Leb(pages)]]),
            .. Section(7, all.Select((function, i) => (byte[])[.. Name(function.Name), 0, .. Leb(i)])
                .Concat(pages < 0 ? [] : [[.. Name("memory"), 2, 0]])),
        ];
    }

    private static byte[] Section(byte id, IEnumerable<byte[]> items)
    {
        byte[] content = Vector(items);
        return [id, .. Leb(content.Length), .. content];
    }

    private static byte[] Vector(IEnumerable<byte[]> items)
    {
        byte[][] all = [.. items];
        return [.. Leb(all.Length), .. all.SelectMany(item => item)];
    }

    private static byte[] Name(string name) => [.. Leb(name.Length), .. Encoding.UTF8.GetBytes(name)];

    private static byte[] Leb(int value)
    {
        var bytes = new List<byte>();
        for (; value > 0x7f; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
        return [.. bytes];
    }
}

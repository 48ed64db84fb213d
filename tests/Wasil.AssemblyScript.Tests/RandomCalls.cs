using Wasil.Tests;

namespace Wasil.AssemblyScript.Tests;

/// <summary>The functions of AssemblyScript's bindings that are served, as its declarations have them; see <see cref="HostCalls"/> for
/// how types are written.</summary>
internal static class RandomCalls
{
    // All, those of mathematics by their kinds.
    private const string Listing = """
        abort iiii
        trace iiddddd
        seed - d
        console.assert ii
        console.log i
        console.debug i
        console.info i
        console.warn i
        console.error i
        console.time i
        console.timeLog i
        console.timeEnd i
        Date.now - d
        Date.getTimezoneOffset - d
        performance.now - d
        process.exit i
        crypto.getRandomValuesN i i
        Math.random - d
        Math.abs d d
        Math.asinh d d
        Math.atan2 dd d
        Math.atanh d d
        Math.clz32 d d
        Math.expm1 d d
        Math.fround d f
        Math.hypot dd d
        Math.imul dd d
        Math.log1p d d
        Math.pow dd d
        Math.round d d
        Math.sign d d
        """;

    /// <summary>Calls of them.</summary>
    public static HostCalls Create() => new(Listing, () => new WasmImports().AddAssemblyScript(new AssemblyScriptOptions
    {
        Stdout = Stream.Null,
        Stderr = Stream.Null,
        Trace = AssemblyScriptTrace.Stdout,
    }))
    {
        Exports = Exports,
        Asks = Ask,
        HasWideMemories = false,
    };

    /// <summary>What a guest exports for them: the compiler's runtime, or what goes by its names, or less.</summary>
    private static string Exports(Random random, bool is64)
    {
        bool Has() => random.Next(6) > 0;
        string[] ways = ["", "", "", "unreachable", "(loop (br 0))", "(memory.grow (i32.const 1)) drop"];
        string Way() => ways[random.Next(ways.Length)];
        string Optional(string text) => Has() ? text : "";
        string Number() => $"{new[] { 0, 1, 8, 20, 64, 4096, 65_520, 65_536, -1, -20, int.MinValue }[random.Next(11)]}";
        string memory = random.Next(12) switch
        {
            0 => "(memory 1 40)",
            1 => "(memory (export \"elsewhere\") 1 40)",
            _ => "(memory (export \"memory\") 1 40)",
        };
        return $"""
            {memory}
            {Optional($"(func (export \"__new\") (param i32 {(Has() ? "i32" : "f32")}) (result i32) {Way()} (i32.const {Number()}))")}
            {Optional($"(func (export \"__pin\") (param i32) (result i32) {Way()} {(Has() ? "(local.get 0)" : $"(i32.const {Number()})")})")}
            {Optional($"(func (export \"__unpin\") (param i32) {Way()})")}
            {Optional($"(func (export \"__collect\") {Way()})")}
            {Optional($"(global (export \"__rtti_base\") i32 (i32.const {Number()}))")}
            (func (export "text") (result i32) {Way()} (i32.const {Number()}))
            (func (export "take") (param i32) (result i32) {Way()} (local.get 0))
            """;
    }

    /// <summary>Asks for strings and arrays, which the guest's words about its memory decide.</summary>
    private static void Ask(WasmInstance instance, Random random)
    {
        var guest = new AssemblyScriptGuest(instance);
        int pointer = new[] { 0, 1, 19, 20, 64, 100, 4096, 40_000, 65_535, 65_536, -1, -20, int.MinValue }[random.Next(13)];
        using var end = new CancellationTokenSource(20);
        try
        {
            switch (random.Next(9))
            {
                case 0: guest.ReadString(pointer); break;
                case 1: guest.ReadArray<int>(pointer); break;
                case 2: guest.ReadArray<string>(pointer); break;
                case 3: guest.ReadArray<byte>(pointer); break;
                case 4: guest.NewString("\ud800 text", end.Token).Dispose(); break;
                case 5: guest.NewArray<long>([1, 2, 3], (AssemblyScriptArrayKind)random.Next(4), cancellationToken: end.Token).Dispose(); break;
                case 6: guest.NewArray<string>(["a", "b"], typeId: random.Next(8), cancellationToken: end.Token).Dispose(); break;
                case 7: guest.GetFunction<Func<CancellationToken, string?>>("text")(end.Token); break;
                default: guest.GetFunction<Func<string, CancellationToken, byte[]?>>("take")("\udc00", end.Token); break;
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException or KeyNotFoundException or NotSupportedException)
        {
            // As the methods say: the guest lies, lacks its runtime, exports no memory, or has no such class.
        }
    }
}

using static Wasil.Tests.Hostile.Opcodes;

namespace Wasil.Tests.Hostile;

// Modules that are harmless until they run: stacks, memories and tables without end.
internal static partial class HostileModules
{
    /// <summary>A function that calls itself and still has something to do afterwards. <c>() -> i32</c>.</summary>
    public static byte[] InfiniteRecursion() => Single([], [TypeI32], new ByteWriter().Op(Call, 0).I32(1).Op(I32Add));

    /// <summary>
    /// A function whose last act is to call itself. <c>() -> ()</c>. It is no tail call in wasm, so it must exhaust the stack;
    /// but a compiler below may make one of it, and then it runs forever.
    /// </summary>
    public static byte[] InfiniteRecursionInTailPosition() => Single([], [], new ByteWriter().Op(Call, 0));

    /// <summary>Two functions that call each other through a table. <c>(i32) -> i32</c>.</summary>
    public static byte[] InfiniteMutualRecursion()
    {
        var module = new ModuleBuilder();
        uint type = module.Type([TypeI32], [TypeI32]);
        uint run = module.Function(type, Caller(other: 1));
        uint other = module.Function(type, Caller(other: 0));
        module.Table(TypeFuncref, 2);
        module.Element(0, run, other);
        return module.Export("run", run).ToArray();

        ByteWriter Caller(int other) =>
            new ByteWriter().Get(0).I32(1).Op(I32Add).I32(other).Op(CallIndirect, type, 0).Get(0).Op(I32Xor);
    }

    /// <summary>A function that calls itself with <paramref name="locals"/> locals alive across the call. <c>(i64) -> i64</c>.</summary>
    public static byte[] RecursionWithManyLocals(int locals = 1_000)
    {
        var body = new ByteWriter();
        for (int local = 1; local <= locals; local++)
            body.Get(0).I64(local).Op(I64Mul).Set(local);
        body.Get(0).I64(1).Op(I64Add).Op(Call, 0);
        for (int local = 1; local <= locals; local++)
            body.Get(local).Op(I64Add);
        return Single([TypeI64], [TypeI64], body, ((uint)locals, TypeI64));
    }

    /// <summary>A recursion that ends. <c>(i32) -> i32</c>: the argument, reached by as many calls.</summary>
    public static byte[] DeepRecursion() => Single([TypeI32], [TypeI32], new ByteWriter()
        .Get(0).Op(If).Byte(TypeI32)
        .Get(0).I32(1).Op(I32Sub).Op(Call, 0).I32(1).Op(I32Add)
        .Op(Else).I32(0).Op(End));

    /// <summary>A loop without a way out. <c>() -> ()</c>.</summary>
    public static byte[] InfiniteLoop() =>
        Single([], [], new ByteWriter().Op(Loop).Byte(TypeEmpty).Op(Br, 0).Op(End));

    /// <summary>
    /// Grows a memory page by page until it is refused. <c>() -> i32</c>: the pages it got, which is 65,536 without limits.
    /// </summary>
    public static byte[] GrowMemoryForever()
    {
        var module = new ModuleBuilder();
        uint type = module.Type([], [TypeI32]);
        module.Memory(0);
        uint run = module.Function(type, new ByteWriter()
            .Op(Loop).Byte(TypeEmpty)
            .I32(1).Op(MemoryGrow, 0).I32(-1).Op(I32Ne).Op(BrIf, 0)
            .Op(End).Op(MemorySize, 0));
        return module.Export("run", run).ToArray();
    }

    /// <summary>
    /// Grows a table by <paramref name="elements"/> until it is refused. <c>() -> i32</c>: the elements it got. A null reference
    /// takes 8 bytes or more, so that only a limit keeps this from taking 32 GiB.
    /// </summary>
    public static byte[] GrowTableForever(int elements = 100_000)
    {
        var module = new ModuleBuilder();
        uint type = module.Type([], [TypeI32]);
        module.Table(TypeFuncref, 0);
        uint run = module.Function(type, new ByteWriter()
            .Op(Loop).Byte(TypeEmpty)
            .Op(RefNull).Byte(TypeFuncref).I32(elements).Op(PrefixFC, TableGrow).Unsigned(0)
            .I32(-1).Op(I32Ne).Op(BrIf, 0)
            .Op(End).Op(PrefixFC, TableSize).Unsigned(0));
        return module.Export("run", run).ToArray();
    }

    /// <summary>A start function that traps. <c>() -> ()</c>.</summary>
    public static byte[] StartTraps()
    {
        var module = new ModuleBuilder();
        uint type = module.Type([], []);
        uint start = module.Function(type, new ByteWriter().Op(Unreachable));
        return module.Start(start).Export("run", module.Function(type, new ByteWriter())).ToArray();
    }

    /// <summary>
    /// A start function that never ends. <c>() -> ()</c>. Whatever bounds a call has to bound instantiation as well.
    /// </summary>
    public static byte[] StartRunsForever()
    {
        var module = new ModuleBuilder();
        uint type = module.Type([], []);
        uint start = module.Function(type, new ByteWriter().Op(Loop).Byte(TypeEmpty).Op(Br, 0).Op(End));
        return module.Start(start).Export("run", start).ToArray();
    }

    /// <summary>
    /// A data segment that does not fit the memory of one page, at <paramref name="offset"/> (taken as unsigned).
    /// <c>() -> ()</c>.
    /// </summary>
    public static byte[] DataOutOfBounds(int offset = 65_535)
    {
        var module = new ModuleBuilder();
        uint type = module.Type([], []);
        module.Memory(1);
        module.Data(offset, [1, 2]);
        return module.Export("run", module.Function(type, new ByteWriter())).ToArray();
    }

    /// <summary>
    /// An element segment that does not fit the table of 10, at <paramref name="offset"/> (taken as unsigned).
    /// <c>() -> ()</c>.
    /// </summary>
    public static byte[] ElementOutOfBounds(int offset = 9)
    {
        var module = new ModuleBuilder();
        uint type = module.Type([], []);
        uint run = module.Function(type, new ByteWriter());
        module.Table(TypeFuncref, 10);
        return module.Element(offset, run, run).Export("run", run).ToArray();
    }

    /// <summary>A memory that starts with <paramref name="pages"/>. <c>() -> i32</c>: its size in pages.</summary>
    public static byte[] HugeMemory(ulong pages = 65_536)
    {
        var module = new ModuleBuilder();
        uint type = module.Type([], [TypeI32]);
        module.Memory(pages);
        return module.Export("run", module.Function(type, new ByteWriter().Op(MemorySize, 0))).ToArray();
    }

    /// <summary>Many tables, each of a size that one may well have. <c>() -> i32</c>: the size of the first.</summary>
    public static byte[] ManyHugeTables(int tables = 100_000, ulong elements = 10_000_000)
    {
        var module = new ModuleBuilder();
        uint type = module.Type([], [TypeI32]);
        for (int i = 0; i < tables; i++)
            module.Table(TypeFuncref, elements);
        return module.Export("run", module.Function(type, new ByteWriter().Op(PrefixFC, TableSize).Unsigned(0))).ToArray();
    }

    /// <summary>A table that starts with <paramref name="elements"/>. <c>() -> i32</c>: its size.</summary>
    public static byte[] HugeTable(ulong elements = uint.MaxValue)
    {
        var module = new ModuleBuilder();
        uint type = module.Type([], [TypeI32]);
        module.Table(TypeFuncref, elements);
        return module.Export("run", module.Function(type, new ByteWriter().Op(PrefixFC, TableSize).Unsigned(0))).ToArray();
    }
}

using System.Globalization;
using System.Text;
using Wasil.Instructions;

namespace Wasil.Tests.Compilation;

/// <summary>Every atomic instruction that accesses memory, against what the proposal says of it in words of 64 bits.</summary>
public class AtomicInstructionTests
{
    private const int Page = 65_536;
    private const byte Filling = 0xa5;
    private const ulong Around = 0xa5a5_a5a5_a5a5_a5a5;

    private static readonly ulong[] Values = [0, 1, 0x7f, 0x80, 0xff, 0x8000_0000, 0xffff_ffff, 0x0123_4567_89ab_cdef, ulong.MaxValue];

    public static TheoryData<string> Mnemonics =>
        [.. InstructionInfo.Opcodes.ToArray().Select(InstructionInfo.Of)
            .Where(info => info.Lowering is Lowering.AtomicLoad or Lowering.AtomicStore or Lowering.AtomicRmw or Lowering.AtomicCmpxchg)
            .Select(info => info.Mnemonic)];

    public static TheoryData<WasmEngineMode> Modes => [WasmEngineMode.Compiled, WasmEngineMode.Interpreted];

    [Fact]
    public void There_are_sixty_three() => Assert.Equal(63, Mnemonics.Count);

    [Theory]
    [MemberData(nameof(Mnemonics))]
    public void Computes(string mnemonic)
    {
        foreach (string memory in new[] { "(memory 1)", "(memory i64 1)", "(memory 1 1 shared)" })
        {
            using WasmInstance instance = Instantiate(mnemonic, memory, 24);
            int size = Info(mnemonic).AccessBytes;
            foreach (ulong old in Values)
            {
                foreach (ulong operand in Values)
                {
                    ulong[] expected = mnemonic.Contains("cmpxchg", StringComparison.Ordinal) ? [operand, old, ~old] : [operand];
                    foreach (ulong second in expected)
                    {
                        // The word at 32 is changed, its neighbours are not.
                        WasmMemory bytes = instance.GetMemory("memory");
                        bytes.Slice(0, 64).Fill(Filling);
                        bytes.Write(32, old);
                        ulong? result = Invoke(instance, mnemonic, 8, second, operand);
                        ulong mask = size == 8 ? ulong.MaxValue : (1UL << (8 * size)) - 1;
                        ulong after = Model(mnemonic, old & mask, second & mask, operand & mask) & mask;
                        Assert.Equal((old & ~mask) | after, bytes.Read<ulong>(32));
                        Assert.Equal(Around, bytes.Read<ulong>(24));
                        Assert.Equal(Around, bytes.Read<ulong>(40));
                        Assert.Equal(mnemonic.Contains("store", StringComparison.Ordinal) ? null : old & mask, result);
                    }
                }
            }
        }
    }

    // The processor leaves the register with the expected value as it is where that is what it finds: what stands in its upper half must
    // not get into an address, nor into a number. A call leaves it in the very register.
    [Theory]
    [InlineData("i32.atomic.rmw.cmpxchg")]
    [InlineData("i32.atomic.rmw8.cmpxchg_u")]
    [InlineData("i32.atomic.rmw16.cmpxchg_u")]
    [InlineData("i64.atomic.rmw32.cmpxchg_u")]
    [InlineData("i64.atomic.rmw8.cmpxchg_u")]
    [InlineData("i64.atomic.rmw16.cmpxchg_u")]
    [InlineData("i64.atomic.rmw.cmpxchg")]
    public void What_was_expected_leaves_nothing_above_the_result(string mnemonic)
    {
        bool is32 = mnemonic.StartsWith("i32", StringComparison.Ordinal);
        string exchange = is32
            ? $"(i64.extend_i32_u ({mnemonic} (i32.const 0) (i32.wrap_i64 (call $expected)) (i32.const 5)))"
            : $"({mnemonic} (i32.const 0) (call $expected) (i64.const 5))";
        string text = $"""
            (module (memory 1) (global $expected (mut i64) (i64.const 0))
              (func $expected (result i64) (global.get $expected))
              (func (export "number") (param i64) (result i64)
                (global.set $expected (local.get 0))
                (i64.store (i32.const 0) (i64.const 0))
                {exchange})
              (func (export "load") (param i64) (result i32)
                (global.set $expected (local.get 0))
                (i64.store (i32.const 0) (i64.const 0))
                (i32.store8 offset=16 (i32.const 0) (i32.const 77))
                (i32.load8_u offset=16 (i32.wrap_i64 {exchange})))
              (func (export "store") (param i64) (result i32)
                (global.set $expected (local.get 0))
                (i64.store (i32.const 0) (i64.const 0))
                (i32.store8 offset=16 (i32.wrap_i64 {exchange}) (i32.const 78))
                (i32.load8_u offset=16 (i32.const 0))))
            """;
        // At its full width it is not what is found.
        long upper = mnemonic == "i64.atomic.rmw.cmpxchg" ? 0 : 0x9_0000_0000;
        foreach (bool guardPages in (bool[])[true, false])
        {
            var engine = new WasmEngine(new WasmEngineOptions { Mode = WasmEngineMode.Compiled, GuardPages = guardPages });
            using WasmInstance instance = engine.Compile(text).Instantiate();
            Assert.Equal(0, instance.GetFunction<Func<long, long>>("number")(upper));
            Assert.Equal(77, instance.GetFunction<Func<long, int>>("load")(upper));
            Assert.Equal(78, instance.GetFunction<Func<long, int>>("store")(upper));
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Narrow_sums_change_nothing_beside_them(WasmEngineMode mode)
    {
        const int Bytes = 140;
        using WasmInstance instance = new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile("""
            (memory (export "memory") 1 1 shared)
            (func (export "add8") (param i32 i32) (result i32) (i32.atomic.rmw8.add_u (local.get 0) (local.get 1)))
            (func (export "sub8") (param i32 i32) (result i32) (i32.atomic.rmw8.sub_u (local.get 0) (local.get 1)))
            (func (export "add16") (param i32 i32) (result i32) (i32.atomic.rmw16.add_u (local.get 0) (local.get 1)))
            (func (export "sub16") (param i32 i32) (result i32) (i32.atomic.rmw16.sub_u (local.get 0) (local.get 1)))
            """).Instantiate();
        WasmMemory memory = instance.Memory;
        var expected = new byte[Bytes];
        foreach (int size in (ReadOnlySpan<int>)[1, 2])
        {
            int mask = (1 << (8 * size)) - 1;
            var add = instance.GetFunction<Func<int, int, int>>($"add{8 * size}");
            var sub = instance.GetFunction<Func<int, int, int>>($"sub{8 * size}");
            foreach (int filling in (ReadOnlySpan<int>)[0x00, 0x80, 0xff])
            {
                for (int at = 0; at < Bytes; at += size)
                {
                    foreach (int operand in (ReadOnlySpan<int>)[1, 0x80, 0xff, 0xff01, -1])
                    {
                        Array.Fill(expected, (byte)filling);
                        memory.Slice(0, Bytes).Fill((byte)filling);
                        int old = (filling | (filling << 8)) & mask;
                        Assert.Equal(old, add(at, operand));
                        Write(old + operand);
                        Assert.Equal(expected, memory.Slice(0, Bytes).ToArray());
                        Assert.Equal((old + operand) & mask, sub(at, operand));
                        Write(old);
                        Assert.Equal(expected, memory.Slice(0, Bytes).ToArray());
                        memory.Slice(at, 1).Clear();
                        memory.Slice(at + size - 1, 1).Clear();
                        Assert.Equal(0, sub(at, operand));
                        Write(-operand);
                        Assert.Equal(expected, memory.Slice(0, Bytes).ToArray());
                    }

                    void Write(int value)
                    {
                        expected[at] = (byte)value;
                        if (size == 2)
                            expected[at + 1] = (byte)(value >> 8);
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Threads_add_to_neighbouring_bytes(WasmEngineMode mode)
    {
        // Both sides of where a line of the cache ends.
        const int Start = 126, Threads = 4, Rounds = 20_000;
        WasmModule module = new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile("""
            (import "env" "memory" (memory 1 1 shared))
            (func (export "f") (param $at i32) (param $n i32)
              (loop $again
                (drop (i32.atomic.rmw8.add_u (local.get $at) (i32.const 7)))
                (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
            """);
        using var memory = new WasmMemory(new MemoryType(new Limits(1, 1), isShared: true));
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(i => new Thread(() =>
        {
            using WasmInstance instance = module.Instantiate(new WasmImports().Define("env", "memory", memory));
            instance.GetFunction<Action<int, int>>("f")(Start + i, Rounds + i);
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        for (int i = 0; i < Threads; i++)
            Assert.Equal((byte)(7 * (Rounds + i)), memory.Read<byte>(Start + i));
        Assert.Equal(0, memory.Read<byte>(Start - 1));
        Assert.Equal(0, memory.Read<byte>(Start + Threads));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Threads_change_bits_of_the_same_place(WasmEngineMode mode)
    {
        // Each thread has a bit, which nobody else changes, and the topmost part counts what all have added.
        const int Threads = 4, Rounds = 10_000;
        (string Name, int Bytes)[] widths = [("i32.atomic.rmw8", 1), ("i32.atomic.rmw16", 2), ("i32.atomic.rmw", 4), ("i64.atomic.rmw", 8)];
        foreach ((string name, int bytes) in widths)
        {
            string type = name[..3], suffix = bytes < 4 ? "_u" : "";
            string Operate(string verb, string operand) => $"({name}.{verb}{suffix} (i32.const 64) {operand})";
            string Holds(string test, string operation) => $"(if ({type}.{test} ({type}.and {operation} (local.get $bit)) ({type}.const 0)) (then unreachable))";
            WasmModule module = new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile($"""
                (import "env" "memory" (memory 1 1 shared))
                (func (export "f") (param $bit {type}) (param $n i32)
                  (loop $again
                    {Holds("ne", Operate("or", "(local.get $bit)"))}
                    {Holds("eq", Operate("and", $"({type}.xor (local.get $bit) ({type}.const -1))"))}
                    {Holds("ne", Operate("xor", "(local.get $bit)"))}
                    {Holds("eq", Operate("xor", "(local.get $bit)"))}
                    {Holds("ne", Operate("add", $"({type}.const 16)"))}
                    {Holds("ne", Operate("sub", $"({type}.const -16)"))}
                    (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
                """);
            using var memory = new WasmMemory(new MemoryType(new Limits(1, 1), isShared: true));
            Task[] threads = [.. Enumerable.Range(0, Threads).Select(i => Task.Factory.StartNew(
                () =>
                {
                    using WasmInstance instance = module.Instantiate(new WasmImports().Define("env", "memory", memory));
                    if (bytes == 8)
                        instance.GetFunction<Action<long, int>>("f")(1L << i, Rounds);
                    else
                        instance.GetFunction<Action<int, int>>("f")(1 << i, Rounds);
                },
                TestContext.Current.CancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default))];
            await Task.WhenAll(threads);
            ulong mask = ulong.MaxValue >> (64 - (8 * bytes));
            Assert.Equal((32UL * Threads * Rounds) & mask, memory.Read<ulong>(64));
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Alignment_that_is_known_is_true(WasmEngineMode mode)
    {
        // Each computes an address from a parameter of which the guest knows nothing, or from nothing; bits of the address that
        // are zero by luck do not count.
        (string Code, int Argument, bool IsAligned)[] cases =
        [
            ("(local.set $at (i32.const 64))", 0, true),
            ("(local.set $at (i32.const 66))", 0, false),
            ("", 0, true),
            ("(local.set $at (local.get 0))", 66, false),
            ("(local.set $at (local.get 0))", 68, true),
            ("(local.set $at (i32.shl (local.get 0) (i32.const 2)))", 33, true),
            ("(local.set $at (i32.shl (local.get 0) (i32.const 1)))", 33, false),
            ("(local.set $at (i32.shl (local.get 0) (i32.const 33)))", 33, false),
            ("(local.set $at (i32.shl (i32.const 4) (local.get 0)))", 1, true),
            ("(local.set $at (i32.and (local.get 0) (i32.const -4)))", 67, true),
            ("(local.set $at (i32.and (local.get 0) (i32.const -2)))", 67, false),
            ("(local.set $at (i32.or (local.get 0) (i32.const 64)))", 2, false),
            ("(local.set $at (i32.add (local.get 0) (i32.mul (local.get 0) (i32.const 4))))", 1, false),
            ("(local.set $at (i32.add (i32.const 4) (i32.mul (local.get 0) (i32.const 4))))", 3, true),
            ("(local.set $at (i32.add (i32.mul (i32.const 4) (local.get 0)) (i32.const 1)))", 3, false),
            ("(local.set $at (i32.mul (i32.mul (local.get 0) (i32.const 2)) (i32.const 2)))", 3, true),
            ("(local.set $at (i32.add (local.tee $x (local.get 0)) (i32.const 4)))", 3, false),
            ("(local.set $at (i32.wrap_i64 (i64.shl (i64.extend_i32_u (local.get 0)) (i64.const 2))))", 3, true),
            ("(local.set $at (i32.wrap_i64 (i64.shr_u (i64.const 0x300) (i64.extend_i32_u (local.get 0)))))", 7, false),
            // Values that travel through a block.
            ("(local.set $at (block (result i32) (i32.const 64) (drop) (local.get 0)))", 66, false),
            ("(local.set $at (block (result i32) (br_if 0 (local.get 0) (i32.const 1)) (drop) (i32.const 64)))", 66, false),
            ("(local.set $at (if (result i32) (local.get 0) (then (i32.const 65)) (else (i32.const 64))))", 1, false),
            ("(i32.const 65) (loop (param i32) (local.set $at))", 1, false),
            ("(i32.const 65) (i32.const 64) (drop) (local.set $at)", 1, false),
            // Assignments after the access in the code, and before it in time.
            ("(local.set $x (i32.const 1)) (loop $l (drop (i32.atomic.load (local.get $at))) (local.set $at (local.get $x)) (local.set $x (i32.const 4)) (br_if $l (i32.eq (local.get $at) (i32.const 1))))", 0, false),
            ("(loop $l (drop (i32.atomic.load (local.get $at))) (local.set $at (i32.add (local.get $at) (i32.const 4))) (br_if $l (i32.lt_u (local.get $at) (i32.const 64))))", 0, true),
            ("(loop $l (drop (i32.atomic.load (local.get $at))) (local.set $at (i32.add (local.get $at) (i32.const 6))) (br_if $l (i32.lt_u (local.get $at) (i32.const 64))))", 0, false),
            // A check that came before is one of the same value and as many bytes.
            ("(drop (i32.atomic.load16_u (local.get 0))) (local.set $at (local.get 0))", 66, false),
            ("(drop (i32.atomic.load (local.get 0))) (local.set 0 (i32.const 66)) (drop (i32.atomic.load (local.get 0)))", 64, false),
            ("(if (i32.eqz (local.get 0)) (then (drop (i32.atomic.load (local.get 0))))) (drop (i32.atomic.load (local.get 0)))", 66, false),
            ("(drop (i32.atomic.load offset=2 (local.get 0))) (drop (i32.atomic.load (local.get 0)))", 66, false),
            ("(drop (i32.atomic.load (local.get 0))) (drop (i32.atomic.load offset=2 (local.get 0)))", 64, false),
            ("(drop (i64.atomic.load (local.get 0))) (drop (i32.atomic.load (local.get 0)))", 64, true),
            ("(drop (i32.atomic.load (local.get 0))) (drop (i64.atomic.load (local.get 0)))", 68, false),
        ];
        foreach ((string code, int argument, bool isAligned) in cases)
        {
            using WasmInstance instance = new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile($"""
                (memory 1 1 shared)
                (func (export "f") (param i32) (local $at i32) (local $x i32)
                  {code}
                  (drop (i32.atomic.load (local.get $at))))
                """).Instantiate();
            TrapException? trap = Record.Exception(() => instance.GetFunction<Action<int>>("f")(argument)) as TrapException;
            Assert.True((trap is null) == isAligned && trap?.Kind is null or TrapKind.UnalignedAtomic, code);
        }
    }

    [Fact]
    public void Values_that_go_round_among_many_locals_are_not_followed_for_ever()
    {
        // Against the order of the code, so that each pass takes one step.
        const int Locals = 2_000;
        var code = new StringBuilder();
        for (int i = Locals; i > 1; i--)
            code.Append(CultureInfo.InvariantCulture, $"(local.set {i} (local.get {i - 1}))");
        using WasmInstance instance = WasmEngine.Default.Compile($"""
            (memory 1 1 shared)
            (func (export "f") (param i32) (local {string.Join(' ', Enumerable.Repeat("i32", Locals))}) (local $n i32)
              (local.set $n (i32.const {Locals}))
              (local.set 1 (local.get 0))
              (loop $again
                {code}
                (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
              (drop (i32.atomic.load (local.get {Locals}))))
            """).Instantiate();
        instance.GetFunction<Action<int>>("f")(64);
        Assert.Equal(TrapKind.UnalignedAtomic, Assert.Throws<TrapException>(() => instance.GetFunction<Action<int>>("f")(65)).Kind);
    }

    [Theory]
    [MemberData(nameof(Mnemonics))]
    public void Traps_where_it_may_not_access(string mnemonic)
    {
        int size = Info(mnemonic).AccessBytes;
        foreach (string memory in new[] { "(memory 1)", "(memory i64 1)", "(memory 1 1 shared)" })
        {
            using WasmInstance instance = Instantiate(mnemonic, memory, 4);
            WasmMemory bytes = instance.GetMemory("memory");
            bytes.Slice(0, Page).Fill(Filling);
            long end = Page - 4 - size;
            if (end % size == 4 % size)
                Invoke(instance, mnemonic, (ulong)end, Around, Around);
            ulong[] outside = [(ulong)(end + size), 0x7fff_fff8 + (8UL - 4), 0xffff_fffc];
            foreach (ulong address in outside)
            {
                Assert.Equal(
                    (address + 4) % (uint)size == 0 ? TrapKind.MemoryOutOfBounds : TrapKind.UnalignedAtomic,
                    Assert.Throws<TrapException>(() => Invoke(instance, mnemonic, address, 1, 1)).Kind);
            }

            for (ulong address = 0; address < 16; address++)
            {
                // Outside and unaligned at once is unaligned.
                foreach (ulong each in new[] { address, 0xffff_fff0 + address })
                {
                    if ((each + 4) % (uint)size == 0)
                        continue;
                    Assert.Equal(
                        TrapKind.UnalignedAtomic,
                        Assert.Throws<TrapException>(() => Invoke(instance, mnemonic, each, 1, 1)).Kind);
                }
            }

            Assert.False(bytes.Slice(0, (int)end).ContainsAnyExcept(Filling), "Nothing is written by what traps.");
        }
    }

    [Fact]
    public void Plain_loads_are_done_before()
    {
        using WasmInstance instance = WasmEngine.Default.Compile("""
            (memory 1 1 shared)
            (func (export "f") (result i32)
              (i32.sub (i32.load (i32.const 8)) (i32.atomic.rmw.add (i32.const 8) (i32.const 5))))
            (func (export "g") (result i32)
              (i32.load (i32.const 8))
              (drop (i32.atomic.rmw.xchg (i32.const 8) (i32.const 77))))
            """).Instantiate();
        Assert.Equal(0, instance.GetFunction<Func<int>>("f")());
        Assert.Equal(5, instance.GetFunction<Func<int>>("g")());
        Assert.Equal(77, instance.GetFunction<Func<int>>("g")());
    }

    [Fact]
    public void A_second_memory_is_a_memory_too()
    {
        using WasmInstance instance = WasmEngine.Default.Compile("""
            (memory 1) (memory $b (export "b") 1 1 shared)
            (func (export "f") (param i32) (result i64) (i64.atomic.rmw32.or_u $b offset=8 (local.get 0) (i64.const -2)))
            """).Instantiate();
        WasmMemory second = instance.GetMemory("b");
        second.Write(16, 5);
        Assert.Equal(5, instance.GetFunction<Func<int, long>>("f")(8));
        Assert.Equal(-1, second.Read<int>(16));
    }

    private static InstructionInfo Info(string mnemonic) => InstructionInfo.Opcodes.ToArray().Select(InstructionInfo.Of)
        .Single(info => info.Mnemonic == mnemonic);

    private static WasmInstance Instantiate(string mnemonic, string memory, int offset)
    {
        string address = memory.Contains("i64", StringComparison.Ordinal) ? "i64" : "i32";
        InstructionInfo info = Info(mnemonic);
        string type = mnemonic[..3];
        var operands = new StringBuilder();
        for (int i = 1; i < info.Operands.Length; i++)
            operands.Append(CultureInfo.InvariantCulture, $" (local.get {i})");
        string result = info.Results.Length == 0 ? "" : $"(result {type})";
        return WasmEngine.Default.Compile($"""
            {memory} (export "memory" (memory 0))
            (func (export "f") (param {address} {type} {type}) {result}
              ({mnemonic} offset={offset} (local.get 0){operands}))
            """).Instantiate();
    }

    private static ulong? Invoke(WasmInstance instance, string mnemonic, ulong address, ulong first, ulong second)
    {
        WasmFunction function = instance.GetFunction("f");
        bool is64 = function.Signature.Parameters[0] == ValType.I64;
        WasmValue at = is64 ? (WasmValue)address : (uint)address;
        WasmValue Value(ulong value) =>
            mnemonic.StartsWith("i64", StringComparison.Ordinal) ? (WasmValue)value : (uint)value;
        WasmValue[] results = function.Invoke(at, Value(first), Value(second));
        return results.Length == 0 ? null
            : mnemonic.StartsWith("i64", StringComparison.Ordinal) ? results[0].AsUInt64() : results[0].AsUInt32();
    }

    private static ulong Model(string mnemonic, ulong old, ulong operand, ulong replacement)
    {
        string verb = mnemonic.Split('.')[^1].TrimEnd('u').TrimEnd('_').TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return verb switch
        {
            "load" => old,
            "store" or "xchg" => operand,
            "add" => old + operand,
            "sub" => old - operand,
            "and" => old & operand,
            "or" => old | operand,
            "xor" => old ^ operand,
            "cmpxchg" => old == operand ? replacement : old,
            _ => throw new InvalidOperationException(verb),
        };
    }
}

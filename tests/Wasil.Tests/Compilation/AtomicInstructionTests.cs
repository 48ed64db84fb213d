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

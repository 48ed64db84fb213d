namespace Wasil.Tests.Hostile;

/// <summary>Every access at every place where its address can go wrong traps exactly when it should.</summary>
public class MemoryBoundsTests
{
    private const int PageBytes = 65_536;

    private static readonly WasmEngine Compared = new(new WasmEngineOptions { GuardPages = false });

    public static MatrixTheoryData<string, bool> Accesses => new(MemoryAccess.All.Select(access => access.Mnemonic), [true, false]);

    public static MatrixTheoryData<string, bool> Shapes => new(MemoryShape.All.Select(shape => shape.Name), [true, false]);

    [Theory]
    [MemberData(nameof(Accesses))]
    public void Access_traps_exactly_outside(string mnemonic, bool guardPages)
    {
        MemoryAccess access = MemoryAccess.All.Single(each => each.Mnemonic == mnemonic);
        foreach (uint offset in MemoryAccess.Offsets)
        {
            using WasmInstance instance = (guardPages ? WasmEngine.Default : Compared).Compile(access.Module(offset)).Instantiate();
            WasmFunction run = instance.GetFunction("run");
            WasmMemory memory = instance.GetMemory("memory");
            WasmValue[] results = new WasmValue[run.Signature.Results.Length];
            foreach (uint address in Addresses(access.Width, offset))
            {
                memory.Slice(0, PageBytes).Fill(0x5a);
                WasmValue[] arguments = access.IsStore
                    ? [address, WasmValueOf(run.Signature.Parameters[1].Kind)]
                    : [address];
                if (access.InBounds(address, offset))
                {
                    run.Invoke(arguments, results);
                    continue;
                }

                TrapException trap = Assert.Throws<TrapException>(() => run.Invoke(arguments, results));
                Assert.Equal(TrapKind.MemoryOutOfBounds, trap.Kind);
                Assert.False(memory.Slice(0, PageBytes).ContainsAnyExcept((byte)0x5a), $"{mnemonic} wrote before it trapped.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Access_that_may_be_optimized_still_traps(string name, bool guardPages)
    {
        MemoryShape shape = MemoryShape.All.Single(each => each.Name == name);
        using WasmInstance instance = (guardPages ? WasmEngine.Default : Compared).Compile(shape.Module()).Instantiate();
        var run = instance.GetFunction<Action<uint>>("run");
        WasmMemory memory = instance.GetMemory("memory");
        run((uint)(PageBytes - shape.Width));
        for (int outside = 1; outside <= shape.Width; outside++)
        {
            memory.Slice(0, PageBytes).Clear();
            uint address = (uint)(PageBytes - shape.Width + outside);
            TrapException trap = Assert.Throws<TrapException>(() => run(address));
            Assert.Equal(TrapKind.MemoryOutOfBounds, trap.Kind);
            int stored = shape.StoredAt(address);
            Assert.Equal(stored, memory.Slice(address, PageBytes - (int)address).Count((byte)0x55));
        }

        Assert.Throws<TrapException>(() => run(uint.MaxValue));
    }

    private static IEnumerable<uint> Addresses(int width, uint offset)
    {
        long last = PageBytes - width - (long)offset;
        long[] candidates = [0, 1, last - 1, last, last + 1, last + width, PageBytes - 1, PageBytes, int.MaxValue, 0x80000000, uint.MaxValue];
        return candidates.Where(address => address is >= 0 and <= uint.MaxValue).Select(address => (uint)address).Distinct();
    }

    private static WasmValue WasmValueOf(ValKind kind) => kind switch
    {
        ValKind.I32 => (WasmValue)(-1),
        ValKind.I64 => (WasmValue)(-1L),
        ValKind.F32 => (WasmValue)1.5f,
        _ => (WasmValue)2.5,
    };
}

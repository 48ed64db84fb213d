using static Wasil.Tests.Hostile.Opcodes;

namespace Wasil.Tests.Hostile;

// Functions that are small to write down and expensive to compile: each grows one quantity that a compiler
// (ours or RyuJIT below it) may be more than linear in, or recurse over.
internal static partial class HostileModules
{
    /// <summary>One function of about <paramref name="bodyBytes"/> bytes without a branch. <c>(i32) -> i32</c>.</summary>
    public static byte[] StraightLine(int bodyBytes = 5_000_000)
    {
        const int Locals = 8;
        ReadOnlySpan<byte> operations = [I32Add, I32Xor, I32Sub];
        var body = new ByteWriter();
        for (int local = 1; local < Locals; local++)
            body.Get(0).I32(local).Op(I32Add).Set(local);
        for (int i = 0; body.Length < bodyBytes; i++)
        {
            int target = i % Locals;
            body.Get(target).Get(((i * 5) + 3) % Locals).Op(operations[i % 3]).I32(i).Op(I32Add).Set(target);
        }

        return Single([TypeI32], [TypeI32], body.Get(0), (Locals - 1, TypeI32));
    }

    /// <summary>
    /// Blocks in blocks. <c>(i32) -> i32</c>: the number of blocks left one by one, which is <paramref name="depth"/> for 0
    /// and 1 for anything else, when one branch leaves all of them.
    /// </summary>
    public static byte[] NestedBlocks(int depth = 10_000)
    {
        var body = new ByteWriter();
        for (int i = 0; i < depth; i++)
            body.Op(Block).Byte(TypeEmpty);
        body.Get(0).Op(BrIf, (uint)depth - 1);
        for (int i = 0; i < depth; i++)
            body.Op(End).Get(1).I32(1).Op(I32Add).Set(1);
        return Single([TypeI32], [TypeI32], body.Get(1), (1, TypeI32));
    }

    /// <summary>Ifs in the then-arms of ifs. <c>(i32) -> i32</c>: <paramref name="depth"/> for anything but 0, which gives 1.</summary>
    public static byte[] NestedIfs(int depth = 10_000)
    {
        var body = new ByteWriter();
        for (int i = 0; i < depth; i++)
            body.Get(0).Op(If).Byte(TypeEmpty).Get(1).I32(1).Op(I32Add).Set(1);
        for (int i = 0; i < depth; i++)
            body.Op(Else).I32(1).Set(1).Op(End);
        return Single([TypeI32], [TypeI32], body.Get(1), (1, TypeI32));
    }

    /// <summary>
    /// Locals that are all alive at once: each is computed from the one before, then all are added, last first.
    /// <c>(i64) -> i64</c>.
    /// </summary>
    public static byte[] ManyLocals(int locals = 20_000)
    {
        var body = new ByteWriter();
        for (int local = 1; local <= locals; local++)
            body.Get(local - 1).I64(3).Op(I64Mul).I64(local).Op(I64Add).Set(local);
        body.I64(0);
        for (int local = locals; local >= 0; local--)
            body.Get(local).Op(I64Add);
        return Single([TypeI64], [TypeI64], body, ((uint)locals, TypeI64));
    }

    /// <summary>
    /// Loops in loops, each of which starts again for one value in 128 of a counter that they share, so that every depth
    /// has its turn. <c>(i32) -> i32</c>: from the counter, which ends everything at 0, to how often the innermost body ran.
    /// </summary>
    public static byte[] NestedLoops(int depth = 500)
    {
        var body = new ByteWriter();
        for (int i = 0; i < depth; i++)
            body.Op(Loop).Byte(TypeEmpty);
        body.Get(1).I32(1).Op(I32Add).Set(1);
        for (int i = 0; i < depth; i++)
        {
            body.Get(0).I32(1).Op(I32Sub).Tee(0)
                .I32(unchecked((int)2_654_435_761)).Op(I32Mul).I32(25).Op(I32ShrU).Op(I32Eqz)
                .Get(0).I32(0).Op(I32GtS).Op(I32And).Op(BrIf, 0).Op(End);
        }

        return Single([TypeI32], [TypeI32], body.Get(1), (1, TypeI32));
    }

    /// <summary>
    /// A <c>br_table</c> whose targets are all different. <c>(i32) -> i32</c>: from the index to three times the index,
    /// where what lies outside counts as the last.
    /// </summary>
    public static byte[] WideBranchTable(int targets = 50_000)
    {
        var body = new ByteWriter();
        for (int i = 0; i < targets; i++)
            body.Op(Block).Byte(TypeEmpty);
        body.Get(0);
        BranchTable(body, targets);
        for (int i = 0; i < targets; i++)
            body.Op(End).I32(i * 3).Op(Return);
        return Single([TypeI32], [TypeI32], body.Op(Unreachable));
    }

    /// <summary>
    /// What an interpreter compiled to wasm looks like: a loop around a <c>br_table</c> with <paramref name="cases"/>
    /// cases, each of which reads and writes some of <paramref name="locals"/> locals.
    /// <c>(i32, i32) -> i32</c>: from the number of steps and a seed for the sequence of cases to all locals combined.
    /// </summary>
    public static byte[] InterpreterLoop(int cases, int locals)
    {
        const int Steps = 0, State = 1, FirstLocal = 2;
        var body = new ByteWriter();
        body.Op(Block).Byte(TypeEmpty).Op(Loop).Byte(TypeEmpty);
        body.Get(Steps).Op(I32Eqz).Op(BrIf, 1);
        body.Get(Steps).I32(1).Op(I32Sub).Set(Steps);
        for (int i = 0; i < cases; i++)
            body.Op(Block).Byte(TypeEmpty);
        body.Get(State).I32(8).Op(I32ShrU).I32(cases).Op(I32RemU);
        BranchTable(body, cases);
        for (int i = 0; i < cases; i++)
        {
            body.Op(End);
            for (int update = 0; update < 2; update++)
            {
                int written = FirstLocal + (((i * 7) + (update * 3)) % locals);
                int read = FirstLocal + (((i * 13) + update + 1) % locals);
                body.Get(written).Get(read).Op(update == 0 ? I32Add : I32Xor).I32(i).Op(I32Add).Set(written);
            }

            body.Get(State).I32(1_103_515_245).Op(I32Mul).I32(12_345 + i).Op(I32Add).Set(State);
            body.Op(Br, (uint)(cases - 1 - i));
        }

        body.Op(End).Op(End).Get(State);
        for (int local = 0; local < locals; local++)
            body.I32(31).Op(I32Mul).Get(FirstLocal + local).Op(I32Xor);
        return Single([TypeI32, TypeI32], [TypeI32], body, ((uint)locals, TypeI32));
    }

    /// <summary>
    /// An expression that pushes all its operands before it adds the first two.
    /// <c>(i32) -> i32</c>: the argument times <paramref name="operands"/>.
    /// </summary>
    public static byte[] DeepExpression(int operands = 100_000)
    {
        var body = new ByteWriter();
        for (int i = 0; i < operands; i++)
            body.Get(0);
        for (int i = 1; i < operands; i++)
            body.Op(I32Add);
        return Single([TypeI32], [TypeI32], body);
    }

    /// <summary>
    /// A function of so many parameters of the four number types in turn, called with 0, 1, 2 … directly or through a
    /// table. <c>() -> i64</c>: the sum of each argument times its place, counted from 1. The function itself is exported
    /// as <c>wide</c>.
    /// </summary>
    public static byte[] ManyParameters(int parameters = 1_000, bool indirect = false)
    {
        var module = new ModuleBuilder();
        byte[] types = NumberTypes(parameters);
        uint wideType = module.Type(types, [TypeI64]);
        uint runType = module.Type([], [TypeI64]);
        var wide = new ByteWriter().I64(0);
        var run = new ByteWriter();
        for (int i = 0; i < parameters; i++)
        {
            ToI64(wide.Get(i), types[i]).I64(i + 1).Op(I64Mul).Op(I64Add);
            Constant(run, types[i], i);
        }

        uint wideIndex = module.Function(wideType, wide);
        if (indirect)
        {
            module.Table(TypeFuncref, 1);
            module.Element(0, wideIndex);
            run.I32(0).Op(CallIndirect, wideType, 0);
        }
        else
        {
            run.Op(Call, wideIndex);
        }

        return module.Export("wide", wideIndex).Export("run", module.Function(runType, run)).ToArray();
    }

    /// <summary>
    /// A function of so many results of the four number types in turn. <c>() -> i64</c>: the sum of each result times its
    /// place, counted from 1. The function itself is exported as <c>wide</c>.
    /// </summary>
    public static byte[] ManyResults(int results = 1_000)
    {
        var module = new ModuleBuilder();
        byte[] types = NumberTypes(results);
        uint wideType = module.Type([], types);
        uint runType = module.Type([], [TypeI64]);
        var wide = new ByteWriter();
        var run = new ByteWriter().Op(Call, 0);
        for (int i = 0; i < results; i++)
            Constant(wide, types[i], i);
        for (int i = results - 1; i >= 0; i--)
            ToI64(run, types[i]).I64(i + 1).Op(I64Mul).Get(0).Op(I64Add).Set(0);
        uint wideIndex = module.Function(wideType, wide);
        uint runIndex = module.Function(runType, run.Get(0), (1, TypeI64));
        return module.Export("wide", wideIndex).Export("run", runIndex).ToArray();
    }

    /// <summary>
    /// Instructions of a few bytes that take and give <paramref name="values"/> values each. <c>() -> i32</c>: 1, the first of the
    /// values, all of which are 1.
    /// </summary>
    public static byte[] WideInstructions(string kind, int instructions, int values = 1_000)
    {
        var module = new ModuleBuilder();
        byte[] types = NumberTypes(values);
        uint many = module.Type(types, types), none = module.Type([], types), run = module.Type([], [TypeI32]);
        var makeBody = new ByteWriter();
        foreach (byte type in types)
            Constant(makeBody, type, 1);
        uint make = module.Function(none, makeBody);
        var same = new ByteWriter();
        for (int i = 0; i < values; i++)
            same.Get(i);
        uint pass = module.Function(many, same);

        var body = new ByteWriter().Op(Call, make);
        for (int i = 0; i < instructions; i++)
        {
            _ = kind switch
            {
                "Call" => body.Op(Call, pass),
                "Loop" => body.Op(Loop).Signed(many).Op(End),
                "Block" => body.Op(Block).Signed(many).Op(Br, 0).Op(End),
                "If" => body.I32(1).Op(If).Signed(many).Op(End),
                "BrIf" => body.I32(0).Op(BrIf, 0),
                "BrTable" => body.Op(Block).Signed(many).I32(1).Op(BrTable, 1).Unsigned(0).Unsigned(0).Op(End),
                // Ends the function: what follows cannot be reached, and so on in each further block.
                _ => body.I32(0).Op(If).Byte(TypeEmpty).Op(Call, make).Op(ReturnCall, pass).Op(End),
            };
        }

        uint wide = module.Function(none, body);
        var first = new ByteWriter().Op(Call, wide);
        for (int i = 1; i < values; i++)
            first.Op(Drop);
        return module.Export("run", module.Function(run, first)).ToArray();
    }

    /// <summary>
    /// So many functions that each add their own index. <c>(i32, i32) -> i32</c>: from an index and a value to their sum.
    /// </summary>
    public static byte[] ManyFunctions(int functions = 100_000)
    {
        var module = new ModuleBuilder();
        uint tiny = module.Type([TypeI32], [TypeI32]);
        uint runType = module.Type([TypeI32, TypeI32], [TypeI32]);
        uint[] indices = new uint[functions];
        for (int i = 0; i < functions; i++)
            indices[i] = module.Function(tiny, new ByteWriter().Get(0).I32(i).Op(I32Add));
        module.Table(TypeFuncref, (ulong)functions);
        module.Element(0, indices);
        uint run = module.Function(runType, new ByteWriter().Get(1).Get(0).Op(CallIndirect, tiny, 0));
        return module.Export("run", run).ToArray();
    }

    private static byte[] Single(
        ReadOnlySpan<byte> parameters, ReadOnlySpan<byte> results, ByteWriter body, params (uint Count, byte Type)[] locals)
    {
        var module = new ModuleBuilder();
        uint type = module.Type(parameters, results);
        return module.Export("run", module.Function(type, body, locals)).ToArray();
    }

    /// <summary>A <c>br_table</c> to labels 0, 1, 2 … of which the last is also the default.</summary>
    private static void BranchTable(ByteWriter body, int targets)
    {
        body.Op(BrTable, (uint)targets - 1);
        for (int i = 0; i < targets; i++)
            body.Unsigned((ulong)i);
    }

    private static byte[] NumberTypes(int count)
    {
        byte[] types = new byte[count];
        for (int i = 0; i < count; i++)
            types[i] = (byte)(TypeI32 - (i % 4));
        return types;
    }

    private static void Constant(ByteWriter body, byte type, int value) => _ = type switch
    {
        TypeI32 => body.I32(value),
        TypeI64 => body.I64(value),
        TypeF32 => body.F32(value),
        _ => body.F64(value),
    };

    private static ByteWriter ToI64(ByteWriter body, byte type) => type switch
    {
        TypeI32 => body.Op(I64ExtendI32S),
        TypeF32 => body.Op(I64TruncF32S),
        TypeF64 => body.Op(I64TruncF64S),
        _ => body,
    };
}

using Wasil.Instructions;

namespace Wasil.Tests.Interpreter;

/// <content>Statements, which leave nothing on the stack, and control flow.</content>
internal sealed partial class RandomModule
{
    // What exceptions carry.
    private static readonly Kind[][] Tags = [[Kind.I32, Kind.I64], [Kind.F64, Kind.Any]];

    private void Statement(int depth)
    {
        if (--_budget < 0)
            return;
        switch (Next(depth <= 0 ? 5 : 19))
        {
            case 0 when _locals.Count > 0:
                int local = Next(_locals.Count);
                Value(_locals[local], depth - 1);
                Add(Opcode.LocalSet, local);
                break;
            case 1:
                Kind kind = Pick<Kind>([.. Kind.Numbers, .. Kind.Numbers, Kind.Any, Kind.Func, Kind.Extern, Kind.Exn]);
                Value(kind, depth - 1);
                Add(Opcode.GlobalSet, GlobalOf(kind)!.Value);
                break;
            case 2 or 3 or 4 or 5 or 6:
                Compute(Pick(Stores), depth - 1);
                break;
            case 7:
                BranchIf(depth - 1);
                break;
            case 8:
                Kind[] parameters = Chance(3) ? Some(Kind.Numbers, 3) : [], results = Chance(3) ? Some(Kind.Numbers, 3) : [];
                foreach (Kind parameter in parameters)
                    Value(parameter, depth - 1);
                if (Chance(3))
                    Value(Kind.I32, depth - 1);
                else
                    I32(Next(2));
                Opcode opcode = Pick<Opcode>([Opcode.Block, Opcode.Loop, Opcode.If]);
                if (opcode != Opcode.If)
                    Add(Opcode.Drop);
                Block(opcode, parameters, results, depth);
                Consume(results);
                break;
            case 9:
                Value(Kind.I32, depth - 1);
                Block(Opcode.If, [], [], depth);
                break;
            case 10 or 11:
                Bulk(depth - 1);
                break;
            case 12 or 13:
                SetInAggregate(depth - 1);
                break;
            case 14:
                CastingBranch(depth - 1);
                break;
            case 15:
                Catching([], depth);
                break;
            case 16:
                Leave(depth - 1);
                break;
            case 17:
                switch (Next(4))
                {
                    case 0:
                        TwoOfWide(depth - 1);
                        Consume([Kind.I64, Kind.I64]);
                        break;
                    case 1:
                        Add(Opcode.AtomicFence, 0);
                        break;
                    case 2:
                        Add(Opcode.Nop);
                        break;
                    default:
                        BranchTable(depth - 1);
                        break;
                }

                break;
            default:
                int function = Next(Functions);
                Call(function, depth - 1);
                Consume(_signatures[function].Results);
                break;
        }
    }

    /// <summary>A block, whose parameters are on the stack; of <c>if</c> the condition is as well.</summary>
    private void Block(Opcode opcode, Kind[] parameters, Kind[] results, int depth)
    {
        Add(opcode);
        BlockType(parameters, results);
        _labels.Add(new Label(opcode == Opcode.Loop ? parameters : results, false));
        if (opcode == Opcode.Loop)
            TakeSupply();
        Part(parameters, results, depth);
        // Without `else`, what goes in comes out.
        if (opcode == Opcode.If && (!parameters.AsSpan().SequenceEqual(results) || Chance(2)))
        {
            Add(Opcode.Else);
            Part(parameters, results, depth);
        }

        _labels.RemoveAt(_labels.Count - 1);
        Add(Opcode.End);
    }

    private void Part(Kind[] parameters, Kind[] results, int depth)
    {
        Consume(parameters);
        for (int i = Next(3); i > 0; i--)
            Statement(depth - 1);
        foreach (Kind result in results)
            Value(result, depth - 1);
    }

    private void BlockType(Kind[] parameters, Kind[] results)
    {
        if (parameters.Length == 0 && results.Length == 0)
            _code.Add(0x40);
        else if (parameters.Length == 0 && results.Length == 1 && !Chance(8))
            _code.AddRange(results[0].Bytes);
        else
            _code.AddRange(Signed(TypeIndex(parameters, results)));
    }

    private int Depth(int label) => _labels.Count - 1 - label;

    private void BranchIf(int depth)
    {
        int target = Next(_labels.Count);
        foreach (Kind kind in _labels[target].Kinds)
            Value(kind, depth);
        Value(Kind.I32, depth);
        Add(Opcode.BrIf, Depth(target));
        Consume(_labels[target].Kinds);
    }

    /// <summary>A <c>br_table</c> in a block of its own, which its default leaves.</summary>
    private void BranchTable(int depth)
    {
        Kind[] taken = _labels[Next(_labels.Count)].Kinds;
        Add(Opcode.Block);
        BlockType([], taken);
        _labels.Add(new Label(taken, false));
        int[] fitting = [.. Enumerable.Range(0, _labels.Count).Where(i => _labels[i].Kinds.AsSpan().SequenceEqual(taken))];
        foreach (Kind kind in taken)
            Value(kind, depth);
        Value(Kind.I32, depth);
        int count = Next(5);
        Add(Opcode.BrTable, count);
        for (int i = 0; i < count; i++)
            Index(Depth(Pick(fitting)));
        Index(0);
        _labels.RemoveAt(_labels.Count - 1);
        Add(Opcode.End);
        Consume(taken);
    }

    /// <summary>What leaves the place, on a condition, and maybe something behind it that nothing reaches.</summary>
    private void Leave(int depth)
    {
        if (Chance(2))
            Value(Kind.I32, depth);
        else
            I32(0);
        Add(Opcode.If);
        _code.Add(0x40);
        _labels.Add(new Label([], false));
        switch (Next(9))
        {
            case 0:
                int target = Next(_labels.Count);
                foreach (Kind kind in _labels[target].Kinds)
                    Value(kind, depth);
                Add(Opcode.Br, Depth(target));
                break;
            case 1:
                foreach (Kind kind in _results)
                    Value(kind, depth);
                Add(Opcode.Return);
                break;
            case 2 or 3:
                int tag = Next(Tags.Length);
                foreach (Kind kind in Tags[tag])
                    Value(kind, depth);
                Add(Opcode.Throw, tag);
                break;
            case 4:
                Value(Kind.Exn, depth);
                Add(Opcode.ThrowRef);
                break;
            case 5 when Enumerable.Range(0, _labels.Count).Where(i => _labels[i].IsCatch).ToArray() is { Length: > 0 } catches:
                Add(Opcode.Rethrow, Depth(Pick(catches)));
                break;
            case 5 when Chance(3):
                Add(Opcode.Unreachable);
                break;
            default:
                TailCall(depth);
                break;
        }

        if (Chance(4))
            Statement(depth);
        _labels.RemoveAt(_labels.Count - 1);
        Add(Opcode.End);
    }

    private void TailCall(int depth)
    {
        int[] fitting = [.. Enumerable.Range(0, Functions).Where(i => _signatures[i].Results.AsSpan().SequenceEqual(_results))];
        Call(Pick(fitting), depth, isTail: true);
    }

    private void Call(int function, int depth, bool isTail = false)
    {
        foreach (Kind parameter in _signatures[function].Parameters)
            Value(parameter, depth);
        switch (Next(4))
        {
            case 0:
                // The table may hold something else there by now.
                int table = function < _tables[2].Size && Chance(2) ? 2 : 0;
                if (table == 2)
                {
                    Address(_tables[2].Is64, function);
                    Add(Opcode.RefFunc, function);
                    Add(Opcode.TableSet, table);
                }

                Address(_tables[table].Is64, function);
                Add(isTail ? Opcode.ReturnCallIndirect : Opcode.CallIndirect, TypeOf(function), table);
                break;
            case 1:
                Add(Opcode.RefFunc, function);
                Add(isTail ? Opcode.ReturnCallRef : Opcode.CallRef, TypeOf(function));
                break;
            default:
                Add(isTail ? Opcode.ReturnCall : Opcode.Call, function);
                break;
        }
    }

    /// <summary>A value that a function gives as its last.</summary>
    private void CallFor(Kind kind, int depth)
    {
        int[] fitting = [.. Enumerable.Range(0, Functions).Where(i => _signatures[i].Results is [.., var last] && last == kind)];
        if (fitting.Length == 0)
        {
            Leaf(kind);
            return;
        }

        int function = Pick(fitting);
        Call(function, depth - 1);
        KeepLast(_signatures[function].Results);
    }

    /// <summary>Something that may throw, and what catches it, in the older encoding or the newer.</summary>
    private void Catching(Kind[] results, int depth)
    {
        if (Chance(2))
            OlderTry(results, depth);
        else
            TryTable(results, depth);
    }

    private void OlderTry(Kind[] results, int depth)
    {
        Add(Opcode.Try);
        BlockType([], results);
        _labels.Add(new Label(results, false));
        Part([], results, depth);
        if (Chance(3))
        {
            _labels.RemoveAt(_labels.Count - 1);
            Add(Opcode.Delegate, Next(_labels.Count));
            return;
        }

        _labels[^1] = new Label(results, true);
        for (int tag = 0; tag < Tags.Length; tag++)
        {
            if (Chance(2))
                continue;
            Add(Opcode.Catch, tag);
            MaybeRethrow(depth - 1);
            Part(Tags[tag], results, depth - 1);
        }

        if (Chance(2))
        {
            Add(Opcode.CatchAll);
            MaybeRethrow(depth - 1);
            Part([], results, depth - 1);
        }

        _labels.RemoveAt(_labels.Count - 1);
        Add(Opcode.End);
    }

    private void MaybeRethrow(int depth)
    {
        if (!Chance(3))
            return;
        Value(Kind.I32, depth);
        Add(Opcode.If);
        _code.Add(0x40);
        Add(Opcode.Rethrow, 1);
        Add(Opcode.End);
    }

    /// <summary>Blocks around a <c>try_table</c>, one for each of its clauses, within one that is left when nothing was caught.</summary>
    private void TryTable(Kind[] results, int depth)
    {
        (int Kind, int Tag)[] clauses = [.. Enumerable.Range(0, Next(4)).Select(_ => (Next(4), Next(Tags.Length)))];
        Kind[][] caught = [.. clauses.Select(clause =>
            (Kind[])[.. clause.Kind < 2 ? Tags[clause.Tag] : [], .. clause.Kind % 2 == 0 ? Array.Empty<Kind>() : [Kind.Exn]])];
        Add(Opcode.Block);
        BlockType([], results);
        _labels.Add(new Label(results, false));
        foreach (Kind[] kinds in caught)
        {
            Add(Opcode.Block);
            BlockType([], kinds);
            _labels.Add(new Label(kinds, false));
        }

        Add(Opcode.TryTable);
        BlockType([], results);
        Index(clauses.Length);
        for (int i = 0; i < clauses.Length; i++)
        {
            Index(clauses[i].Kind);
            if (clauses[i].Kind < 2)
                Index(clauses[i].Tag);
            Index(clauses.Length - 1 - i);
        }

        _labels.Add(new Label(results, false));
        Part([], results, depth);
        _labels.RemoveAt(_labels.Count - 1);
        Add(Opcode.End);
        for (int i = clauses.Length - 1; i >= 0; i--)
        {
            Add(Opcode.Br, i + 1);
            _labels.RemoveAt(_labels.Count - 1);
            Add(Opcode.End);
            Consume(caught[i]);
            foreach (Kind result in results)
                Value(result, depth - 2);
        }

        _labels.RemoveAt(_labels.Count - 1);
        Add(Opcode.End);
    }
}

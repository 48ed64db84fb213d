namespace Wasil.Execution;

/// <summary>A table of references. See "Table Instances" in the specification.</summary>
internal sealed class TableInstance
{
    // Compiled code reads these two: the first Count entries of Elements are the table. Who finds null there asks At.
    internal object?[] Elements;
    internal int Count;

    // Smaller ones are made at once.
    private const int LeastLazyFunctions = 256;

    // Functions that were not made yet: null stands for them. Before anything else can be made null among them, all are made.
    private ElementsToMake? _toMake;
    private readonly uint _maximum;
    private readonly ResourceBudget _budget;

    private TableInstance(TableType type, uint maximum, ResourceBudget budget)
    {
        _budget = budget;
        Type = type;
        _maximum = maximum;
        Count = (int)type.Limits.Minimum;
        Elements = Count == 0 ? [] : new object?[Count];
    }

    public TableType Type { get; }

    /// <summary>The type with the present size as its minimum, which is what an import is matched against.</summary>
    public TableType CurrentType => new(Type.Element, Type.Limits with { Minimum = (ulong)Count }, Type.Is64);

    /// <summary>The public view of this table, made when somebody first asks.</summary>
    public WasmTable? Facade { get; set; }

    /// <summary>Makes a table of its type's minimal size.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="budget">The elements that it may take, even where the type would allow more.</param>
    /// <param name="initial">What every element refers to at first.</param>
    /// <exception cref="ResourceLimitException">The minimal size is over the limit, or the system has no memory of it.</exception>
    public static TableInstance Create(TableType type, ResourceBudget budget, object? initial)
    {
        if (!budget.TryTake(type.Limits.Minimum))
            throw new ResourceLimitException(
                $"A {type} needs {type.Limits.Minimum:N0} elements, and the limit for all tables of the instance is {budget.Limit:N0}.");
        try
        {
            var table = new TableInstance(type, (uint)Math.Min(budget.Limit, type.Limits.Maximum ?? ulong.MaxValue), budget);
            if (initial is not null)
                Array.Fill(table.Elements, initial);
            return table;
        }
        catch (OutOfMemoryException)
        {
            throw new ResourceLimitException($"The system has no memory for a {type}.");
        }
    }

    /// <summary><c>table.grow</c>: the former size, or -1.</summary>
    public long Grow(ulong count, object? value)
    {
        int former = Count;
        if (count > _maximum - (uint)former)
            return -1;
        if (!_budget.TryTake(count))
            return -1;
        int grown = former + (int)count;
        if (grown > Elements.Length)
        {
            // Doubling keeps a guest that grows by one element at a time from copying for ever.
            int capacity = (int)Math.Min(_maximum, Math.Max((uint)grown, 2 * (uint)former));
            try
            {
                Array.Resize(ref Elements, capacity);
            }
            catch (OutOfMemoryException)
            {
                _budget.Return(count);
                return -1;
            }
        }

        Elements.AsSpan(former, (int)count).Fill(value);
        Count = grown;
        return former;
    }

    /// <summary><c>table.grow</c> of a table indexed with i32.</summary>
    public int Grow32(object? value, int count) => (int)Grow((uint)count, value);

    /// <summary><c>table.grow</c> of a table indexed with i64.</summary>
    public long Grow64(object? value, long count) => Grow((ulong)count, value);

    /// <summary>The element at an index that is within the table.</summary>
    public object? At(int index)
    {
        // Read before the element: once there is nothing left to make, all that was made is seen.
        ElementsToMake? toMake = Volatile.Read(ref _toMake);
        if (Elements[index] is { } element || toMake is null)
            return Elements[index];
        uint among = (uint)(index - toMake.Start);
        return among < (uint)toMake.Functions.Length ? Elements[index] = toMake.Make((int)among) : null;
    }

    /// <summary><c>table.get</c>.</summary>
    public object? Get(ulong index, int offset)
    {
        if (index >= (ulong)Count)
            throw Traps.TableOutOfBounds(offset);
        return At((int)index);
    }

    /// <summary><c>table.set</c>.</summary>
    public void Set(ulong index, object? value, int offset)
    {
        if (index >= (ulong)Count)
            throw Traps.TableOutOfBounds(offset);
        Put((int)index, value);
    }

    /// <summary>Sets the element at an index that is within the table.</summary>
    public void Put(int index, object? value)
    {
        if (value is null)
            MakeAll();
        Elements[index] = value;
    }

    /// <summary><c>table.fill</c>.</summary>
    public void Fill(ulong start, object? value, ulong count, int offset) => Checked(start, count, offset).Fill(value);

    /// <summary><c>table.copy</c> into this table.</summary>
    public void Copy(ulong start, TableInstance source, ulong sourceStart, ulong count, int offset)
    {
        Span<object?> from = source.Checked(sourceStart, count, offset);
        from.CopyTo(Checked(start, count, offset));
    }

    /// <summary><c>table.init</c>: copies a part of an element segment, which is empty once it was dropped.</summary>
    public void Init(ulong start, ReadOnlySpan<object?> segment, uint segmentStart, uint count, int offset)
    {
        if ((ulong)segmentStart + count > (ulong)segment.Length)
            throw Traps.TableOutOfBounds(offset);
        segment.Slice((int)segmentStart, (int)count).CopyTo(Checked(start, count, offset));
    }

    /// <summary>An active element segment of functions: they are made when they are first asked for, where there are many of them, since a
    /// large module calls few by way of its table.</summary>
    public void InitFunctions(ulong start, ModuleInstance instance, uint[] functions, int offset)
    {
        Span<object?> elements = Checked(start, (uint)functions.Length, offset);
        if (functions.Length >= LeastLazyFunctions && !elements.ContainsAnyExcept((object?)null))
        {
            Volatile.Write(ref _toMake, new ElementsToMake(instance, functions, (int)start));
            return;
        }

        for (int i = 0; i < functions.Length; i++)
            elements[i] = instance.Function((int)functions[i]);
    }

    private void MakeAll()
    {
        if (Volatile.Read(ref _toMake) is not { } toMake)
            return;
        for (int i = 0; i < toMake.Functions.Length; i++)
            Elements[toMake.Start + i] ??= toMake.Make(i);
        Volatile.Write(ref _toMake, null);
    }

    // Whoever asks may write, or read all of it.
    private Span<object?> Checked(ulong start, ulong count, int offset)
    {
        if (start > (ulong)Count || count > (ulong)Count - start)
            throw Traps.TableOutOfBounds(offset);
        MakeAll();
        return Elements.AsSpan((int)start, (int)count);
    }

    private sealed record ElementsToMake(ModuleInstance Instance, uint[] Functions, int Start)
    {
        public FunctionInstance Make(int index) => Instance.Function((int)Functions[index]);
    }
}

using Wasil.Execution;
using Wasil.Validation;

namespace Wasil;

/// <summary>A table of references.</summary>
/// <threadsafety>One thread at a time, which includes the guests that use it.</threadsafety>
public sealed class WasmTable : WasmExtern
{
    private readonly TableInstance _table;

    private WasmTable(TableInstance table) => _table = table;

    /// <summary>Makes a table that no module defined, to be imported by several; its elements are null at first.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="limits">What it may use; <see cref="InstanceLimits.TableElements"/> counts.</param>
    /// <exception cref="ArgumentException">No module could define a table of the type, or its elements may not be null.</exception>
    /// <exception cref="ResourceLimitException">The minimal size is over the limit, or the system has no memory of it.</exception>
    public WasmTable(TableType type, InstanceLimits? limits = null)
        : this(type, WasmValue.Null, limits)
    {
    }

    /// <summary>Makes a table that no module defined, to be imported by several.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="value">What its elements refer to at first.</param>
    /// <param name="limits">What it may use; <see cref="InstanceLimits.TableElements"/> counts.</param>
    /// <exception cref="ArgumentException">No module could define a table of the type, or the value is not of its elements'
    /// type.</exception>
    /// <exception cref="ResourceLimitException">The minimal size is over the limit, or the system has no memory of it.</exception>
    public WasmTable(TableType type, WasmValue value, InstanceLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        ModuleValidator.CheckHostType(type, nameof(type));
        object? initial = Conversion.FromHost(value, type.Element, nameof(value)).Reference;
        _table = TableInstance.Create(type, (limits ?? new InstanceLimits()).TableBudget(), initial);
        _table.Facade = this;
    }

    /// <summary>The table's type, its present size as the minimum.</summary>
    public override TableType Type => _table.CurrentType;

    /// <summary>How many elements the table has.</summary>
    public int Count => _table.Count;

    internal override object Address => _table;

    /// <summary>An element: a reference, null or not.</summary>
    /// <param name="index">Which one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The table has no such element.</exception>
    /// <exception cref="ArgumentException">The value is not of the elements' type.</exception>
    public WasmValue this[int index]
    {
        get
        {
            Check(index);
            return WasmValue.FromReference(_table.Type.Element, _table.At(index));
        }

        set
        {
            Check(index);
            _table.Put(index, Conversion.FromHost(value, _table.Type.Element, nameof(value)).Reference);
        }
    }

    /// <summary>Grows the table, as <c>table.grow</c> does.</summary>
    /// <param name="count">By how many elements.</param>
    /// <param name="value">What they refer to.</param>
    /// <returns>The former size, or -1 if it cannot grow so far.</returns>
    /// <exception cref="ArgumentException">The value is not of the elements' type.</exception>
    public int Grow(int count, WasmValue value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return (int)_table.Grow((ulong)count, Conversion.FromHost(value, _table.Type.Element, nameof(value)).Reference);
    }

    internal static WasmTable Of(TableInstance table) => table.Facade ??= new WasmTable(table);

    private void Check(int index)
    {
        if ((uint)index >= (uint)_table.Count)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The table has {_table.Count} elements.");
    }
}

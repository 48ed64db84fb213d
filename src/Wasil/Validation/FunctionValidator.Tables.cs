namespace Wasil.Validation;

// See "Table Instructions" and "Memory Instructions" in the validation chapter; what is not here has a fixed type.
internal sealed partial class FunctionValidator<TSink>
{
    private void TableGet()
    {
        var table = Table(_instruction.Index);
        PopOperand(table.Address);
        PushOperand(table.Element);
    }

    private void TableSet()
    {
        var table = Table(_instruction.Index);
        PopOperand(table.Element);
        PopOperand(table.Address);
    }

    private void TableGrow()
    {
        var table = Table(_instruction.Index);
        PopOperand(table.Address);
        PopOperand(table.Element);
        PushOperand(table.Address);
    }

    private void TableFill()
    {
        var table = Table(_instruction.Index);
        PopOperand(table.Address);
        PopOperand(table.Element);
        PopOperand(table.Address);
    }

    private void TableCopy()
    {
        var destination = Table(_instruction.Index);
        var source = Table(_instruction.Index2);
        if (!_context.Matches(source.Element, destination.Element))
            Fail($"type mismatch: source element type {source.Element} does not match destination's {destination.Element}");
        Copy(destination.Address, source.Address);
    }

    /// <summary>Checks the immediates of <c>table.init</c>, whose operands are fixed.</summary>
    private StackType TableInit()
    {
        var table = Table(_instruction.Index2);
        var element = Element(_instruction.Index);
        if (!_context.Matches(element, table.Element))
            Fail($"type mismatch: element segment's type {element} does not match table's element type {table.Element}");
        return table.Address;
    }

    private void MemoryCopy() => Copy(Memory(_instruction.Index), Memory(_instruction.Index2));

    // The length fits in both address spaces, so it has the smaller type.
    private void Copy(StackType destination, StackType source)
    {
        PopOperand(destination == StackType.I64 && source == StackType.I64 ? StackType.I64 : StackType.I32);
        PopOperand(source);
        PopOperand(destination);
    }
}

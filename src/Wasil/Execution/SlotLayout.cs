namespace Wasil.Execution;

/// <summary>
/// How a function's arguments and results lie in slots of 8 bytes, in their order: numbers take one, of which narrow ones use the
/// low bytes, vectors two. References have slots of their own, counted apart.
/// </summary>
internal readonly record struct SlotLayout(int ParameterSlots, int ParameterReferences, int ResultSlots, int ResultReferences)
{
    /// <summary>As many slots and references as hold the arguments and the results.</summary>
    public int Slots => Math.Max(ParameterSlots, ResultSlots);

    public int References => Math.Max(ParameterReferences, ResultReferences);

    public static SlotLayout Of(FuncType type)
    {
        (int parameterSlots, int parameterReferences) = Count(type.Parameters);
        (int resultSlots, int resultReferences) = Count(type.Results);
        return new SlotLayout(parameterSlots, parameterReferences, resultSlots, resultReferences);
    }

    /// <summary>How many slots a value takes; none if it is a reference.</summary>
    public static int SlotsOf(ValKind kind) => kind switch
    {
        ValKind.V128 => 2,
        ValKind.Ref => 0,
        _ => 1,
    };

    private static (int Slots, int References) Count(ReadOnlySpan<ValType> types)
    {
        int slots = 0, references = 0;
        foreach (ValType type in types)
        {
            slots += SlotsOf(type.Kind);
            references += type.Kind == ValKind.Ref ? 1 : 0;
        }

        return (slots, references);
    }
}

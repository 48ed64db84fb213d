using Wasil.Syntax;

namespace Wasil.Execution;

/// <summary>
/// Makes instances: matches imports, allocates, runs segments, in the order that the specification's "Instantiation" gives.
/// The start function is called by the caller.
/// </summary>
internal static class Instantiation
{
    /// <param name="instance">The instance to fill.</param>
    /// <param name="imports">What was found for each import: FunctionInstance, TableInstance, MemoryInstance, GlobalInstance,
    /// TagInstance, a delegate of the host, or a WrappedImport.</param>
    /// <param name="limits">What the instance may use.</param>
    public static void Fill(ModuleInstance instance, object[] imports, InstanceLimits limits)
    {
        Link(instance, imports);
        Allocate(instance, limits);
        RunElementSegments(instance);
        RunDataSegments(instance);
    }

    private static void Link(ModuleInstance instance, object[] imports)
    {
        int functions = 0, tables = 0, memories = 0, globals = 0, tags = 0;
        foreach (object import in imports)
        {
            switch (import)
            {
                case FunctionInstance or Delegate or WrappedImport:
                    instance.SetImport(functions, ImportedFunction(instance, functions, import));
                    functions++;
                    break;
                case TableInstance table:
                    instance.Tables[tables++] = table;
                    break;
                case MemoryInstance memory:
                    memory.AddOwner();
                    instance.Memories[memories++] = memory;
                    break;
                case GlobalInstance global:
                    instance.SetGlobal(globals++, global);
                    break;
                case TagInstance tag:
                    instance.Tags[tags++] = tag;
                    break;
            }
        }
    }

    /// <summary>The function that was found for an import.</summary>
    public static FunctionInstance ImportedFunction(ModuleInstance instance, int index, object found) => found switch
    {
        FunctionInstance function => function,
        WrappedImport wrapped => wrapped.CreateFor(instance, index),
        _ => new FunctionInstance(instance, index, instance.Types.Functions[index], (Delegate)found),
    };

    private static void Allocate(ModuleInstance instance, InstanceLimits limits)
    {
        ModuleTypes types = instance.Types;
        Module module = types.Module;
        for (int i = types.ImportedTags; i < types.Tags.Length; i++)
            instance.Tags[i] = new TagInstance(types.Tags[i]);

        ResourceBudget memories = limits.MemoryBudget(types.Memories), tables = limits.TableBudget();
        for (int i = types.ImportedMemories; i < types.Memories.Length; i++)
            instance.Memories[i] = MemoryInstance.Create(types.Memories[i], memories);
        if (instance.Memories.Length > 0)
            instance.SetMemory0(instance.Memories[0]);
        instance.Code = instance.Code.For(instance);

        // A global's initialiser may read the globals before it, a table's all of them.
        for (int i = types.ImportedGlobals; i < types.Globals.Length; i++)
        {
            instance.SetGlobal(i, null);
            instance.Globals[i].Value =
                ConstantExpression.Evaluate(instance, module.Globals[i - types.ImportedGlobals].Initializer);
        }

        for (int i = types.ImportedTables; i < types.Tables.Length; i++)
        {
            object? initial = module.Tables[i - types.ImportedTables].Initializer is { } expression
                ? ConstantExpression.Evaluate(instance, expression).Reference
                : null;
            instance.Tables[i] = TableInstance.Create(types.Tables[i], tables, initial);
        }

        if (instance.Tables.Length > 0)
            instance.Table0 = instance.Tables[0];
    }

    private static void RunElementSegments(ModuleInstance instance)
    {
        ElementSegment[] segments = instance.Types.Module.Elements;
        for (int i = 0; i < segments.Length; i++)
        {
            // What goes into a table at once needs no array of its own where it is functions.
            if (segments[i].Mode == SegmentMode.Passive || (segments[i].Mode == SegmentMode.Active && segments[i].Functions is null))
                instance.ElementSegments[i] = Items(instance, segments[i]);
        }

        for (int i = 0; i < segments.Length; i++)
        {
            if (segments[i].Mode != SegmentMode.Active)
                continue;
            TableInstance table = instance.Tables[segments[i].Table];
            ulong start = Address(ConstantExpression.Evaluate(instance, segments[i].Offset), table.Type.Is64);
            if (instance.ElementSegments[i] is { } items)
                table.Init(start, items, 0, (uint)items.Length, segments[i].Offset.Offset);
            else
                table.InitFunctions(start, instance, segments[i].Functions!, segments[i].Offset.Offset);
            instance.DropElements(i);
        }
    }

    private static object?[] Items(ModuleInstance instance, ElementSegment segment)
    {
        var items = new object?[segment.Count];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = segment.Functions is { } functions
                ? instance.Function((int)functions[i])
                : ConstantExpression.Evaluate(instance, segment.Expressions![i]).Reference;
        }

        return items;
    }

    private static void RunDataSegments(ModuleInstance instance)
    {
        DataSegment[] segments = instance.Types.Module.Data;
        for (int i = 0; i < segments.Length; i++)
        {
            if (segments[i].Mode != SegmentMode.Active)
                continue;
            MemoryInstance memory = instance.Memories[segments[i].Memory];
            ulong start = Address(ConstantExpression.Evaluate(instance, segments[i].Offset), memory.Type.Is64);
            ReadOnlySpan<byte> contents = instance.DataSegment(i);
            memory.Init(start, contents, 0, (uint)contents.Length, segments[i].Offset.Offset);
            instance.DropData(i);
        }
    }

    private static ulong Address(WasmValue value, bool is64) => is64 ? (ulong)value.AsInt64() : (uint)value.AsInt32();
}

using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Wasil.Execution;

namespace Wasil.Compilation;

/// <summary>The fields and methods that emitted code uses.</summary>
internal static class Members
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
    private const DynamicallyAccessedMemberTypes Kept =
        DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.NonPublicFields
        | DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.NonPublicMethods;

    public static readonly FieldInfo Entries = Field(typeof(ModuleInstance), nameof(ModuleInstance.Entries));
    public static readonly FieldInfo ArrayItems = Field(typeof(ArrayView), nameof(ArrayView.Items));
    public static readonly FieldInfo Tokens = Field(typeof(ModuleInstance), nameof(ModuleInstance.Tokens));
    public static readonly FieldInfo CalledPlace = Field(typeof(ModuleInstance), nameof(ModuleInstance.CalledPlace));
    public static readonly FieldInfo StackLimit = Field(typeof(ModuleInstance), nameof(ModuleInstance.StackLimit));
    public static readonly FieldInfo Interrupted = Field(typeof(ModuleInstance), nameof(ModuleInstance.Interrupted));
    public static readonly MethodInfo EndInterrupted = Method(typeof(ModuleInstance), nameof(ModuleInstance.EndInterrupted));
    public static readonly MethodInfo BeginInterruption = Method(typeof(Interruption), nameof(Interruption.Begin));
    public static readonly MethodInfo EndInterruption = Method(typeof(Interruption), nameof(Interruption.End));
    public static readonly MethodInfo HostToken = Method(typeof(ModuleInstance), "get_" + nameof(ModuleInstance.HostToken));
    public static readonly FieldInfo Thread = Field(typeof(ModuleInstance), nameof(ModuleInstance.Thread));
    public static readonly FieldInfo KeeperThread = Field(typeof(Ownership.Keeper), nameof(Ownership.Keeper.Thread));
    public static readonly FieldInfo Pending = Field(typeof(GuestThread), nameof(GuestThread.Pending));
    public static readonly MethodInfo ThrowPending = Method(typeof(GuestThread), nameof(GuestThread.ThrowPending));
    public static readonly MethodInfo Receive = Method(typeof(GuestThread), nameof(GuestThread.Receive));
    public static readonly FieldInfo Tags = Field(typeof(ModuleInstance), nameof(ModuleInstance.Tags));
    public static readonly MethodInfo AddFrame = Method(typeof(ModuleInstance), nameof(ModuleInstance.AddFrame));
    public static readonly MethodInfo ThrowReference = Method(typeof(ModuleInstance), nameof(ModuleInstance.ThrowReference));
    public static readonly FieldInfo ExceptionTag = Field(typeof(ExceptionInstance), nameof(ExceptionInstance.Tag));
    public static readonly FieldInfo ExceptionPayload = Field(typeof(ExceptionInstance), nameof(ExceptionInstance.Payload));
    public static readonly FieldInfo GlobalSlots = Field(typeof(ModuleInstance), nameof(ModuleInstance.GlobalSlots));
    public static readonly FieldInfo Globals = Field(typeof(ModuleInstance), nameof(ModuleInstance.Globals));
    public static readonly FieldInfo Memories = Field(typeof(ModuleInstance), nameof(ModuleInstance.Memories));
    public static readonly FieldInfo Memory0Base = Field(typeof(ModuleInstance), nameof(ModuleInstance.Memory0Base));
    public static readonly FieldInfo Memory0 = Field(typeof(ModuleInstance), nameof(ModuleInstance.Memory0));
    public static readonly FieldInfo Tables = Field(typeof(ModuleInstance), nameof(ModuleInstance.Tables));
    public static readonly FieldInfo Table0 = Field(typeof(ModuleInstance), nameof(ModuleInstance.Table0));
    public static readonly MethodInfo Function = Method(typeof(ModuleInstance), nameof(ModuleInstance.Function));
    public static readonly MethodInfo ResolveElement = Method(typeof(ModuleInstance), nameof(ModuleInstance.ResolveElement));
    public static readonly MethodInfo ResolveReference = Method(typeof(ModuleInstance), nameof(ModuleInstance.ResolveReference));
    public static readonly MethodInfo MemoryInit = Method(typeof(ModuleInstance), nameof(ModuleInstance.MemoryInit));
    public static readonly MethodInfo FillInParts = Method(typeof(ModuleInstance), nameof(ModuleInstance.FillInParts));
    public static readonly MethodInfo CopyInParts = Method(typeof(ModuleInstance), nameof(ModuleInstance.CopyInParts));
    public static readonly MethodInfo DropData = Method(typeof(ModuleInstance), nameof(ModuleInstance.DropData));
    public static readonly MethodInfo TableInit = Method(typeof(ModuleInstance), nameof(ModuleInstance.TableInit));
    public static readonly MethodInfo DropElements = Method(typeof(ModuleInstance), nameof(ModuleInstance.DropElements));
    public static readonly MethodInfo Enter = Method(typeof(ModuleInstance), nameof(ModuleInstance.Enter));
    public static readonly MethodInfo Exit = Method(typeof(ModuleInstance), nameof(ModuleInstance.Exit));
    public static readonly MethodInfo ExitSlowly = Method(typeof(ModuleInstance), nameof(ModuleInstance.ExitSlowly));
    public static readonly MethodInfo CodeOf = Method(typeof(ModuleInstance), nameof(ModuleInstance.CodeOf));
    public static readonly MethodInfo CrossingOf = Method(typeof(ModuleInstance), nameof(ModuleInstance.CrossingOf));

    public static readonly MethodInfo Resolve = Method(typeof(ModuleInstance), nameof(ModuleInstance.ResolveCalled));
    public static readonly MethodInfo Join = Method(typeof(FunctionInstance), nameof(FunctionInstance.Join));
    public static readonly FieldInfo InstanceOfFunction = Field(typeof(FunctionInstance), nameof(FunctionInstance.Instance));
    public static readonly FieldInfo Token = Field(typeof(FunctionInstance), nameof(FunctionInstance.Token));
    public static readonly FieldInfo Code = Field(typeof(FunctionInstance), nameof(FunctionInstance.Code));
    public static readonly FieldInfo Host = Field(typeof(FunctionInstance), nameof(FunctionInstance.Host));
    public static readonly ConstructorInfo NewCaller = typeof(Caller).GetConstructors(All)[0];
    public static readonly ConstructorInfo NewAddress = typeof(WasmAddress).GetConstructor([typeof(ulong)])!;
    public static readonly MethodInfo AddressValue = Packer(nameof(Packing.ToNumber));

    public static readonly FieldInfo MemoryBase = Field(typeof(MemoryInstance), nameof(MemoryInstance.Base));
    public static readonly FieldInfo MemoryLength = Field(typeof(MemoryInstance), nameof(MemoryInstance.Length));
    public static readonly MethodInfo MemoryGrow32 = Method(typeof(MemoryInstance), nameof(MemoryInstance.Grow32));
    public static readonly MethodInfo MemoryGrow64 = Method(typeof(MemoryInstance), nameof(MemoryInstance.Grow64));
    public static readonly MethodInfo MemoryFill = Method(typeof(MemoryInstance), nameof(MemoryInstance.Fill));
    public static readonly MethodInfo MemoryCopy = Method(typeof(MemoryInstance), nameof(MemoryInstance.Copy));
    public static readonly MethodInfo MemoryCheck64 = Method(typeof(MemoryInstance), nameof(MemoryInstance.Check64));

    public static readonly MethodInfo MemoryWait32 = Method(typeof(MemoryInstance), nameof(MemoryInstance.Wait32));
    public static readonly MethodInfo MemoryWait64 = Method(typeof(MemoryInstance), nameof(MemoryInstance.Wait64));
    public static readonly MethodInfo MemoryNotify = Method(typeof(MemoryInstance), nameof(MemoryInstance.Notify));
    public static readonly MethodInfo AtomicFence = Method(typeof(Atomics), nameof(Atomics.Fence));

    public static readonly MethodInfo NoReferences = ((Func<object[]>)Array.Empty<object>).Method;
    public static readonly FieldInfo TableElements = Field(typeof(TableInstance), nameof(TableInstance.Elements));
    public static readonly FieldInfo TableCount = Field(typeof(TableInstance), nameof(TableInstance.Count));
    public static readonly MethodInfo TableGet = Method(typeof(TableInstance), nameof(TableInstance.Get));
    public static readonly MethodInfo TableSet = Method(typeof(TableInstance), nameof(TableInstance.Set));
    public static readonly MethodInfo TableGrow32 = Method(typeof(TableInstance), nameof(TableInstance.Grow32));
    public static readonly MethodInfo TableGrow64 = Method(typeof(TableInstance), nameof(TableInstance.Grow64));
    public static readonly MethodInfo TableFill = Method(typeof(TableInstance), nameof(TableInstance.Fill));
    public static readonly MethodInfo TableCopy = Method(typeof(TableInstance), nameof(TableInstance.Copy));

    public static readonly FieldInfo HeapAllowance = Field(typeof(ModuleInstance), nameof(ModuleInstance.HeapAllowance));
    public static readonly FieldInfo Definitions = Field(typeof(ModuleInstance), nameof(ModuleInstance.Definitions));
    public static readonly FieldInfo RuntimeType = Field(typeof(WasmObject), nameof(WasmObject.RuntimeType));
    public static readonly FieldInfo TypeKind = Field(typeof(DefType), nameof(DefType.Kind));
    public static readonly FieldInfo TypeDisplay = Field(typeof(DefType), nameof(DefType.Display));
    public static readonly FieldInfo TypeDeepDisplay = Field(typeof(DefType), nameof(DefType.DeepDisplay));
    public static readonly FieldInfo StructSlots = Field(typeof(StructView), nameof(StructView.Slots));
    public static readonly FieldInfo OverflowReferences = Field(typeof(StructOverflow), nameof(StructOverflow.References));
    public static readonly FieldInfo OverflowNumbers = Field(typeof(StructOverflow), nameof(StructOverflow.Numbers));
    public static readonly FieldInfo SlotReference = Field(typeof(ReferenceSlot), nameof(ReferenceSlot.Value));
    public static readonly FieldInfo ArrayElements = Field(typeof(WasmArray), nameof(WasmArray.Elements));
    public static readonly FieldInfo I31Value = Field(typeof(WasmI31), nameof(WasmI31.Signed));
    public static readonly MethodInfo Externalize = Method(typeof(HostReference), nameof(HostReference.Externalize));
    public static readonly MethodInfo AreEqual = Method(typeof(References), nameof(References.AreEqual));
    public static readonly MethodInfo IsFunctionOf = Method(typeof(References), nameof(References.IsFunctionOf));
    public static readonly MethodInfo IsFunctionOfExactly = Method(typeof(References), nameof(References.IsFunctionOfExactly));

    public static readonly FieldInfo GlobalReference = Field(typeof(GlobalInstance), nameof(GlobalInstance.Reference));

    public static MethodInfo Trap(string name) => Method(typeof(Traps), name);

    /// <summary>A method that makes or changes aggregates and exceptions.</summary>
    public static MethodInfo Aggregate(string name) => Method(typeof(ModuleInstance), name);

    public static MethodInfo Packer(string name) => Method(typeof(Packing), name);

    public static MethodInfo Convert(string name) => Method(typeof(Conversion), name);

    public static MethodInfo Numeric(string name) => Method(typeof(Numerics.Numeric), name);

    /// <summary>A method of <see cref="Atomics"/> for places of a size in bytes.</summary>
    [RequiresDynamicCode("Code is emitted that calls it.")]
    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "Its type arguments are integers.")]
    public static MethodInfo Atomic(string name, int size) => Method(typeof(Atomics), name).MakeGenericMethod(size switch
    {
        1 => typeof(byte),
        2 => typeof(ushort),
        4 => typeof(uint),
        _ => typeof(ulong),
    });

    private static FieldInfo Field([DynamicallyAccessedMembers(Kept)] Type type, string name) =>
        type.GetField(name, All) ?? throw new MissingFieldException(type.Name, name);

    private static MethodInfo Method([DynamicallyAccessedMembers(Kept)] Type type, string name) =>
        type.GetMethod(name, All) ?? throw new MissingMethodException(type.Name, name);
}

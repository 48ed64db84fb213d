namespace Wasil.GoJs.Running;

/// <content>Which function stands under which name.</content>
internal sealed partial class GoRuntime
{
    /// <summary>A function as Go imports it: what it works on lies in Go's stack.</summary>
    internal delegate void Import(Caller caller, int stackPointer);

    /// <summary>The function of a name, or null where Go has none of it.</summary>
    public Import? Find(string name) => name switch
    {
        "runtime.wasmExit" => WasmExit,
        "runtime.wasmWrite" => WasmWrite,
        "runtime.resetMemoryDataView" => ResetMemoryDataView,
        "runtime.nanotime1" => Nanotime,
        "runtime.walltime" => Walltime,
        "runtime.scheduleTimeoutEvent" => ScheduleTimeoutEvent,
        "runtime.clearTimeoutEvent" => ClearTimeoutEvent,
        "runtime.getRandomData" => GetRandomData,
        "debug" => Debug,
        "syscall/js.finalizeRef" => FinalizeRef,
        "syscall/js.stringVal" => StringVal,
        "syscall/js.valueGet" => ValueGet,
        "syscall/js.valueSet" => ValueSet,
        "syscall/js.valueDelete" => ValueDelete,
        "syscall/js.valueIndex" => ValueIndex,
        "syscall/js.valueSetIndex" => ValueSetIndex,
        "syscall/js.valueCall" => ValueCall,
        "syscall/js.valueInvoke" => ValueInvoke,
        "syscall/js.valueNew" => ValueNew,
        "syscall/js.valueLength" => ValueLength,
        "syscall/js.valuePrepareString" => ValuePrepareString,
        "syscall/js.valueLoadString" => ValueLoadString,
        "syscall/js.valueInstanceOf" => ValueInstanceOf,
        "syscall/js.copyBytesToGo" => CopyBytesToGo,
        "syscall/js.copyBytesToJS" => CopyBytesToJs,
        _ => null,
    };
}

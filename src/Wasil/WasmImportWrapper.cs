namespace Wasil;

/// <summary>Puts something of the host between a new instance and a function that it imports.</summary>
/// <param name="import">The import, its type included.</param>
/// <param name="original">What the instance would get otherwise, linked to it: what it is called with goes on as if the guest had
/// called it. It is to be called once the instance runs, not before.</param>
/// <returns>A <see cref="HostFunction"/> of the import's type, as a rule one that calls <paramref name="original"/>; null where the
/// import stays as it is.</returns>
public delegate WasmExtern? WasmImportWrapper(ImportType import, WasmFunction original);

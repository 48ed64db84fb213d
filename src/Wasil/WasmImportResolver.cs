namespace Wasil;

/// <summary>Answers what an import is to be for one new instance, or null where it has no answer.</summary>
/// <param name="import">The import, its type included.</param>
public delegate WasmExtern? WasmImportResolver(ImportType import);

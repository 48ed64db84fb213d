namespace Wasil.Cli;

/// <summary>Reads modules from files, and says in one line what is wrong with them.</summary>
internal static class ModuleFile
{
    /// <exception cref="CommandException">The file cannot be read, or is no valid module.</exception>
    public static WasmModule Load(string path, WasmEngine engine)
    {
        byte[] bytes = Read(path);
        try
        {
            return engine.Compile(bytes);
        }
        catch (Exception fault) when (fault is MalformedModuleException or InvalidModuleException)
        {
            throw new CommandException($"{path}: {fault.Message}", cause: fault);
        }
    }

    private static byte[] Read(string path)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            return bytes.Length > 0 ? bytes : throw new CommandException($"{path}: the file is empty");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException($"{path}: {Describe(fault, path)}", cause: fault);
        }
    }

    private static string Describe(Exception fault, string path) => fault switch
    {
        // .NET reports a directory as a file that may not be read.
        UnauthorizedAccessException when Directory.Exists(path) => "is a directory",
        UnauthorizedAccessException => "permission denied",
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        ArgumentException => "not the name of a file",
        _ => fault.Message,
    };
}

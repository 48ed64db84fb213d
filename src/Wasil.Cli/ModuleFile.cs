using System.Text;

namespace Wasil.Cli;

/// <summary>Reads modules from files, in the binary or the text format, and says in one line what is wrong with them.</summary>
internal static class ModuleFile
{
    /// <exception cref="CommandException">The file cannot be read, or is no valid module.</exception>
    public static WasmModule Load(string path, WasmEngine engine)
    {
        byte[] bytes = Read(path);
        try
        {
            return IsText(bytes) ? engine.Compile(Decode(path, bytes)) : engine.Compile(bytes);
        }
        catch (Exception fault) when (fault is MalformedModuleException or InvalidModuleException)
        {
            throw new CommandException($"{path}: {fault.Message}", cause: fault);
        }
    }

    /// <summary>Whether bytes look like the text format: an expression or a comment.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> start = bytes.TrimStart(" \t\r\n"u8);
        return start.StartsWith("("u8) || start.StartsWith(";;"u8);
    }

    private static string Decode(string path, byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            throw new CommandException($"{path}: malformed UTF-8 encoding at offset 0x{fault.Index:x}", cause: fault);
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

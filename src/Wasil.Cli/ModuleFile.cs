namespace Wasil.Cli;

/// <summary>Reads modules from files, in the binary or the text format, and says what is wrong with them.</summary>
internal static class ModuleFile
{
    // More than any module has, and less than an array holds.
    private const int MostBytes = 1 << 30;

    // A device may have no end, and what comes out of it has to be kept until that shows.
    private const int MostBytesOfPipe = 256 << 20;

    /// <exception cref="CommandException">The file cannot be read, or is no valid module.</exception>
    public static WasmModule Load(string path, WasmEngine engine)
    {
        byte[] bytes = Read(path);
        try
        {
            return IsText(path, bytes) ? engine.CompileText(bytes) : engine.Compile(bytes);
        }
        catch (Exception fault) when (fault is MalformedModuleException or InvalidModuleException)
        {
            throw Refuse(path, fault);
        }
    }

    /// <exception cref="CommandException">The file cannot be read.</exception>
    public static byte[] Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = ReadAll(path);
        }
        catch (Exception fault) when (IsFileFault(fault))
        {
            throw RefuseFile(path, fault);
        }

        return bytes.Length > 0 ? bytes : throw new CommandException($"{path}: the file is empty");
    }

    private static byte[] ReadAll(string path)
    {
        using FileStream file = File.OpenRead(path);
        if (file.CanSeek && file.Length > 0)
        {
            if (file.Length > MostBytes)
                throw new CommandException($"{path}: larger than {MostBytes >> 20} MiB");
            byte[] all = new byte[file.Length];
            return all[..file.ReadAtLeast(all, all.Length, throwOnEndOfStream: false)];
        }

        // A pipe or a device: its end shows when it comes.
        using var read = new MemoryStream();
        byte[] part = new byte[1 << 16];
        for (int count; (count = file.Read(part)) > 0;)
        {
            if (read.Length + count > MostBytesOfPipe)
                throw new CommandException($"{path}: more than {MostBytesOfPipe >> 20} MiB, and no end");
            read.Write(part, 0, count);
        }

        return read.ToArray();
    }

    /// <summary>Whether a file holds the text format: it is called so, or its contents look like an expression or a comment.
    /// What begins as a module in the binary format is one, whatever it is called.</summary>
    public static bool IsText(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\0asm"u8))
            return false;
        ReadOnlySpan<byte> start = bytes.TrimStart(" \t\r\n"u8);
        return start.StartsWith("("u8) || start.StartsWith(";;"u8) || path.EndsWith(".wat", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The failure of a file whose contents are no module, or no valid one.</summary>
    public static CommandException Refuse(string path, Exception fault)
    {
        // As compilers write it, so that editors find the place: the message begins with line and column then.
        bool hasPlace = fault is MalformedModuleException { Line: not null } or InvalidModuleException { Line: not null };
        return new CommandException($"{path}:{(hasPlace ? "" : " ")}{fault.Message}", cause: fault);
    }

    /// <summary>Whether an exception says that a file cannot be read or written.</summary>
    public static bool IsFileFault(Exception fault) => fault is IOException or UnauthorizedAccessException or ArgumentException;

    /// <summary>The failure of a file that cannot be read or written.</summary>
    public static CommandException RefuseFile(string path, Exception fault) => new($"{path}: {Describe(fault, path)}", cause: fault);

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

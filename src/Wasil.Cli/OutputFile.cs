using Wasil.Cli.Streams;

namespace Wasil.Cli;

/// <summary>What a command makes: a file, or the standard output where <c>-</c> stands for it.</summary>
internal static class OutputFile
{
    public const string StandardOutput = "-";

    /// <summary>Writes it. A file that cannot be finished is deleted.</summary>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public static void Write(string path, StandardStreams streams, Action<Stream> write)
    {
        if (path == StandardOutput)
        {
            write(streams.Output);
            return;
        }

        bool isMine = false;
        try
        {
            using (FileStream file = File.Create(path))
            {
                // What is no regular file, as /dev/null, is not to be deleted.
                isMine = file.CanSeek;
                write(file);
            }

            isMine = false;
        }
        catch (Exception fault) when (ModuleFile.IsFileFault(fault))
        {
            throw ModuleFile.RefuseFile(path, fault);
        }
        finally
        {
            if (isMine)
                File.Delete(path);
        }
    }
}

namespace Wasil.GoJs.Node;

/// <summary>What <c>process</c> and <c>fs</c> share.</summary>
internal sealed class ProcessState(string folder)
{
    /// <summary>The folder that relative paths start from.</summary>
    public string Folder { get; set; } = folder;

    /// <summary>The permissions that new files do not get.</summary>
    public uint Mask { get; set; } = 0x12; // 022

    /// <summary>A path as seen from the folder. What lies between is left to the file system: <c>..</c> behind a link leads
    /// elsewhere than its text says.</summary>
    public string Absolute(string path) =>
        path.StartsWith('/') ? path : Folder == "/" ? $"/{path}" : $"{Folder}/{path}";
}

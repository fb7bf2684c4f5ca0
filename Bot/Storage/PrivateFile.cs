namespace PolicyAssistantBot.Storage;

/// <summary>Creates files and folders that only the account of the service may read, whatever the umask is.</summary>
internal static class PrivateFile
{
    public const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    public const UnixFileMode FolderMode = FileMode | UnixFileMode.UserExecute;

    /// <exception cref="IOException">The file exists.</exception>
    public static FileStream CreateNew(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = System.IO.FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileMode;
        }

        return new FileStream(path, options);
    }

    /// <summary>The folder; created if necessary, and closed to others if it was open.</summary>
    public static DirectoryInfo OpenFolder(string path)
    {
        var folder = OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, FolderMode);
        if (!OperatingSystem.IsWindows() && folder.UnixFileMode != FolderMode)
        {
            folder.UnixFileMode = FolderMode;
        }

        return folder;
    }
}

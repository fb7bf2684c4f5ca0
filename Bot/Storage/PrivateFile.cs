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
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(path);
        }

        var folder = Directory.CreateDirectory(path, FolderMode);
        Close(folder, FolderMode);
        return folder;
    }

    /// <summary>Creates the file empty if it does not exist, and closes it to others.</summary>
    public static void Prepare(string path)
    {
        try
        {
            CreateNew(path).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            Close(path);
        }
    }

    /// <summary>Closes a file to others, if it exists.</summary>
    public static void Close(string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path))
        {
            Close(new FileInfo(path), FileMode);
        }
    }

    private static void Close(FileSystemInfo item, UnixFileMode mode)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && item.UnixFileMode != mode)
            {
                item.UnixFileMode = mode;
            }
        }
        catch (UnauthorizedAccessException)
        {
            // A mounted volume may belong to another account; then its owner decides who may read it.
        }
    }
}

namespace PolicyAssistantBot.Files;

/// <summary>Why a file is not accepted.</summary>
internal enum FileProblem
{
    TooLarge,
    Empty,
    TypeNotAccepted,

    /// <summary>The content does not match the extension.</summary>
    ContentMismatch,

    /// <summary>A document that runs a program when it is opened.</summary>
    Macros,

    /// <summary>A document that runs a script, starts a program or loads something from elsewhere when it is opened.</summary>
    ActiveContent,
    Damaged,

    /// <summary>The case already has the maximum number of files.</summary>
    TooMany,

    /// <summary>The file could not be downloaded from the channel.</summary>
    DownloadFailed,
}

/// <summary>The result for a file that a person sent.</summary>
internal abstract record FileReceipt
{
    private FileReceipt() { }

    internal sealed record Accepted(StoredFile File) : FileReceipt;

    internal sealed record Refused(string Name, FileProblem Problem) : FileReceipt;
}

/// <summary>A file on disk that passed the checks.</summary>
/// <param name="Id">Its random name on disk.</param>
/// <param name="Name">The sender's name for it, sanitised.</param>
/// <param name="Size">In bytes.</param>
internal sealed record StoredFile(string Id, string Name, string ContentType, long Size, string Sha256);

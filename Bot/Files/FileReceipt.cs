namespace PolicyAssistantBot.Files;

/// <summary>Why a file is not taken.</summary>
internal enum FileProblem
{
    TooLarge,
    Empty,
    TypeNotTaken,

    /// <summary>The content is of another kind than the name.</summary>
    NotWhatItSays,

    /// <summary>A document that runs a program when it is opened.</summary>
    Macros,
    Damaged,

    /// <summary>The case has as many as it may.</summary>
    TooMany,

    /// <summary>The channel did not hand it over.</summary>
    NotHandedOver,
}

/// <summary>What became of a file that somebody sent.</summary>
internal abstract record FileReceipt
{
    private FileReceipt() { }

    internal sealed record Taken(StoredFile File) : FileReceipt;

    internal sealed record Refused(string Name, FileProblem Problem) : FileReceipt;
}

/// <summary>A file on disk that keeps to the rules.</summary>
/// <param name="Id">Its random name on disk.</param>
/// <param name="Name">What the sender called it, made harmless.</param>
/// <param name="Size">In bytes.</param>
internal sealed record StoredFile(string Id, string Name, string ContentType, long Size, string Sha256);

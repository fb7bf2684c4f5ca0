namespace PolicyAssistantBot.Files;

/// <summary>Looks for malware.</summary>
internal interface IFileScanner
{
    Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellationToken);
}

/// <summary>What a scanner says.</summary>
internal abstract record ScanVerdict
{
    private ScanVerdict() { }

    internal sealed record Clean : ScanVerdict;

    /// <param name="Name">What was found.</param>
    internal sealed record Infected(string Name) : ScanVerdict;

    /// <summary>It could not be said; to be asked again.</summary>
    internal sealed record Failed(string Reason) : ScanVerdict;
}

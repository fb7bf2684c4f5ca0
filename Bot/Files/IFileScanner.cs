namespace PolicyAssistantBot.Files;

/// <summary>Scans files for malware.</summary>
internal interface IFileScanner
{
    Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellationToken);
}

/// <summary>The result of a scan.</summary>
internal abstract record ScanVerdict
{
    private ScanVerdict() { }

    internal sealed record Clean : ScanVerdict;

    /// <param name="Name">The name of the malware.</param>
    internal sealed record Infected(string Name) : ScanVerdict;

    /// <summary>The scan failed and has to be repeated.</summary>
    internal sealed record Failed(string Reason) : ScanVerdict;
}

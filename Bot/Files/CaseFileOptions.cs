using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.Files;

/// <summary>Files that go with cases; section <c>Files</c> of the configuration.</summary>
internal sealed record CaseFileOptions : IValidatableObject
{
    /// <summary>The largest file, in bytes.</summary>
    [Range(1024, 100_000_000)]
    public int FileLimit { get; init; } = 10 * 1024 * 1024;

    /// <summary>Files that each side may add to one case.</summary>
    [Range(1, 100)]
    public int PerCase { get; init; } = 5;

    /// <summary>Where clamd listens: <c>host:port</c>, or <c>unix:</c> and the path of its socket. Without it files are not
    /// scanned.</summary>
    public string? ClamAv { get; init; }

    /// <summary>The time in which clamd must have answered.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ScanTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often it is looked whether files wait for their scan.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan ScanInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Life of a link to a file that an official sent.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "365.00:00:00")]
    public TimeSpan LinkLifetime { get; init; } = TimeSpan.FromDays(30);

    /// <summary>After this time a file that never became part of a case is removed.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan UnusedLifetime { get; init; } = TimeSpan.FromDays(14);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ClamAv is not null && ScannerAddress.Parse(ClamAv) is null)
        {
            yield return new("Files:ClamAv is host:port, or unix: and a path.", [nameof(ClamAv)]);
        }
    }
}

using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.Files;

/// <summary>Limits and settings of case files; section <c>Files</c> of the configuration.</summary>
internal sealed record CaseFileOptions : IValidatableObject
{
    /// <summary>The maximum size of a file, in bytes.</summary>
    [Range(1024, 100_000_000)]
    public int FileLimit { get; init; } = 10 * 1024 * 1024;

    /// <summary>The maximum number of files that the asker may add to one case, and also the maximum that the officials may add.</summary>
    [ConfigurationKeyName("PerCase")]
    [Range(1, 100)]
    public int MaxFilesPerSide { get; init; } = 5;

    /// <summary>
    /// The address of clamd: <c>host:port</c>, or <c>unix:</c> and the path of its socket. Without it, files are not scanned.
    /// </summary>
    public string? ClamAv { get; init; }

    /// <summary>The time limit for a scan.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ScanTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The interval at which files that wait for their scan are looked up.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan ScanInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The lifetime of a link to a file that an official sent.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "365.00:00:00")]
    public TimeSpan LinkLifetime { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The time after which a file that belongs to no case is deleted.</summary>
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

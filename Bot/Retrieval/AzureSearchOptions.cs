using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.Retrieval;

/// <summary>
/// The optional Azure AI Search service: passages are pushed to one of its indexes, which is queried in addition to the assistant's own.
/// </summary>
public sealed record AzureSearchOptions : IValidatableObject
{
    /// <summary>Off by default.</summary>
    public bool Enabled { get; init; }

    /// <summary>The service's address, such as <c>https://NAME.search.windows.net</c>.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The index that is created, filled and queried.</summary>
    [Required, RegularExpression("[a-z0-9][a-z0-9-]{0,126}[a-z0-9]")]
    public string Index { get; init; } = "policy-passages";

    /// <summary>A query key, or an admin key where <c>knowledge push</c> is run; empty with <see cref="UseEntraId"/>. Never
    /// logged.</summary>
    [MaxLength(500)]
    public string Key { get; init; } = "";

    /// <summary>Sign in with the machine's own identity (Microsoft Entra ID) instead of a key.</summary>
    public bool UseEntraId { get; init; }

    /// <summary>
    /// The name of the configuration of the semantic ranker, which <c>knowledge push</c> creates; empty to rank by words only.
    /// </summary>
    [MaxLength(100)]
    public string SemanticConfiguration { get; init; } = "";

    /// <summary>How long a question waits before it is answered without the service.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:05")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>What the best score adds to a passage; a passage with all words of the question scores about 1 by itself.</summary>
    [Range(0.0, 10.0)]
    public double Weight { get; init; } = 0.5;

    /// <summary>Scores up to this add nothing, so that unrelated questions stay unanswered.</summary>
    [Range(0.0, 0.99)]
    public double Floor { get; init; } = 0.4;

    /// <summary>The service's keyword score that counts as one half; such scores have no upper limit.</summary>
    [Range(0.1, 1000)]
    public double HalfScore { get; init; } = 10;

    /// <summary>The number of failures within half a minute after which the service is not called for a while.</summary>
    [Range(2, 100)]
    public int FailuresToBreak { get; init; } = 4;

    /// <summary>How long the service is not called after repeated failures.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "01:00:00")]
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(30);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enabled)
        {
            yield break;
        }

        if (Endpoint is not { IsAbsoluteUri: true } || Endpoint.Scheme != Uri.UriSchemeHttps)
        {
            yield return new ValidationResult("AzureSearch:Endpoint must be an https address.", [nameof(Endpoint)]);
        }

        if (UseEntraId == Key.Length > 0)
        {
            yield return new ValidationResult("AzureSearch needs either Key or UseEntraId.", [nameof(Key)]);
        }
    }

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{(Enabled ? "on" : "off")} {Endpoint} {Index}";
}

using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.Mcp;

/// <summary>The endpoint for other assistants; section <c>Mcp</c> of the configuration.</summary>
internal sealed record McpOptions : IValidatableObject
{
    private const int MinKeyLength = 32;

    /// <summary>While this is false, there is no endpoint.</summary>
    public bool Enabled { get; init; }

    /// <summary>One key for each caller, at least 32 characters, sent as a bearer token. Never logged.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Sites whose pages may call from a browser. A call with another <c>Origin</c> is refused; one without comes from no
    /// browser.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Calls per minute from one address.</summary>
    [Range(1, 100_000)]
    public int CallsPerMinute { get; init; } = 120;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Enabled && (Keys.Count == 0 || Keys.Any(key => key.Trim().Length < MinKeyLength)))
        {
            yield return new ValidationResult(
                $"Mcp:Keys needs a key of at least {MinKeyLength} characters for each caller.",
                [nameof(Keys)]
            );
        }
    }

    /// <summary>Leaves the keys out, so that they cannot be logged.</summary>
    public override string ToString() => $"{(Enabled ? "on" : "off")}, {Keys.Count} keys";
}

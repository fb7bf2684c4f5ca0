using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.Mcp;

/// <summary>The endpoint for other assistants; section <c>Mcp</c> of the configuration.</summary>
internal sealed record McpOptions : IValidatableObject
{
    private const int ShortestKey = 32;

    /// <summary>Off by default: nothing answers at the address.</summary>
    public bool Enabled { get; init; }

    /// <summary>Who may ask: each caller's own key, at least 32 characters, sent as a bearer token. Never logged.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Sites whose pages may call from a browser; every other origin is refused, callers without one are no browsers.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Calls of one address a minute.</summary>
    [Range(1, 100_000)]
    public int CallsPerMinute { get; init; } = 120;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Enabled && (Keys.Count == 0 || Keys.Any(key => key.Trim().Length < ShortestKey)))
        {
            yield return new ValidationResult(
                $"Mcp:Keys needs a key of at least {ShortestKey} characters for each caller.",
                [nameof(Keys)]
            );
        }
    }

    /// <summary>Without the keys.</summary>
    public override string ToString() => $"{(Enabled ? "on" : "off")}, {Keys.Count} keys";
}

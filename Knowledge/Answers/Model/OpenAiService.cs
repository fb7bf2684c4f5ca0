using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>
/// The settings of an optional service with OpenAI's API, such as Azure OpenAI at <c>https://NAME.openai.azure.com/openai/v1/</c> or a
/// local server.
/// </summary>
public abstract record OpenAiService : IValidatableObject
{
    /// <summary>Off by default: the assistant needs no model.</summary>
    public bool Enabled { get; init; }

    /// <summary>The API's base address; http is allowed on this machine only.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The model, or at Azure the deployment.</summary>
    [MaxLength(200)]
    public string Name { get; init; } = "";

    /// <summary>The key; empty with <see cref="UseEntraId"/> and for servers that need none. Never logged.</summary>
    [MaxLength(500)]
    public string Key { get; init; } = "";

    /// <summary>Sign in with the machine's own identity (Microsoft Entra ID) instead of a key.</summary>
    public bool UseEntraId { get; init; }

    /// <summary>The scope of the identity's token.</summary>
    [Required]
    public string Scope { get; init; } = "https://cognitiveservices.azure.com/.default";

    /// <summary>The number of failures within half a minute after which the service is not called for a while.</summary>
    [Range(2, 100)]
    public int FailuresToBreak { get; init; } = 4;

    /// <summary>How long the service is not called after repeated failures.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "01:00:00")]
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The section of the configuration, named in messages about invalid settings.</summary>
    protected abstract string Section { get; }

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enabled)
        {
            yield break;
        }

        if (
            Endpoint is not { IsAbsoluteUri: true }
            || !(Endpoint.Scheme == Uri.UriSchemeHttps || (Endpoint.Scheme == Uri.UriSchemeHttp && Endpoint.IsLoopback))
        )
        {
            yield return new ValidationResult($"{Section}:Endpoint must be an https address, or http on this machine.", [nameof(Endpoint)]);
        }

        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return new ValidationResult($"{Section}:Name must name the model or the deployment.", [nameof(Name)]);
        }

        if (UseEntraId && Key.Length > 0)
        {
            yield return new ValidationResult($"{Section}:Key and {Section}:UseEntraId exclude each other.", [nameof(Key)]);
        }
    }

    /// <summary>Without the key.</summary>
    public sealed override string ToString() => $"{(Enabled ? "on" : "off")} {Endpoint} {Name}";
}

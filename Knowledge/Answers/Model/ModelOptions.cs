using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>The optional language model: any address that speaks OpenAI's API, such as Azure OpenAI's <c>https://NAME.openai.azure.com/openai/v1/</c> or a server of one's own.</summary>
public sealed record ModelOptions : IValidatableObject
{
    /// <summary>Off by default: the assistant needs no model.</summary>
    public bool Enabled { get; init; }

    /// <summary>The API's base address; https, or http on this machine alone.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The model, or at Azure the deployment.</summary>
    [MaxLength(200)]
    public string Name { get; init; } = "";

    /// <summary>The key; empty with <see cref="UseEntraId"/> and for servers that ask for none. Never logged.</summary>
    [MaxLength(500)]
    public string Key { get; init; } = "";

    /// <summary>Sign in with the machine's own identity (Microsoft Entra ID) instead of a key.</summary>
    public bool UseEntraId { get; init; }

    /// <summary>What the identity's token is for.</summary>
    [Required]
    public string Scope { get; init; } = "https://cognitiveservices.azure.com/.default";

    /// <summary>How long the asker waits for the first word before the answer without a model is sent.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan FirstTokenTimeout { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long the whole reply may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:50")]
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(20);

    [Range(50, 4000)]
    public int MaxOutputTokens { get; init; } = 700;

    /// <summary>Tokens in and out for one person on one day in Hanoi; beyond them answers come without the model. 0 for no limit.</summary>
    [Range(0, 100_000_000)]
    public long TokensPerAskerAndDay { get; init; } = 60_000;

    /// <summary>Failures within half a minute after which the model is left alone for a while.</summary>
    [Range(2, 100)]
    public int FailuresToBreak { get; init; } = 4;

    /// <summary>That while.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "01:00:00")]
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(30);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enabled)
        {
            yield break;
        }

        if (Endpoint is not { IsAbsoluteUri: true } || !(Endpoint.Scheme == Uri.UriSchemeHttps || (Endpoint.Scheme == Uri.UriSchemeHttp && Endpoint.IsLoopback)))
        {
            yield return new ValidationResult("Model:Endpoint must be an https address, or http on this machine.", [nameof(Endpoint)]);
        }

        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return new ValidationResult("Model:Name must name the model or the deployment.", [nameof(Name)]);
        }

        if (UseEntraId && Key.Length > 0)
        {
            yield return new ValidationResult("Model:Key and Model:UseEntraId exclude each other.", [nameof(Key)]);
        }

        if (FirstTokenTimeout > TotalTimeout)
        {
            yield return new ValidationResult("Model:FirstTokenTimeout must not be longer than Model:TotalTimeout.", [nameof(FirstTokenTimeout)]);
        }
    }

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{(Enabled ? "on" : "off")} {Endpoint} {Name}";
}

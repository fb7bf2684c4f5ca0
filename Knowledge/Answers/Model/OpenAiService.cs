using System.ClientModel;
using System.ClientModel.Primitives;
using System.ComponentModel.DataAnnotations;
using OpenAI;

namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>An optional service at any address that speaks OpenAI's API, such as Azure OpenAI's
/// <c>https://NAME.openai.azure.com/openai/v1/</c> or a server of one's own.</summary>
public abstract record OpenAiService : IValidatableObject
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

    /// <summary>Failures within half a minute after which the service is left alone for a while.</summary>
    [Range(2, 100)]
    public int FailuresToBreak { get; init; } = 4;

    /// <summary>That while.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "01:00:00")]
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The section of the configuration, for what is said of a wrong setting.</summary>
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

    /// <summary>No retries: a second try would come too late, and what is done without the service is there.</summary>
    internal OpenAIClientOptions ClientOptions(HttpClient http, TimeSpan timeout) =>
        new()
        {
            Endpoint = Endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = timeout,
        };

    /// <param name="credential">For <see cref="UseEntraId"/>; else null.</param>
    internal AuthenticationPolicy SignIn(AuthenticationTokenProvider? credential) =>
        UseEntraId && credential is not null
            ? new BearerTokenPolicy(credential, Scope)
            : ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(new ApiKeyCredential(Key.Length > 0 ? Key : "none"));
}

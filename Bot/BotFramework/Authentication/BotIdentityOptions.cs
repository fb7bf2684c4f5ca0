using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.BotFramework.Authentication;

/// <summary>
/// How the bot is registered with Azure Bot Service (section <c>Bot</c> of the configuration). Without
/// an app id no channel of Azure reaches it.
/// </summary>
public sealed record BotIdentityOptions : IValidatableObject
{
    /// <summary>The application (client) id of the registration; the audience of inbound tokens.</summary>
    public string? AppId { get; init; }

    /// <summary>How outbound tokens are acquired. Multi-tenant bots cannot be created any more.</summary>
    public BotIdentityKind Kind { get; init; } = BotIdentityKind.SingleTenant;

    /// <summary>The Microsoft Entra tenant of a single-tenant registration.</summary>
    public string? TenantId { get; init; }

    /// <summary>Client secret; from the environment or a secret store, never from a file of the repository.</summary>
    public string? Secret { get; init; }

    /// <summary>A PEM or PFX file with the client certificate, instead of a secret.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>The OpenID metadata with the keys of inbound tokens.</summary>
    public Uri Metadata { get; init; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <summary>Hosts to which an outbound token may be sent: a name, or <c>*.</c> and a name for everything below it.</summary>
    public IReadOnlyList<string> ServiceUrlHosts { get; init; } =
    [
        "smba.trafficmanager.net",
        "*.smba.trafficmanager.net",
        "*.botframework.com",
        "*.botframework.azure.us",
        "*.teams.microsoft.com",
        "smba.infra.gcc.teams.microsoft.com",
    ];

    /// <summary>Hosts to which files that a person accepted may be written; the form of <see cref="ServiceUrlHosts"/>.</summary>
    public IReadOnlyList<string> UploadHosts { get; init; } = ["*.sharepoint.com", "*.sharepoint.us", "graph.microsoft.com"];

    /// <summary>
    /// Accept requests without a token: only in Development, without an app id, from this machine; otherwise the program refuses to start.
    /// </summary>
    public bool AllowAnonymous { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AppId is null)
        {
            yield break;
        }

        if (AllowAnonymous)
        {
            yield return new("Bot:AllowAnonymous cannot be set together with Bot:AppId.", [nameof(AllowAnonymous)]);
        }

        if (Kind == BotIdentityKind.SingleTenant && TenantId is null)
        {
            yield return new("A single-tenant registration needs Bot:TenantId.", [nameof(TenantId)]);
        }

        if (Kind == BotIdentityKind.SingleTenant && Secret is null && CertificatePath is null)
        {
            yield return new("A single-tenant registration needs Bot:Secret or Bot:CertificatePath.", [nameof(Secret)]);
        }
    }
}

public enum BotIdentityKind
{
    /// <summary>An app registration of one tenant, with a secret or a certificate.</summary>
    SingleTenant,

    /// <summary>A user-assigned managed identity.</summary>
    UserAssignedMsi,
}

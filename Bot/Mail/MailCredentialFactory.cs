using Azure.Core;
using Azure.Identity;

namespace PolicyAssistantBot.Mail;

/// <summary>The identity that signs in at the mail server with an OAuth token.</summary>
internal static class MailCredentialFactory
{
    /// <summary>The credential caches its tokens and renews them before they expire.</summary>
    public static TokenCredential Create(MailOptions options) =>
        options switch
        {
            { EffectiveAuthentication: MailAuthentication.ManagedIdentity, ClientId: { } id } => new ManagedIdentityCredential(
                ManagedIdentityId.FromUserAssignedClientId(id)
            ),
            { EffectiveAuthentication: MailAuthentication.ManagedIdentity } => new ManagedIdentityCredential(
                ManagedIdentityId.SystemAssigned
            ),
            { EffectiveAuthentication: MailAuthentication.ClientCredentials, CertificatePath: { } path } => new ClientCertificateCredential(
                options.TenantId,
                options.ClientId,
                path
            ),
            { EffectiveAuthentication: MailAuthentication.ClientCredentials } => new ClientSecretCredential(
                options.TenantId,
                options.ClientId,
                options.ClientSecret
            ),
            _ => throw new InvalidOperationException($"Mail:Authentication={options.EffectiveAuthentication} uses no token."),
        };
}

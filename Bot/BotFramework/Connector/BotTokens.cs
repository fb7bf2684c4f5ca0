using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Authentication;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>The bot's own token for the Connector: cached, shared by all calls, renewed five minutes before it expires.</summary>
/// <param name="credential">Creates the credential when the first token is needed; without a registration there is none.</param>
internal sealed class BotTokens(Func<TokenCredential> credential, TimeProvider time) : IDisposable
{
    private static readonly TokenRequestContext Scope = new(["https://api.botframework.com/.default"]);
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim fetching = new(1, 1);
    private TokenCredential? created;
    private AccessToken? current;

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (Usable() is { } token)
        {
            return token;
        }

        await fetching.WaitAsync(cancellationToken);
        try
        {
            if (Usable() is { } other)
            {
                return other;
            }

            var fetched = await (created ??= credential()).GetTokenAsync(Scope, cancellationToken);
            current = fetched;
            return fetched.Token;
        }
        finally
        {
            fetching.Release();
        }
    }

    /// <summary>The channel refused this token; the next call fetches a new one, unless another call already has.</summary>
    public void Forget(string token)
    {
        if (current?.Token == token)
        {
            current = null;
        }
    }

    public void Dispose() => fetching.Dispose();

    /// <summary>The credential of the registration.</summary>
    public static TokenCredential Credential(IOptions<BotIdentityOptions> options) =>
        options.Value switch
        {
            { AppId: null } => throw new InvalidOperationException("Without Bot:AppId there are no tokens."),
            { Kind: BotIdentityKind.UserAssignedMsi } identity => new ManagedIdentityCredential(
                ManagedIdentityId.FromUserAssignedClientId(identity.AppId)
            ),
            { CertificatePath: { } path } identity => new ClientCertificateCredential(identity.TenantId, identity.AppId, path),
            var identity => new ClientSecretCredential(identity.TenantId, identity.AppId, identity.Secret),
        };

    private string? Usable() => current is { } token && token.ExpiresOn - Early > time.GetUtcNow() ? token.Token : null;
}

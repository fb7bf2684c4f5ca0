using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Authentication;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Provides the bot's access token for the Bot Connector: cached, shared by all calls, renewed five minutes before it expires.
/// </summary>
/// <param name="createCredential">Called for the first token; throws when no bot is registered (<c>Bot:AppId</c> is missing).</param>
internal sealed class BotTokenProvider(Func<TokenCredential> createCredential, TimeProvider time) : IDisposable
{
    private static readonly TokenRequestContext ConnectorScope = new(["https://api.botframework.com/.default"]);
    private static readonly TimeSpan RenewalMargin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim fetchLock = new(1, 1);
    private TokenCredential? credential;
    private AccessToken? current;

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (UsableToken() is { } token)
        {
            return token;
        }

        await fetchLock.WaitAsync(cancellationToken);
        try
        {
            if (UsableToken() is { } fetchedMeanwhile)
            {
                return fetchedMeanwhile;
            }

            var fetched = await (credential ??= createCredential()).GetTokenAsync(ConnectorScope, cancellationToken);
            current = fetched;
            return fetched.Token;
        }
        finally
        {
            fetchLock.Release();
        }
    }

    /// <summary>
    /// Drops a token that the channel refused, so that the next call fetches a new one, unless another call has already fetched one.
    /// </summary>
    public void Invalidate(string token)
    {
        if (current?.Token == token)
        {
            current = null;
        }
    }

    public void Dispose() => fetchLock.Dispose();

    /// <summary>Creates the configured credential: managed identity, certificate or secret.</summary>
    public static TokenCredential CreateCredential(IOptions<BotIdentityOptions> options) =>
        options.Value switch
        {
            { AppId: null } => throw new InvalidOperationException("Bot:AppId is not configured."),
            { Kind: BotIdentityKind.UserAssignedMsi } identity => new ManagedIdentityCredential(
                ManagedIdentityId.FromUserAssignedClientId(identity.AppId)
            ),
            { CertificatePath: { } path } identity => new ClientCertificateCredential(identity.TenantId, identity.AppId, path),
            var identity => new ClientSecretCredential(identity.TenantId, identity.AppId, identity.Secret),
        };

    private string? UsableToken() => current is { } token && token.ExpiresOn - RenewalMargin > time.GetUtcNow() ? token.Token : null;
}

using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>
/// The provider's addresses and keys (OpenID Connect Discovery 1.0): fetched when first needed, again each day, and when a token names a
/// key that
/// is not known, but then at most once a minute. When a fetch fails what is known stays.
/// </summary>
internal sealed partial class ProviderMetadata(
    IOptions<OpenIdOptions> options,
    IOptionsMonitor<OpenIdHandlerOptions> handler,
    TimeProvider time,
    ILogger<ProviderMetadata> logger
) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim fetching = new(1, 1);
    private volatile Fetched? current;

    /// <param name="unknownKey">The key that what is known does not have; null when nothing is missed.</param>
    /// <exception cref="IOException">The provider cannot be reached and nothing is known.</exception>
    public async Task<OpenIdConnectConfiguration> GetAsync(string? unknownKey, CancellationToken cancellationToken)
    {
        if (current is { } known && !IsStale(known, unknownKey))
        {
            return known.Configuration;
        }

        await fetching.WaitAsync(cancellationToken);
        try
        {
            if (current is { } meanwhile && !IsStale(meanwhile, unknownKey))
            {
                return meanwhile.Configuration;
            }

            current = new Fetched(await FetchAsync(cancellationToken), time.GetUtcNow());
        }
        catch (Exception fault) when (current is { } old && fault is not OperationCanceledException)
        {
            LogFetchFailed(logger, fault);
            current = old with { At = time.GetUtcNow() };
        }
        finally
        {
            fetching.Release();
        }

        return current.Configuration;
    }

    public void Dispose() => fetching.Dispose();

    private bool IsStale(Fetched known, string? unknownKey)
    {
        var age = time.GetUtcNow() - known.At;
        return age >= Lifetime
            || (unknownKey is not null && age >= Pause && known.Configuration.SigningKeys.All(k => k.KeyId != unknownKey));
    }

    private async Task<OpenIdConnectConfiguration> FetchAsync(CancellationToken cancellationToken)
    {
        var authority = options.Value.Authority!;
        var documents = new HttpDocumentRetriever(handler.Get(OpenIdHandlerOptions.Scheme).Backchannel)
        {
            RequireHttps = !authority.IsLoopback,
        };
        return await OpenIdConnectConfigurationRetriever.GetAsync(
            $"{authority.ToString().TrimEnd('/')}/.well-known/openid-configuration",
            documents,
            cancellationToken
        );
    }

    private sealed record Fetched(OpenIdConnectConfiguration Configuration, DateTimeOffset At);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The identity provider's metadata could not be fetched; the old ones stay.")]
    private static partial void LogFetchFailed(ILogger logger, Exception fault);
}

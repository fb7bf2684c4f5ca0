using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>
/// The provider's addresses and keys (OpenID Connect Discovery 1.0). They are fetched on first use, again after a day, and when a token
/// is signed with an unknown key, at most once a minute. When a fetch fails, the last ones stay in use. The library's own
/// ConfigurationManager reads the real clock, waits five minutes between fetches and trusts withdrawn keys for another hour.
/// </summary>
#pragma warning disable CA1001 // One instance lives as long as the process, and its semaphore allocates no wait handle.
internal sealed partial class ProviderMetadata : BaseConfigurationManager, IConfigurationManager<OpenIdConnectConfiguration>
#pragma warning restore CA1001
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan MinRefreshInterval = TimeSpan.FromMinutes(1);

    private readonly string address;
    private readonly IDocumentRetriever documents;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly SemaphoreSlim fetchLock = new(1, 1);
    private volatile FetchedConfiguration? current;

    public ProviderMetadata(string address, IDocumentRetriever documents, TimeProvider time, ILogger logger)
    {
        (this.address, this.documents, this.time, this.logger) = (address, documents, time, logger);
        UseLastKnownGoodConfiguration = false;
    }

    /// <exception cref="IOException">The provider cannot be reached, and nothing was fetched before.</exception>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (GetFreshConfiguration() is { } fetchedMetadata)
        {
            return fetchedMetadata;
        }

        await fetchLock.WaitAsync(cancel);
        try
        {
            if (GetFreshConfiguration() is { } fetchedMeanwhile)
            {
                return fetchedMeanwhile;
            }

            var fetched = await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, cancel);
            current = new FetchedConfiguration(fetched, time.GetUtcNow(), IsRejected: false);
            return fetched;
        }
        catch (Exception exception) when (current is { } lastKnown && exception is not OperationCanceledException)
        {
            LogFetchFailed(logger, exception);
            current = new FetchedConfiguration(lastKnown.Configuration, time.GetUtcNow(), IsRejected: false);
            return lastKnown.Configuration;
        }
        finally
        {
            fetchLock.Release();
        }
    }

    public override async Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel) =>
        await GetConfigurationAsync(cancel);

    /// <summary>Called when a token could not be verified with the known keys.</summary>
    public override void RequestRefresh()
    {
        if (current is { } fetchedMetadata && time.GetUtcNow() - fetchedMetadata.At >= MinRefreshInterval)
        {
            current = fetchedMetadata with { IsRejected = true };
        }
    }

    private OpenIdConnectConfiguration? GetFreshConfiguration() =>
        current is { IsRejected: false } fetchedMetadata && time.GetUtcNow() - fetchedMetadata.At < Lifetime
            ? fetchedMetadata.Configuration
            : null;

    private sealed record FetchedConfiguration(OpenIdConnectConfiguration Configuration, DateTimeOffset At, bool IsRejected);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The identity provider's metadata could not be fetched; the last known stay in use."
    )]
    private static partial void LogFetchFailed(ILogger logger, Exception exception);
}

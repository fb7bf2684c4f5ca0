using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace PolicyAssistantBot.BotFramework.Authentication;

/// <summary>A key that signs inbound tokens, and the channels for which it is endorsed.</summary>
internal sealed record SigningKey(JsonWebKey Key, IReadOnlyList<string> Endorsements);

/// <summary>
/// The keys that sign inbound tokens (Bot Connector authentication, "Connector to bot", steps 2 to 4): fetched by one call at a time, daily
/// and when an unknown key appears, at most once every five minutes; when a fetch fails, the known keys stay in use.
/// </summary>
internal sealed partial class SigningKeys(
    IHttpClientFactory httpClientFactory,
    IOptions<BotIdentityOptions> options,
    TimeProvider time,
    ILogger<SigningKeys> log
) : IDisposable
{
    public const string HttpClientName = "signing-keys";

    private static readonly TimeSpan RefreshInterval = TimeSpan.FromHours(24);
    private static readonly TimeSpan MinRefreshInterval = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim fetchLock = new(1, 1);
    private volatile FetchedKeys current = new(new Dictionary<string, SigningKey>(), DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    /// <summary>The key with this id; null if it is not published.</summary>
    public async ValueTask<SigningKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var keys = current;
        if (keys.Keys.TryGetValue(keyId, out var key) && time.GetUtcNow() - keys.FetchedAt < RefreshInterval)
        {
            return key;
        }

        keys = await RefreshAsync(keys, cancellationToken);
        return keys.Keys.GetValueOrDefault(keyId);
    }

    public void Dispose() => fetchLock.Dispose();

    private async Task<FetchedKeys> RefreshAsync(FetchedKeys known, CancellationToken cancellationToken)
    {
        await fetchLock.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (current != known || now - current.TriedAt < MinRefreshInterval)
            {
                return current;
            }

            current = current with { TriedAt = now };
            try
            {
                current = new FetchedKeys(await FetchAsync(cancellationToken), now, now);
            }
            catch (Exception exception)
                when (exception
                        is HttpRequestException
                            or JsonException
                            or TaskCanceledException
                            or KeyNotFoundException
                            or InvalidOperationException
                    && !cancellationToken.IsCancellationRequested
                )
            {
                LogFetchFailed(exception.GetType().Name, current.Keys.Count);
            }

            return current;
        }
        finally
        {
            fetchLock.Release();
        }
    }

    private async Task<Dictionary<string, SigningKey>> FetchAsync(CancellationToken cancellationToken)
    {
        using var client = httpClientFactory.CreateClient(HttpClientName);
        using var metadata = JsonDocument.Parse(await client.GetStringAsync(options.Value.Metadata, cancellationToken));
        var address = metadata.RootElement.GetProperty("jwks_uri").GetString() ?? throw new KeyNotFoundException("jwks_uri");
        using var keySet = JsonDocument.Parse(await client.GetStringAsync(new Uri(options.Value.Metadata, address), cancellationToken));

        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var element in keySet.RootElement.GetProperty("keys").EnumerateArray())
        {
            var key = new JsonWebKey(element.GetRawText());
            if (key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0 })
            {
                keys[key.Kid] = new SigningKey(key, Endorsements(element));
            }
        }

        return keys;
    }

    private static string[] Endorsements(JsonElement key) =>
        key.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    [LoggerMessage(LogLevel.Warning, "Signing keys could not be fetched ({Reason}); {Count} known keys stay in use")]
    private partial void LogFetchFailed(string reason, int count);

    /// <param name="FetchedAt">When the keys were fetched.</param>
    /// <param name="TriedAt">The last attempt to fetch them, successful or not.</param>
    private sealed record FetchedKeys(IReadOnlyDictionary<string, SigningKey> Keys, DateTimeOffset FetchedAt, DateTimeOffset TriedAt);
}

using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace PolicyAssistantBot.BotFramework.Authentication;

/// <summary>A key that signs inbound tokens, and the channels for which it is endorsed.</summary>
internal sealed record SigningKey(JsonWebKey Key, IReadOnlyList<string> Endorsements);

/// <summary>
/// The keys that sign inbound tokens (Bot Connector authentication, "Connector to bot", steps 2 to 4): fetched by one call at a time, daily
/// and when an unknown key appears, but then at most once in five minutes; when a fetch fails, the old keys stay in use.
/// </summary>
internal sealed partial class SigningKeys(
    IHttpClientFactory clients,
    IOptions<BotIdentityOptions> options,
    TimeProvider time,
    ILogger<SigningKeys> log
) : IDisposable
{
    public const string HttpClientName = "signing-keys";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim fetching = new(1, 1);
    private volatile Fetched current = new(new Dictionary<string, SigningKey>(), DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    /// <summary>The key with this id; null when it is not published.</summary>
    public async ValueTask<SigningKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var keys = current;
        if (keys.Keys.TryGetValue(keyId, out var key) && time.GetUtcNow() - keys.At < Lifetime)
        {
            return key;
        }

        keys = await RefreshAsync(keys, cancellationToken);
        return keys.Keys.GetValueOrDefault(keyId);
    }

    public void Dispose() => fetching.Dispose();

    private async Task<Fetched> RefreshAsync(Fetched seen, CancellationToken cancellationToken)
    {
        await fetching.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (current != seen || now - current.Tried < Pause)
            {
                return current;
            }

            current = current with { Tried = now };
            try
            {
                current = new Fetched(await FetchAsync(cancellationToken), now, now);
            }
            catch (Exception e)
                when (e
                        is HttpRequestException
                            or JsonException
                            or TaskCanceledException
                            or KeyNotFoundException
                            or InvalidOperationException
                    && !cancellationToken.IsCancellationRequested
                )
            {
                LogKept(e.GetType().Name, current.Keys.Count);
            }

            return current;
        }
        finally
        {
            fetching.Release();
        }
    }

    private async Task<Dictionary<string, SigningKey>> FetchAsync(CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(HttpClientName);
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
    private partial void LogKept(string reason, int count);

    /// <param name="At">When the keys were fetched.</param>
    /// <param name="Tried">The last attempt to fetch them, successful or not.</param>
    private sealed record Fetched(IReadOnlyDictionary<string, SigningKey> Keys, DateTimeOffset At, DateTimeOffset Tried);
}

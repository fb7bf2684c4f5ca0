using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>The content of a token: one user in one conversation.</summary>
/// <param name="TrustedOrigins">Origins of pages that may use it; if empty, the service's own list applies.</param>
/// <param name="StartedAt">When the conversation's first token was issued; null in tokens of earlier versions.</param>
public sealed record DirectLineToken(
    string ConversationId,
    string UserId,
    string? UserName,
    IReadOnlyList<string>? TrustedOrigins,
    DateTimeOffset? StartedAt = null
);

/// <summary>The result of decrypting and checking a sealed value.</summary>
public abstract record UnsealResult<T>
{
    private UnsealResult() { }

    public sealed record Valid(T Value) : UnsealResult<T>;

    public sealed record Expired : UnsealResult<T>;

    /// <summary>Not issued by this service, or tampered with.</summary>
    public sealed record Invalid : UnsealResult<T>;
}

/// <summary>
/// Seals a value in a signed, encrypted string that expires, and unseals it. Each purpose has its own protector, so
/// that one cannot be used instead of another.
/// </summary>
public sealed class Sealer<T>(IDataProtectionProvider protection, string purpose, TimeProvider time)
{
    private readonly IDataProtector protector = protection.CreateProtector("DirectLine", purpose);

    public string Seal(T value, TimeSpan lifetime) =>
        WebEncoders.Base64UrlEncode(
            protector.Protect(
                JsonSerializer.SerializeToUtf8Bytes(new Envelope(value, (time.GetUtcNow() + lifetime).ToUnixTimeMilliseconds()))
            )
        );

    public UnsealResult<T> Unseal(string text)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize<Envelope>(protector.Unprotect(WebEncoders.Base64UrlDecode(text)))!;
            return time.GetUtcNow().ToUnixTimeMilliseconds() < envelope.Until
                ? new UnsealResult<T>.Valid(envelope.Value)
                : new UnsealResult<T>.Expired();
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or JsonException)
        {
            return new UnsealResult<T>.Invalid();
        }
    }

    private sealed record Envelope(T Value, long Until);
}

/// <summary>Direct Line's tokens (Direct Line API 3.0, Authentication).</summary>
public sealed class DirectLineTokens(IDataProtectionProvider protection, IOptions<DirectLineOptions> options, TimeProvider time)
{
    /// <summary>User ids with this prefix are only valid inside a token, so that a client cannot claim one.</summary>
    public const string UserPrefix = "dl_";

    private readonly Sealer<DirectLineToken> sealer = new(protection, "token", time);

    /// <summary>An id that cannot be guessed.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>A token for a new conversation.</summary>
    /// <param name="userId">A new id when null.</param>
    public DirectLineToken NewConversation(string? userId, string? userName, IReadOnlyList<string>? trustedOrigins) =>
        new(NewId(), userId ?? UserPrefix + NewId(), userName, trustedOrigins is { Count: > 0 } ? trustedOrigins : null, time.GetUtcNow());

    /// <summary>Issues or renews a token; it does not outlive its conversation.</summary>
    public (string Token, int LifetimeSeconds) Issue(DirectLineToken token)
    {
        var lifetime = GetLifetime(token, options.Value.TokenLifetime);
        return (sealer.Seal(WithStart(token), lifetime), (int)lifetime.TotalSeconds);
    }

    /// <summary>The longest lifetime of anything that opens the conversation.</summary>
    public TimeSpan GetLifetime(DirectLineToken token, TimeSpan longest)
    {
        var remaining = WithStart(token).StartedAt!.Value + options.Value.ConversationLifetime - time.GetUtcNow();
        return remaining < longest ? remaining : longest;
    }

    /// <summary>A token of an earlier version counts from its next renewal.</summary>
    public DirectLineToken WithStart(DirectLineToken token) => token with { StartedAt = token.StartedAt ?? time.GetUtcNow() };

    public bool IsEnded(DirectLineToken token) => options.Value.IsEnded(token.ConversationId, token.StartedAt);

    public UnsealResult<DirectLineToken> Unseal(string text) => sealer.Unseal(text);
}

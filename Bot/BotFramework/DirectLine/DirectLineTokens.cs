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

/// <summary>The result of decrypting and checking a protected value.</summary>
public abstract record UnprotectResult<T>
{
    private UnprotectResult() { }

    public sealed record Valid(T Value) : UnprotectResult<T>;

    public sealed record Expired : UnprotectResult<T>;

    /// <summary>Not issued by this service, or tampered with.</summary>
    public sealed record Invalid : UnprotectResult<T>;
}

/// <summary>
/// Turns a value into an encrypted, authenticated string that expires, and back, with the data protection of ASP.NET Core and this
/// service's clock. Strings of one purpose are not accepted for another.
/// </summary>
public sealed class ExpiringProtector<T>(IDataProtectionProvider protection, string purpose, TimeProvider time)
{
    private readonly IDataProtector protector = protection.CreateProtector("DirectLine", purpose);

    public string Protect(T value, TimeSpan lifetime) =>
        WebEncoders.Base64UrlEncode(
            protector.Protect(
                JsonSerializer.SerializeToUtf8Bytes(new Envelope(value, (time.GetUtcNow() + lifetime).ToUnixTimeMilliseconds()))
            )
        );

    public UnprotectResult<T> Unprotect(string text)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize<Envelope>(protector.Unprotect(WebEncoders.Base64UrlDecode(text)))!;
            return time.GetUtcNow().ToUnixTimeMilliseconds() < envelope.Until
                ? new UnprotectResult<T>.Valid(envelope.Value)
                : new UnprotectResult<T>.Expired();
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or JsonException)
        {
            return new UnprotectResult<T>.Invalid();
        }
    }

    private sealed record Envelope(T Value, long Until);
}

/// <summary>Direct Line's tokens (Direct Line API 3.0, Authentication).</summary>
public sealed class DirectLineTokens(IDataProtectionProvider protection, IOptions<DirectLineOptions> options, TimeProvider time)
{
    /// <summary>User ids with this prefix are only valid inside a token, so that a client cannot claim one.</summary>
    public const string UserPrefix = "dl_";

    private readonly ExpiringProtector<DirectLineToken> protector = new(protection, "token", time);

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
        return (protector.Protect(WithStart(token), lifetime), (int)lifetime.TotalSeconds);
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

    public UnprotectResult<DirectLineToken> Unprotect(string text) => protector.Unprotect(text);
}

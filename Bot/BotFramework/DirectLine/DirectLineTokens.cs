using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>What a token entitles to: one user in one conversation.</summary>
/// <param name="TrustedOrigins">Pages that may open a stream with it; none leaves it to the service's own list.</param>
public sealed record DirectLineToken(string ConversationId, string UserId, string? UserName, IReadOnlyList<string>? TrustedOrigins);

/// <summary>What a presented credential turned out to be.</summary>
public abstract record Presented<T>
{
    private Presented() { }

    public sealed record Valid(T Value) : Presented<T>;

    public sealed record Expired : Presented<T>;

    /// <summary>Not one of ours, or tampered with.</summary>
    public sealed record Foreign : Presented<T>;
}

/// <summary>Signed, encrypted, expiring strings that carry a value. Each purpose has its own: one cannot be shown in the place of another.</summary>
public sealed class Sealer<T>(IDataProtectionProvider protection, string purpose, TimeProvider time)
{
    private readonly IDataProtector protector = protection.CreateProtector("DirectLine", purpose);

    public string Seal(T value, TimeSpan life) =>
        WebEncoders.Base64UrlEncode(
            protector.Protect(JsonSerializer.SerializeToUtf8Bytes(new Envelope(value, (time.GetUtcNow() + life).ToUnixTimeMilliseconds())))
        );

    public Presented<T> Open(string text)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize<Envelope>(protector.Unprotect(WebEncoders.Base64UrlDecode(text)))!;
            return time.GetUtcNow().ToUnixTimeMilliseconds() < envelope.Until
                ? new Presented<T>.Valid(envelope.Value)
                : new Presented<T>.Expired();
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException or JsonException)
        {
            return new Presented<T>.Foreign();
        }
    }

    private sealed record Envelope(T Value, long Until);
}

/// <summary>Direct Line's tokens (Direct Line API 3.0, Authentication).</summary>
public sealed class DirectLineTokens(IDataProtectionProvider protection, IOptions<DirectLineOptions> options, TimeProvider time)
{
    /// <summary>Ids with this prefix are only valid inside a token, so that nobody can claim them.</summary>
    public const string UserPrefix = "dl_";

    private readonly Sealer<DirectLineToken> sealer = new(protection, "token", time);

    public int LifetimeSeconds => (int)options.Value.TokenLifetime.TotalSeconds;

    /// <summary>An id that cannot be guessed.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>A token for a new conversation.</summary>
    /// <param name="userId">A fresh one when null.</param>
    public DirectLineToken NewConversation(string? userId, string? userName, IReadOnlyList<string>? trustedOrigins) =>
        new(NewId(), userId ?? UserPrefix + NewId(), userName, trustedOrigins is { Count: > 0 } ? trustedOrigins : null);

    public string Issue(DirectLineToken token) => sealer.Seal(token, options.Value.TokenLifetime);

    public Presented<DirectLineToken> Open(string text) => sealer.Open(text);
}

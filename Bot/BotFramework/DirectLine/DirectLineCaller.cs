using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>Identifies the caller by the bearer credential and the page's origin.</summary>
internal sealed class DirectLineCaller(DirectLineTokens tokens, IOptions<DirectLineOptions> options)
{
    private readonly byte[][] secrets = [.. options.Value.Secrets.Where(s => s.Length > 0).Select(Digest)];

    /// <summary>The bearer credential of the request; null when there is none.</summary>
    public static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header
        && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && header.Length > 7
            ? header[7..].Trim()
            : null;

    public bool IsSecret(string bearer)
    {
        var presented = Digest(bearer);
        var found = false;
        foreach (var secret in secrets)
        {
            found |= CryptographicOperations.FixedTimeEquals(secret, presented);
        }

        return found;
    }

    /// <summary>The caller's token, or the refusal. If a conversation is given, the token must belong to it.</summary>
    public (DirectLineToken? Token, IResult? Refusal) Authorise(HttpRequest request, string? conversationId = null)
    {
        if (Bearer(request) is not { } bearer)
        {
            return (null, DirectLineErrors.MissingToken);
        }

        return tokens.Open(bearer) switch
        {
            Unsealed<DirectLineToken>.Valid { Value: var token } when conversationId is null || token.ConversationId == conversationId => (
                token,
                null
            ),
            Unsealed<DirectLineToken>.Valid => (null, DirectLineErrors.Forbidden("The token is for another conversation.")),
            Unsealed<DirectLineToken>.Expired => (null, DirectLineErrors.TokenExpired),
            _ => (null, DirectLineErrors.ForeignToken),
        };
    }

    /// <summary>Whether a page of this origin may use the service; a caller that is not a browser sends none.</summary>
    public bool MayCallFrom(HttpRequest request, IReadOnlyList<string>? trustedOrigins)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || (trustedOrigins ?? options.Value.AllowedOrigins).Contains(origin, StringComparer.OrdinalIgnoreCase);
    }

    private static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

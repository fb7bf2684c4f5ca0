using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>Identifies the caller by the bearer credential and the page's origin.</summary>
internal sealed class DirectLineAuthenticator(DirectLineTokens tokens, IOptions<DirectLineOptions> options)
{
    private readonly byte[][] secretDigests = [.. options.Value.Secrets.Where(s => s.Length > 0).Select(ComputeDigest)];

    /// <summary>The bearer credential of the request; null when there is none.</summary>
    public static string? ReadBearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header
        && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && header.Length > 7
            ? header[7..].Trim()
            : null;

    public bool IsSecret(string bearer)
    {
        var digest = ComputeDigest(bearer);
        var isKnown = false;
        foreach (var secret in secretDigests)
        {
            isKnown |= CryptographicOperations.FixedTimeEquals(secret, digest);
        }

        return isKnown;
    }

    /// <summary>
    /// The caller's token, or the refusal. If a conversation is given, the token must belong to it; a page must be of an origin that the
    /// token trusts.
    /// </summary>
    public (DirectLineToken? Token, IResult? Refusal) Authorize(HttpRequest request, string? conversationId = null)
    {
        if (ReadBearer(request) is not { } bearer)
        {
            return (null, DirectLineErrors.MissingToken);
        }

        return tokens.Unprotect(bearer) switch
        {
            UnprotectResult<DirectLineToken>.Valid { Value: var token } when tokens.IsEnded(token) => (
                null,
                DirectLineErrors.UnknownConversation
            ),
            UnprotectResult<DirectLineToken>.Valid { Value: var token } when !IsAllowedOrigin(request, token.TrustedOrigins) => (
                null,
                DirectLineErrors.UntrustedOrigin
            ),
            UnprotectResult<DirectLineToken>.Valid { Value: var token }
                when conversationId is null || token.ConversationId == conversationId => (token, null),
            UnprotectResult<DirectLineToken>.Valid => (null, DirectLineErrors.Forbidden("The token is for another conversation.")),
            UnprotectResult<DirectLineToken>.Expired => (null, DirectLineErrors.TokenExpired),
            _ => (null, DirectLineErrors.InvalidToken),
        };
    }

    /// <summary>Whether a page of this origin may use the service; a caller that is not a browser sends none.</summary>
    public bool IsAllowedOrigin(HttpRequest request, IReadOnlyList<string>? trustedOrigins)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || (trustedOrigins ?? options.Value.AllowedOrigins).Contains(origin, StringComparer.OrdinalIgnoreCase);
    }

    private static byte[] ComputeDigest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

using System.Net.Http.Headers;
using System.Text;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>
/// Authenticates this service to the provider with <c>client_secret_basic</c>, which the framework's handler does not offer. The
/// handler posts only to endpoints that demand client authentication; metadata and keys are fetched with GET, without the secret.
/// </summary>
internal sealed class BasicClientAuthentication(string clientId, string clientSecret, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly AuthenticationHeaderValue credentials = new("Basic", EncodeCredentials(clientId, clientSecret));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post)
        {
            request.Headers.Authorization = credentials;
        }

        return base.SendAsync(request, cancellationToken);
    }

    /// <summary>RFC 6749, section 2.3.1: both parts are form-encoded first.</summary>
    private static string EncodeCredentials(string id, string secret) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}"));
}

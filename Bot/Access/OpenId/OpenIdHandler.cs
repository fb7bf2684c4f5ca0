using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>
/// The framework's OAuth handler (authorization code with PKCE, state bound to the browser by a cookie) made into an OpenID Connect one:
/// addresses
/// from the provider's metadata, a nonce, and an id_token that is checked before anything in it is believed.
/// </summary>
internal sealed class OpenIdHandler(
    IOptionsMonitor<OpenIdHandlerOptions> monitor,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    ProviderMetadata metadata,
    IdTokens tokens,
    IOptions<OpenIdOptions> openId
) : OAuthHandler<OpenIdHandlerOptions>(monitor, loggers, encoder)
{
    private const string Nonce = "nonce";

    public static ExternalIdentity IdentityOf(AuthenticationProperties properties) =>
        properties.GetParameter<ExternalIdentity>(nameof(ExternalIdentity))!;

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Options.AuthorizationEndpoint = (await metadata.GetAsync(null, Context.RequestAborted)).AuthorizationEndpoint;
        properties.Items[Nonce] = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri) =>
        QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), Nonce, properties.Items[Nonce]!);

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        var provider = await metadata.GetAsync(null, Context.RequestAborted);
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = context.Code,
            ["redirect_uri"] = context.RedirectUri,
            ["client_id"] = Options.ClientId,
        };
        if (context.Properties.Items.Remove(OAuthConstants.CodeVerifierKey, out var verifier))
        {
            form[OAuthConstants.CodeVerifierKey] = verifier!;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, provider.TokenEndpoint);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (Options.ClientSecret.Length > 0 && openId.Value.ClientAuthentication == ClientAuthentication.Basic)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Basic(Options.ClientId, Options.ClientSecret));
        }
        else if (Options.ClientSecret.Length > 0)
        {
            form["client_secret"] = Options.ClientSecret;
        }

        request.Content = new FormUrlEncodedContent(form);
        using var response = await Backchannel.SendAsync(request, Context.RequestAborted);
        var body = await response.Content.ReadAsStringAsync(Context.RequestAborted);
        return response.IsSuccessStatusCode
            ? OAuthTokenResponse.Success(JsonDocument.Parse(body))
            : OAuthTokenResponse.Failed(
                new AuthenticationFailureException($"The provider refused the code with status {(int)response.StatusCode}.")
            );
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity,
        AuthenticationProperties properties,
        OAuthTokenResponse response
    )
    {
        var idToken =
            response.Response!.RootElement.TryGetProperty("id_token", out var given) && given.ValueKind == JsonValueKind.String
                ? given.GetString()
                : null;
        if (!properties.Items.Remove(Nonce, out var nonce) || string.IsNullOrEmpty(nonce))
        {
            throw new AuthenticationFailureException("The sign-in was not begun here.");
        }

        properties.SetParameter(nameof(ExternalIdentity), await tokens.ReadAsync(idToken, nonce, Context.RequestAborted));
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    /// <summary>RFC 6749, section 2.3.1: both parts are form-encoded first.</summary>
    private static string Basic(string id, string secret) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}"));
}

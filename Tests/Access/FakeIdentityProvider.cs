using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Access;

/// <summary>An OpenID Connect provider in memory. It behaves correctly unless a test makes it misbehave.</summary>
internal sealed class FakeIdentityProvider(string authority = FakeIdentityProvider.Issuer) : HttpMessageHandler
{
    public const string Issuer = "https://id.example.vn/realm";
    public const string ClientId = "desk";

    private readonly Dictionary<string, (string Challenge, string Nonce)> codes = [];
    private readonly Dictionary<string, Dictionary<string, StringValues>> pushed = [];

    public TimeProvider Time { get; set; } = new FakeTime();

    /// <summary>The claims of the person, besides those of every token.</summary>
    public JsonObject Person { get; set; } =
        new()
        {
            ["sub"] = "person-1",
            ["name"] = "Nguyễn Thị Lan",
            ["preferred_username"] = "Lan.NT@hanoi.gov.vn",
            ["roles"] = new JsonArray("desk-official"),
        };

    /// <summary>Changes a good token's claims.</summary>
    public Action<JsonObject> Spoil { get; set; } = _ => { };

    /// <summary>The token's header; a test changes it for another algorithm or key.</summary>
    public JsonObject Header { get; set; } =
        new()
        {
            ["typ"] = "JWT",
            ["alg"] = "RS256",
            ["kid"] = "id-1",
        };

    public Func<byte[], byte[]>? Sign { get; set; }

    /// <summary>Ids of the published keys.</summary>
    public List<string> Keys { get; } = ["id-1"];

    /// <summary>Takes authorization requests at its own endpoint (RFC 9126) and refuses them in the browser's address.</summary>
    public bool WantsPushedRequests { get; init; }

    public bool IsDown { get; set; }

    /// <summary>Accepts the client's secret as <c>client_secret_basic</c> alone, not in the form.</summary>
    public bool WantsBasic { get; init; }

    public int KeyFetches { get; private set; }

    /// <summary>The address to which the person's browser is redirected.</summary>
    public string Authorize(string url)
    {
        var query = QueryHelpers.ParseQuery(new Uri(url).Query);
        Assert.StartsWith($"{authority}/authorize?", url, StringComparison.Ordinal);
        if (WantsPushedRequests)
        {
            Assert.Equal(["client_id", "request_uri"], query.Keys.Order(StringComparer.Ordinal));
            Assert.True(pushed.Remove(query["request_uri"].ToString(), out query!));
        }

        Assert.Equal(
            ("code", "S256", ClientId),
            (query["response_type"].ToString(), query["code_challenge_method"].ToString(), query["client_id"].ToString())
        );
        Assert.Equal("http://localhost/desk/sign-in/callback", query["redirect_uri"].ToString());
        Assert.Contains("openid", query["scope"].ToString().Split(' '));
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (query["code_challenge"].ToString(), query["nonce"].ToString());
        return QueryHelpers.AddQueryString(
            "/desk/sign-in/callback",
            new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }
        );
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsDown)
        {
            throw new HttpRequestException("the provider is down");
        }

        var path = request.RequestUri!.ToString();
        Assert.True(
            request.Method == HttpMethod.Post || request.Headers.Authorization is null,
            "The secret goes to the token endpoint alone."
        );
        return path[authority.Length..] switch
        {
            "/.well-known/openid-configuration" => Json(
                new JsonObject
                {
                    ["issuer"] = authority,
                    ["authorization_endpoint"] = $"{authority}/authorize",
                    ["token_endpoint"] = $"{authority}/token",
                    ["jwks_uri"] = $"{authority}/keys",
                    ["end_session_endpoint"] = $"{authority}/logout",
                    ["pushed_authorization_request_endpoint"] = WantsPushedRequests ? $"{authority}/push" : null,
                }
            ),
            "/push" => Push(
                QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken)),
                request.Headers.Authorization
            ),
            "/keys" => Json(KeySet()),
            "/token" => Exchange(
                QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken)),
                request.Headers.Authorization
            ),
            _ => throw new InvalidOperationException($"Unexpected call to {path}."),
        };
    }

    private HttpResponseMessage Push(Dictionary<string, StringValues> form, AuthenticationHeaderValue? authorization)
    {
        Assert.True(IsAuthentic(form, authorization));
        var address = $"urn:request:{Guid.NewGuid():N}";
        pushed.Add(address, form);
        var response = Json(new JsonObject { ["request_uri"] = address, ["expires_in"] = 60 });
        response.StatusCode = HttpStatusCode.Created;
        return response;
    }

    /// <summary>A code works once, and only with its PKCE verifier.</summary>
    private HttpResponseMessage Exchange(Dictionary<string, StringValues> form, AuthenticationHeaderValue? authorization)
    {
        var proof = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form.GetValueOrDefault("code_verifier").ToString())));
        if (!codes.Remove(form["code"].ToString(), out var issued) || proof != issued.Challenge || !IsAuthentic(form, authorization))
        {
            return new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("{\"error\":\"invalid_grant\"}") };
        }

        var claims = (JsonObject)Person.DeepClone();
        claims["iss"] = authority;
        claims["aud"] = ClientId;
        claims["nonce"] = issued.Nonce;
        claims["iat"] = Time.GetUtcNow().ToUnixTimeSeconds();
        claims["exp"] = Time.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds();
        Spoil(claims);
        return Json(
            new JsonObject
            {
                ["access_token"] = "access",
                ["token_type"] = "Bearer",
                ["expires_in"] = 300,
                ["id_token"] = Token(claims),
            }
        );
    }

    private bool IsAuthentic(Dictionary<string, StringValues> form, AuthenticationHeaderValue? authorization) =>
        WantsBasic
            ? !form.ContainsKey("client_secret")
                && authorization is { Scheme: "Basic", Parameter: { } credentials }
                && Encoding.ASCII.GetString(Convert.FromBase64String(credentials)) == $"{ClientId}:secret%3A%20%2F"
            : form.GetValueOrDefault("client_secret") == "secret" && authorization is null;

    private string Token(JsonObject claims)
    {
        var content = $"{Encode(Header)}.{Encode(claims)}";
        var sign =
            Sign
            ?? (
                bytes =>
                    FakeAuthority
                        .ForeignKey(Header["kid"]!.GetValue<string>())
                        .SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            );
        return $"{content}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(content)))}";
    }

    private JsonObject KeySet()
    {
        KeyFetches++;
        return new JsonObject
        {
            ["keys"] = new JsonArray([
                .. Keys.Select(id =>
                {
                    var key = FakeAuthority.ForeignKey(id).ExportParameters(includePrivateParameters: false);
                    return new JsonObject
                    {
                        ["kty"] = "RSA",
                        ["use"] = "sig",
                        ["kid"] = id,
                        ["n"] = Base64UrlEncoder.Encode(key.Modulus),
                        ["e"] = Base64UrlEncoder.Encode(key.Exponent),
                    };
                }),
            ]),
        };
    }

    private static HttpResponseMessage Json(JsonObject body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };

    private static string Encode(JsonObject json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(json.ToJsonString()));
}

using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>A fake authority of Azure Bot Service: publishes keys and signs valid and invalid tokens.</summary>
internal sealed class FakeAuthority : HttpMessageHandler, IHttpClientFactory
{
    /// <summary>Keys are shared by name between tests, because creating one is slow.</summary>
    private static readonly ConcurrentDictionary<string, RSA> KeysByName = new(StringComparer.Ordinal);

    private readonly Dictionary<string, (RSA Key, string[] Endorsements)> keys = [];
    private readonly FakeTime time;

    public FakeAuthority(FakeTime time)
    {
        this.time = time;
        AddKey("key-1", "msteams", "webchat");
    }

    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string ServiceUrl = "https://smba.trafficmanager.net/apac/";

    /// <summary>The number of times the key set was fetched.</summary>
    public int Fetches { get; private set; }

    public bool IsDown { get; set; }

    public void AddKey(string id, params string[] endorsements) => keys[id] = (ForeignKey(id), endorsements);

    public RSA Key(string id) => keys[id].Key;

    /// <summary>A key that the authority does not publish under this name.</summary>
    public static RSA ForeignKey(string name = "foreign") => KeysByName.GetOrAdd(name, _ => RSA.Create(2048));

    /// <summary>The claims of a valid token.</summary>
    public JsonObject Claims() =>
        new()
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = AppId,
            ["serviceurl"] = ServiceUrl,
            ["nbf"] = time.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = time.GetUtcNow().AddMinutes(30).ToUnixTimeSeconds(),
        };

    /// <summary>A token, signed RS256 unless the header says otherwise.</summary>
    public string Token(JsonObject? claims = null, string? keyId = "key-1", JsonObject? header = null, Func<byte[], byte[]>? sign = null)
    {
        header ??= new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256" };
        if (keyId is not null)
        {
            header["kid"] = keyId;
        }

        var content = $"{Encode(header)}.{Encode(claims ?? Claims())}";
        sign ??= bytes => Key(keyId ?? "key-1").SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{content}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(content)))}";
    }

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsDown)
        {
            throw new HttpRequestException("the authority is down");
        }

        var body = request.RequestUri!.AbsolutePath switch
        {
            "/v1/.well-known/openidconfiguration" => new JsonObject
            {
                ["issuer"] = "https://api.botframework.com",
                ["jwks_uri"] = "https://login.botframework.com/v1/.well-known/keys",
            },
            "/v1/.well-known/keys" => KeySet(),
            _ => throw new InvalidOperationException($"Unexpected call to {request.RequestUri}."),
        };
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body.ToJsonString()) });
    }

    private JsonObject KeySet()
    {
        Fetches++;
        return new JsonObject
        {
            ["keys"] = new JsonArray([
                .. keys.Select(entry =>
                {
                    var parameters = entry.Value.Key.ExportParameters(includePrivateParameters: false);
                    return new JsonObject
                    {
                        ["kty"] = "RSA",
                        ["use"] = "sig",
                        ["kid"] = entry.Key,
                        ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                        ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
                        ["endorsements"] = new JsonArray([.. entry.Value.Endorsements.Select(item => JsonValue.Create(item))]),
                    };
                }),
            ]),
        };
    }

    private static string Encode(JsonObject json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(json.ToJsonString()));
}

using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>Values of the header <c>Authorization</c> that must be refused; each differs from a valid one in one property.</summary>
internal static class AttackTokens
{
    public static IReadOnlyDictionary<string, Func<FakeAuthority, string?>> All { get; } =
        new Dictionary<string, Func<FakeAuthority, string?>>
        {
            ["no header"] = _ => null,
            ["basic"] = _ => "Basic abc",
            ["empty bearer"] = _ => "Bearer ",
            ["rubbish"] = _ => "Bearer a.b.c",
            ["alg none"] = a => Bearer(a.Token(header: Header("none"), sign: _ => [])),
            ["alg none, no signature"] = a => "Bearer " + a.Token(header: Header("none"), sign: _ => []).TrimEnd('.'),
            ["HS256 with the public key"] = a =>
                Bearer(a.Token(header: Header("HS256"), sign: bytes => HMACSHA256.HashData(a.Key("key-1").ExportRSAPublicKey(), bytes))),
            ["PS256"] = a =>
                Bearer(
                    a.Token(
                        header: Header("PS256"),
                        sign: bytes => a.Key("key-1").SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)
                    )
                ),
            ["ES256"] = a =>
                Bearer(
                    a.Token(
                        header: Header("ES256"),
                        sign: bytes => ECDsa.Create(ECCurve.NamedCurves.nistP256).SignData(bytes, HashAlgorithmName.SHA256)
                    )
                ),
            ["foreign key"] = a =>
                Bearer(
                    a.Token(sign: bytes => FakeAuthority.ForeignKey().SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
                ),
            ["tampered payload"] = a => Bearer(Tamper(a)),
            ["unknown key id"] = a =>
                Bearer(
                    a.Token(
                        keyId: "nobody",
                        sign: bytes => a.Key("key-1").SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                    )
                ),
            ["no key id"] = a => Bearer(a.Token(keyId: null)),
            ["embedded jwk"] = a => Bearer(Embedded(a, "jwk")),
            ["embedded jku"] = a => Bearer(Embedded(a, "jku")),
            ["expired"] = a => With(a, "exp", 1_600_000_000),
            ["no exp"] = a => With(a, "exp", null),
            ["string exp"] = a => With(a, "exp", "4102444800"),
            ["no aud"] = a => With(a, "aud", null),
            ["empty aud"] = a => With(a, "aud", ""),
            ["wrong aud"] = a => With(a, "aud", "99999999-2222-3333-4444-555555555555"),
            ["array aud"] = a => With(a, "aud", new JsonArray(FakeAuthority.AppId)),
            ["no iss"] = a => With(a, "iss", null),
            ["iss with slash"] = a => With(a, "iss", "https://api.botframework.com/"),
            ["iss in capitals"] = a => With(a, "iss", "https://API.botframework.com"),
            ["iss of an emulator"] = a => With(a, "iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"),
            ["iss of an agent"] = a => With(a, "iss", "https://login.microsoftonline.com/botframework.com/v2.0"),
            ["no serviceurl"] = a => With(a, "serviceurl", null),
            ["serviceurl of another"] = a => With(a, "serviceurl", "https://evil.example/"),
            ["serviceurl as prefix"] = a => With(a, "serviceurl", "https://smba.trafficmanager.net/"),
            ["replay of the bot's own token"] = OwnToken,
            ["agent to agent"] = a => OwnToken(a),
        };

    private static JsonObject Header(string algorithm) => new() { ["typ"] = "JWT", ["alg"] = algorithm };

    private static string Bearer(string token) => $"Bearer {token}";

    private static string With(FakeAuthority authority, string claim, JsonNode? value)
    {
        var claims = authority.Claims();
        claims.Remove(claim);
        if (value is not null)
        {
            claims[claim] = value;
        }

        return Bearer(authority.Token(claims));
    }

    private static string OwnToken(FakeAuthority authority)
    {
        var claims = authority.Claims();
        claims["iss"] = "https://sts.windows.net/tenant/";
        claims["aud"] = "https://api.botframework.com";
        claims["appid"] = FakeAuthority.AppId;
        claims["ver"] = "1.0";
        return Bearer(authority.Token(claims));
    }

    private static string Tamper(FakeAuthority authority)
    {
        var parts = authority.Token().Split('.');
        var claims = authority.Claims();
        claims["role"] = "admin";
        return $"{parts[0]}.{Base64UrlEncoder.Encode(claims.ToJsonString())}.{parts[2]}";
    }

    private static string Embedded(FakeAuthority authority, string name)
    {
        var foreign = FakeAuthority.ForeignKey();
        var parameters = foreign.ExportParameters(includePrivateParameters: false);
        var header = Header("RS256");
        header[name] =
            name == "jku"
                ? "https://evil.example/keys"
                : new JsonObject
                {
                    ["kty"] = "RSA",
                    ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                    ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
                };
        return authority.Token(
            keyId: "evil",
            header: header,
            sign: bytes => foreign.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        );
    }
}

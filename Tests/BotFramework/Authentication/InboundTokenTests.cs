using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using PolicyAssistantBot.BotFramework.Authentication;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Framework;

/// <summary>Who may speak to the bot, case by case; every attack is a token that differs from a good one in one thing.</summary>
public sealed class InboundTokenTests : IDisposable
{
    private readonly FakeTime time = new();
    private readonly FakeAuthority authority;
    private readonly SigningKeys keys;
    private readonly InboundToken inbound;

    public InboundTokenTests()
    {
        authority = new FakeAuthority(time);
        var options = Options.Create(new BotIdentityOptions { AppId = FakeAuthority.AppId });
        keys = new SigningKeys(authority, options, time, NullLogger<SigningKeys>.Instance);
        inbound = new InboundToken(keys, options, time);
    }

    public void Dispose()
    {
        keys.Dispose();
        authority.Dispose();
    }

    [Fact]
    public async Task Case36_A_valid_token_is_accepted() => Assert.Equal(new InboundResult.Accepted(), await Check(authority.Token()));

    public static TheoryData<string> Attacks() => [.. AttackTokens.Keys];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Case37_Each_attack_is_refused(string attack)
    {
        Assert.IsType<InboundResult.Accepted>(await Check(authority.Token()));

        Assert.IsType<InboundResult.Refused>(await CheckHeader(AttackTokens[attack](authority)));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public async Task Case38_Five_minutes_of_skew(int minutesAfterExpiry, bool accepted)
    {
        var token = authority.Token();
        time.Advance(TimeSpan.FromMinutes(30 + minutesAfterExpiry));

        Assert.Equal(accepted, await Check(token) is InboundResult.Accepted);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public async Task Case38_A_token_of_the_near_future_is_accepted(int minutesAhead, bool accepted)
    {
        var claims = authority.Claims();
        claims["nbf"] = time.GetUtcNow().AddMinutes(minutesAhead).ToUnixTimeSeconds();

        Assert.Equal(accepted, await Check(authority.Token(claims)) is InboundResult.Accepted);
    }

    [Fact]
    public async Task Case39_A_new_key_is_accepted_after_one_refresh()
    {
        await Check(authority.Token());
        time.Advance(TimeSpan.FromMinutes(5));
        authority.AddKey("key-2", "msteams");

        Assert.IsType<InboundResult.Accepted>(await Check(authority.Token(keyId: "key-2")));
        Assert.Equal(2, authority.Fetches);
    }

    [Fact]
    public async Task Case40_A_thousand_random_key_ids_cost_one_fetch()
    {
        await Check(authority.Token());
        time.Advance(TimeSpan.FromMinutes(6));
        var foreign = FakeAuthority.Foreign();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 1000),
            async (i, _) =>
                Assert.IsType<InboundResult.Refused>(
                    await Check(
                        authority.Token(
                            authority.Claims(),
                            $"random-{i}",
                            sign: bytes => foreign.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                        )
                    )
                )
        );

        Assert.Equal(2, authority.Fetches);
    }

    [Fact]
    public async Task Case41_Known_keys_stay_in_use_while_the_authority_is_down()
    {
        await Check(authority.Token());
        authority.IsDown = true;
        time.Advance(TimeSpan.FromHours(25));

        Assert.IsType<InboundResult.Accepted>(await Check(authority.Token()));
    }

    [Fact]
    public async Task Case42_A_key_endorsed_for_another_channel_is_refused()
    {
        authority.AddKey("web-only", "webchat");

        Assert.Equal(403, Assert.IsType<InboundResult.Refused>(await Check(authority.Token(keyId: "web-only"))).Status);
    }

    [Theory]
    [InlineData(null, "msteams")]
    [InlineData("", "msteams")]
    [InlineData(FakeAuthority.ServiceUrl, null)]
    [InlineData(FakeAuthority.ServiceUrl, "")]
    public async Task Case47_An_activity_without_service_or_channel_is_refused(string? serviceUrl, string? channel) =>
        Assert.IsType<InboundResult.Refused>(
            await CheckAsync($"Bearer {authority.Token()}", new Activity { ChannelId = channel, ServiceUrl = serviceUrl })
        );

    private Task<InboundResult> Check(string token) => CheckHeader($"Bearer {token}");

    private Task<InboundResult> CheckHeader(string? header) =>
        CheckAsync(header, new Activity { ChannelId = "msteams", ServiceUrl = FakeAuthority.ServiceUrl });

    /// <summary>The two steps of <c>POST /api/messages</c>.</summary>
    private async Task<InboundResult> CheckAsync(string? header, Activity activity) =>
        await inbound.AuthenticateAsync(header, CancellationToken.None) switch
        {
            InboundResult.Authenticated known => InboundToken.Authorize(known, activity),
            var refused => refused,
        };

    private static readonly Dictionary<string, Func<FakeAuthority, string?>> AttackTokens = new()
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
            Bearer(a.Token(sign: bytes => FakeAuthority.Foreign().SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))),
        ["tampered payload"] = a => Bearer(Tamper(a)),
        ["unknown key id"] = a =>
            Bearer(
                a.Token(keyId: "nobody", sign: bytes => a.Key("key-1").SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
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
        var foreign = FakeAuthority.Foreign();
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

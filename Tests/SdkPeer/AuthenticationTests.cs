using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Authentication;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.SdkPeer;

/// <summary>
/// The tokens of the product's own tests, judged by the product and by the SDK. What the SDK decides otherwise is listed with its reason in
/// <c>docs/sdk-peer.md</c>; a difference that is not listed there fails here.
/// </summary>
public sealed class AuthenticationTests : IDisposable
{
    /// <summary>The SDK reads the real clock, so the tokens are of this hour.</summary>
    private readonly FakeTime time = new(TimeProvider.System.GetUtcNow());

    private readonly FakeAuthority authority;
    private readonly SigningKeys keys;
    private readonly InboundTokenValidator inbound;
    private readonly SdkAuthority sdk;

    public AuthenticationTests()
    {
        authority = new FakeAuthority(time);
        authority.AddKey("key-1", "msteams");
        authority.AddKey("bare");
        authority.AddKey("web-only", "webchat");
        var options = Options.Create(new BotIdentityOptions { AppId = FakeAuthority.AppId });
        keys = new SigningKeys(authority, options, time, NullLogger<SigningKeys>.Instance);
        inbound = new InboundTokenValidator(keys, options, time);
        sdk = new SdkAuthority(authority);
    }

    public void Dispose()
    {
        keys.Dispose();
        authority.Dispose();
    }

    [Fact]
    public async Task Both_accept_a_good_token_and_every_difference_is_listed_and_explained()
    {
        var documented = await File.ReadAllTextAsync(SourceTree.Combine("docs", "sdk-peer.md"));
        List<string> unlisted = [];
        foreach (var (name, header) in Vectors())
        {
            var (ours, theirs) = (await OursAsync(header), await sdk.JudgeAsync(header));
            if (name.StartsWith("good", StringComparison.Ordinal))
            {
                Assert.Equal((name, Verdict.Accepted, Verdict.Accepted), (name, ours, theirs));
                continue;
            }

            Assert.Equal((name, Verdict.Refused), (name, ours));
            if (theirs != ours && !documented.Contains($"| {name} | {ours} | {theirs} |", StringComparison.Ordinal))
            {
                unlisted.Add($"| {name} | {ours} | {theirs} |");
            }
        }

        Assert.True(unlisted.Count == 0, string.Join('\n', unlisted));
    }

    [Theory]
    [InlineData("slack", FakeAuthority.ServiceUrl)]
    [InlineData("msteams", "https://evil.example/")]
    [InlineData("", FakeAuthority.ServiceUrl)]
    [InlineData("msteams", "")]
    public async Task What_the_sdk_refuses_of_an_activity_the_product_refuses_too(string channel, string serviceUrl)
    {
        var token = $"Bearer {authority.Token(keyId: "key-1")}";
        var ours = await OursAsync(token, channel, serviceUrl);
        if (await sdk.JudgeAsync(token, channel, serviceUrl) != Verdict.Accepted)
        {
            Assert.Equal(Verdict.Refused, ours);
        }
    }

    private IEnumerable<(string Name, string? Header)> Vectors()
    {
        yield return ("good", $"Bearer {authority.Token()}");
        yield return ("good, expired four minutes ago", Timed("exp", -4));
        yield return ("good, valid from in four minutes", Timed("nbf", 4));
        foreach (var (name, make) in AttackTokens.All)
        {
            yield return (name, make(authority));
        }

        yield return ("expired six minutes ago", Timed("exp", -6));
        yield return ("valid from in six minutes", Timed("nbf", 6));
        yield return ("RS384", Signed("RS384", HashAlgorithmName.SHA384));
        yield return ("RS512", Signed("RS512", HashAlgorithmName.SHA512));
        yield return ("key without endorsements", $"Bearer {authority.Token(keyId: "bare")}");
        yield return ("key endorsed for another channel", $"Bearer {authority.Token(keyId: "web-only")}");
    }

    private string Timed(string claim, int minutes)
    {
        var claims = authority.Claims();
        claims["nbf"] = time.GetUtcNow().AddMinutes(-30).ToUnixTimeSeconds();
        claims[claim] = time.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds();
        return $"Bearer {authority.Token(claims)}";
    }

    private string Signed(string algorithm, HashAlgorithmName hash)
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = algorithm };
        return $"Bearer {authority.Token(header: header, sign: bytes => authority.Key("key-1").SignData(bytes, hash, RSASignaturePadding.Pkcs1))}";
    }

    private async Task<string> OursAsync(string? header, string channel = "msteams", string serviceUrl = FakeAuthority.ServiceUrl) =>
        await inbound.AuthenticateAsync(header, CancellationToken.None) is TokenCheckResult.Authenticated known
        && InboundTokenValidator.Authorize(known, new Activity { ChannelId = channel, ServiceUrl = serviceUrl })
            is TokenCheckResult.Accepted
            ? Verdict.Accepted
            : Verdict.Refused;
}

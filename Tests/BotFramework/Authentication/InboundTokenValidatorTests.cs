using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using PolicyAssistantBot.BotFramework.Authentication;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.BotFramework.Authentication;

/// <summary>Authentication of callers; each attack is a token that differs from a valid one in one property.</summary>
public sealed class InboundTokenValidatorTests : IDisposable
{
    private readonly FakeTime time = new();
    private readonly FakeAuthority authority;
    private readonly SigningKeys keys;
    private readonly InboundTokenValidator inbound;

    public InboundTokenValidatorTests()
    {
        authority = new FakeAuthority(time);
        var options = Options.Create(new BotIdentityOptions { AppId = FakeAuthority.AppId });
        keys = new SigningKeys(authority, options, time, NullLogger<SigningKeys>.Instance);
        inbound = new InboundTokenValidator(keys, options, time);
    }

    public void Dispose()
    {
        keys.Dispose();
        authority.Dispose();
    }

    [Fact]
    public async Task Case36_A_valid_token_is_accepted() => Assert.Equal(new TokenCheckResult.Accepted(), await Check(authority.Token()));

    public static TheoryData<string> Attacks() => [.. AttackTokens.All.Keys];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Case37_Each_attack_is_refused(string attack)
    {
        Assert.IsType<TokenCheckResult.Accepted>(await Check(authority.Token()));

        Assert.IsType<TokenCheckResult.Refused>(await CheckHeader(AttackTokens.All[attack](authority)));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public async Task Case38_Five_minutes_of_clock_skew_are_tolerated(int minutesAfterExpiry, bool accepted)
    {
        var token = authority.Token();
        time.Advance(TimeSpan.FromMinutes(30 + minutesAfterExpiry));

        Assert.Equal(accepted, await Check(token) is TokenCheckResult.Accepted);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public async Task Case38_A_token_from_the_near_future_is_accepted(int minutesAhead, bool accepted)
    {
        var claims = authority.Claims();
        claims["nbf"] = time.GetUtcNow().AddMinutes(minutesAhead).ToUnixTimeSeconds();

        Assert.Equal(accepted, await Check(authority.Token(claims)) is TokenCheckResult.Accepted);
    }

    [Fact]
    public async Task Case39_A_new_key_is_accepted_after_one_refresh()
    {
        await Check(authority.Token());
        time.Advance(TimeSpan.FromMinutes(5));
        authority.AddKey("key-2", "msteams");

        Assert.IsType<TokenCheckResult.Accepted>(await Check(authority.Token(keyId: "key-2")));
        Assert.Equal(2, authority.Fetches);
    }

    [Fact]
    public async Task Case40_A_thousand_random_key_ids_cause_one_fetch()
    {
        await Check(authority.Token());
        time.Advance(TimeSpan.FromMinutes(6));
        var foreign = FakeAuthority.ForeignKey();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 1000),
            async (i, _) =>
                Assert.IsType<TokenCheckResult.Refused>(
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

        Assert.IsType<TokenCheckResult.Accepted>(await Check(authority.Token()));
    }

    [Fact]
    public async Task Case42_A_key_endorsed_for_another_channel_is_refused()
    {
        authority.AddKey("web-only", "webchat");

        Assert.Equal(403, Assert.IsType<TokenCheckResult.Refused>(await Check(authority.Token(keyId: "web-only"))).Status);
    }

    [Fact]
    public async Task Each_refusal_has_a_reason_for_the_log()
    {
        var hmac = new JsonObject { ["typ"] = "JWT", ["alg"] = "HS256" };
        var noExpiry = authority.Claims();
        noExpiry.Remove("exp");
        var otherService = authority.Claims();
        otherService["serviceurl"] = "https://other.example/";
        authority.AddKey("web-only", "webchat");

        Assert.Equal(new TokenCheckResult.Refused(401, "no bearer token"), await CheckHeader(null));
        Assert.Equal(new TokenCheckResult.Refused(401, "no bearer token"), await CheckHeader("Bearer x"));
        Assert.Equal(new TokenCheckResult.Refused(401, "not RS256, or no key id"), await Check(authority.Token(header: hmac)));
        Assert.Equal(new TokenCheckResult.Refused(401, "not RS256, or no key id"), await Check(authority.Token(keyId: null)));
        Assert.Equal(
            new TokenCheckResult.Refused(401, "audience or expiry is missing or has an unexpected JSON type"),
            await Check(authority.Token(noExpiry))
        );
        Assert.Equal(
            new TokenCheckResult.Refused(401, "unknown key"),
            await Check(authority.Token(keyId: "key-9", sign: _ => new byte[256]))
        );
        Assert.Equal(
            new TokenCheckResult.Refused(401, nameof(SecurityTokenInvalidSignatureException)),
            await Check(authority.Token(sign: _ => new byte[256]))
        );
        Assert.Equal(
            new TokenCheckResult.Refused(403, "the activity has no channel id or service URL"),
            await CheckAsync($"Bearer {authority.Token()}", new Activity { ChannelId = "msteams" })
        );
        Assert.Equal(
            new TokenCheckResult.Refused(403, "the activity has no channel id or service URL"),
            await CheckAsync($"Bearer {authority.Token()}", new Activity { ServiceUrl = FakeAuthority.ServiceUrl })
        );
        Assert.Equal(
            new TokenCheckResult.Refused(403, "the key is not endorsed for the channel"),
            await Check(authority.Token(keyId: "web-only"))
        );
        Assert.Equal(new TokenCheckResult.Refused(403, "the token is for another service"), await Check(authority.Token(otherService)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_registration_no_token_is_accepted(string? appId)
    {
        var unregistered = new InboundTokenValidator(keys, Options.Create(new BotIdentityOptions { AppId = appId }), time);
        Assert.Equal(
            new TokenCheckResult.Refused(401, "no app id is configured"),
            await unregistered.AuthenticateAsync($"Bearer {authority.Token()}", default)
        );
    }

    [Theory]
    [InlineData(null, "msteams")]
    [InlineData("", "msteams")]
    [InlineData(FakeAuthority.ServiceUrl, null)]
    [InlineData(FakeAuthority.ServiceUrl, "")]
    public async Task Case47_An_activity_without_service_or_channel_is_refused(string? serviceUrl, string? channel) =>
        Assert.IsType<TokenCheckResult.Refused>(
            await CheckAsync($"Bearer {authority.Token()}", new Activity { ChannelId = channel, ServiceUrl = serviceUrl })
        );

    private Task<TokenCheckResult> Check(string token) => CheckHeader($"Bearer {token}");

    private Task<TokenCheckResult> CheckHeader(string? header) =>
        CheckAsync(header, new Activity { ChannelId = "msteams", ServiceUrl = FakeAuthority.ServiceUrl });

    /// <summary>The two steps of <c>POST /api/messages</c>.</summary>
    private async Task<TokenCheckResult> CheckAsync(string? header, Activity activity) =>
        await inbound.AuthenticateAsync(header, CancellationToken.None) switch
        {
            TokenCheckResult.Authenticated sender => InboundTokenValidator.Authorize(sender, activity),
            var refused => refused,
        };
}

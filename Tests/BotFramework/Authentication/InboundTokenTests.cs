using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Authentication;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Framework;

/// <summary>Authentication of callers, case by case; each attack is a token that differs from a valid one in one property.</summary>
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

    public static TheoryData<string> Attacks() => [.. AttackTokens.All.Keys];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Case37_Each_attack_is_refused(string attack)
    {
        Assert.IsType<InboundResult.Accepted>(await Check(authority.Token()));

        Assert.IsType<InboundResult.Refused>(await CheckHeader(AttackTokens.All[attack](authority)));
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
}

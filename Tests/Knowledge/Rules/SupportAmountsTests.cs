using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Tests.Knowledge.Rules;

public sealed class SupportAmountsTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    /// <summary>Scheme, size, share and cap: tested below, at and above the contract value at which the share equals the cap.</summary>
    [Theory]
    [InlineData("digital-consulting", SmeClass.Small, 50, 50_000_000)]
    [InlineData("digital-consulting", SmeClass.Medium, 50, 100_000_000)]
    [InlineData("digital-solutions", SmeClass.Micro, 50, 20_000_000)]
    [InlineData("digital-solutions", SmeClass.Small, 50, 50_000_000)]
    [InlineData("digital-solutions", SmeClass.Medium, 50, 100_000_000)]
    [InlineData("technology-transfer", SmeClass.Micro, 50, 100_000_000)]
    [InlineData("consulting", SmeClass.Micro, 100, 50_000_000)]
    [InlineData("consulting", SmeClass.Small, 50, 100_000_000)]
    [InlineData("consulting", SmeClass.Medium, 30, 150_000_000)]
    [InlineData("legal-consulting", SmeClass.Micro, 100, 3_000_000)]
    [InlineData("legal-consulting", SmeClass.Small, 30, 5_000_000)]
    [InlineData("legal-consulting", SmeClass.Medium, 10, 10_000_000)]
    public void The_maximum_is_the_share_limited_by_the_cap(string scheme, SmeClass size, int share, int cap)
    {
        var meet = Math.Ceiling(cap * 100m / share);

        Assert.Equal(Math.Floor((meet - 10) * share / 100m), Ceiling(scheme, size, meet - 10));
        Assert.True(Ceiling(scheme, size, meet - 10) < cap);
        Assert.Equal(cap, Ceiling(scheme, size, meet));
        Assert.Equal(cap, Ceiling(scheme, size, meet + 10));
        Assert.Equal(cap, Ceiling(scheme, size, null));
    }

    [Fact]
    public void A_higher_amount_is_stated_only_when_it_was_verified()
    {
        var medium = Assert.IsType<SupportResult.Ceiling>(SupportAmounts.Calculate("consulting", SmeClass.Medium, true, null, Today));
        Assert.Equal((200_000_000m, false), (medium.MaxAmount, medium.HasUnverifiedHigherAmount));

        var micro = Assert.IsType<SupportResult.Ceiling>(SupportAmounts.Calculate("consulting", SmeClass.Micro, true, null, Today));
        Assert.Equal((50_000_000m, true), (micro.MaxAmount, micro.HasUnverifiedHigherAmount));
    }

    [Fact]
    public void An_unverified_amount_is_not_stated_and_a_medium_source_needs_confirmation()
    {
        Assert.IsType<SupportResult.NotVerified>(SupportAmounts.Calculate("digital-consulting", SmeClass.Micro, false, null, Today));
        Assert.IsType<SupportResult.NotVerified>(SupportAmounts.Calculate("trade-fair", SmeClass.Micro, false, null, Today));
        Assert.IsType<SupportResult.NotVerified>(
            SupportAmounts.Calculate("consulting", SmeClass.Small, false, null, new DateOnly(2021, 10, 14))
        );
        Assert.IsType<SupportResult.Ceiling>(
            SupportAmounts.Calculate("consulting", SmeClass.Small, false, null, new DateOnly(2021, 10, 15))
        );
        Assert.True(
            Assert
                .IsType<SupportResult.Ceiling>(SupportAmounts.Calculate("intellectual-property", SmeClass.Small, false, null, Today))
                .NeedsConfirmation
        );
    }

    private static decimal Ceiling(string scheme, SmeClass size, decimal? contract) =>
        Assert.IsType<SupportResult.Ceiling>(SupportAmounts.Calculate(scheme, size, false, contract, Today)).MaxAmount;
}

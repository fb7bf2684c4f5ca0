using PolicyAssistantBot.BotFramework.Authentication;

namespace PolicyAssistantBot.Tests.BotFramework.Authentication;

/// <summary>The hosts to which the bot's own token may be sent.</summary>
public sealed class ServiceUrlsTests
{
    private static BotIdentityOptions Defaults => new();

    [Theory]
    [InlineData("https://smba.trafficmanager.net/apac/")]
    [InlineData("https://SMBA.trafficmanager.net/apac/")]
    [InlineData("https://europe.smba.trafficmanager.net/")]
    [InlineData("https://directline.botframework.com/")]
    [InlineData("https://directline.botframework.azure.us/")]
    [InlineData("https://canary.teams.microsoft.com/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/")]
    public void Microsoft_services_are_allowed(string address) => Assert.True(ServiceUrls.IsAllowed(address, Defaults.ServiceUrlHosts));

    [Theory]
    [InlineData("https://so.sharepoint.com/sites/x")]
    [InlineData("https://so.sharepoint.us/sites/x")]
    [InlineData("https://graph.microsoft.com/v1.0/")]
    public void Files_may_be_written_to_Microsoft_storage(string address) =>
        Assert.True(ServiceUrls.IsAllowed(address, Defaults.UploadHosts));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/apac/")]
    [InlineData("http://smba.trafficmanager.net/apac/")]
    [InlineData("https://someone@smba.trafficmanager.net/apac/")]
    [InlineData("https://smba.trafficmanager.net.example/")]
    [InlineData("https://evilsmba.trafficmanager.net/")]
    [InlineData("https://trafficmanager.net/")]
    [InlineData("https://botframework.com/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://example.com/?https://smba.trafficmanager.net/")]
    public void Every_other_address_is_refused(string? address) => Assert.False(ServiceUrls.IsAllowed(address, Defaults.ServiceUrlHosts));

    [Fact]
    public void Without_hosts_nothing_is_allowed() => Assert.False(ServiceUrls.IsAllowed("https://smba.trafficmanager.net/", []));
}

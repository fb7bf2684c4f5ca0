using Microsoft.Extensions.Configuration;
using PolicyAssistantBot.BotFramework.Authentication;

namespace PolicyAssistantBot.Tests.BotFramework.Authentication;

public sealed class BotIdentityOptionsTests
{
    private const string NoTenant = "A single-tenant registration needs Bot:TenantId.";
    private const string NoCredential = "A single-tenant registration needs Bot:Secret or Bot:CertificatePath.";

    [Theory]
    [InlineData("")]
    [InlineData("AllowAnonymous=true")]
    [InlineData("AppId=a;TenantId=t;Secret=s")]
    [InlineData("AppId=a;TenantId=t;CertificatePath=f")]
    [InlineData("AppId=a;TenantId=t;Secret=s;CertificatePath=f")]
    [InlineData("AppId=a;Kind=UserAssignedMsi")]
    [InlineData("AppId=a", NoTenant, NoCredential)]
    [InlineData("AppId=a;TenantId=t", NoCredential)]
    [InlineData("AppId=a;Secret=s", NoTenant)]
    [InlineData("AppId=a;TenantId=t;Secret=s;AllowAnonymous=true", "Bot:AllowAnonymous cannot be set together with Bot:AppId.")]
    public void Settings_are_checked_at_the_start(string settings, params string[] problems)
    {
        var values = settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='));
        var options =
            new ConfigurationBuilder()
                .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])))
                .Build()
                .Get<BotIdentityOptions>()
            ?? new BotIdentityOptions();
        Assert.Equal(problems, options.Validate(new("x")).Select(problem => problem.ErrorMessage));
    }
}

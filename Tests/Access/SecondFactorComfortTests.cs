using Microsoft.AspNetCore.Http;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Access;

/// <summary>Who must use a second factor, and what is asked on the way.</summary>
public sealed class SecondFactorComfortTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Administrators")]
    [InlineData("AdministratorsAndSupervisors")]
    public async Task An_auditor_is_asked_for_a_second_factor_as_an_administrator_is(string rule)
    {
        await using var desk = await DeskHost.OpenAsync(folder, ("Access:SecondFactor", rule));
        using var auditor = await desk.SignInAsync("thanhtra", Roles.Auditor);
        await auditor.OpenAsync("/desk");
        Assert.Equal((302, AccessPaths.SecondFactorSetup), (auditor.Status, auditor.Location));
    }

    [Fact]
    public async Task The_password_is_asked_again_only_some_time_after_signing_in()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(AccessPaths.SecondFactorSetup);
        Assert.DoesNotContain("name=\"current\"", lan.Html, StringComparison.Ordinal);
        desk.Time.Advance(TimeSpan.FromMinutes(11));
        await lan.OpenAsync(AccessPaths.SecondFactorSetup);
        Assert.Contains("name=\"current\"", lan.Html, StringComparison.Ordinal);
        await lan.SendAsync(AccessPaths.SecondFactorSetup, ("current", "sai mật khẩu"), ("code", "000000"));
        Assert.Contains("Mật khẩu hiện tại không đúng.", lan.Text, StringComparison.Ordinal);
        await lan.OpenAsync("/desk/password");
        Assert.Contains("Ít nhất 6 ký tự khác nhau", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_known_session_the_password_is_asked_for()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var context = new DefaultHttpContext { RequestServices = desk.Get<IServiceProvider>() };
        Assert.True(await SecondFactorEndpoints.NeedsPasswordAsync(context));
    }

    [Fact]
    public async Task The_security_log_is_exported_for_spreadsheets_without_formulas()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var auditor = await desk.SignInAsync("thanhtra", Roles.Auditor);
        await desk.Get<SecurityLog>().RecordAsync(SecurityEventKind.NameChanged, null, "lan", "::1", "=1+1 \"x\"", default);
        await auditor.OpenAsync("/desk/security/log.csv?kind=NameChanged");
        Assert.Contains("\"Đổi họ tên\",\"\",\"lan\",\"::1\",\"'=1+1 \"\"x\"\"\"", auditor.Html, StringComparison.Ordinal);
        Assert.Contains("\"Lúc\",\"Việc\"", auditor.Html, StringComparison.Ordinal);
    }
}

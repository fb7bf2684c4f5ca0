using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Attempts;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Access;

public sealed class SignInTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_first_administrator_gets_a_password_on_the_console_and_must_change_it()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var password = Printed(desk);
        using var admin = desk.Browse();
        await admin.SignInAsync("admin", password);
        Assert.Equal((302, "/desk/password"), (admin.Status, admin.Location));
        await admin.OpenAsync("/desk/accounts");
        Assert.Equal((302, "/desk/password"), (admin.Status, admin.Location));

        await admin.OpenAsync("/desk/password");
        await admin.SendAsync("/desk/password", ("current", password), ("chosen", "ngắn quá"), ("repeated", "ngắn quá"));
        Assert.Equal(422, admin.Status);
        await admin.SendAsync("/desk/password", ("current", password), ("chosen", DeskHost.Password), ("repeated", DeskHost.Password));
        Assert.Equal((302, "/desk"), (admin.Status, admin.Location));
        await admin.OpenAsync("/desk/accounts");
        Assert.Equal(200, admin.Status);
    }

    [Fact]
    public async Task The_operator_chooses_the_name_of_the_first_account()
    {
        await using var desk = await DeskHost.OpenAsync(folder, ("Access:FirstUserName", "so-tai-chinh"));
        using var admin = desk.Browse();
        await admin.SignInAsync("admin", Printed(desk));
        Assert.Equal(401, admin.Status);
        await admin.SignInAsync("so-tai-chinh", Printed(desk));
        Assert.Equal((302, "/desk/password"), (admin.Status, admin.Location));
    }

    [Fact]
    public async Task A_restart_prints_a_new_first_password_until_it_was_used()
    {
        string lost;
        await using (var desk = await DeskHost.OpenAsync(folder))
        {
            lost = Printed(desk);
        }

        await using (var desk = await DeskHost.OpenAsync(folder))
        {
            using var admin = desk.Browse();
            await admin.SignInAsync("admin", lost);
            Assert.Equal(401, admin.Status);
            await admin.SignInAsync("admin", Printed(desk));
            Assert.Equal(302, admin.Status);
        }

        await using (var desk = await DeskHost.OpenAsync(folder))
        {
            Assert.Empty(desk.Console.ToString());
        }
    }

    [Theory]
    [InlineData("lan")]
    [InlineData("nobody")]
    public async Task Wrong_passwords_lead_to_longer_waits_whether_the_account_exists_or_not(string name)
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        await desk.CreateAsync("lan", Roles.Official);
        using var browser = desk.Browse();
        for (var i = 0; i < 5; i++)
        {
            await browser.SignInAsync(name, "sai mật khẩu");
            Assert.Equal(401, browser.Status);
        }

        await browser.SignInAsync(name, DeskHost.Password);
        Assert.Equal(429, browser.Status);
        Assert.Equal(TimeSpan.FromSeconds(30), browser.Response.Headers.RetryAfter?.Delta);
        desk.Time.Advance(TimeSpan.FromSeconds(31));
        await browser.SignInAsync(name, "sai mật khẩu");
        Assert.Equal(401, browser.Status);
        await browser.SignInAsync(name, "sai mật khẩu");
        Assert.Equal((429, TimeSpan.FromSeconds(60)), (browser.Status, browser.Response.Headers.RetryAfter?.Delta));
        desk.Time.Advance(TimeSpan.FromSeconds(61));
        await browser.SignInAsync(name, DeskHost.Password);
        Assert.Equal(name == "lan" ? 302 : 401, browser.Status);
    }

    [Fact]
    public async Task Parallel_guesses_are_counted()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        await desk.CreateAsync("lan", Roles.Official);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(i => Task.Run(() => desk.Get<SignInService>().TryAsync("lan", $"sai {i}", new SignInOrigin("a", null), default)))
        );
        Assert.Equal(5, outcomes.Count(o => o is SignInOutcome.Refused));
        Assert.Equal(35, outcomes.Count(o => o is SignInOutcome.Wait));
    }

    [Fact]
    public async Task A_session_ends_after_an_idle_hour_and_after_twelve_hours_at_the_latest()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        for (var i = 0; i < 14; i++)
        {
            desk.Time.Advance(TimeSpan.FromMinutes(50));
            await lan.OpenAsync("/desk");
            Assert.Equal(200, lan.Status);
        }

        desk.Time.Advance(TimeSpan.FromMinutes(50));
        await lan.OpenAsync("/desk");
        Assert.Equal(302, lan.Status);

        await lan.SignInAsync("lan", DeskHost.Password);
        desk.Time.Advance(TimeSpan.FromMinutes(61));
        await lan.OpenAsync("/desk?view=all");
        Assert.StartsWith("/desk/sign-in?returnUrl=%2Fdesk%3Fview%3Dall", lan.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disabling_changing_roles_and_signing_out_end_sessions_at_once()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var minh = await desk.SignInAsync("minh", Roles.Official);
        using var thu = await desk.SignInAsync("thu", Roles.Official);
        var accounts = (await desk.Get<AccountStore>().ListAsync(default)).ToDictionary(a => a.UserName, a => a.Id);
        await desk.Get<AccountStore>().SetDisabledAsync(accounts["lan"], true, default);
        await desk.Get<AccountStore>().SetRolesAsync(accounts["minh"], Roles.Auditor, default);
        await (await thu.OpenAsync("/desk")).SendAsync("/desk/sign-out");
        foreach (var browser in new[] { lan, minh, thu })
        {
            await browser.OpenAsync("/desk");
            Assert.Equal(302, browser.Status);
        }

        await lan.SignInAsync("lan", DeskHost.Password);
        Assert.Equal(401, lan.Status);
    }

    [Fact]
    public async Task The_cookie_is_hidden_from_scripts_and_other_sites()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("nguyen-thi-lan", Roles.Official);
        var cookie = Assert.Single(lan.Response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("desk=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("nguyen-thi-lan", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("")]
    public async Task Sign_in_never_redirects_to_another_site(string returnUrl)
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        await desk.CreateAsync("lan", Roles.Official);
        using var lan = desk.Browse();
        await lan.OpenAsync("/desk/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        await lan.SendAsync("/desk/sign-in", ("userName", " LAN "), ("password", DeskHost.Password), ("returnUrl", returnUrl));
        Assert.Equal((302, "/desk"), (lan.Status, lan.Location));
    }

    private static string Printed(DeskHost desk) =>
        desk
            .Console.ToString()
            .Split('\n')
            .Select(line => line.Trim())
            .Single(line => line.Length == 20 && line.All(char.IsAsciiLetterOrDigit));
}

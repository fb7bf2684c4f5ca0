using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Access.Sessions;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>A copied cookie of the desk still worked after signing out, and after a second factor was set up.</summary>
public sealed class SessionsEndTests : IDisposable
{
    private const string Address = "/desk/sessions";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_copied_cookie_is_refused_after_signing_out()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var thief = desk.Copy(lan);
        Assert.Equal(200, (await thief.OpenAsync("/desk")).Status);
        using var phone = desk.Browse();
        await phone.SignInAsync("lan", DeskHost.Password);

        await (await lan.OpenAsync("/desk")).SendAsync("/desk/sign-out");
        Assert.Equal(302, (await thief.OpenAsync("/desk")).Status);
        Assert.StartsWith("/desk/sign-in", thief.Location, StringComparison.Ordinal);
        Assert.Equal(200, (await phone.OpenAsync("/desk")).Status);
    }

    [Fact]
    public async Task Setting_up_a_second_factor_ends_all_other_sessions()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var thief = desk.Copy(lan);
        using var phone = desk.Browse();
        await phone.SignInAsync("lan", DeskHost.Password);
        await lan.OpenAsync(AccessPaths.SecondFactorSetup);
        var id = (await desk.Get<AccountStore>().ListAsync(default)).Single(a => a.UserName == "lan").Id;
        var secret = await desk.Get<SecondFactorService>().GetOrCreateSecretAsync(id, default);
        await lan.SendAsync(
            AccessPaths.SecondFactorSetup,
            ("current", DeskHost.Password),
            ("code", Totp.ComputeCode(secret!, Totp.GetStep(desk.Time.GetUtcNow())))
        );
        Assert.Equal(200, lan.Status);
        Assert.Equal(200, (await lan.OpenAsync("/desk")).Status);
        Assert.Equal((302, 302), ((await thief.OpenAsync("/desk")).Status, (await phone.OpenAsync("/desk")).Status));
    }

    [Fact]
    public async Task A_person_sees_and_ends_the_own_sessions()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var minh = await desk.SignInAsync("minh", Roles.Official);
        using var phone = desk.Browse();
        await phone.SignInAsync("lan", DeskHost.Password);
        await lan.OpenAsync(Address);
        Assert.Contains("phiên này", lan.Text, StringComparison.Ordinal);
        await lan.SendAsync($"{Address}/end");
        Assert.Equal((302, Address), (lan.Status, lan.Location));
        Assert.Equal((302, 200), ((await phone.OpenAsync("/desk")).Status, (await lan.OpenAsync("/desk")).Status));

        // The session of somebody else cannot be ended here.
        var store = desk.Get<SessionStore>();
        var accounts = (await desk.Get<AccountStore>().ListAsync(default)).ToDictionary(a => a.UserName, a => a.Id);
        var other = Assert.Single(await store.ListAsync(accounts["minh"], default));
        await phone.SignInAsync("lan", DeskHost.Password);
        await lan.OpenAsync(Address);
        await lan.SendAsync($"{Address}/end", ("session", other.Id));
        Assert.Equal(200, (await minh.OpenAsync("/desk")).Status);

        await (await lan.OpenAsync(Address)).SendAsync($"{Address}/end-all");
        Assert.Equal((302, 302), ((await phone.OpenAsync("/desk")).Status, (await lan.OpenAsync("/desk")).Status));
        Assert.Empty(await store.ListAsync(accounts["lan"], default));
    }

    [Fact]
    public async Task An_administrator_ends_the_sessions_of_anybody()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var root = await desk.SignInAsync("root", Roles.Administrator);
        var id = (await desk.Get<AccountStore>().ListAsync(default)).Single(a => a.UserName == "lan").Id;
        var page = $"/desk/accounts/{id}/sessions";
        await root.OpenAsync(page);
        Assert.Contains("Phiên đăng nhập của Cán bộ lan", root.Text, StringComparison.Ordinal);
        await root.SendAsync($"{page}/end-all");
        Assert.Equal((302, page), (root.Status, root.Location));
        Assert.Equal((302, 200), ((await lan.OpenAsync("/desk")).Status, (await root.OpenAsync(page)).Status));
        Assert.Equal(404, (await root.OpenAsync("/desk/accounts/nobody/sessions")).Status);
    }

    [Theory]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36",
        "Chrome, Windows"
    )]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0",
        "Edge, Windows"
    )]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604.1", "Safari, iPhone")]
    [InlineData("<script>alert(1)</script>", "")]
    public void A_device_is_told_by_browser_and_system(string userAgent, string expected) =>
        Assert.Equal(expected, DeviceName.From(userAgent));
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PolicyAssistantBot.Tests.OpenIdProvider;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>Signing in to the desk with a certified identity provider, in a real browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class IdentityProviderTests(BrowserFixture browser)
{
    [IdentityProviderFact]
    public async Task An_official_signs_in_at_the_provider_and_out_of_both()
    {
        await using var provider = await IdentityProviderProcess.StartAsync();
        await using var site = await DeskSite.OpenAsync(
            services => services.AddSingleton(TimeProvider.System),
            ("Access:OpenId:Authority", provider.Authority),
            ("Access:OpenId:ClientId", "desk"),
            ("Access:OpenId:ClientSecret", "a secret: with / and %"),
            ("Access:OpenId:ClientAuthentication", "Basic"),
            ("Access:OpenId:Scope", "openid profile email roles"),
            ("Access:OpenId:Roles:0:Value", "desk-official"),
            ("Access:OpenId:Roles:0:Role", "Official")
        );
        await provider.ServeAsync(site.Root);
        var number = await site.Host.SubmitAsync();
        var complaints = new List<string>();
        var page = await site.VisitAsync(browser, $"/desk/cases/{number}", complaints);
        await using var context = page.Context;

        await SignInAsync(page, "lan");
        await Assertions.Expect(page.Locator("header .who")).ToContainTextAsync("Nguyễn Thị Lan");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(number.ToString());

        await page.Locator(".who > summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Đăng xuất cả tại cơ quan định danh" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await Assertions.Expect(page.Locator("#userName")).ToBeVisibleAsync();

        // The provider asks again: its session is over. Somebody without a role stays outside.
        await SignInAsync(page, "minh");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("chưa được cấp quyền");
        await page.GotoAsync(site.Address("/desk"));
        await Assertions.Expect(page.Locator("#userName")).ToBeVisibleAsync();
    }

    private static async Task SignInAsync(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập bằng tài khoản cơ quan" }).ClickAsync();
        await page.FillAsync("#login", name);
        await page.PressAsync("#login", "Enter");
    }
}

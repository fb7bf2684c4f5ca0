using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.OpenId;
using PolicyAssistantBot.Tests.Desk;

namespace PolicyAssistantBot.Tests.Access;

public sealed partial class OpenIdTests
{
    [Fact]
    public async Task A_callback_is_accepted_once_and_only_in_the_browser_that_started_it()
    {
        var (desk, provider) = await OpenAsync();
        await using var _ = desk;
        using var lan = desk.Browse();
        using var thief = desk.Browse();
        await lan.OpenAsync(Begin);
        var answer = provider.Authorize(lan.Location!);
        await thief.OpenAsync(answer);
        Assert.Equal(403, thief.Status);
        await lan.OpenAsync(answer);
        Assert.Equal(302, lan.Status);
        await lan.OpenAsync(answer);
        Assert.Equal(403, lan.Status);

        // The code of another sign-in in one's own callback: the PKCE verifier does not match.
        await thief.OpenAsync(Begin);
        var own = provider.Authorize(thief.Location!);
        await lan.OpenAsync(Begin);
        var stolen = provider.Authorize(lan.Location!);
        await thief.OpenAsync(own.Replace(Code(own), Code(stolen), StringComparison.Ordinal));
        Assert.Equal(403, thief.Status);
        foreach (
            var nonsense in new[]
            {
                "/desk/sign-in/callback",
                "/desk/sign-in/callback?code=x&state=y",
                "/desk/sign-in/callback?error=access_denied",
            }
        )
        {
            await thief.OpenAsync(nonsense);
            Assert.Equal(403, thief.Status);
        }

        static string Code(string url) => url.Split("code=")[1].Split('&')[0];
    }

    [Fact]
    public async Task New_keys_are_fetched_when_needed_but_not_for_every_unknown_key_id()
    {
        var (desk, provider) = await OpenAsync();
        await using var _ = desk;
        using var lan = desk.Browse();
        await SignInAsync(lan, provider);
        provider.Keys[0] = "id-2";
        provider.Header["kid"] = "id-2";
        desk.Time.Advance(TimeSpan.FromMinutes(2));
        await SignInAsync(lan, provider);
        Assert.Equal((302, 2), (lan.Status, provider.KeyFetches));
        provider.Header["kid"] = "made-up";
        for (var i = 0; i < 3; i++)
        {
            await SignInAsync(lan, provider);
        }

        Assert.Equal((403, 2), (lan.Status, provider.KeyFetches));

        // Withdrawn keys are no longer trusted.
        desk.Time.Advance(TimeSpan.FromMinutes(2));
        provider.Header["kid"] = "id-1";
        await SignInAsync(lan, provider);
        Assert.Equal(403, lan.Status);
    }

    [Fact]
    public async Task A_required_authentication_method_has_to_be_stated_by_the_token()
    {
        var (desk, provider) = await OpenAsync(("Access:OpenId:RequiredMethods:0", "mfa"));
        await using var _ = desk;
        using var lan = desk.Browse();
        await SignInAsync(lan, provider);
        Assert.Equal(403, lan.Status);
        provider.Person["amr"] = new JsonArray("pwd");
        await SignInAsync(lan, provider);
        Assert.Equal(403, lan.Status);
        provider.Person["amr"] = new JsonArray("pwd", "mfa");
        await SignInAsync(lan, provider);
        Assert.Equal(302, lan.Status);
    }

    [Fact]
    public async Task Password_sign_in_works_while_the_provider_is_down()
    {
        var (desk, provider) = await OpenAsync();
        await using var _ = desk;
        provider.IsDown = true;
        using var lan = desk.Browse();
        await lan.OpenAsync(Begin);
        Assert.Equal(503, lan.Status);
        await desk.CreateAsync("minh", Roles.Official);
        await lan.SignInAsync("minh", DeskHost.Password);
        Assert.Equal(302, lan.Status);
        provider.IsDown = false;
        await SignInAsync(lan, provider);
        Assert.Equal(302, lan.Status);
    }

    [Fact]
    public async Task Without_role_mappings_only_linked_accounts_sign_in_with_their_local_roles()
    {
        const string Entra = "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0";
        var provider = new FakeIdentityProvider(Entra);
        await using var desk = await DeskHost.OpenAsync(
            folder,
            services => Use(services, provider),
            ("Access:OpenId:Authority", Entra),
            ("Access:OpenId:ClientId", "desk"),
            ("Access:OpenId:ClientSecret", "secret")
        );
        provider.Time = desk.Time;
        using var lan = desk.Browse();
        provider.Person["oid"] = "AAAAAAAA-0000-0000-0000-000000000001";
        await SignInAsync(lan, provider);
        Assert.Equal(403, lan.Status);
        var account = await desk.CreateAsync("lan", Roles.Official);
        await desk.Get<AccountStore>().SetEntraIdAsync(account.Id, "aaaaaaaa-0000-0000-0000-000000000001", default);
        await SignInAsync(lan, provider);
        Assert.Equal(302, lan.Status);
        Assert.Equal(Roles.Official, (await desk.Get<AccountStore>().FindAsync(account.Id, default))!.Roles);
        await desk.Get<AccountStore>().SetDisabledAsync(account.Id, true, default);
        await SignInAsync(lan, provider);
        Assert.Equal(403, lan.Status);
    }

    [Fact]
    public async Task Without_a_provider_its_endpoints_do_not_exist()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = desk.Browse();
        await lan.OpenAsync("/desk/sign-in");
        Assert.DoesNotContain("external", lan.Html, StringComparison.Ordinal);
        await lan.OpenAsync(Begin);
        Assert.Equal(404, lan.Status);
        await lan.OpenAsync("/desk/sign-in/callback?code=x&state=y");
        Assert.Equal(404, lan.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_client_secret_can_be_sent_with_basic_authentication(bool isPushed)
    {
        var (desk, provider) = await OpenAsync(
            new FakeIdentityProvider { WantsBasic = true, WantsPushedRequests = isPushed },
            ("Access:OpenId:ClientAuthentication", "Basic"),
            ("Access:OpenId:ClientSecret", "secret: /")
        );
        await using var _ = desk;
        using var lan = desk.Browse();
        await SignInAsync(lan, provider);
        Assert.Equal(302, lan.Status);
    }

    [Fact]
    public async Task The_authorization_request_is_pushed_where_the_provider_offers_it()
    {
        var (desk, provider) = await OpenAsync(new FakeIdentityProvider { WantsPushedRequests = true });
        await using var _ = desk;
        using var lan = desk.Browse();
        await SignInAsync(lan, provider);
        Assert.Equal(302, lan.Status);
    }

    private Task<(DeskHost Desk, FakeIdentityProvider Provider)> OpenAsync(params (string Key, string Value)[] settings) =>
        OpenAsync(new FakeIdentityProvider(), settings);

    private async Task<(DeskHost Desk, FakeIdentityProvider Provider)> OpenAsync(
        FakeIdentityProvider provider,
        params (string Key, string Value)[] settings
    )
    {
        var desk = await DeskHost.OpenAsync(
            folder,
            services => Use(services, provider),
            [
                ("Access:OpenId:Authority", FakeIdentityProvider.Issuer),
                ("Access:OpenId:ClientId", "desk"),
                ("Access:OpenId:ClientSecret", "secret"),
                ("Access:OpenId:Roles:0:Value", "desk-official"),
                ("Access:OpenId:Roles:0:Role", "Official"),
                ("Access:OpenId:Roles:1:Value", "desk-chief"),
                ("Access:OpenId:Roles:1:Role", "Supervisor"),
                .. settings,
            ]
        );
        provider.Time = desk.Time;
        return (desk, provider);
    }

    private static void Use(IServiceCollection services, FakeIdentityProvider provider) =>
        services.AddOptions<OpenIdConnectOptions>(OpenIdSetup.Scheme).Configure(o => o.BackchannelHttpHandler = provider);

    private static void Reset(FakeIdentityProvider provider) =>
        (provider.Spoil, provider.Header, provider.Sign) = (
            _ => { },
            new JsonObject
            {
                ["typ"] = "JWT",
                ["alg"] = "RS256",
                ["kid"] = "id-1",
            },
            null
        );

    private static async Task SignInAsync(Desk.Browser browser, FakeIdentityProvider provider)
    {
        await browser.OpenAsync(Begin);
        Assert.Equal(302, browser.Status);
        await browser.OpenAsync(provider.Authorize(browser.Location!));
    }
}

using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.OpenId;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Access;

/// <summary>Signing in with an identity provider, and everything that somebody in between could try.</summary>
public sealed class OpenIdTests : IDisposable
{
    private const string Begin = "/desk/sign-in/external?returnUrl=%2Fdesk%3Fview%3Dall";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_person_whom_the_provider_gives_a_role_comes_in_and_is_known_again()
    {
        var (desk, provider) = await OpenAsync();
        await using var _ = desk;
        using var lan = desk.Browse();
        await lan.OpenAsync("/desk/sign-in");
        Assert.Contains("Đăng nhập bằng tài khoản cơ quan", lan.Text, StringComparison.Ordinal);
        await SignInAsync(lan, provider);
        Assert.Equal((302, "/desk?view=all"), (lan.Status, lan.Location));
        await lan.OpenAsync("/desk?view=all");
        Assert.Contains("Nguyễn Thị Lan", lan.Text, StringComparison.Ordinal);

        // The name may change; issuer and subject make the person.
        provider.Person["preferred_username"] = "lan.moi@hanoi.gov.vn";
        provider.Person["roles"] = new JsonArray("desk-official", "desk-chief", "something else");
        using var again = desk.Browse();
        await SignInAsync(again, provider);
        var account = Assert.Single(await desk.Get<Accounts>().ListAsync(default), a => a.UserName != FirstAdministrator.UserName);
        Assert.Equal(("lan.nt", Roles.Official | Roles.Supervisor), (account.UserName, account.Roles));

        // Other roles end the sessions with the old ones; a role that is taken away closes the door.
        await lan.OpenAsync("/desk");
        Assert.Equal(302, lan.Status);
        provider.Person["roles"] = "nothing here";
        await SignInAsync(lan, provider);
        Assert.Equal(403, lan.Status);
        Assert.Contains("chưa được cấp quyền", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_has_no_password_that_anybody_knows_and_needs_no_second_factor_here()
    {
        var (desk, provider) = await OpenAsync(("Access:SecondFactor", "Everybody"));
        await using var _ = desk;
        using var lan = desk.Browse();
        await SignInAsync(lan, provider);
        await lan.OpenAsync("/desk");
        Assert.Equal(200, lan.Status);
        await lan.OpenAsync("/desk/second-factor");
        Assert.Contains("cơ quan định danh bên ngoài", lan.Text, StringComparison.Ordinal);
        using var guess = desk.Browse();
        await guess.SignInAsync("lan.nt", "");
        Assert.Equal(401, guess.Status);
    }

    [Fact]
    public async Task Signing_out_names_the_provider_s_own_session()
    {
        var (desk, provider) = await OpenAsync();
        await using var _ = desk;
        using var lan = desk.Browse();
        await SignInAsync(lan, provider);
        await (await lan.OpenAsync("/desk")).SendAsync("/desk/sign-out");
        Assert.Equal(200, lan.Status);
        Assert.Contains($"{FakeIdentityProvider.Issuer}/logout?client_id=desk&post_logout_redirect_uri=http", lan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Thị Lan", lan.Text, StringComparison.Ordinal);
        await lan.OpenAsync("/desk");
        Assert.Equal(302, lan.Status);
    }

    /// <summary>Each is a good answer with one thing wrong.</summary>
    private static (string Name, Action<FakeIdentityProvider> Spoil)[] Attacks() =>
    [
        ("nonce of another sign-in", p => p.Spoil = claims => claims["nonce"] = "other"),
        ("no nonce", p => p.Spoil = claims => claims.Remove("nonce")),
        ("another service's token", p => p.Spoil = claims => claims["aud"] = "someone-else"),
        ("several audiences, issued to another", p => p.Spoil = claims => { claims["aud"] = new JsonArray("desk", "someone-else"); claims["azp"] = "someone-else"; }),
        ("another issuer", p => p.Spoil = claims => claims["iss"] = "https://id.example.vn/other"),
        ("expired", p => p.Spoil = claims => claims["exp"] = claims["exp"]!.GetValue<long>() - 600),
        ("no expiry", p => p.Spoil = claims => claims.Remove("exp")),
        ("not valid yet", p => p.Spoil = claims => claims["nbf"] = claims["exp"]!.GetValue<long>()),
        ("nobody", p => p.Spoil = claims => claims.Remove("sub")),
        ("alg none", p => { p.Header = new JsonObject { ["typ"] = "JWT", ["alg"] = "none" }; p.Sign = _ => []; }),
        ("the client's secret as a key", p => { p.Header["alg"] = "HS256"; p.Sign = bytes => HMACSHA256.HashData("secret"u8, bytes); }),
        ("the public key as a secret", p => { p.Header["alg"] = "HS256"; p.Sign = bytes => HMACSHA256.HashData(FakeAuthority.Foreign("id-1").ExportSubjectPublicKeyInfo(), bytes); }),
        ("a key of somebody else under the known name", p => p.Sign = bytes => FakeAuthority.Foreign("stranger").SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        ("a key that nobody announced", p => p.Header["kid"] = "stranger"),
        ("a changed payload", p => p.Sign = _ => FakeAuthority.Foreign("id-1").SignData([1, 2, 3], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
    ];

    [Fact]
    public async Task No_attack_lets_anybody_in_and_none_says_why()
    {
        var (desk, first) = await OpenAsync();
        await using var _ = desk;
        using var browser = desk.Browse();
        foreach (var (name, spoil) in Attacks())
        {
            Reset(first);
            spoil(first);
            await SignInAsync(browser, first);
            Assert.True(browser.Status == 403, $"{name}: {browser.Status} {browser.Location}");
            Assert.Contains("không thành công", browser.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("id_token", browser.Text, StringComparison.Ordinal);
            await browser.OpenAsync("/desk");
            Assert.Equal(302, browser.Status);
        }

        Reset(first);
        await SignInAsync(browser, first);
        Assert.Equal(302, browser.Status);
        Assert.Equal(2, (await desk.Get<Accounts>().ListAsync(default)).Count);
    }

    [Fact]
    public async Task An_answer_counts_once_in_the_browser_that_asked()
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

        // A code of another sign-in put into one's own answer: its proof does not fit.
        await thief.OpenAsync(Begin);
        var own = provider.Authorize(thief.Location!);
        await lan.OpenAsync(Begin);
        var stolen = provider.Authorize(lan.Location!);
        await thief.OpenAsync(own.Replace(Code(own), Code(stolen), StringComparison.Ordinal));
        Assert.Equal(403, thief.Status);
        foreach (var nonsense in new[] { "/desk/sign-in/callback", "/desk/sign-in/callback?code=x&state=y", "/desk/sign-in/callback?error=access_denied" })
        {
            await thief.OpenAsync(nonsense);
            Assert.Equal(403, thief.Status);
        }

        static string Code(string url) => url.Split("code=")[1].Split('&')[0];
    }

    [Fact]
    public async Task New_keys_are_fetched_when_they_are_needed_but_not_for_every_made_up_name()
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
            await SignInAsync(lan, provider);
        Assert.Equal((403, 2), (lan.Status, provider.KeyFetches));

        // Keys that were withdrawn are not believed any longer.
        desk.Time.Advance(TimeSpan.FromMinutes(2));
        provider.Header["kid"] = "id-1";
        await SignInAsync(lan, provider);
        Assert.Equal(403, lan.Status);
    }

    [Fact]
    public async Task A_provider_that_is_down_costs_only_its_own_door()
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
    public async Task Without_rules_for_roles_only_accounts_that_were_linked_come_in_with_the_roles_given_here()
    {
        const string Entra = "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0";
        var provider = new FakeIdentityProvider(Entra);
        await using var desk = await DeskHost.OpenAsync(
            folder, services => Use(services, provider), ("Access:OpenId:Authority", Entra), ("Access:OpenId:ClientId", "desk"), ("Access:OpenId:ClientSecret", "secret"));
        provider.Time = desk.Time;
        using var lan = desk.Browse();
        provider.Person["oid"] = "AAAAAAAA-0000-0000-0000-000000000001";
        await SignInAsync(lan, provider);
        Assert.Equal(403, lan.Status);
        var account = await desk.CreateAsync("lan", Roles.Official);
        await desk.Get<Accounts>().SetEntraIdAsync(account.Id, "aaaaaaaa-0000-0000-0000-000000000001", default);
        await SignInAsync(lan, provider);
        Assert.Equal(302, lan.Status);
        Assert.Equal(Roles.Official, (await desk.Get<Accounts>().FindAsync(account.Id, default))!.Roles);
        await desk.Get<Accounts>().SetDisabledAsync(account.Id, true, default);
        await SignInAsync(lan, provider);
        Assert.Equal(403, lan.Status);
    }

    [Fact]
    public async Task Where_no_provider_is_named_there_is_no_such_door()
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

    private async Task<(DeskHost Desk, FakeIdentityProvider Provider)> OpenAsync(params (string Key, string Value)[] settings)
    {
        var provider = new FakeIdentityProvider();
        var desk = await DeskHost.OpenAsync(
            folder,
            services => Use(services, provider),
            [
                ("Access:OpenId:Authority", FakeIdentityProvider.Issuer), ("Access:OpenId:ClientId", "desk"), ("Access:OpenId:ClientSecret", "secret"),
                ("Access:OpenId:Roles:0:Value", "desk-official"), ("Access:OpenId:Roles:0:Role", "Official"),
                ("Access:OpenId:Roles:1:Value", "desk-chief"), ("Access:OpenId:Roles:1:Role", "Supervisor"),
                .. settings,
            ]);
        provider.Time = desk.Time;
        return (desk, provider);
    }

    private static void Use(IServiceCollection services, FakeIdentityProvider provider) =>
        services.AddOptions<OpenIdHandlerOptions>(OpenIdHandlerOptions.Scheme).Configure(o => o.BackchannelHttpHandler = provider);

    private static void Reset(FakeIdentityProvider provider) =>
        (provider.Spoil, provider.Header, provider.Sign) = (_ => { }, new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = "id-1" }, null);

    private static async Task SignInAsync(Desk.Browser browser, FakeIdentityProvider provider)
    {
        await browser.OpenAsync(Begin);
        Assert.Equal(302, browser.Status);
        await browser.OpenAsync(provider.Authorize(browser.Location!));
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Attempts;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Access;

public sealed class AccessTests : IDisposable
{
    private static readonly Roles EveryRole = Enum.GetValues<Roles>().Aggregate((all, role) => all | role);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Only_public_pages_open_without_signing_in()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var stranger = desk.Browse();
        var open = new List<string>();
        foreach (var endpoint in desk.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var path =
                "/"
                + endpoint
                    .RoutePattern.RawText!.Trim('/')
                    .Replace("{number}", "HN-2026-000001-0", StringComparison.Ordinal)
                    .Replace("{id}", "x", StringComparison.Ordinal)
                    .Replace("{id:long}", "1", StringComparison.Ordinal)
                    .Replace("{action}", "take", StringComparison.Ordinal)
                    .Replace("{table}", "week", StringComparison.Ordinal);
            foreach (var method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods)
            {
                await (method == "POST" ? stranger.PostAsync(path) : stranger.OpenAsync(path));
                var isClosed =
                    stranger.Status is 401 or 404
                    || (stranger.Status == 302 && stranger.Location!.Contains("/desk/sign-in?", StringComparison.Ordinal));
                if (!isClosed)
                {
                    open.Add($"{method} {path} {stranger.Status}");
                    Assert.NotNull(endpoint.Metadata.GetMetadata<IAllowAnonymous>());
                }
            }
        }

        Assert.Equal(
            [
                "GET /desk/case.js 200",
                "GET /desk/desk.js 200",
                "GET /desk/language 302",
                "GET /desk/sign-in 200",
                "GET /desk/sign-in/code 302",
                "GET /desk/studio.js 200",
                "GET /desk/suggest.js 200",
                "POST /desk/invitation/x 400",
                "POST /desk/sign-in 400",
                "POST /desk/sign-in/code 400",
            ],
            open.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Every_form_needs_its_antiforgery_token()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        using var all = await desk.SignInAsync("all", EveryRole);
        var forms = desk.Get<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Contains("POST"))
            .ToList();
        Assert.True(forms.Count >= 9);
        foreach (var form in forms)
        {
            var path =
                "/"
                + form.RoutePattern.RawText!.Trim('/')
                    .Replace("{number}", number.ToString(), StringComparison.Ordinal)
                    .Replace("{id}", "x", StringComparison.Ordinal)
                    .Replace("{id:long}", "1", StringComparison.Ordinal)
                    .Replace("{number:int}", "1", StringComparison.Ordinal)
                    .Replace("{action}", "take", StringComparison.Ordinal)
                    .Replace("{table}", "week", StringComparison.Ordinal);
            await all.PostAsync(path, ("version", "1"), ("__RequestVerificationToken", "made up"));
            Assert.True(all.Status == 400, $"{path} {all.Status}");
        }

        Assert.Equal(1, (await desk.FindAsync(number)).Request.Version);
    }

    [Fact]
    public async Task A_form_token_of_one_person_is_refused_from_another()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var minh = await desk.SignInAsync("minh", Roles.Official);
        await lan.OpenAsync($"/desk/cases/{number}");
        var token = lan.Html.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        await minh.OpenAsync("/desk");
        await minh.PostAsync($"/desk/cases/{number}/take", ("version", "1"), ("__RequestVerificationToken", token));
        Assert.Equal(400, minh.Status);
    }

    [Fact]
    public async Task Pages_run_only_their_own_scripts_and_cannot_be_framed_or_cached()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        foreach (var address in new[] { "/desk", "/desk/password", "/desk/cases/none", "/desk/accounts" })
        {
            await lan.OpenAsync(address);
            var policy = Assert.Single(lan.Response.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith(
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';",
                policy,
                StringComparison.Ordinal
            );
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.True(lan.Response.Headers.CacheControl?.NoStore);
            Assert.DoesNotContain("style=", lan.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_administrator_manages_accounts_but_cannot_remove_the_last_administrator()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var admin = await desk.SignInAsync("root", Roles.Administrator);
        await admin.OpenAsync("/desk/accounts/new");
        await admin.SendAsync(
            "/desk/accounts",
            ("userName", "Thu.Ha"),
            ("displayName", "Lê Thu Hà"),
            ("roles", "Official"),
            ("roles", "Auditor")
        );
        Assert.Equal(200, admin.Status);
        var password = admin.Html.Split("<code id=\"one-time-password\">")[1].Split('<')[0];

        using var ha = desk.Browse();
        await ha.SignInAsync("thu.ha", password);
        Assert.Equal((302, "/desk/password"), (ha.Status, ha.Location));
        await admin.OpenAsync("/desk/accounts/new");
        Assert.DoesNotContain(password, admin.Html, StringComparison.Ordinal);
        await admin.SendAsync("/desk/accounts", ("userName", "thu.ha"), ("displayName", "Người khác"), ("roles", "Official"));
        Assert.Equal(422, admin.Status);
        Assert.Contains("Tên đăng nhập đã có người dùng.", admin.Text, StringComparison.Ordinal);

        var accounts = (await desk.Get<AccountStore>().ListAsync(default)).ToDictionary(a => a.UserName);
        Assert.Equal(Roles.Official | Roles.Auditor, accounts["thu.ha"].Roles);
        await desk.Get<AccountStore>().SetDisabledAsync(accounts["admin"].Id, true, default);
        var last = Assert.IsType<AccountOutcome.Invalid>(
            await desk.Get<AccountStore>().SetRolesAsync(accounts["root"].Id, Roles.Official, default)
        );
        Assert.Equal(AccountProblem.LastAdministrator, last.Problem);
        Assert.IsType<AccountOutcome.Invalid>(await desk.Get<AccountStore>().SetDisabledAsync(accounts["root"].Id, true, default));
        using var lan = await desk.SignInAsync("lan", Roles.Official | Roles.Supervisor);
        await lan.OpenAsync("/desk/accounts");
        Assert.Equal(403, lan.Status);
    }

    [Fact]
    public async Task A_one_time_password_expires()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var done = Assert.IsType<AccountOutcome.Succeeded>(
            await desk.Get<AccountStore>().CreateAsync("lan", "Nguyễn Lan", Roles.Official, default)
        );
        desk.Time.Advance(TimeSpan.FromHours(73));
        using var lan = desk.Browse();
        await lan.SignInAsync("lan", done.OneTimePassword!);
        Assert.Equal(401, lan.Status);
    }

    [Fact]
    public async Task An_unknown_name_takes_as_long_as_a_wrong_password()
    {
        await using var desk = await DeskHost.OpenAsync(folder, ("Access:HashIterations", "400000"), ("Access:FreeAttempts", "20"));
        await desk.CreateAsync("lan", Roles.Official);
        var signInService = desk.Get<SignInService>();
        await TimeOfAsync("lan");
        await TimeOfAsync("nobody");
        var (known, unknown) = (await TimeOfAsync("lan"), await TimeOfAsync("nobody"));
        Assert.True(unknown > known / 4, $"{known} against {unknown}");

        async Task<TimeSpan> TimeOfAsync(string name)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            await signInService.TryAsync(name, "sai mật khẩu", new SignInOrigin("a", null), default);
            return watch.Elapsed;
        }
    }
}

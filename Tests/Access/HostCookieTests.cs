using PolicyAssistantBot.Access;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Access;

/// <summary>Over https every cookie of the desk has the prefix by which a browser takes it from this host alone.</summary>
public sealed class HostCookieTests : IDisposable
{
    private static readonly Uri Https = new("https://localhost/");

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Over_https_the_cookies_have_the_prefix_and_what_it_asks_for()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        await desk.CreateAsync("lan", Roles.Official);
        using var lan = desk.Browse(root: Https);
        var cookies = new List<string>();
        await lan.OpenAsync("/desk/sign-in");
        cookies.AddRange(SetBy(lan));
        await lan.SendAsync("/desk/sign-in", ("userName", "lan"), ("password", DeskHost.Password));
        Assert.Equal(302, lan.Status);
        cookies.AddRange(SetBy(lan));

        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-desk=", StringComparison.Ordinal));
        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-desk-form=", StringComparison.Ordinal));
        Assert.All(
            cookies,
            cookie =>
            {
                var attributes = cookie.ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries);
                Assert.StartsWith("__host-desk", attributes[0], StringComparison.Ordinal);
                Assert.Contains("secure", attributes);
                Assert.Contains("path=/", attributes);
                Assert.DoesNotContain(attributes, attribute => attribute.StartsWith("domain", StringComparison.Ordinal));
            }
        );

        await lan.OpenAsync("/desk");
        Assert.Equal(200, lan.Status);
        await lan.SendAsync("/desk/sign-out");
        Assert.Contains(SetBy(lan), cookie => cookie.StartsWith("__Host-desk=;", StringComparison.Ordinal));
        await lan.OpenAsync("/desk");
        Assert.Equal(302, lan.Status);
    }

    [Fact]
    public async Task A_session_of_an_earlier_version_ends_at_the_sign_in_page_and_its_cookie_is_removed()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        var old = SetBy(lan).Single(cookie => cookie.StartsWith("desk=", StringComparison.Ordinal)).Split(';')[0];
        using var http = new HttpClient(desk.CreateHandler()) { BaseAddress = Https };
        http.DefaultRequestHeaders.Add("Cookie", old);

        using var response = await http.GetAsync(new Uri("/desk", UriKind.Relative));
        Assert.Equal(302, (int)response.StatusCode);
        Assert.StartsWith("/desk/sign-in", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("desk=;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a=1; __Host-a=2")]
    [InlineData("__Host-a=1; a=2; __Host-=3; __Host-desktop=4")]
    public async Task Cookies_of_others_on_the_same_host_do_no_harm(string cookies)
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var http = new HttpClient(desk.CreateHandler()) { BaseAddress = Https };
        http.DefaultRequestHeaders.Add("Cookie", cookies);
        using var response = await http.GetAsync(new Uri("/desk/sign-in", UriKind.Relative));
        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task Over_plain_http_the_short_names_work_because_browsers_refuse_the_prefix()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        Assert.All(SetBy(lan), cookie => Assert.StartsWith("desk", cookie, StringComparison.Ordinal));
        await lan.OpenAsync("/desk");
        Assert.Equal(200, lan.Status);
    }

    private static IEnumerable<string> SetBy(Desk.Browser browser) =>
        browser.Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];
}

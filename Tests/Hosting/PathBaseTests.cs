using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Hosting;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Tests.Crash;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Hosting;

/// <summary>The whole program behind a proxy that serves it below a path: no address of it leads beside that path.</summary>
public sealed partial class PathBaseTests : IAsyncLifetime
{
    private const string PathBase = "/tro-ly";
    private const string PublicHost = "https://example.vn";
    private const int MaxPagesPerKind = 40;

    private readonly TempFolder folder = new();
    private WebApplicationFactory<Program> program = new();

    public Task InitializeAsync()
    {
        program = Create(folder.Path).WithWebHostBuilder(host => host.UseSetting("Forwarding:AllowedPrefixes:0", PathBase));
        return Task.CompletedTask;
    }

    private static WebApplicationFactory<Program> Create(string dataFolder) =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.UseSetting("Storage:DataFolder", dataFolder)
                .UseSetting("Access:HashIterations", "1000")
                .UseSetting("Access:SecondFactor", "Nobody")
                .UseSetting("Limits:Enabled", "false")
                .UseSetting("Knowledge:Snapshots", Path.Combine(AppContext.BaseDirectory, "snapshots"))
        );

    public async Task DisposeAsync()
    {
        await program.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Every_link_of_every_page_stays_below_the_path_and_leads_to_a_page()
    {
        using var http = Open(new RedirectHandler());
        await SignInAsync(http, Enum.GetValues<Roles>().Aggregate((all, role) => all | role));
        using var asking = program.CreateClient();
        var asker = new RetryingClient(asking, "a", CancellationToken.None);
        await asker.StartAsync();
        await asker.RequestAsync();
        var number = Assert.Single(asker.CaseNumbers);

        var (seen, next) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>());
        foreach (var start in (string[])["", "/", "/en", "/desk", $"/desk/cases/{number}", "/desk/settings/forms/teams", "/khong-co"])
        {
            next.Enqueue(PathBase + start);
        }

        var visits = new Dictionary<string, int>(StringComparer.Ordinal);
        while (next.TryDequeue(out var address))
        {
            // A few pages of each kind are enough: all articles are made by one template.
            var path = address.Split('?', '#')[0];
            var kind = DigitRegex().Replace(path[..(path.LastIndexOf('/') + 1)], "0");
            if (!seen.Add(address) || (visits[kind] = visits.GetValueOrDefault(kind) + 1) > MaxPagesPerKind)
            {
                continue;
            }

            using var response = await http.GetAsync(new Uri(address, UriKind.Relative));
            var isMissing = address == $"{PathBase}/khong-co";
            Assert.True(isMissing || response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            foreach (Match match in AddressRegex().Matches(await response.Content.ReadAsStringAsync()))
            {
                var (name, found) = (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["address"].Value));
                Assert.True(found == PathBase || found.StartsWith($"{PathBase}/", StringComparison.Ordinal), $"{address}: {match.Value}");
                Assert.False(found.StartsWith($"{PathBase}{PathBase}", StringComparison.Ordinal), $"{address}: {match.Value}");
                if (name is "href" or "src" && !found.Contains("/language?", StringComparison.Ordinal))
                {
                    next.Enqueue(found);
                }
            }
        }

        Assert.Superset(
            new HashSet<string>([
                $"{PathBase}/desk/accounts",
                $"{PathBase}/desk/insight",
                $"{PathBase}/privacy",
                $"{PathBase}/en/guidance",
            ]),
            seen
        );
    }

    [Fact]
    public async Task Redirects_and_cookies_have_the_path_and_a_return_address_has_it_once()
    {
        using var http = Open();
        using var refused = await http.GetAsync(new Uri($"{PathBase}/desk/cases/x?a=1", UriKind.Relative));
        Assert.Equal($"{PathBase}/desk/sign-in?returnUrl=%2Fdesk%2Fcases%2Fx%3Fa%3D1", refused.Headers.Location?.OriginalString);

        var signedIn = await SignInAsync(http, Roles.Official, "/desk?view=mine");
        Assert.Equal($"{PathBase}/desk?view=mine", signedIn.Headers.Location?.OriginalString);
        var cookies = signedIn.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split("; ")).ToList();
        Assert.Contains(cookies, cookie => cookie[0].StartsWith("__Secure-desk=", StringComparison.Ordinal));
        Assert.All(cookies, cookie => Assert.Contains($"path={PathBase}", cookie));
        Assert.All(cookies, cookie => Assert.Contains("secure", cookie));
        using var desk = await http.GetAsync(new Uri($"{PathBase}/desk", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);

        using var article = await http.GetAsync(new Uri($"{PathBase}/huong-dan/x-a1-size", UriKind.Relative));
        Assert.StartsWith($"{PathBase}/huong-dan/", article.Headers.Location?.OriginalString, StringComparison.Ordinal);
        using var icon = await http.GetAsync(new Uri($"{PathBase}/favicon.ico", UriKind.Relative));
        Assert.Equal($"{PathBase}/site/mark.svg", icon.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Feeds_the_sitemap_and_the_chat_name_the_path()
    {
        using var http = Open();
        foreach (var path in (string[])["/sitemap.xml", "/huong-dan/atom.xml", "/en/guidance/atom.xml"])
        {
            var xml = XDocument.Parse(await http.GetStringAsync(new Uri(PathBase + path, UriKind.Relative)));
            var addresses = xml.Descendants()
                .Attributes("href")
                .Select(a => a.Value)
                .Concat(xml.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value));
            Assert.NotEmpty(addresses);
            Assert.All(addresses, address => Assert.StartsWith($"{PublicHost}{PathBase}/", address, StringComparison.Ordinal));
        }

        var robots = await http.GetStringAsync(new Uri($"{PathBase}/robots.txt", UriKind.Relative));
        Assert.Contains($"Disallow: {PathBase}/desk\n", robots, StringComparison.Ordinal);
        Assert.Contains($"Sitemap: {PublicHost}{PathBase}/sitemap.xml\n", robots, StringComparison.Ordinal);

        using var granted = await http.PostAsync(
            new Uri($"{PathBase}/api/widget/token", UriKind.Relative),
            new StringContent("{}", Encoding.UTF8, "application/json")
        );
        var token = System.Text.Json.Nodes.JsonNode.Parse(await granted.Content.ReadAsStringAsync())!["token"]!.GetValue<string>();
        using var start = new HttpRequestMessage(HttpMethod.Post, new Uri($"{PathBase}/v3/directline/conversations", UriKind.Relative));
        start.Headers.Authorization = new("Bearer", token);
        using var started = await http.SendAsync(start);
        var streamUrl = System.Text.Json.Nodes.JsonNode.Parse(await started.Content.ReadAsStringAsync())!["streamUrl"]!.GetValue<string>();
        Assert.StartsWith($"wss://example.vn{PathBase}/v3/directline/", streamUrl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/a\"onclick=\"x")]
    [InlineData("/../x")]
    [InlineData("tro-ly")]
    [InlineData("https://evil.example/x")]
    public async Task A_prefix_that_is_not_a_plain_path_is_ignored(string prefix)
    {
        using var http = Open(prefix: prefix);
        var page = await http.GetStringAsync(new Uri($"{PathBase}/", UriKind.Relative));
        Assert.Contains("href=\"/huong-dan\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prefix_counts_only_from_a_trusted_proxy_and_where_allowed()
    {
        foreach (var (setting, prefix, isUsed) in new[] { ("/tro-ly", "/tro-ly/", true), ("/tro-ly", "/khac", false) })
        {
            await using var limited = program.WithWebHostBuilder(host =>
                host.UseSetting("Forwarding:AllowedPrefixes:0", setting).UseSetting("Storage:DataFolder", folder.File(prefix.Trim('/')))
            );
            using var http = Open(prefix: prefix, from: limited);
            var page = await http.GetStringAsync(new Uri($"{PathBase}/", UriKind.Relative));
            Assert.Contains(isUsed ? "href=\"/tro-ly/huong-dan\"" : "href=\"/huong-dan\"", page, StringComparison.Ordinal);
        }

        await using (var unset = Create(folder.File("unset")))
        {
            using var http = Open(from: unset);
            var page = await http.GetStringAsync(new Uri($"{PathBase}/", UriKind.Relative));
            Assert.Contains("href=\"/huong-dan\"", page, StringComparison.Ordinal);
        }

        var stranger = program.Server.CreateHandler(context => context.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.7"));
        using var untrusted = new HttpClient(stranger) { BaseAddress = new Uri("http://localhost") };
        untrusted.DefaultRequestHeaders.Add(PathBaseMiddleware.Header, PathBase);
        Assert.Contains("href=\"/huong-dan\"", await untrusted.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.vn", "https://example.vn/desk?view=mine")]
    [InlineData("https://example.vn/", "https://example.vn/desk?view=mine")]
    [InlineData("https://example.vn/tro-ly", "https://example.vn/tro-ly/desk?view=mine")]
    [InlineData("https://example.vn/tro-ly/", "https://example.vn/tro-ly/desk?view=mine")]
    public void Links_in_mails_and_cards_keep_the_path_of_the_public_address(string publicUrl, string expected) =>
        Assert.Equal(expected, PublicPaths.Resolve(new Uri(publicUrl), "/desk?view=mine").AbsoluteUri);

    [Theory]
    [InlineData("text/html; charset=utf-8", "<a href=\"/tro-ly/x\">")]
    [InlineData("text/plain", "<a href=\"/x\">")]
    public async Task What_is_written_to_the_pipe_of_the_body_arrives(string contentType, string expected)
    {
        var (context, body) = (new DefaultHttpContext(), new MemoryStream());
        (context.Request.PathBase, context.Response.Body, context.Response.ContentType) = (PathBase, body, contentType);
        var middleware = new PathBaseMiddleware(inner =>
        {
            inner.Response.BodyWriter.Advance(Encoding.UTF8.GetBytes("<a href=\"/x\">", inner.Response.BodyWriter.GetSpan(20)));
            return Task.CompletedTask;
        });
        await middleware.InvokeAsync(context);
        Assert.Equal(expected, Encoding.UTF8.GetString(body.ToArray()));
    }

    [Fact]
    public void Only_addresses_of_the_service_in_attributes_are_changed()
    {
        const string Page =
            """<a href="/x" title="/x">href="/y"</a><a href="//other/x"></a><a href="#x"></a><input value="/x"><b data-live="/z">""";
        Assert.Equal(
            """<a href="/p/x" title="/x">href="/y"</a><a href="//other/x"></a><a href="#x"></a><input value="/x"><b data-live="/p/z">""",
            Encoding.UTF8.GetString(PathBaseMiddleware.AddToAddresses(Encoding.UTF8.GetBytes(Page), "/p"))
        );
    }

    /// <summary>A client behind the proxy.</summary>
    private HttpClient Open(DelegatingHandler? outer = null, string prefix = PathBase, WebApplicationFactory<Program>? from = null)
    {
        DelegatingHandler[] handlers = [.. outer is null ? [] : new[] { outer }, new CookieContainerHandler(), new Proxy(prefix)];
        var http = (from ?? program).CreateDefaultClient(new Uri(PublicHost), handlers);
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return http;
    }

    private async Task<HttpResponseMessage> SignInAsync(HttpClient http, Roles roles, string returnUrl = "/desk")
    {
        var accounts = program.Services.GetRequiredService<AccountStore>();
        var created = Assert.IsType<AccountOutcome.Succeeded>(await accounts.CreateAsync("lan", "Nguyễn Thị Lan", roles, default));
        await accounts.ChoosePasswordAsync(created.Account.Id, DeskHost.Password, default);
        var page = await http.GetStringAsync(
            new Uri($"{PathBase}/desk/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", UriKind.Relative)
        );
        var fields = InputRegex()
            .Matches(page)
            .ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value));
        (fields["userName"], fields["password"]) = ("lan", DeskHost.Password);
        return await http.PostAsync(new Uri($"{PathBase}/desk/sign-in", UriKind.Relative), new FormUrlEncodedContent(fields));
    }

    /// <summary>Does what nginx does: takes the path away and tells it.</summary>
    private sealed class Proxy(string prefix) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var outside = request.RequestUri!;
            var path = outside.PathAndQuery;
            Assert.True(path.StartsWith(PathBase, StringComparison.Ordinal), $"{path} is not below the path.");
            request.RequestUri = new Uri($"http://localhost/{path[PathBase.Length..].TrimStart('/')}");
            request.Headers.TryAddWithoutValidation("X-Forwarded-Host", "example.vn");
            request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "https");
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", "198.51.100.7");
            request.Headers.TryAddWithoutValidation(PathBaseMiddleware.Header, prefix);
            var response = await base.SendAsync(request, cancellationToken);
            request.RequestUri = outside;
            return response;
        }
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex DigitRegex();

    /// <summary>Addresses of this host in any attribute but those that hold texts and values of fields.</summary>
    [GeneratedRegex(
        """\s(?!value=|data-ask=|data-text=|title=|placeholder=|content=)(?<name>[a-z-]+)="(?<address>/(?!/)[^"]*)""",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex AddressRegex();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" />""", RegexOptions.ExplicitCapture)]
    private static partial Regex InputRegex();
}

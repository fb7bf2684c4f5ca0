using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Channels;
using PolicyAssistantBot.Conversation.Guides;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Channels;

/// <summary>The printable readiness page, requested over HTTP.</summary>
public sealed class ReadinessPageTests : IAsyncLifetime
{
    private const string Good = "lang=vi&sector=it&day=2026-11-20&has=profile,quotation&missing=iso-27001";

    private WebApplication? app;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(new FakeTime());
        builder.Services.AddSingleton(TestArticles.Pipeline());
        app = builder.Build();
        app.MapReadinessPage();
        await app.StartAsync();
    }

    public async Task DisposeAsync() => await app!.DisposeAsync();

    [Theory]
    [InlineData("vi", "An ninh thông tin ISO/IEC 27001", "không phải chứng nhận", "20/11/2026", "Anh/chị đã tự đánh giá tỷ lệ lỗi")]
    [InlineData("en", "Information security ISO/IEC 27001", "not a certificate", "20 November 2026", "Have you measured defects")]
    public async Task The_link_alone_determines_the_page(string lang, string missing, string note, string day, string open)
    {
        using var response = await GetAsync(Good.Replace("lang=vi", $"lang={lang}", StringComparison.Ordinal));
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains($"<html lang=\"{lang}\">", page, StringComparison.Ordinal);
        Assert.Contains("width=device-width", page, StringComparison.Ordinal);
        Assert.All(
            new[] { missing, note, day, open },
            text => Assert.Contains(text, WebUtility.HtmlDecode(page), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_page_allows_only_its_own_style_and_is_not_cached()
    {
        using var response = await GetAsync(Good);
        var page = await response.Content.ReadAsStringAsync();
        var style = page[(page.IndexOf("<style>", StringComparison.Ordinal) + 7)..page.IndexOf("</style>", StringComparison.Ordinal)];
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();

        Assert.StartsWith($"default-src 'none'; style-src 'sha256-{hash}'; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.Equal(
            ("no-store", "no-referrer"),
            (response.Headers.CacheControl!.ToString(), response.Headers.GetValues("Referrer-Policy").Single())
        );
    }

    [Fact]
    public async Task Every_sector_that_the_dialog_writes_can_be_read_back()
    {
        foreach (var sector in Enum.GetValues<BuyerSector>())
        {
            var answers = SupplierReadiness
                .GetRequirements(sector)
                .Select((requirement, i) => (requirement.Key, i))
                .Where(asked => asked.i % 3 != 2)
                .ToDictionary(asked => asked.Key, asked => asked.i % 3 == 0, StringComparer.Ordinal);
            var result = SupplierReadiness.Evaluate(sector, answers);
            var address = ReadinessLink.Build(new ReadinessPrintout(result, Lang.Vi, new DateOnly(2026, 11, 20)));
            using var response = await Client().GetAsync(new Uri(address, UriKind.Relative));

            Assert.Equal(
                SupplierReadinessPage.Render(result, Lang.Vi, new DateOnly(2026, 11, 20), _ => null),
                await response.Content.ReadAsStringAsync()
            );
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("lang=vi")]
    [InlineData("lang=fr&sector=it&day=2026-11-20&has=&missing=")]
    [InlineData("lang=vi&sector=0&day=2026-11-20&has=&missing=")]
    [InlineData("lang=vi&sector=<script>&day=2026-11-20&has=&missing=")]
    [InlineData("lang=vi&sector=it&day=20/11/2026&has=&missing=")]
    [InlineData("lang=vi&sector=it&day=2126-11-20&has=&missing=")]
    [InlineData("lang=vi&sector=it&day=2026-11-20&has=as9100&missing=")]
    [InlineData("lang=vi&sector=it&day=2026-11-20&has=profile,&missing=")]
    [InlineData("lang=vi&sector=it&day=2026-11-20&has=profile&missing=profile")]
    [InlineData("lang=vi&sector=it&day=2026-11-20&has=<b>x</b>&missing=")]
    [InlineData("lang=vi&lang=en&sector=it&day=2026-11-20&has=&missing=")]
    [InlineData("lang=vi&sector=it&day=2026-11-20&has=profile&has=cash&missing=")]
    public async Task An_invalid_link_is_refused_in_both_languages(string query)
    {
        using var response = await GetAsync(query);
        var said = await response.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "text/plain"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains("Đường dẫn này không đúng", said, StringComparison.Ordinal);
        Assert.Contains("This link is wrong", said, StringComparison.Ordinal);
        Assert.DoesNotContain('<', said);
    }

    [Fact]
    public async Task A_checklist_without_replies_can_be_printed()
    {
        using var response = await GetAsync("lang=en&sector=food&day=2026-11-20&has=&missing=&fbclid=1");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private Task<HttpResponseMessage> GetAsync(string query) => Client().GetAsync(new Uri($"/readiness/print?{query}", UriKind.Relative));

    private HttpClient Client() => ((TestServer)app!.Services.GetRequiredService<IServer>()).CreateClient();
}

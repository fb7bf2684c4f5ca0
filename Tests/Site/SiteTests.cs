using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Site;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Site;

/// <summary>The public pages over HTTP, with invented articles. The day is 21 November 2026.</summary>
public sealed partial class SiteTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private WebApplication? app;
    private HttpClient? http;

    public async Task InitializeAsync()
    {
        WriteArticle("definitions/T1-bold.md", "T1-bold", "Chữ <đậm> & bảng", "Văn bản **đậm** <script>alert(1)</script>");
        WriteArticle("support/T2-ended.md", "T2-ended", "Hỗ trợ đã hết", "Mức cũ là một nửa.", until: "2025-12-31");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(new FakeTime());
        builder.Services.AddSingleton(provider => new ArticleStore(folder.Path, null, provider.GetRequiredService<TimeProvider>(), false));
        builder.Services.AddSingleton(provider => new LiveKnowledge(provider.GetRequiredService<ArticleStore>()));
        builder.Services.AddSingleton(provider => new AnswerPipeline(
            () => provider.GetRequiredService<LiveKnowledge>().Current,
            provider.GetRequiredService<TimeProvider>()
        ));
        builder.Services.Configure<PublicUrlOptions>(_ => { });
        builder.Services.AddRazorComponents();
        app = builder.Build();
        Assert.Empty(app.Services.GetRequiredService<ArticleStore>().Current.Problems);
        app.UseNotFoundPage();
        app.MapGuidance();
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public async Task DisposeAsync()
    {
        http?.Dispose();
        await app!.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task An_article_shows_its_text_as_html_and_markup_inside_it_as_text()
    {
        var page = await http!.GetStringAsync("/huong-dan/chu-dam-bang-t1-bold");
        Assert.Contains("Văn bản <strong>đậm</strong> &lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Chữ &lt;đậm&gt; &amp; bảng</h1>", WebUtilityDecodeLetters(page), StringComparison.Ordinal);
        Assert.DoesNotContain("<đậm>", WebUtilityDecodeLetters(page), StringComparison.Ordinal);
        Assert.Contains("""href="/en/guidance/title-of-t1-bold-t1-bold" lang="en""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ended_article_says_so_first()
    {
        var page = WebUtilityDecodeLetters(await http!.GetStringAsync("/huong-dan/ho-tro-da-het-t2-ended"));
        var warning = page.IndexOf("đã hết hiệu lực từ sau ngày 31/12/2025", StringComparison.Ordinal);
        Assert.InRange(warning, 1, page.IndexOf("<p>Mức cũ là một nửa", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_spelling_of_an_address_redirects_to_the_right_one()
    {
        using var response = await http!.GetAsync("/huong-dan/tieu-de-cu-t1-bold");
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("/huong-dan/chu-dam-bang-t1-bold", response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/huong-dan/khong-co", "Không có trang này")]
    [InlineData("/huong-dan/chu-de/khong-co", "Không có trang này")]
    [InlineData("/en/guidance/none", "This page does not exist")]
    [InlineData("/abc", "Không có trang này")]
    public async Task A_missing_page_is_answered_in_words(string address, string title)
    {
        using var response = await http!.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains($"<h1>{title}</h1>", WebUtilityDecodeLetters(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_finds_an_article_without_marks_and_shows_any_query_as_text()
    {
        var found = await http!.GetStringAsync("/huong-dan?q=ho+tro+da+het");
        Assert.Contains("/huong-dan/ho-tro-da-het-t2-ended", found, StringComparison.Ordinal);
        var attack = Uri.EscapeDataString("\"><script>alert(1)</script>" + new string('x', 5_000));
        Assert.DoesNotContain("<script>alert", await http.GetStringAsync($"/huong-dan?q={attack}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sitemap_and_the_feed_name_only_pages_that_exist()
    {
        var sitemap = XDocument.Parse(await http!.GetStringAsync("/sitemap.xml"));
        var addresses = sitemap.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).PathAndQuery).ToList();
        Assert.Contains("/en/guidance/title-of-t2-ended-t2-ended", addresses);
        var feed = XDocument.Parse(await http.GetStringAsync("/huong-dan/atom.xml"));
        addresses.AddRange(
            feed.Descendants()
                .Where(e => e.Name.LocalName == "link" && e.Attribute("rel") is null)
                .Select(e => new Uri(e.Attribute("href")!.Value).PathAndQuery)
        );
        foreach (var address in addresses.Except(["/", "/en"]))
        {
            using var response = await http.GetAsync(address);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {response.StatusCode}");
        }
    }

    /// <summary>Razor writes letters beyond Latin-1 as entities; markup stays encoded.</summary>
    private static string WebUtilityDecodeLetters(string html) =>
        EntityRegex().Replace(html, match => ((char)Convert.ToInt32(match.Groups["code"].Value, 16)).ToString());

    [GeneratedRegex("&#x(?<code>[0-9A-F]{2,4});", RegexOptions.ExplicitCapture)]
    private static partial Regex EntityRegex();

    private void WriteArticle(string path, string key, string title, string text, string until = "")
    {
        var file = folder.File(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(
            file,
            $$"""
            ---
            key: {{key}}
            topic: {{path.Split('/')[0]}}
            title:
              vi: '{{title}}'
              en: 'Title of {{key}}'
            questions:
              vi: ['{{title}} là gì']
              en: ['What is {{key}}']
            basis:
              - document: 80/2021/NĐ-CP
                clause: Điều 5
                from: 2021-10-15
                until:
                replacedBy:
                confidence: V1-high
                figures: []
            validity: { from: 2021-10-15, until: {{until}} }
            checked: 2026-11-21
            confidence: V1-high
            source: Thử
            owner: Sở Tài chính Hà Nội
            audience: [all]
            followUps: []
            related: []
            ---

            # Tiếng Việt

            ## Trả lời ngắn {#answer}

            {{text}}

            # English

            ## Short answer {#answer}

            {{text}}
            """
        );
    }
}

using System.Net;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Site;
using PolicyAssistantBot.Site.Errors;

namespace PolicyAssistantBot.Tests.Site;

/// <summary>The start page, contact, accessibility, and the pages for what goes wrong.</summary>
public sealed partial class SiteTests
{
    [Theory]
    [InlineData("/", Lang.Vi, "Sở Tài chính Hà Nội", "Tra cứu yêu cầu")]
    [InlineData("/en", Lang.En, "Hanoi Department of Finance", "Look up a request")]
    public async Task The_start_page_names_the_department_its_topics_and_the_ways_to_people(
        string path,
        Lang lang,
        string unit,
        string lookup
    )
    {
        var page = WebUtility.HtmlDecode(await http!.GetStringAsync(path));
        Assert.Contains($"<small>{unit}</small>", page, StringComparison.Ordinal);
        Assert.Contains($"· {unit}</title>", page, StringComparison.Ordinal);
        Assert.Contains(lookup, page, StringComparison.Ordinal);
        foreach (var topic in new[] { "definitions", "support" })
        {
            Assert.Contains(
                $"<a href=\"{SitePaths.OfTopic(topic, lang)}\">{Topics.GetName(topic)[lang]}</a>",
                page,
                StringComparison.Ordinal
            );
        }

        foreach (var link in Links(page).Where(link => link.StartsWith('/') && !link.StartsWith("/design/", StringComparison.Ordinal)))
        {
            using var response = await http.GetAsync(link);
            Assert.True(
                response.IsSuccessStatusCode || IsServedElsewhere(link),
                $"{path} links to {link}, which answers {(int)response.StatusCode}"
            );
        }
    }

    [Theory]
    [InlineData("/lien-he", "chưa được xác nhận")]
    [InlineData("/en/contact", "have not been confirmed")]
    [InlineData("/tro-nang", "WCAG 2.2")]
    [InlineData("/en/accessibility", "No user of a screen reader has tried these pages yet")]
    public async Task Contact_and_accessibility_say_what_is_not_known(string path, string expected)
    {
        var page = WebUtility.HtmlDecode(await http!.GetStringAsync(path));
        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.Single(page.Split("<h1>").Skip(1));
    }

    [Theory]
    [InlineData("/abc", "Không có trang này", "This page does not exist", "href=\"/en\"")]
    [InlineData("/en/abc", "This page does not exist", "Không có trang này", "href=\"/\"")]
    [InlineData("/desk/abc", "Không có trang này", "This page does not exist", "href=\"/desk\"")]
    public async Task A_missing_page_is_explained_in_both_languages(string path, string heading, string other, string link)
    {
        using var response = await http!.GetAsync(path);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains($"<h1>{heading}</h1>", page, StringComparison.Ordinal);
        Assert.Contains($"<h2>{other}</h2>", page, StringComparison.Ordinal);
        Assert.Contains(link, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/huong-dan", "<h1>Hệ thống gặp lỗi</h1>", "href=\"/\"")]
    [InlineData("/en/guidance", "<h1>Something went wrong</h1>", "href=\"/en\"")]
    [InlineData("/desk/cases/1", "<h2>Something went wrong</h2>", "href=\"/desk\"")]
    public void A_fault_is_explained_in_both_languages(string path, string heading, string link)
    {
        var page = WebUtility.HtmlDecode(ErrorPage.Render(path, "ref<1>"));
        Assert.Contains(heading, page, StringComparison.Ordinal);
        Assert.Contains(link, page, StringComparison.Ordinal);
        Assert.Contains("ref&lt;1&gt;", ErrorPage.Render(path, "ref<1>"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Links(string page) => page.Split(" href=\"").Skip(1).Select(part => part.Split('"')[0]);

    /// <summary>Pages of other features, which this host does not have.</summary>
    private static bool IsServedElsewhere(string link) =>
        link is "/privacy" or "/en/privacy" or "/tra-cuu" or "/en/look-up" or "/site/mark.svg";
}

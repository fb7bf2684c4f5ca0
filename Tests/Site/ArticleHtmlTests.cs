using PolicyAssistantBot.Site;

namespace PolicyAssistantBot.Tests.Site;

/// <summary>What an editor types or imports is text: neither HTML nor a script comes of it.</summary>
public sealed class ArticleHtmlTests
{
    [Theory]
    [InlineData("[xem](javascript:alert(1))")]
    [InlineData("[xem](JaVaScRiPt:alert(1))")]
    [InlineData("[xem](data:text/html,<script>alert(1)</script>)")]
    [InlineData("[xem](vbscript:x)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[xem][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    public void No_script_comes_of_it(string markdown)
    {
        var html = ArticleHtml.Render(markdown).Value;
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"data:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"vbscript:", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("[xem](https://hanoi.gov.vn/a)", "https://hanoi.gov.vn/a")]
    [InlineData("[thư](mailto:a@hanoi.gov.vn)", "mailto:a@hanoi.gov.vn")]
    [InlineData("[bài](/huong-dan/quy-mo)", "/huong-dan/quy-mo")]
    public void Links_to_pages_and_mail_stay(string markdown, string address) =>
        Assert.Contains($"href=\"{address}\"", ArticleHtml.Render(markdown).Value, StringComparison.Ordinal);
}

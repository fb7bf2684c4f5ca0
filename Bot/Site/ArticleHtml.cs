using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace PolicyAssistantBot.Site;

/// <summary>Renders the Markdown of reviewed articles as HTML. HTML inside the Markdown is shown as text.</summary>
internal static class ArticleHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public static MarkupString Render(string markdown) =>
        new(
            RemoveUnsafeLinks(Markdown.Parse(markdown, Pipeline))
                .ToHtml(Pipeline)
                // A wide table scrolls by itself on a phone instead of widening the page.
                .Replace("<table>", "<div class=\"scroll\" tabindex=\"0\" role=\"group\"><table>", StringComparison.Ordinal)
                .Replace("</table>", "</table></div>", StringComparison.Ordinal)
        );

    /// <summary>A link leads to a page, a mail or a telephone; <c>javascript:</c> and the like lose their address.</summary>
    private static MarkdownDocument RemoveUnsafeLinks(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = IsSafe(link.Url) ? link.Url : "";
        }

        foreach (var link in document.Descendants<AutolinkInline>())
        {
            link.Url = link.IsEmail || IsSafe(link.Url) ? link.Url : "";
        }

        return document;
    }

    private static bool IsSafe(string? url) =>
        url is ['/' or '#', ..]
        || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "mailto" or "tel");

    /// <summary>The text without markup, for descriptions in search engines and feeds.</summary>
    /// <param name="maxLength">In characters; a longer text ends with an ellipsis after a whole word.</param>
    public static string ToPlainText(string markdown, int maxLength)
    {
        var text = string.Join(' ', Markdown.ToPlainText(markdown, Pipeline).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= maxLength ? text : $"{text[..Math.Max(text.LastIndexOf(' ', maxLength), 1)]}…";
    }
}

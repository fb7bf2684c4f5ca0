using Markdig;
using Microsoft.AspNetCore.Components;

namespace PolicyAssistantBot.Site;

/// <summary>Renders the Markdown of reviewed articles as HTML. HTML inside the Markdown is shown as text.</summary>
internal static class ArticleHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public static MarkupString Render(string markdown) =>
        new(
            Markdown
                .ToHtml(markdown, Pipeline)
                // A wide table scrolls by itself on a phone instead of widening the page.
                .Replace("<table>", "<div class=\"scroll\" tabindex=\"0\" role=\"group\"><table>", StringComparison.Ordinal)
                .Replace("</table>", "</table></div>", StringComparison.Ordinal)
        );

    /// <summary>The text without markup, for descriptions in search engines and feeds.</summary>
    /// <param name="maxLength">In characters; a longer text ends with an ellipsis after a whole word.</param>
    public static string ToPlainText(string markdown, int maxLength)
    {
        var text = string.Join(' ', Markdown.ToPlainText(markdown, Pipeline).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= maxLength ? text : $"{text[..Math.Max(text.LastIndexOf(' ', maxLength), 1)]}…";
    }
}

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.BotFramework.Schema;

/// <summary>
/// The message that a user quotes in a reply. Teams sends it as an HTML attachment with a blockquote of
/// type <c>http://schema.skype.com/Reply</c>, or as an entity of type <c>quotedReply</c>; both become one
/// entity, which is stored with the activity.
/// </summary>
public static partial class QuotedMessage
{
    private const string EntityType = "quotedReply";
    private const int MaxLength = 2_000;

    /// <summary>
    /// Extracts the quote from the HTML copy of the text and adds it as an entity. Called once, when the activity is received.
    /// </summary>
    public static void MoveToEntity(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.Text is { } text && PlaceholderRegex().IsMatch(text))
        {
            activity.Text = PlaceholderRegex().Replace(text, "").Trim();
        }

        var html = activity.Attachments?.FirstOrDefault(attachment => attachment is { ContentType: "text/html", ContentUrl: null });
        if (
            html?.Content is null
            || GetText(activity) is not null
            || BlockquoteRegex().Match($"{html.Content}") is not { Success: true } quote
        )
        {
            return;
        }

        var inner = quote.Groups["inner"].Value;
        var preview = PreviewRegex().Match(inner) is { Success: true } previewMatch
            ? previewMatch.Groups["text"].Value
            : SenderRegex().Replace(inner, "");
        if (ToPlainText(preview) is { Length: > 0 } quoted)
        {
            activity.Entities = [.. activity.Entities ?? [], CreateEntity(quoted)];
        }
    }

    /// <summary>The quoted text; null when nothing is quoted.</summary>
    public static string? GetText(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var entity = activity.Entities?.FirstOrDefault(entity => entity?.Type == EntityType);
        return
            entity?.Properties is { } properties
            && properties.TryGetValue(EntityType, out var quote)
            && quote.ValueKind == JsonValueKind.Object
            ? ReadText(quote, "preview") ?? ReadText(quote, "text")
            : null;
    }

    private static Entity CreateEntity(string quoted) =>
        new()
        {
            Type = EntityType,
            Properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
            {
                [EntityType] = JsonSerializer.SerializeToElement(
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["preview"] = quoted }
                ),
            },
        };

    private static string? ReadText(JsonElement quote, string property) =>
        quote.TryGetProperty(property, out var text)
        && text.ValueKind == JsonValueKind.String
        && ToPlainText(text.GetString() ?? "") is { Length: > 0 } plain
            ? plain
            : null;

    private static string ToPlainText(string html)
    {
        var plain = WebUtility.HtmlDecode(TagRegex().Replace(html, " ")).Trim();
        return plain.Length > MaxLength ? plain[..MaxLength] : plain;
    }

    [GeneratedRegex(
        "<blockquote[^>]*schema\\.skype\\.com/Reply[^>]*>(?<inner>.*?)</blockquote>",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex BlockquoteRegex();

    [GeneratedRegex(
        "<(?<tag>[a-z]+)[^>]*itemprop=\"(preview|copy)\"[^>]*>(?<text>.*?)</\\k<tag>>",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PreviewRegex();

    [GeneratedRegex(
        "<strong[^>]*>.*?</strong>|<span[^>]*itemprop=\"time\"[^>]*>.*?</span>",
        RegexOptions.Singleline | RegexOptions.IgnoreCase
    )]
    private static partial Regex SenderRegex();

    [GeneratedRegex("<[^>]{0,2000}>")]
    private static partial Regex TagRegex();

    [GeneratedRegex("<quoted [^>]*/?>(</quoted>)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PlaceholderRegex();
}

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.BotFramework.Schema;

/// <summary>
/// The message that a person answers to by quoting it. Teams sends it as an HTML attachment with a blockquote of
/// type <c>http://schema.skype.com/Reply</c>, or as an entity of type <c>quotedReply</c>; both become one
/// entity, which is stored with the activity.
/// </summary>
public static partial class QuotedMessage
{
    private const string EntityType = "quotedReply";
    private const int Longest = 2_000;

    /// <summary>
    /// Takes the quote out of the HTML copy of the text and keeps it as an entity. Called once, when the activity comes in.
    /// </summary>
    public static void Keep(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.Text is { } text && Placeholder().IsMatch(text))
        {
            activity.Text = Placeholder().Replace(text, "").Trim();
        }

        var html = activity.Attachments?.FirstOrDefault(attachment => attachment is { ContentType: "text/html", ContentUrl: null });
        if (html?.Content is null || Of(activity) is not null || Blockquote().Match($"{html.Content}") is not { Success: true } quote)
        {
            return;
        }

        var inner = quote.Groups["inner"].Value;
        var preview = Preview().Match(inner) is { Success: true } said ? said.Groups["text"].Value : Sender().Replace(inner, "");
        if (Plain(preview) is { Length: > 0 } quoted)
        {
            activity.Entities = [.. activity.Entities ?? [], Entity(quoted)];
        }
    }

    /// <summary>The quoted text; null where nothing is quoted.</summary>
    public static string? Of(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var entity = activity.Entities?.FirstOrDefault(entity => entity?.Type == EntityType);
        return
            entity?.Properties is { } properties
            && properties.TryGetValue(EntityType, out var quote)
            && quote.ValueKind == JsonValueKind.Object
            ? Text(quote, "preview") ?? Text(quote, "text")
            : null;
    }

    private static Entity Entity(string quoted) =>
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

    private static string? Text(JsonElement quote, string property) =>
        quote.TryGetProperty(property, out var text)
        && text.ValueKind == JsonValueKind.String
        && Plain(text.GetString() ?? "") is { Length: > 0 } plain
            ? plain
            : null;

    private static string Plain(string html)
    {
        var plain = WebUtility.HtmlDecode(Tag().Replace(html, " ")).Trim();
        return plain.Length > Longest ? plain[..Longest] : plain;
    }

    [GeneratedRegex(
        "<blockquote[^>]*schema\\.skype\\.com/Reply[^>]*>(?<inner>.*?)</blockquote>",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Blockquote();

    [GeneratedRegex(
        "<(?<tag>[a-z]+)[^>]*itemprop=\"(preview|copy)\"[^>]*>(?<text>.*?)</\\k<tag>>",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Preview();

    [GeneratedRegex(
        "<strong[^>]*>.*?</strong>|<span[^>]*itemprop=\"time\"[^>]*>.*?</span>",
        RegexOptions.Singleline | RegexOptions.IgnoreCase
    )]
    private static partial Regex Sender();

    [GeneratedRegex("<[^>]{0,2000}>")]
    private static partial Regex Tag();

    [GeneratedRegex("<quoted [^>]*/?>(</quoted>)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}

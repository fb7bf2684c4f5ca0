using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Keeps messages below the size limit of Teams (about 100 KB, counted as UTF-16; 80 here): a longer text is split between paragraphs.
/// </summary>
internal static class MessageSplitter
{
    /// <summary>The maximum length of the JSON of an activity: 80 KB in UTF-16.</summary>
    public const int MaxCharacters = 40_960;

    /// <summary>The maximum length of the text of one part; leaves room for the rest of the JSON.</summary>
    private const int MaxPartLength = 12_000;

    public static IReadOnlyList<Activity> Split(Activity activity)
    {
        if (
            activity.Text is not { Length: > MaxPartLength } text
            || activity.Type != ActivityTypes.Message
            || SchemaJson.ToJson(activity).Length <= MaxCharacters
        )
        {
            return [activity];
        }

        var parts = SplitText(text);
        activity.Text = parts[^1];
        return [.. parts[..^1].Select(part => CreatePart(activity, part)), activity];
    }

    /// <summary>The parts of the text; joined, they are the text except for the white space between them.</summary>
    internal static List<string> SplitText(string text)
    {
        var parts = new List<string>();
        var rest = text.AsSpan().Trim();
        while (rest.Length > MaxPartLength)
        {
            var end = FindSplitPosition(rest[..MaxPartLength]);
            parts.Add(rest[..end].TrimEnd().ToString());
            rest = rest[end..].TrimStart();
        }

        parts.Add(rest.ToString());
        return parts;
    }

    /// <summary>The split position: after a paragraph, else a line, else a word, but never within a surrogate pair.</summary>
    private static int FindSplitPosition(ReadOnlySpan<char> text)
    {
        foreach (var separator in new[] { "\n\n", "\n", " " })
        {
            if (text.LastIndexOf(separator) is var index and > MaxPartLength / 4)
            {
                return index;
            }
        }

        return char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length;
    }

    /// <summary>Cards, buttons and entities are sent with the last part.</summary>
    private static Activity CreatePart(Activity whole, string text) =>
        new()
        {
            Type = whole.Type,
            Text = text,
            TextFormat = whole.TextFormat,
            Locale = whole.Locale,
            InputHint = InputHints.IgnoringInput,
            ChannelId = whole.ChannelId,
            ServiceUrl = whole.ServiceUrl,
            Conversation = whole.Conversation,
            From = whole.From,
            Recipient = whole.Recipient,
            ReplyToId = whole.ReplyToId,
            DeliveryMode = whole.DeliveryMode,
        };
}

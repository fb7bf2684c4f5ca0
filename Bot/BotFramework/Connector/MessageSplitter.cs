using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Keeps messages below the size limit of Teams (about 100 KB, counted as UTF-16; 80 here): a longer text is split between paragraphs.
/// </summary>
internal static class MessageSplitter
{
    /// <summary>Characters of an activity's JSON: 80 KB in UTF-16.</summary>
    public const int MaxCharacters = 40_960;

    /// <summary>Characters of one part's text; leaves room for the rest of the JSON.</summary>
    private const int PartLength = 12_000;

    public static IReadOnlyList<Activity> Split(Activity activity)
    {
        if (
            activity.Text is not { Length: > PartLength } text
            || activity.Type != ActivityTypes.Message
            || SchemaJson.ToJson(activity).Length <= MaxCharacters
        )
        {
            return [activity];
        }

        var parts = Parts(text);
        activity.Text = parts[^1];
        return [.. parts[..^1].Select(part => Part(activity, part)), activity];
    }

    /// <summary>The parts of the text; joined, they are the text except for the white space between them.</summary>
    internal static List<string> Parts(string text)
    {
        var parts = new List<string>();
        var rest = text.AsSpan().Trim();
        while (rest.Length > PartLength)
        {
            var end = End(rest[..PartLength]);
            parts.Add(rest[..end].TrimEnd().ToString());
            rest = rest[end..].TrimStart();
        }

        parts.Add(rest.ToString());
        return parts;
    }

    /// <summary>The split position: after a paragraph, else a line, else a word, but never within a surrogate pair.</summary>
    private static int End(ReadOnlySpan<char> piece)
    {
        foreach (var gap in new[] { "\n\n", "\n", " " })
        {
            if (piece.LastIndexOf(gap) is var place and > PartLength / 4)
            {
                return place;
            }
        }

        return char.IsHighSurrogate(piece[^1]) ? piece.Length - 1 : piece.Length;
    }

    /// <summary>Cards, buttons and entities are sent with the last part.</summary>
    private static Activity Part(Activity whole, string text) =>
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

using System.Text.Json;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>Mentions of the bot in messages. Only an entity makes a mention; text that merely looks like one is plain text.</summary>
public static class Mentions
{
    private const string EntityType = "mention";

    public static bool IsMention(Entity entity) => string.Equals(entity.Type, EntityType, StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the activity mentions its recipient.</summary>
    public static bool MentionsRecipient(Activity activity) => RecipientMentionTexts(activity).Any();

    /// <summary>Removes the mentions of the recipient from the text.</summary>
    public static void RemoveRecipientMentions(Activity activity)
    {
        if (activity.Text is not { } text)
        {
            return;
        }

        var mentionTexts = RecipientMentionTexts(activity).OfType<string>().Where(mark => mark.Length > 0).ToList();
        foreach (var mark in mentionTexts)
        {
            var index = text.IndexOf(mark, StringComparison.Ordinal);
            if (index >= 0)
            {
                text = string.Concat(text.AsSpan(0, index), text.AsSpan(index + mark.Length));
            }
        }

        if (mentionTexts.Count > 0)
        {
            activity.Text = text.Replace("&nbsp;", " ", StringComparison.Ordinal).Trim();
        }
    }

    /// <summary>The text of each mention of the recipient.</summary>
    private static IEnumerable<string?> RecipientMentionTexts(Activity activity)
    {
        foreach (var entity in (activity.Entities ?? []).OfType<Entity>())
        {
            if (
                IsMention(entity)
                && entity.Properties is { } properties
                && properties.TryGetValue("mentioned", out var mentioned)
                && ReadId(mentioned) is { } id
                && id == activity.Recipient?.Id
            )
            {
                yield return properties.TryGetValue("text", out var text) && text.ValueKind == JsonValueKind.String
                    ? text.GetString()
                    : null;
            }
        }
    }

    private static string? ReadId(JsonElement account) =>
        account.ValueKind == JsonValueKind.Object && account.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;
}

using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>Adapts activities to Teams.</summary>
internal static class TeamsShape
{
    /// <summary>Teams shows the first three.</summary>
    private const int MaxSuggestions = 3;

    public static void Apply(Activity activity)
    {
        EscapeMentions(activity);
        TrimSuggestions(activity);
        MarkCitations(activity);
        foreach (var card in CardTree.Cards(activity))
        {
            AddressRefresh(card, activity.Recipient?.Id);
        }
    }

    /// <summary>Teams refreshes the card automatically when this user views it.</summary>
    public static void AddressRefresh(JsonObject card, string? userId)
    {
        if (userId is not null && card["refresh"] is JsonObject refresh && refresh["userIds"] is null)
        {
            refresh["userIds"] = new JsonArray(userId);
        }
    }

    /// <summary>Teams refuses text that looks like a mention without a matching entity.</summary>
    private static void EscapeMentions(Activity activity)
    {
        if (activity.Text is { } text && activity.Entities?.Any(Mentions.Is) != true)
        {
            activity.Text = text.Replace("<at>", "&lt;at&gt;", StringComparison.OrdinalIgnoreCase)
                .Replace("</at>", "&lt;/at&gt;", StringComparison.OrdinalIgnoreCase);
        }
    }

    private static void TrimSuggestions(Activity activity)
    {
        if (activity.SuggestedActions is not { Actions: { } actions } suggested)
        {
            return;
        }

        suggested.Actions = [.. actions.Take(MaxSuggestions)];
        if (activity.Recipient?.Id is { } user)
        {
            suggested.To ??= [user];
        }
    }

    /// <summary>Teams shows citations only if the text contains the number of each; it also offers the reader feedback buttons.</summary>
    private static void MarkCitations(Activity activity)
    {
        if (activity.Entities?.FirstOrDefault(MessageEntity.Is) is not { } entity)
        {
            return;
        }

        var missing = Enumerable
            .Range(1, MessageEntity.Citations(entity))
            .Select(MessageEntity.Mark)
            .Where(mark => activity.Text?.Contains(mark, StringComparison.Ordinal) != true)
            .ToList();
        if (missing.Count > 0)
        {
            activity.Text = $"{activity.Text} {string.Join(' ', missing)}".TrimStart();
        }

        if ((activity.ChannelData ??= new JsonObject()) is JsonObject data && !data.ContainsKey("feedbackLoop"))
        {
            data["feedbackLoop"] = new JsonObject { ["type"] = "default" };
        }
    }
}

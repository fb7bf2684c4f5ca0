using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>Adapts activities to Teams.</summary>
internal static class TeamsFormatter
{
    /// <summary>The maximum number of suggested actions that Teams shows.</summary>
    private const int MaxSuggestedActions = 3;

    public static void Format(Activity activity)
    {
        EscapeMentions(activity);
        TrimSuggestedActions(activity);
        MarkCitations(activity);
        foreach (var card in CardTree.GetCards(activity))
        {
            SetRefreshUser(card, activity.Recipient?.Id);
        }
    }

    /// <summary>Teams refreshes the card automatically when this user views it.</summary>
    public static void SetRefreshUser(JsonObject card, string? userId)
    {
        if (userId is not null && card["refresh"] is JsonObject refresh && refresh["userIds"] is null)
        {
            refresh["userIds"] = new JsonArray(userId);
        }
    }

    /// <summary>Teams refuses text that looks like a mention without a matching entity.</summary>
    private static void EscapeMentions(Activity activity)
    {
        if (activity.Text is { } text && activity.Entities?.Any(Mentions.IsMention) != true)
        {
            activity.Text = text.Replace("<at>", "&lt;at&gt;", StringComparison.OrdinalIgnoreCase)
                .Replace("</at>", "&lt;/at&gt;", StringComparison.OrdinalIgnoreCase);
        }
    }

    private static void TrimSuggestedActions(Activity activity)
    {
        if (activity.SuggestedActions is not { Actions: { } actions } suggested)
        {
            return;
        }

        suggested.Actions = [.. actions.Take(MaxSuggestedActions)];
        if (activity.Recipient?.Id is { } user)
        {
            suggested.To ??= [user];
        }
    }

    /// <summary>Teams shows citations only if the text contains the number of each; it also offers the reader feedback buttons.</summary>
    private static void MarkCitations(Activity activity)
    {
        if (activity.Entities?.FirstOrDefault(MessageEntity.IsMessageEntity) is not { } entity)
        {
            return;
        }

        var missing = Enumerable
            .Range(1, MessageEntity.CountCitations(entity))
            .Select(MessageEntity.CitationMark)
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

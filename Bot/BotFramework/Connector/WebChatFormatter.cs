using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Adapts activities to Web Chat and the other channels. Web Chat ignores <c>Action.Execute</c>, so it is replaced by its fallback
/// <c>Action.Submit</c>; the message entity of Teams is removed, because the message itself contains the sources.
/// </summary>
internal static class WebChatFormatter
{
    public static void Format(Activity activity)
    {
        if (activity.Entities is { Count: > 0 } entities && entities.Any(MessageEntity.IsMessageEntity))
        {
            activity.Entities = entities.Where(e => !MessageEntity.IsMessageEntity(e)).ToList() is { Count: > 0 } rest ? rest : null;
        }

        foreach (var card in CardTree.GetCards(activity))
        {
            ReplaceExecuteActions(card);
        }
    }

    /// <summary>The card without <c>Action.Execute</c> and <c>refresh</c>.</summary>
    public static void ReplaceExecuteActions(JsonObject card)
    {
        card.Remove("refresh");
        foreach (var action in CardTree.DescendantObjects(card).Where(o => CardTree.ReadType(o) == CardTree.ExecuteAction).ToList())
        {
            action["type"] = CardTree.SubmitAction;
            action.Remove("verb");
            action.Remove("fallback");
        }
    }
}

using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Adapts activities to Web Chat and the other channels. Web Chat ignores <c>Action.Execute</c>, so it is replaced by its fallback
/// <c>Action.Submit</c>; the message entity of Teams is removed, because the message itself contains the sources.
/// </summary>
internal static class WebShape
{
    public static void Apply(Activity activity)
    {
        if (activity.Entities is { Count: > 0 } entities && entities.Any(MessageEntity.Is))
        {
            activity.Entities = entities.Where(e => !MessageEntity.Is(e)).ToList() is { Count: > 0 } rest ? rest : null;
        }

        foreach (var card in CardTree.Cards(activity))
        {
            Rewrite(card);
        }
    }

    /// <summary>The card without <c>Action.Execute</c> and <c>refresh</c>.</summary>
    public static void Rewrite(JsonObject card)
    {
        card.Remove("refresh");
        foreach (var action in CardTree.Objects(card).Where(o => CardTree.Type(o) == CardTree.Execute).ToList())
        {
            action["type"] = CardTree.Submit;
            action.Remove("verb");
            action.Remove("fallback");
        }
    }
}

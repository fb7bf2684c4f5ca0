using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// What Web Chat and the other channels draw: it does nothing on <c>Action.Execute</c>, so that becomes the <c>Action.Submit</c> it
/// falls back to; the message entity of Teams goes, because the sources stand in the message itself.
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

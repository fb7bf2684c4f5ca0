using System.Text;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.CommandLine.Evaluation;

/// <summary>
/// The text of a reply as a reader sees it: the texts of its activities and the text blocks of its cards, without buttons.
/// </summary>
internal static class ReplyText
{
    /// <param name="includesHidden">Includes the parts of cards that are hidden until a click.</param>
    public static string Of(IEnumerable<Activity> reply, bool includesHidden)
    {
        var text = new StringBuilder();
        foreach (var activity in reply)
        {
            text.Append(activity.Text).Append('\n');
            foreach (var attachment in activity.Attachments ?? [])
            {
                AppendNode(attachment.Content, includesHidden, text);
            }
        }

        return text.ToString();
    }

    private static void AppendNode(JsonNode? node, bool includesHidden, StringBuilder text)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                AppendNode(item, includesHidden, text);
            }
        }
        else if (node is JsonObject element && (includesHidden || element["isVisible"]?.ToString() is not "false"))
        {
            if (element["type"]?.ToString() is "TextBlock" or "TextRun")
            {
                text.Append(element["text"]?.ToString()).Append('\n');
            }

            foreach (var fact in element["facts"] as JsonArray ?? [])
            {
                text.Append(fact?["title"]?.ToString()).Append(' ').Append(fact?["value"]?.ToString()).Append('\n');
            }

            foreach (var part in (ReadOnlySpan<string>)["body", "items", "columns", "rows", "cells", "inlines"])
            {
                AppendNode(element[part], includesHidden, text);
            }

            if (includesHidden)
            {
                AppendNode(element["card"], includesHidden, text);
                AppendNode(element["actions"], includesHidden, text);
            }
        }
    }
}

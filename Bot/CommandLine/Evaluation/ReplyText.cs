using System.Text;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.CommandLine.Evaluation;

/// <summary>
/// The text of a reply as a reader sees it: the texts of its activities and the text blocks of its cards, without buttons.
/// </summary>
internal static class ReplyText
{
    /// <param name="withHidden">Includes the parts of cards that are hidden until a click.</param>
    public static string Of(IEnumerable<Activity> reply, bool withHidden)
    {
        var text = new StringBuilder();
        foreach (var activity in reply)
        {
            text.Append(activity.Text).Append('\n');
            foreach (var attachment in activity.Attachments ?? [])
            {
                Add(attachment.Content, withHidden, text);
            }
        }

        return text.ToString();
    }

    private static void Add(JsonNode? node, bool withHidden, StringBuilder text)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                Add(item, withHidden, text);
            }
        }
        else if (node is JsonObject element && (withHidden || element["isVisible"]?.ToString() is not "false"))
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
                Add(element[part], withHidden, text);
            }

            if (withHidden)
            {
                Add(element["card"], withHidden, text);
                Add(element["actions"], withHidden, text);
            }
        }
    }
}

using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>Reads a typed answer to the question for a field.</summary>
internal static class FieldAnswer
{
    /// <param name="values">What each of the choices stands for; empty when the field is typed.</param>
    /// <returns>The value to keep; empty when it was skipped; null when it names none of the choices.</returns>
    public static string? Read(RequestField field, string answer, IList<Choice>? choices, IReadOnlyList<string> values, ReplyPolicy replies)
    {
        if (field.Input == FieldInput.Tick)
        {
            return replies.IsYes(answer) switch
            {
                true => "true",
                false => "",
                null => null,
            };
        }

        if (replies.IsSkip(answer))
        {
            return "";
        }

        return values.Count == 0 ? answer
            : Choices.Recognize(answer, choices ?? []) is { } found ? values.ElementAtOrDefault(found.Index) ?? found.Value
            : field.TakesOtherWords ? answer
            : null;
    }

    /// <summary>The field that a wish such as "sửa số điện thoại" names; null when it names none. The longest name wins.</summary>
    public static RequestField? Named(RequestFieldList fields, string? text)
    {
        var folded = $" {Fold(text ?? "")} ";
        return (
            from field in fields.Asked
            from word in field.Synonyms
            where folded.Contains($" {word} ", StringComparison.Ordinal)
            orderby word.Length descending
            select field
        ).FirstOrDefault();
    }

    private static string Fold(string text) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));
}

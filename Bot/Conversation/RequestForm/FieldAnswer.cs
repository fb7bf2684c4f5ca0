using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>Reads a typed answer to the question for a field.</summary>
internal static class FieldAnswer
{
    /// <param name="choiceValues">The value of each choice; empty when the field is typed.</param>
    /// <returns>The value to store; empty when the field was skipped; null when the answer is none of the choices.</returns>
    public static string? Read(
        RequestField field,
        string answer,
        IList<Choice>? choices,
        IReadOnlyList<string> choiceValues,
        ReplyPolicy replies
    )
    {
        if (field.Input == FieldInput.Checkbox)
        {
            return replies.IsYes(answer) switch
            {
                true => "true",
                false => "",
                null => null,
            };
        }

        if (replies.IsSkip(answer) || (!field.IsFreeText && replies.IsLack(answer)))
        {
            return "";
        }

        return choiceValues.Count == 0 ? answer
            : Choices.Recognize(answer, choices ?? []) is { } found ? choiceValues.ElementAtOrDefault(found.Index) ?? found.Value
            : field.AllowsOtherValues ? answer
            : null;
    }

    /// <summary>
    /// The field that a text such as "sửa số điện thoại" (change the phone number) names; null when it names none. The longest name wins.
    /// </summary>
    public static RequestField? FindNamedField(RequestFieldList fields, string? text)
    {
        var folded = $" {Fold(text ?? "")} ";
        return (
            from field in fields.InputFields
            from word in field.Synonyms
            where folded.Contains($" {word} ", StringComparison.Ordinal)
            orderby word.Length descending
            select field
        ).FirstOrDefault();
    }

    private static string Fold(string text) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));
}

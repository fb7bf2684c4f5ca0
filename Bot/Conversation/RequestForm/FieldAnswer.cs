using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>Reads a typed answer to the question for a field.</summary>
internal static class FieldAnswer
{
    private static readonly string[] Skips =
    [
        "bo qua",
        "skip",
        "khong co",
        "chua co",
        "khong",
        "khong biet",
        "ko",
        "ko co",
        "no",
        "none",
        "nothing",
        "not available",
        "n a",
        "i do not know",
    ];

    /// <param name="values">What each of the choices stands for; empty when the field is typed.</param>
    /// <returns>The value to keep; empty when it was skipped; null when it names none of the choices.</returns>
    public static string? Read(RequestField field, string answer, IList<Choice>? choices, IReadOnlyList<string> values)
    {
        if (field.Input == FieldInput.Tick)
        {
            return YesNo.Read(answer) switch
            {
                true => "true",
                false => "",
                null => null,
            };
        }

        if (IsSkip(answer))
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

    /// <summary>Whether a field takes these words as its answer although they are a command elsewhere.</summary>
    public static bool IsSkip(string answer) => Skips.Contains(Fold(answer), StringComparer.Ordinal);

    private static string Fold(string text) => string.Join(' ', VietnameseText.Words(VietnameseText.Fold(text)));
}

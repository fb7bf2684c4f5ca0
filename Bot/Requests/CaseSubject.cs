using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Requests;

/// <summary>The first words of a request: what lists, titles and cards call it.</summary>
internal static class CaseSubject
{
    private const int MaxLength = 90;

    /// <summary>Empty when there is no content, for instance because it was erased.</summary>
    public static string From(RequestDraft facts) => Shorten(facts.Content ?? facts.Question);

    /// <summary>One line of at most <see cref="MaxLength"/> characters and an ellipsis, which ends between words if possible.</summary>
    public static string Shorten(string? content)
    {
        var text = RequestField.CollapseWhiteSpace(content ?? "");
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', MaxLength - 1);
        var end =
            space > MaxLength / 2 ? space
            : char.IsHighSurrogate(text[MaxLength - 2]) ? MaxLength - 2
            : MaxLength - 1;
        return text[..end].TrimEnd(',', ';', '.', ':') + "…";
    }
}

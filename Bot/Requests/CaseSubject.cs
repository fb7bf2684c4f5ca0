using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Requests;

/// <summary>The first words of a request: what lists and titles call it.</summary>
internal static partial class CaseSubject
{
    private const int MaxLength = 90;

    /// <summary>Empty when there is no content, for instance because it was erased.</summary>
    public static string From(RequestDraft facts)
    {
        var text = SpaceRegex().Replace(facts.Content ?? facts.Question ?? "", " ").Trim();
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', MaxLength - 1);
        return text[..(end > MaxLength / 2 ? end : MaxLength - 1)].TrimEnd(',', ';', '.', ':') + "…";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex SpaceRegex();
}

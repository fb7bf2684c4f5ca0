using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Desk.Cases;

/// <summary>What a case is called: its enterprise and the first words of the request.</summary>
internal static class CaseSubject
{
    private const int MaxLength = 80;

    public static string FormatTitle(SupportRequest request, Lang lang) =>
        (request.Facts.EnterpriseName, Shorten(request.Facts.Content)) is ({ Length: > 0 } enterprise, { Length: > 0 } subject)
            ? ReplyBarTexts.CaseTitle.With(lang, enterprise, subject, request.CaseNumber)
            : request.CaseNumber;

    /// <summary>The first sentence or line, cut between words.</summary>
    public static string Shorten(string? content)
    {
        var text = (content ?? "").Trim();
        var line = text.Split('\n', 2)[0].Trim();
        var end = line.IndexOfAny(['.', '?', '!', ';']);
        var sentence = end > 0 && end < MaxLength ? line[..(line[end] is '?' or '!' ? end + 1 : end)] : line;
        if (sentence.Length <= MaxLength)
        {
            return sentence;
        }

        var cut = sentence.LastIndexOf(' ', MaxLength);
        return $"{sentence[..(cut > 0 ? cut : MaxLength)].TrimEnd(',', ':', ' ')}…";
    }
}

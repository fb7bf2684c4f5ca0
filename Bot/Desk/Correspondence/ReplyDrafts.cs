using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Correspondence;

/// <summary>Drafts for officials, in the asker's language. None is sent automatically.</summary>
internal static class ReplyDrafts
{
    /// <summary>A request for more: the fields and the papers that were ticked, by name, then the official's own words.</summary>
    public static string ComposeInformationRequest(
        IEnumerable<RequestField> missing,
        IEnumerable<LocalizedText> papers,
        string text,
        Lang lang
    )
    {
        var lists = new[]
        {
            ComposeList(CaseWorkTexts.MissingIntro[lang], missing.Select(field => field.DeskLabel[lang])),
            ComposeList(ReplyBarTexts.PapersIntro[lang], papers.Select(paper => paper[lang])),
        };
        var ticked = lists.OfType<string>().ToList();
        return ticked.Count == 0 ? text : string.Join("\n\n", [.. ticked, text.Trim()]).Trim();
    }

    private static string? ComposeList(string intro, IEnumerable<string> items) =>
        items.Select(item => $"- {item}").ToList() is { Count: > 0 } lines ? $"{intro}\n{string.Join('\n', lines)}" : null;

    /// <summary>A template with the case's values in it.</summary>
    public static string FillTemplate(ReplyTemplate template, SupportRequest request, RequestOptions options, string official) =>
        Fill(template.Text[LanguageOf(request)], request, options, official).Trim();

    /// <summary>A text with the case's values instead of the fields in braces.</summary>
    public static string Fill(string text, SupportRequest request, RequestOptions options, string official)
    {
        var lang = LanguageOf(request);
        return ReplyTemplates.Fill(
            text,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["case"] = request.CaseNumber,
                ["enterprise"] = request.Facts.EnterpriseName,
                ["contact"] = request.Facts.ContactName,
                ["ward"] = request.Facts.WardName,
                ["unit"] = lang == Lang.En ? options.UnitEn : options.UnitVi,
                ["official"] = official,
                ["due"] = request.Deadlines?.Find(DeadlineDefinitions.Resolution.Key)?.DueAt is { } due
                    ? LocalFormat.Time(due, lang)
                    : null,
            }
        );
    }

    /// <summary>The language that the asker reads.</summary>
    public static Lang LanguageOf(SupportRequest request) => LangCodes.Parse(request.Facts.Language) ?? Lang.Vi;

    /// <summary>Appends a text to what was typed.</summary>
    public static string Append(string enteredText, string addition) =>
        enteredText.Trim().Length == 0 ? addition : $"{enteredText.Trim()}\n\n{addition}";
}

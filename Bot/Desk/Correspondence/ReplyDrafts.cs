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
    /// <summary>A request for more information: the fields that were ticked, by name, then the official's own words.</summary>
    public static string ComposeInformationRequest(IEnumerable<RequestField> missing, string text, Lang lang)
    {
        var fieldLines = missing.Select(field => $"- {field.DeskLabel[lang]}").ToList();
        return fieldLines.Count == 0
            ? text
            : $"{CaseWorkTexts.MissingIntro[lang]}\n{string.Join('\n', fieldLines)}\n\n{text.Trim()}".Trim();
    }

    /// <summary>A template with the case's values in it.</summary>
    public static string FillTemplate(ReplyTemplate template, SupportRequest request, RequestOptions options, string official)
    {
        var lang = LangCodes.Parse(request.Facts.Language) ?? Lang.Vi;
        return ReplyTemplates
            .Fill(
                template.Text[lang],
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
            )
            .Trim();
    }

    /// <summary>Appends a text to what was typed.</summary>
    public static string Append(string enteredText, string addition) =>
        enteredText.Trim().Length == 0 ? addition : $"{enteredText.Trim()}\n\n{addition}";
}

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
    public static string AskBack(IEnumerable<RequestField> missing, string text, Lang lang)
    {
        var named = missing.Select(field => $"- {field.DeskLabel[lang]}").ToList();
        return named.Count == 0 ? text : $"{WorkTexts.MissingIntro[lang]}\n{string.Join('\n', named)}\n\n{text.Trim()}".Trim();
    }

    /// <summary>A template with the case's values in it.</summary>
    public static string Fill(ReplyTemplate template, SupportRequest request, RequestOptions options, string official)
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
                    ["due"] = request.Clocks?.Find(DeadlineDefinitions.Resolution.Key)?.DueAt is { } due
                        ? LocalFormat.Time(due, lang)
                        : null,
                }
            )
            .Trim();
    }

    /// <summary>Appends a text to what was typed.</summary>
    public static string Append(string typed, string more) => typed.Trim().Length == 0 ? more : $"{typed.Trim()}\n\n{more}";
}

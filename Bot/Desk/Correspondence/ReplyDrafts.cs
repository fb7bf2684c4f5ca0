using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Correspondence;

/// <summary>A fact that the asker did not give and can be asked for by name.</summary>
internal enum MissingFact
{
    Sector,
    InsuredEmployees,
    Revenue,
    Capital,
    Phone,
    Email,
}

/// <summary>Texts that officials start from. All are in the asker's language, and none is sent by itself.</summary>
internal static class ReplyDrafts
{
    public static IReadOnlyList<MissingFact> MissingIn(RequestDraft facts) =>
        [
            .. new (MissingFact Fact, bool IsMissing)[]
            {
                (MissingFact.Sector, Sectors.Find(facts.Sector ?? "") is null),
                (MissingFact.InsuredEmployees, facts.InsuredEmployees is null),
                (MissingFact.Revenue, facts.Revenue is null),
                (MissingFact.Capital, facts.Capital is null),
                (MissingFact.Phone, string.IsNullOrEmpty(facts.Phone)),
                (MissingFact.Email, string.IsNullOrEmpty(facts.Email)),
            }
                .Where(f => f.IsMissing)
                .Select(f => f.Fact),
        ];

    public static LocalizedText NameOf(MissingFact fact) =>
        fact switch
        {
            MissingFact.Sector => DeskTexts.Sector,
            MissingFact.InsuredEmployees => DeskTexts.Employees,
            MissingFact.Revenue => DeskTexts.Revenue,
            MissingFact.Capital => DeskTexts.Capital,
            MissingFact.Phone => DeskTexts.Phone,
            _ => DeskTexts.Email,
        };

    /// <summary>What is asked back: the facts that were ticked by name, then the official's own words.</summary>
    public static string AskBack(IEnumerable<MissingFact> missing, string text, Lang lang)
    {
        var named = missing.Select(fact => $"- {NameOf(fact)[lang]}").ToList();
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
                    ["due"] = request.Clocks?.Resolution.DueAt is { } due ? DeskFormat.Time(due, lang) : null,
                }
            )
            .Trim();
    }

    /// <summary>Adds to what was typed already.</summary>
    public static string Append(string typed, string more) => typed.Trim().Length == 0 ? more : $"{typed.Trim()}\n\n{more}";
}

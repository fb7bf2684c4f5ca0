using System.Globalization;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Desk;

/// <summary>How the desk's pages write people, amounts and refusals.</summary>
internal static class DeskFormat
{
    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public static string? Amount(decimal? vnd, Lang lang) => vnd is { } given ? LocalFormat.Amount(given, lang) : null;

    /// <summary>A tax code in a list: one of twelve digits is a person's identification number (a household business), of which a list
    /// shows the end.</summary>
    public static string InList(string taxCode) => taxCode.Length == 12 ? $"…{taxCode[^3..]}" : taxCode;

    /// <summary>Who did something, as officials see it.</summary>
    public static string Who(RequestEvent entry, Lang lang) =>
        entry.Who switch
        {
            { Kind: ActorKind.Official, Name: { } name } => name,
            { Kind: ActorKind.Asker } => DeskTexts.Asker[lang],
            _ => DeskTexts.System[lang],
        };

    public static string Explain(Refusal refusal, Lang lang) =>
        refusal switch
        {
            Refusal.Stale => DeskTexts.Stale[lang],
            Refusal.OwnedBy { Name: var name } => DeskTexts.OwnedBy.With(lang, name),
            Refusal.NotTaken => DeskTexts.NotTaken[lang],
            Refusal.NotFrom { Status: var status } => DeskTexts.NotFrom.With(lang, DeskTexts.Of(status)[lang]),
            Refusal.TextTooLong { Max: var max } => DeskTexts.TextTooLong.With(lang, LocalFormat.Number(max, lang)),
            Refusal.UnfitTarget => DeskTexts.UnfitTarget[lang],
            Refusal.UnknownColleague => WorkTexts.UnknownColleague[lang],
            Refusal.UnknownTeam => WorkTexts.UnknownTeam[lang],
            _ => DeskTexts.TextMissing[lang],
        };
}

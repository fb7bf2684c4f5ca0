using System.Globalization;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Desk;

/// <summary>Times, numbers and amounts as people write them in each language; times are Vietnam's.</summary>
internal static class DeskFormat
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    private static readonly NumberFormatInfo Dots = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    public static string Time(DateTimeOffset at, Lang lang) =>
        at.ToOffset(Vietnam).ToString(lang == Lang.En ? "d MMM yyyy HH:mm" : "dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day, Lang lang) =>
        day.ToString(lang == Lang.En ? "d MMM yyyy" : "dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public static string Number(decimal value, Lang lang) =>
        value.ToString("#,0.##", lang == Lang.En ? NumberFormatInfo.InvariantInfo : Dots);

    public static string? Amount(decimal? value, Lang lang) =>
        value switch
        {
            null => null,
            { } vnd when lang == Lang.En => $"VND {Number(vnd, lang)}",
            { } vnd => $"{Number(vnd, lang)} đồng",
        };

    /// <summary>A tax code in a list: one of twelve digits is a person's identification number (a household business), of which a list shows the end.</summary>
    public static string InList(string taxCode) => taxCode.Length == 12 ? $"…{taxCode[^3..]}" : taxCode;

    public static string Fill(LocalizedText format, Lang lang, object value) =>
        string.Format(CultureInfo.InvariantCulture, format[lang], value);

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
            Refusal.OwnedBy { Name: var name } => Fill(DeskTexts.OwnedBy, lang, name),
            Refusal.NotTaken => DeskTexts.NotTaken[lang],
            Refusal.NotFrom { Status: var status } => Fill(DeskTexts.NotFrom, lang, DeskTexts.Of(status)[lang]),
            Refusal.TextTooLong { Max: var max } => Fill(DeskTexts.TextTooLong, lang, Number(max, lang)),
            Refusal.UnfitTarget => DeskTexts.UnfitTarget[lang],
            Refusal.UnknownColleague => WorkTexts.UnknownColleague[lang],
            Refusal.UnknownTeam => WorkTexts.UnknownTeam[lang],
            _ => DeskTexts.TextMissing[lang],
        };
}

using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Rules.Places;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Clocks;
using PolicyAssistantBot.Requests.Routing;

namespace PolicyAssistantBot.Desk.Texts;

/// <summary>Deadlines and routing in words.</summary>
internal static class DeadlineText
{
    public static string Of(CaseClock clock, WorkingHours hours, DateTimeOffset now, Lang lang) =>
        clock switch
        {
            { StoppedAt: { } stopped, DueAt: { } due } when stopped > due => Fill(
                WorkTexts.DoneLate,
                lang,
                DeskFormat.Time(stopped, lang),
                DeskFormat.Time(due, lang)
            ),
            { StoppedAt: { } stopped } => Fill(WorkTexts.DoneInTime, lang, DeskFormat.Time(stopped, lang)),
            { DueAt: { } due } when due < now => Fill(
                WorkTexts.DueLate,
                lang,
                DeskFormat.Time(due, lang),
                Span(hours.Between(due, now), hours, lang)
            ),
            { DueAt: { } due } => Fill(WorkTexts.DueLeft, lang, DeskFormat.Time(due, lang), Span(hours.Between(now, due), hours, lang)),
            _ => WorkTexts.Paused[lang],
        };

    /// <summary>The next deadline; null when no clock runs.</summary>
    public static string? Next(SupportRequest request, WorkingHours hours, DateTimeOffset now, Lang lang) =>
        request.Clocks?.Next is { } next ? Of(next, hours, now, lang) : null;

    public static string Span(TimeSpan working, WorkingHours hours, Lang lang) =>
        working >= hours.PerDay
            ? Fill(WorkTexts.WorkingDays, lang, DeskFormat.Number(Math.Round((decimal)(working / hours.PerDay), 1), lang))
        : working >= TimeSpan.FromHours(1)
            ? Fill(WorkTexts.WorkingHours, lang, DeskFormat.Number(Math.Round((decimal)working.TotalHours, 1), lang))
        : Fill(WorkTexts.WorkingMinutes, lang, DeskFormat.Number(Math.Ceiling((decimal)working.TotalMinutes), lang));

    /// <summary>Where a case went and why, in one sentence.</summary>
    public static string Explain(RoutingDecision routing, Lang lang) =>
        routing switch
        {
            { By: { } by } => Fill(WorkTexts.RoutedBy, lang, routing.TeamName[lang], by),
            { Because.Count: 0 } => Fill(WorkTexts.RoutedFallback, lang, routing.TeamName[lang]),
            _ => Fill(
                WorkTexts.RoutedBecause,
                lang,
                routing.TeamName[lang],
                routing
                    .Because.Select(reason => Fill(WorkTexts.Of(reason.Field), lang, ValueOf(reason, lang)))
                    .Aggregate((all, next) => Fill(WorkTexts.And, lang, all, next))
            ),
        };

    public static string Fill(LocalizedText format, Lang lang, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, format[lang], values);

    private static string ValueOf(RoutingReason reason, Lang lang) =>
        reason.Field switch
        {
            RoutingField.Kind when Enum.TryParse<RequestKind>(reason.Value, out var kind) => DeskTexts.Of(kind)[lang],
            RoutingField.Size when Enum.TryParse<EnterpriseSize>(reason.Value, out var size) => DeskTexts.Of(size)[lang],
            RoutingField.Sector => Sectors.All.FirstOrDefault(sector => sector.Code == reason.Value)?.Name[lang] ?? reason.Value,
            RoutingField.Ward => Wards.ByCode(reason.Value)?.FullName[lang] ?? reason.Value,
            _ => reason.Value,
        };
}

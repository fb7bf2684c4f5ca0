using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Rules.Places;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Routing;

namespace PolicyAssistantBot.Desk.Texts;

/// <summary>Deadlines and routing in words.</summary>
internal static class DeadlineText
{
    public static string Of(CaseDeadline clock, WorkingHours hours, DateTimeOffset now, Lang lang) =>
        clock switch
        {
            { StoppedAt: { } stopped, DueAt: { } due } when stopped > due => WorkTexts.DoneLate.With(
                lang,
                LocalFormat.Time(stopped, lang),
                LocalFormat.Time(due, lang)
            ),
            { StoppedAt: { } stopped } => WorkTexts.DoneInTime.With(lang, LocalFormat.Time(stopped, lang)),
            { DueAt: { } due } when due < now => WorkTexts.DueLate.With(
                lang,
                LocalFormat.Time(due, lang),
                Span(hours.Between(due, now), hours, lang)
            ),
            { DueAt: { } due } => WorkTexts.DueLeft.With(lang, LocalFormat.Time(due, lang), Span(hours.Between(now, due), hours, lang)),
            _ => WorkTexts.Paused[lang],
        };

    /// <summary>The next deadline; null when no clock runs.</summary>
    public static string? Next(SupportRequest request, WorkingHours hours, DateTimeOffset now, Lang lang) =>
        request.Clocks?.Next is { } next ? Of(next, hours, now, lang) : null;

    public static string Of(TimeLimit allowance, Lang lang) =>
        (allowance.IsDays ? WorkTexts.WorkingDays : WorkTexts.WorkingHours).With(lang, LocalFormat.Number(allowance.Amount, lang));

    public static string Span(TimeSpan working, WorkingHours hours, Lang lang) =>
        working >= hours.PerDay
            ? WorkTexts.WorkingDays.With(lang, LocalFormat.Number(Math.Round((decimal)(working / hours.PerDay), 1), lang))
        : working >= TimeSpan.FromHours(1)
            ? WorkTexts.WorkingHours.With(lang, LocalFormat.Number(Math.Round((decimal)working.TotalHours, 1), lang))
        : WorkTexts.WorkingMinutes.With(lang, LocalFormat.Number(Math.Ceiling((decimal)working.TotalMinutes), lang));

    /// <summary>Where a case went and why, in one sentence.</summary>
    public static string Explain(RoutingDecision routing, Lang lang) =>
        routing switch
        {
            { By: { } by } => WorkTexts.RoutedBy.With(lang, routing.TeamName[lang], by),
            { Because.Count: 0 } => WorkTexts.RoutedFallback.With(lang, routing.TeamName[lang]),
            _ => WorkTexts.RoutedBecause.With(
                lang,
                routing.TeamName[lang],
                routing
                    .Because.Select(reason => WorkTexts.Of(reason.Field).With(lang, ValueOf(reason, lang)))
                    .Aggregate((all, next) => WorkTexts.And.With(lang, all, next))
            ),
        };

    private static string ValueOf(RoutingReason reason, Lang lang) =>
        reason.Field switch
        {
            RoutingField.Kind when Enum.TryParse<RequestKind>(reason.Value, out var kind) => DeskTexts.Of(kind)[lang],
            RoutingField.Size when Enum.TryParse<EnterpriseSize>(reason.Value, out var size) => DeskTexts.Of(size)[lang],
            RoutingField.Sector => Sectors.All.FirstOrDefault(sector => sector.Code == reason.Value)?.Name[lang] ?? reason.Value,
            RoutingField.Ward => Wards.FindByCode(reason.Value)?.FullName[lang] ?? reason.Value,
            _ => reason.Value,
        };
}

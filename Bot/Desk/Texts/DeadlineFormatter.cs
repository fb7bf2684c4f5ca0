using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Rules.Places;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Routing;

namespace PolicyAssistantBot.Desk.Texts;

/// <summary>Deadlines and routing in words.</summary>
internal static class DeadlineFormatter
{
    public static string Format(CaseDeadline deadline, WorkingHours hours, DateTimeOffset now, Lang lang) =>
        deadline switch
        {
            { StoppedAt: { } stopped, DueAt: { } due } when stopped > due => CaseWorkTexts.DoneLate.With(
                lang,
                LocalFormat.Time(stopped, lang),
                LocalFormat.Time(due, lang)
            ),
            { StoppedAt: { } stopped } => CaseWorkTexts.DoneOnTime.With(lang, LocalFormat.Time(stopped, lang)),
            { DueAt: { } due } when due < now => CaseWorkTexts.OverdueBy.With(
                lang,
                LocalFormat.Time(due, lang),
                FormatDuration(hours.GetWorkingTimeBetween(due, now), hours, lang)
            ),
            { DueAt: { } due } => CaseWorkTexts.TimeLeft.With(
                lang,
                LocalFormat.Time(due, lang),
                FormatDuration(hours.GetWorkingTimeBetween(now, due), hours, lang)
            ),
            _ => CaseWorkTexts.Paused[lang],
        };

    /// <summary>The working time until or since a deadline, and the hour of one that ends today.</summary>
    public static string FormatRemaining(DateTimeOffset dueAt, WorkingHours hours, DateTimeOffset now, Lang lang) =>
        dueAt < now ? CaseWorkTexts.RemainingLate.With(lang, FormatDuration(hours.GetWorkingTimeBetween(dueAt, now), hours, lang))
        : HanoiTime.DayOf(dueAt) == HanoiTime.DayOf(now)
            ? CaseWorkTexts.TodayAt.With(lang, dueAt.ToHanoi().ToString("HH:mm", CultureInfo.InvariantCulture))
        : CaseWorkTexts.RemainingLeft.With(lang, FormatDuration(hours.GetWorkingTimeBetween(now, dueAt), hours, lang));

    /// <summary>The next deadline; null when no deadline runs.</summary>
    public static string? FormatNext(SupportRequest request, WorkingHours hours, DateTimeOffset now, Lang lang) =>
        request.Deadlines?.Next is { } nextDeadline ? Format(nextDeadline, hours, now, lang) : null;

    public static string Format(TimeLimit timeLimit, Lang lang) =>
        (timeLimit.IsDays ? CaseWorkTexts.DaysUnit : CaseWorkTexts.HoursUnit).With(lang, LocalFormat.Number(timeLimit.Amount, lang));

    public static string FormatDuration(TimeSpan workingTime, WorkingHours hours, Lang lang) =>
        workingTime >= hours.WorkingTimePerDay
            ? FormatAmount(
                Math.Round((decimal)(workingTime / hours.WorkingTimePerDay), 1),
                CaseWorkTexts.DayUnit,
                CaseWorkTexts.DaysUnit,
                lang
            )
        : workingTime >= TimeSpan.FromHours(1)
            ? FormatAmount(Math.Round((decimal)workingTime.TotalHours, 1), CaseWorkTexts.HourUnit, CaseWorkTexts.HoursUnit, lang)
        : FormatAmount(Math.Ceiling((decimal)workingTime.TotalMinutes), CaseWorkTexts.MinuteUnit, CaseWorkTexts.MinutesUnit, lang);

    private static string FormatAmount(decimal amount, LocalizedText one, LocalizedText many, Lang lang) =>
        amount == 1 ? one[lang] : many.With(lang, LocalFormat.Number(amount, lang));

    /// <summary>Where a case went and why, in one sentence.</summary>
    public static string ExplainRouting(RoutingDecision routing, Lang lang) =>
        routing switch
        {
            { MovedBy: { } officialName } => CaseWorkTexts.MovedByOfficial.With(lang, routing.TeamName[lang], officialName),
            { Reasons.Count: 0 } => CaseWorkTexts.RoutedFallback.With(lang, routing.TeamName[lang]),
            _ => CaseWorkTexts.RoutedForReasons.With(
                lang,
                routing.TeamName[lang],
                routing
                    .Reasons.Select(reason => FormatReason(reason, lang))
                    .Aggregate((all, next) => CaseWorkTexts.JoinWithAnd.With(lang, all, next))
            ),
        };

    public static string FormatReason(RoutingReason reason, Lang lang) =>
        CaseWorkTexts.LabelOf(reason.Field).With(lang, FormatValue(reason, lang));

    private static string FormatValue(RoutingReason reason, Lang lang) =>
        reason.Field switch
        {
            RoutingField.Kind when Enum.TryParse<RequestKind>(reason.Value, out var kind) => DeskTexts.LabelOf(kind)[lang],
            RoutingField.Size when Enum.TryParse<EnterpriseSize>(reason.Value, out var size) => DeskTexts.LabelOf(size)[lang],
            RoutingField.Sector => Sectors.All.FirstOrDefault(sector => sector.Code == reason.Value)?.Name[lang] ?? reason.Value,
            RoutingField.Ward => Wards.FindByCode(reason.Value)?.FullName[lang] ?? reason.Value,
            _ => reason.Value,
        };
}

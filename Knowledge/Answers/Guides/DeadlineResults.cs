using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>The day on which a period of working days ends.</summary>
internal static class DeadlineResults
{
    private const string ExplainingArticleKey = "F6-deadlines-working-days";

    public static GuideResult Describe(Guide guide, Lang lang)
    {
        if (guide.StartDate is not { } start || (guide.WorkingDays is null && guide.DeadlineKey is null))
        {
            return new(GuideTexts.DueUnclear[lang], [], ExplainingArticleKey, false);
        }

        if (guide.DeadlineKey is not { } key || Deadlines.Find(key) is not { } rule)
        {
            var due = WorkingCalendar.Default.AddWorkingDays(start, guide.WorkingDays ?? 0);
            return new(
                GuideResults.JoinParagraphs(
                    Due(start, guide.WorkingDays ?? 0, due, lang),
                    DescribeDaysOff(due, lang),
                    GuideTexts.DueGuidance[lang]
                ),
                [],
                ExplainingArticleKey,
                false
            );
        }

        if (rule.Unit == DeadlineUnit.WorkingHour || Deadlines.Compute(rule, start) is not DeadlineResult.Due computed)
        {
            return new(GuideTexts.DueNotKnown.With(lang, rule.Name[lang]), [rule.Basis], rule.Basis.ArticleKey, true);
        }

        if (rule.Unit == DeadlineUnit.Day)
        {
            return new(
                GuideResults.JoinParagraphs(
                    GuideTexts.DueBy.With(
                        lang,
                        rule.Name[lang],
                        GuideTexts.DueOnDay.With(
                            lang,
                            LocalFormat.Day(start, lang),
                            LocalFormat.Number(rule.UnitCount, lang),
                            GuideTexts.WeekdayAndDay.With(
                                lang,
                                GuideTexts.Weekdays[(int)computed.DueDate.DayOfWeek][lang],
                                LocalFormat.Day(computed.DueDate, lang)
                            )
                        ),
                        Wording.FormatBasis(rule.Basis, lang)
                    ),
                    GuideTexts.DueDaysGuidance[lang]
                ),
                [rule.Basis],
                rule.Basis.ArticleKey,
                false
            );
        }

        var end = WorkingCalendar.Default.AddWorkingDays(start, rule.UnitCount);
        return new(
            GuideResults.JoinParagraphs(
                GuideTexts.DueBy.With(lang, rule.Name[lang], Due(start, rule.UnitCount, end, lang), Wording.FormatBasis(rule.Basis, lang)),
                DescribeDaysOff(end, lang),
                GuideTexts.DueGuidance[lang]
            ),
            [rule.Basis],
            rule.Basis.ArticleKey,
            false
        );
    }

    /// <summary>The last day of the period; null when it is not known.</summary>
    public static DateOnly? Due(Guide guide) =>
        guide.StartDate is not { } start ? null
        : guide.DeadlineKey is { } key
            ? Deadlines.Find(key) is { Unit: not DeadlineUnit.WorkingHour } rule && Deadlines.Compute(rule, start) is DeadlineResult.Due due
                    ? due.DueDate
                : null
        : guide.WorkingDays is { } days ? WorkingCalendar.Default.AddWorkingDays(start, days).Due
        : null;

    private static string Due(DateOnly start, int days, WorkingDeadline due, Lang lang) =>
        (due.IsCertain ? GuideTexts.DueOn : GuideTexts.DueAbout).With(
            lang,
            LocalFormat.Day(start, lang),
            LocalFormat.Number(days, lang),
            GuideTexts.WeekdayAndDay.With(lang, GuideTexts.Weekdays[(int)due.Due.DayOfWeek][lang], LocalFormat.Day(due.Due, lang))
        );

    private static string? DescribeDaysOff(WorkingDeadline due, Lang lang) =>
        due.SpecialDays.Where(day => day.IsOff).ToList() is { Count: > 0 } off
            ? GuideTexts.DaysOff.With(
                lang,
                string.Join("; ", off.Select(day => GuideTexts.WeekdayAndDay.With(lang, day.Name[lang], LocalFormat.Day(day.Day, lang))))
            )
            : null;
}

using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>The day on which a period of working days ends.</summary>
internal static class DeadlineResults
{
    private const string Explained = "F6-deadlines-working-days";

    public static GuideResult Tell(Guide guide, Lang lang, GuideTexts texts)
    {
        if (guide.Start is not { } start || (guide.Days is null && guide.Deadline is null))
        {
            return new(texts.DueUnclear, [], Explained, false);
        }

        if (guide.Deadline is not { } key || Deadlines.Find(key) is not { } rule)
        {
            var due = WorkingCalendar.Default.Add(start, guide.Days ?? 0);
            return new(
                GuideResults.Joined(Due(start, guide.Days ?? 0, due, lang, texts), Off(due, lang, texts), texts.DueGuidance),
                [],
                Explained,
                false
            );
        }

        if (rule.Unit == DeadlineUnit.WorkingHour || Deadlines.Compute(rule, start) is not DeadlineResult.Due known)
        {
            return new(texts.DueNotKnown.With(rule.Name[lang]), [rule.Basis], rule.Basis.Article, true);
        }

        if (rule.Unit == DeadlineUnit.Day)
        {
            return new(
                GuideResults.Joined(
                    texts.DueBy.With(
                        rule.Name[lang],
                        texts.DueOnDay.With(
                            Wording.Date(start, lang),
                            Wording.Number(rule.Days, lang),
                            texts.WeekdayAndDay.With(texts.Weekdays[(int)known.Day.DayOfWeek], Wording.Date(known.Day, lang))
                        ),
                        Wording.Basis(rule.Basis, lang)
                    ),
                    texts.DueDaysGuidance
                ),
                [rule.Basis],
                rule.Basis.Article,
                false
            );
        }

        var end = WorkingCalendar.Default.Add(start, rule.Days);
        return new(
            GuideResults.Joined(
                texts.DueBy.With(rule.Name[lang], Due(start, rule.Days, end, lang, texts), Wording.Basis(rule.Basis, lang)),
                Off(end, lang, texts),
                texts.DueGuidance
            ),
            [rule.Basis],
            rule.Basis.Article,
            false
        );
    }

    /// <summary>The last day of the period; null when it is not known.</summary>
    public static DateOnly? Due(Guide guide) =>
        guide.Start is not { } start ? null
        : guide.Deadline is { } key
            ? Deadlines.Find(key) is { Unit: not DeadlineUnit.WorkingHour } rule && Deadlines.Compute(rule, start) is DeadlineResult.Due due
                    ? due.Day
                : null
        : guide.Days is { } days ? WorkingCalendar.Default.Add(start, days).Due
        : null;

    private static string Due(DateOnly start, int days, WorkingDeadline due, Lang lang, GuideTexts texts) =>
        (due.Certain ? texts.DueOn : texts.DueAbout).With(
            Wording.Date(start, lang),
            Wording.Number(days, lang),
            texts.WeekdayAndDay.With(texts.Weekdays[(int)due.Due.DayOfWeek], Wording.Date(due.Due, lang))
        );

    private static string? Off(WorkingDeadline due, Lang lang, GuideTexts texts) =>
        due.Crossed.Where(day => day.Off).ToList() is { Count: > 0 } off
            ? texts.DaysOff.With(
                string.Join("; ", off.Select(day => texts.WeekdayAndDay.With(day.Name[lang], Wording.Date(day.Day, lang))))
            )
            : null;
}

using FsCheck;
using FsCheck.Fluent;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Tests.Requests.Deadlines;

public sealed class DeadlineRulesTests
{
    private static readonly DeskSettings Rules = DeskSettings.Default;

    private static readonly ServiceTime Time = TimeOf(new TimeLimit(8, IsDays: false), new TimeLimit(3, IsDays: true));

    private static readonly ReferenceDeadlineCalculator Slow = new(WorkingCalendar.Default, Rules.Hours.Spans);

    /// <summary>Monday, 9 November 2026, 09:00 in Hanoi.</summary>
    private static readonly DateTimeOffset Monday = new(2026, 11, 9, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_limit_in_days_counts_from_the_next_day_as_the_law_requires()
    {
        var deadlines = Of((CaseStatus.Submitted, 0));
        Assert.Equal("12/11 17:30", Show(deadlines.Resolution().DueAt));
        Assert.Equal(
            WorkingCalendar.Default.AddWorkingDays(new DateOnly(2026, 11, 9), 3).Due,
            DateOnly.FromDateTime(deadlines.Resolution().DueAt!.Value.ToOffset(TimeSpan.FromHours(7)).DateTime)
        );
        Assert.Equal("10/11 09:00", Show(deadlines.FirstReply().DueAt));
    }

    [Fact]
    public void The_deadline_is_paused_while_the_asker_has_to_answer()
    {
        var waiting = Of((CaseStatus.Submitted, 0), (CaseStatus.Assigned, 1), (CaseStatus.WaitingForAsker, 24));
        Assert.True(waiting.Resolution().IsPaused);
        Assert.Null(waiting.Next);
        Assert.NotNull(waiting.FirstReply().StoppedAt);

        // One hour of the first counted day was used; two working days later two days and seven hours are left, and the end is a day's end.
        var resumed = Of((CaseStatus.Submitted, 0), (CaseStatus.Assigned, 1), (CaseStatus.WaitingForAsker, 24), (CaseStatus.Assigned, 72));
        Assert.Equal("16/11 17:30", Show(resumed.Resolution().DueAt));
    }

    [Fact]
    public void A_missed_deadline_stays_missed_and_a_reopened_case_gets_the_full_time()
    {
        var late = Of((CaseStatus.Submitted, 0), (CaseStatus.Assigned, 1), (CaseStatus.WaitingForAsker, 120), (CaseStatus.Assigned, 200));
        Assert.Equal("12/11 17:30", Show(late.Resolution().DueAt));
        Assert.True(late.Resolution().IsLate(Monday.AddHours(200)));

        var answered = Of((CaseStatus.Submitted, 0), (CaseStatus.Assigned, 1), (CaseStatus.Answered, 5));
        Assert.False(answered.Resolution().IsLate(Monday.AddDays(90)));
        var reopened = Of((CaseStatus.Submitted, 0), (CaseStatus.Assigned, 1), (CaseStatus.Answered, 5), (CaseStatus.Reopened, 24));
        Assert.Equal("13/11 17:30", Show(reopened.Resolution().DueAt));
    }

    [Fact]
    public void Warnings_are_given_at_50_80_and_100_percent()
    {
        var deadline = Of((CaseStatus.Submitted, 0)).FirstReply();
        Assert.Equal(
            ["09/11 14:30", "09/11 16:54", "10/11 09:00"],
            DeadlineRules.WarningPercents.Select(percent => Show(DeadlineRules.GetTimeAtPercent(deadline, percent, Rules.Hours)))
        );
        Assert.Equal(
            (80, "09/11 16:54"),
            DeadlineRules.FindNextWarning(deadline with { WarnedPercent = 50 }, Rules.Hours) is var (at, percent)
                ? (percent, Show(at))
                : default
        );
        Assert.Null(DeadlineRules.FindNextWarning(deadline with { WarnedPercent = 100 }, Rules.Hours));
    }

    [Fact]
    public void A_pause_costs_the_officials_nothing_and_gives_them_nothing() =>
        Prop.ForAll(
                Gen.Choose(0, 400 * 1440).ToArbitrary(),
                Gen.Choose(1, 10 * 480).ToArbitrary(),
                Gen.Choose(0, 30 * 1440).ToArbitrary(),
                (start, used, pause) =>
                {
                    var from = new DateTimeOffset(2025, 6, 2, 1, 0, 0, TimeSpan.Zero).AddMinutes(start);
                    var time = TimeOf(new TimeLimit(200, IsDays: false), new TimeLimit(200, IsDays: false));
                    var asked = Rules.Hours.AddWorkingTime(from, TimeSpan.FromMinutes(used));
                    var answered = asked.AddMinutes(pause);
                    var deadline = DeadlineRules
                        .Compute(
                            History(
                                from,
                                (CaseStatus.Submitted, from),
                                (CaseStatus.WaitingForAsker, asked),
                                (CaseStatus.Assigned, answered)
                            ),
                            time,
                            Rules.Hours
                        )
                        .Resolution();
                    var worked =
                        Rules.Hours.GetWorkingTimeBetween(from, asked) + Rules.Hours.GetWorkingTimeBetween(answered, deadline.DueAt!.Value);
                    return worked == TimeSpan.FromHours(200)
                        && deadline.DueAt
                            == Slow.ComputeDueTime(from, [(asked, answered)], time.GetTimeLimit(DeadlineDefinitions.Resolution));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Deadlines_in_days_match_the_reference_calculation() =>
        Prop.ForAll(
                Gen.Choose(0, 500 * 1440).ToArbitrary(),
                Gen.Choose(0, 12 * 1440).ToArbitrary(),
                Gen.Choose(0, 30 * 1440).ToArbitrary(),
                (start, wait, pause) =>
                {
                    var from = new DateTimeOffset(2025, 6, 2, 1, 0, 0, TimeSpan.Zero).AddMinutes(start);
                    var history = History(
                        from,
                        (CaseStatus.Submitted, from),
                        (CaseStatus.WaitingForAsker, from.AddMinutes(wait)),
                        (CaseStatus.Assigned, from.AddMinutes(wait + pause))
                    );
                    var due = DeadlineRules.Compute(history, Time, Rules.Hours).Resolution().DueAt;
                    return due == Slow.ComputeResolution(history, Time.GetTimeLimit(DeadlineDefinitions.Resolution))
                        && Slow.IsWorkingTime(due!.Value.AddMinutes(-1))
                        && !Slow.IsWorkingTime(due.Value);
                }
            )
            .QuickCheckThrowOnFailure();

    private static ServiceTime TimeOf(TimeLimit firstReply, TimeLimit resolution) =>
        new([
            new DeadlineTarget(DeadlineDefinitions.FirstReply, firstReply),
            new DeadlineTarget(DeadlineDefinitions.Resolution, resolution),
        ]);

    private static CaseDeadlines Of(params (CaseStatus Status, int Hours)[] steps) =>
        DeadlineRules.Compute(History(Monday, [.. steps.Select(step => (step.Status, Monday.AddHours(step.Hours)))]), Time, Rules.Hours);

    private static List<CaseEvent> History(DateTimeOffset from, params (CaseStatus Status, DateTimeOffset At)[] steps) =>
        [
            .. steps.Select(
                (step, i) =>
                    Sample.Submitted().History[0] with
                    {
                        Sequence = i + 1,
                        At = i == 0 ? from : step.At,
                        StatusAfter = step.Status,
                        Kind =
                            i == 0
                                ? CaseEventKind.Submitted
                                : step.Status switch
                                {
                                    CaseStatus.WaitingForAsker => CaseEventKind.AskedBack,
                                    CaseStatus.Answered => CaseEventKind.Replied,
                                    _ => CaseEventKind.AskerMessage,
                                },
                    }
            ),
        ];

    private static string Show(DateTimeOffset? at) =>
        at?.ToOffset(TimeSpan.FromHours(7)).ToString("dd/MM HH:mm", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}

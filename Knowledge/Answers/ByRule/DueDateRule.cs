using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Answers.RuleWording;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>The day on which a statutory deadline, or a number of working days given by the asker, ends.</summary>
internal static class DueDateRule
{
    public const string Key = "deadline";

    public static AnswerRule Rule { get; } =
        new(Key, [.. Deadlines.All.Select(rule => rule.Basis.ArticleKey).Distinct()], [FactSlot.Start, FactSlot.Deadline], Evaluate);

    private static RuleOutcome.Decided? Evaluate(RuleQuestion question)
    {
        var facts = question.Facts;
        if (facts.StartDate is not { } start || (facts.WorkingDays is null && facts.DeadlineKey is null))
        {
            return null;
        }

        var guide = new Guide
        {
            Kind = GuideKind.Deadline,
            DeadlineKey = facts.DeadlineKey,
            WorkingDays = facts.WorkingDays,
            StartDate = start,
        };
        var result = DeadlineResults.Describe(guide, question.Language);
        var dueDate = DeadlineResults.Due(guide);
        var passedNote =
            dueDate < question.Today
                ? "\n\n" + RuleTexts.DuePassed.With(question.Language, LocalFormat.Day(question.Today, question.Language))
                : "";
        return new RuleOutcome.Decided(
            result.Text + passedNote,
            dueDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "unknown",
            result.Basis,
            facts.DeadlineKey is "sme-support" or "complaint-acceptance" ? "F6-deadlines" : result.ArticleKey,
            result.OffersRequest
        );
    }
}

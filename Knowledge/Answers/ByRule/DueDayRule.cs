using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Answers.RuleWording;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>The day on which a period ends: by law, or a number of working days that the asker names.</summary>
internal static class DueDayRule
{
    public const string Key = "deadline";

    public static AnswerRule Rule { get; } =
        new(Key, [.. Deadlines.All.Select(rule => rule.Basis.ArticleKey).Distinct()], [FactSlot.Start, FactSlot.Deadline], Tell);

    private static RuleOutcome.Told? Tell(RuleQuestion question)
    {
        var facts = question.Facts;
        if (facts.Start is not { } start || (facts.Days is null && facts.Deadline is null))
        {
            return null;
        }

        var guide = new Guide
        {
            Kind = GuideKind.Deadline,
            Deadline = facts.Deadline,
            Days = facts.Days,
            Start = start,
        };
        var told = DeadlineResults.Tell(guide, question.Language);
        var due = DeadlineResults.Due(guide);
        var past =
            due < question.Today
                ? "\n\n" + RuleTexts.DuePassed.With(question.Language, LocalFormat.Day(question.Today, question.Language))
                : "";
        return new RuleOutcome.Told(
            told.Text + past,
            due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "unknown",
            told.Basis,
            facts.Deadline is "sme-support" or "complaint-acceptance" ? "F6-deadlines" : told.ArticleKey,
            told.OffersRequest
        );
    }
}

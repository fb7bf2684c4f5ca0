namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>Fourth step: which outcome, before a word of it is composed.</summary>
internal abstract record Verdict(double Confidence, string Reason)
{
    public sealed record AnswerWith(Candidate Candidate, double Confidence, string Reason) : Verdict(Confidence, Reason);

    public sealed record AskWhich(IReadOnlyList<Candidate> Candidates, double Confidence, string Reason) : Verdict(Confidence, Reason);

    public sealed record NoSupport(IReadOnlyList<Candidate> Suggestions, double Confidence, string Reason) : Verdict(Confidence, Reason);

    public sealed record PersonalMatter(double Confidence, string Reason) : Verdict(Confidence, Reason);

    public sealed record OtherMatter(double Confidence, string Reason) : Verdict(Confidence, Reason);
}

/// <summary>The scores at which outcomes change; tuned on questions whose right outcome is known.</summary>
/// <param name="OutOfField">A question whose best passage holds less of it is not about the field.</param>
/// <param name="Supported">From here a passage supports an answer.</param>
/// <param name="Certain">From here one article stands clear of the others.</param>
/// <param name="VagueWords">A question of at most this many words is vague unless one article stands clear.</param>
internal sealed record Thresholds(double OutOfField, double Supported, double Certain, int VagueWords)
{
    public static Thresholds Default { get; } = new(OutOfField: 0.08, Supported: 0.14, Certain: 0.35, VagueWords: 3);
}

internal static class Decision
{
    private const int Suggestions = 3;
    private const int Choices = 4;

    public static Verdict Of(Understanding asked, Retrieval found, Thresholds thresholds)
    {
        if (asked.IsOutOfScope)
        {
            return new Verdict.OtherMatter(0.9, "words of another matter");
        }

        if (asked.IsPersonal)
        {
            return new Verdict.PersonalMatter(0.9, "words of an own file, a complaint or a dispute");
        }

        if (found.Candidates.Count == 0 || found.Relevance < thresholds.OutOfField)
        {
            return new Verdict.NoSupport([], 1 - found.Relevance, "no passage holds enough of the question");
        }

        if (found.Relevance < thresholds.Supported)
        {
            return new Verdict.NoSupport([.. found.Candidates.Take(Suggestions)], 1 - found.Relevance, "the best passage holds too little of the question");
        }

        var words = asked.Folded.Count(' ') + 1;
        return found.Certainty < thresholds.Certain && words <= thresholds.VagueWords
            ? new Verdict.AskWhich([.. found.Candidates.Take(Choices)], found.Certainty, "few words, and several articles fit")
            : new Verdict.AnswerWith(found.Candidates[0], found.Certainty, "the best article supports it");
    }
}

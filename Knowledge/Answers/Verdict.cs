using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>Fourth step: which outcome, before a word of it is composed.</summary>
internal abstract record Verdict(double Confidence, string Reason)
{
    public sealed record AnswerWith(Candidate Candidate, double Confidence, string Reason) : Verdict(Confidence, Reason);

    public sealed record AskWhich(IReadOnlyList<Candidate> Candidates, double Confidence, string Reason) : Verdict(Confidence, Reason);

    /// <summary>Whether a document is in force, or what replaced it, told from the register.</summary>
    public sealed record FromRegister(LegalAnswer Legal, double Confidence, string Reason) : Verdict(Confidence, Reason);

    public sealed record NoSupport(IReadOnlyList<Candidate> Suggestions, double Confidence, string Reason) : Verdict(Confidence, Reason);

    public sealed record PersonalMatter(double Confidence, string Reason) : Verdict(Confidence, Reason);

    /// <param name="Body">Whose matter it is; empty where no public body's.</param>
    public sealed record OtherMatter(LocalizedText Body, double Confidence, string Reason) : Verdict(Confidence, Reason);

    /// <summary>Somebody may be in danger.</summary>
    public sealed record Emergency(double Confidence, string Reason) : Verdict(Confidence, Reason);
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
        if (asked.IsCrisis)
        {
            return new Verdict.Emergency(1, "words of danger");
        }

        if (asked.Legal is { } legal && !found.Candidates.Take(1).Any(first => EndedRules.NamedIn(first.Article, asked) is not null))
        {
            return new Verdict.FromRegister(legal, 1, "asks for a document's force; the register knows it");
        }

        if (found.ByPhrasing)
        {
            return new Verdict.AnswerWith(found.Candidates[0], found.Certainty, "a title or a question of the article, word for word");
        }

        if (asked.OtherMatter is { } body)
        {
            return new Verdict.OtherMatter(body, 0.9, "words of another matter");
        }

        if (asked.IsPersonal)
        {
            return new Verdict.PersonalMatter(0.9, "words of an own file, a complaint or a dispute");
        }

        if (!asked.Text.Any(char.IsLetter))
        {
            return new Verdict.NoSupport([], 1, "holds no word");
        }

        if (asked.IsVague && found.Candidates.Count > 1)
        {
            return new Verdict.AskWhich([.. found.Candidates.Take(Choices)], found.Certainty, "names a field and nothing more");
        }

        if (found.Candidates.Count == 0 || found.Relevance < thresholds.OutOfField)
        {
            return new Verdict.NoSupport([], 1 - found.Relevance, "no passage holds enough of the question");
        }

        if (found.Relevance < thresholds.Supported)
        {
            return new Verdict.NoSupport([.. found.Candidates.Take(Suggestions)], 1 - found.Relevance, "the best passage holds too little of the question");
        }

        return found.Certainty < thresholds.Certain && asked.Folded.Count(' ') < thresholds.VagueWords
            ? new Verdict.AskWhich([.. found.Candidates.Take(Choices)], found.Certainty, "few words, and several articles fit")
            : new Verdict.AnswerWith(found.Candidates[0], found.Certainty, "the best article supports it");
    }
}

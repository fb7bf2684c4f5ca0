using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>Fourth step: which outcome, before a word of it is composed.</summary>
internal abstract record Verdict(double Confidence, string Reason)
{
    public sealed record AnswerWith(Candidate Candidate, double Confidence, string Reason) : Verdict(Confidence, Reason)
    {
        /// <summary>What the register says of the document asked about, to be said before the article's own words.</summary>
        public LegalAnswer? Legal { get; init; }

        /// <summary>A second article that the question may mean, to be told beside the first; null where the first is sure.</summary>
        public Candidate? Other { get; init; }
    }

    public sealed record AskWhich(IReadOnlyList<Candidate> Candidates, double Confidence, string Reason) : Verdict(Confidence, Reason)
    {
        /// <summary>The field that is named and nothing more; null where single articles compete.</summary>
        public VagueField? Field { get; init; }
    }

    /// <summary>Whether a document is in force, or what replaced it, told from the register.</summary>
    public sealed record FromRegister(LegalAnswer Legal, double Confidence, string Reason) : Verdict(Confidence, Reason);

    public sealed record NoSupport(IReadOnlyList<Candidate> Suggestions, double Confidence, string Reason) : Verdict(Confidence, Reason);

    /// <param name="Related">Articles that tell the general rule meanwhile.</param>
    public sealed record PersonalMatter(IReadOnlyList<Candidate> Related, double Confidence, string Reason) : Verdict(Confidence, Reason);

    /// <param name="Body">Whose matter it is; empty where no public body's.</param>
    public sealed record OtherMatter(LocalizedText Body, double Confidence, string Reason) : Verdict(Confidence, Reason);

    /// <summary>Somebody may be in danger.</summary>
    public sealed record Emergency(double Confidence, string Reason) : Verdict(Confidence, Reason);
}

/// <summary>Where outcomes change; tuned on questions whose right outcome is known.</summary>
/// <param name="OutOfField">A question whose chance of being the articles' matter is lower gets no suggestions either.</param>
/// <param name="One">From this probability the best reading is answered alone.</param>
/// <param name="Two">From this probability together the two best are answered side by side.</param>
/// <param name="Only">From this probability an article is answered that no other competes with.</param>
/// <param name="OnlyScore">The least search score of such an article: a question about something else has one article by chance.</param>
/// <param name="Clear">From this score an article that stands clear answers even a question between alternatives.</param>
/// <param name="About">From this score an article that cites a document answers the question about it.</param>
internal sealed record Thresholds(double OutOfField, double One, double Two, double Only, double OnlyScore, double Clear, double About)
{
    /// <summary>Below this search score an article must be rather certain to be answered. A question of Vietnamese syllables shares more
    /// of them by chance than one of English words, but its articles score lower too.</summary>
    public double GetWeakScore(Understanding asked) =>
        !HasWeakScores || asked.Folded.Count(c => c == ' ') >= LongQuestionWords ? 0
        : asked.Language == Lang.En ? 0.46
        : 0.345;

    /// <summary>A longer question tells of the asker's situation too, and no article shares those words.</summary>
    private const int LongQuestionWords = 20;

    /// <summary>The probability that an article with a weak score needs.</summary>
    public double OneIfWeak { get; init; } = 0.6;

    /// <summary>Whether scores tell anything: a later message leans on what was said, and shares few words with its article.</summary>
    public bool HasWeakScores { get; init; } = true;

    /// <summary>For a message that opens a conversation.</summary>
    public static Thresholds Opening { get; } =
        new(OutOfField: 0.02, One: 0.5, Two: 0.4, Only: 0.42, OnlyScore: 0.4, Clear: 0.5, About: 0.4);

    /// <summary>For a later message, which may mean more.</summary>
    public static Thresholds Later { get; } = Opening with { One = 0.7, Two = 0.6, Only = 0.55, HasWeakScores = false };
}

internal static class AnswerDecision
{
    private const int Suggestions = 3;
    private const int Choices = 4;
    private const int Related = 2;

    /// <summary>From this chance the articles speak about the question.</summary>
    private const double IsOurs = 0.5;

    /// <summary>An article less likely than this share of the first is not offered.</summary>
    private const double RivalShare = 0.2;

    /// <summary>An article with this share of the scores stands clear of all others.</summary>
    private const double Clearly = 0.95;

    /// <summary>From this certainty one article of a family is meant.</summary>
    private const double FamilyCertainty = 0.6;

    /// <summary>A question whose own words are no more than these may name a family of articles and nothing more.</summary>
    private const int MostFamilyWords = 2;

    /// <summary>The confidence of a verdict that rests on a list of words alone, which may be used in another sense.</summary>
    private const double ByWords = 0.9;

    /// <summary>From this probability an article answers although the question has words of another body's matter.</summary>
    private const double SureDespiteWords = 0.93;

    /// <summary>The same for a matter that no article tells: a new article may tell it by other words.</summary>
    private const double ByUnwrittenMatter = 0.8;

    /// <summary>English words up to this length (articles, prepositions) narrow nothing.</summary>
    private const int LongestParticle = 3;

    /// <param name="found">The candidates in the order of the readings.</param>
    /// <param name="probabilities">Of each candidate to be what is asked; what is missing to 1 is the chance that none is.</param>
    public static Verdict Of(Understanding asked, Retrieval found, IReadOnlyList<double> probabilities, Thresholds thresholds)
    {
        var ours = probabilities.Sum();

        if (asked.IsCrisis)
        {
            return new Verdict.Emergency(1, "words of danger");
        }

        if (asked.Legal is { } legal && !found.Candidates.Take(1).Any(first => EndedRules.FindNamedBasis(first.Article, asked) is not null))
        {
            return
                !legal.AllExpired
                && found.Candidates is [var about, ..]
                && about.Score >= thresholds.About
                && IsAbout(about.Article, legal, asked)
                ? new Verdict.AnswerWith(about, found.Certainty, "asks for a document's force; an article is about it") { Legal = legal }
                : new Verdict.FromRegister(legal, 1, "asks for a document's force; the register knows it");
        }

        if (found.IsPhrasing)
        {
            return new Verdict.AnswerWith(found.Candidates[0], found.Certainty, "a title or a question of the article, word for word");
        }

        if (asked.OtherMatter is { } body && !IsToldOf(asked, found, probabilities))
        {
            return new Verdict.OtherMatter(body, ByWords, "words of another matter");
        }

        if (asked.IsPersonal)
        {
            return new Verdict.PersonalMatter(
                ours < IsOurs ? [] : [.. found.Candidates.Take(Related)],
                ByWords,
                "words of an own file, a complaint or a dispute"
            );
        }

        if (!asked.Text.Any(char.IsLetter))
        {
            return new Verdict.NoSupport([], 1, "holds no word");
        }

        if (
            ConversationPolicy.Current.Signals.FindUnwrittenMatter(asked.Folded) is { } unwritten
            && !(found.Candidates is [var tells, ..] && Tells(tells.Article, unwritten, asked))
        )
        {
            return new Verdict.NoSupport([], ByUnwrittenMatter, "the Department's matter, of which no article tells");
        }

        if (
            asked.IsVague
            && found.Candidates.Count > 1
            && !(asked.Compares && found.Candidates[0].Score >= thresholds.Clear && found.Certainty >= Clearly)
        )
        {
            return new Verdict.AskWhich([.. found.Candidates.Take(Choices)], found.Certainty, "names a field and nothing more")
            {
                Field = asked.NamesField ? ConversationPolicy.Current.Fields.FindField(asked.Folded) : null,
            };
        }

        if (found.Candidates.Count == 0 || ours < thresholds.OutOfField)
        {
            return new Verdict.NoSupport([], 1 - ours, "no article speaks about the question");
        }

        if (Family(asked, found) is { Count: > 1 } family)
        {
            return new Verdict.AskWhich(family, found.Certainty, "names several articles alike");
        }

        return Choose(asked, found, probabilities, thresholds);
    }

    /// <summary>One article, two side by side, a question which is meant, or none: as sure as the readings are.</summary>
    private static Verdict Choose(Understanding asked, Retrieval found, IReadOnlyList<double> probabilities, Thresholds thresholds)
    {
        var nothing = 1 - probabilities.Sum();
        var (first, second) = (probabilities[0], probabilities.ElementAtOrDefault(1));
        if (first < nothing)
        {
            return new Verdict.NoSupport(
                [.. found.Candidates.Take(Suggestions)],
                nothing,
                "what was found probably only happens to hold the question's words"
            );
        }

        if (found.Candidates[0].Score < thresholds.GetWeakScore(asked) && first < thresholds.OneIfWeak)
        {
            return new Verdict.NoSupport(
                [.. found.Candidates.Take(Suggestions)],
                1 - first,
                "the best article shares so little with the question that it may happen to"
            );
        }

        if (first >= thresholds.One)
        {
            return new Verdict.AnswerWith(found.Candidates[0], first, "the best article supports it");
        }

        if (first + second >= thresholds.Two && second > nothing)
        {
            return new Verdict.AnswerWith(found.Candidates[0], first, "two articles may be meant") { Other = found.Candidates[1] };
        }

        List<Candidate> choices = [.. found.Candidates.Where((_, i) => i < Choices && probabilities[i] >= RivalShare * first)];
        if (choices.Count > 1)
        {
            return new Verdict.AskWhich(choices, first, "several articles fit");
        }

        // A question with one choice asks nothing.
        return first >= thresholds.Only && found.Candidates[0].Score >= thresholds.OnlyScore
            ? new Verdict.AnswerWith(found.Candidates[0], first, "no other article fits")
            : new Verdict.NoSupport([.. found.Candidates.Take(Suggestions)], nothing, "the only article that fits is not likely enough");
    }

    /// <summary>
    /// An article is about the other body's matter: its title or a question of it names that in the asker's words, or it is what is asked
    /// almost for certain. Another place is never the article's.
    /// </summary>
    private static bool IsToldOf(Understanding asked, Retrieval found, IReadOnlyList<double> probabilities) =>
        found.Candidates is [var first, ..]
        && ConversationPolicy.Current.Matters.FindOtherMatter(asked.Folded) is { } named
        && (Tells(first.Article, named, asked) || probabilities[0] >= SureDespiteWords);

    /// <summary>The article rests on the document; one about an ended rule tells what the document took the place of, where that is
    /// asked.</summary>
    private static bool IsAbout(Article article, LegalAnswer legal, Understanding asked) =>
        legal.Statuses.Any(status =>
            EndedRules.IsAbout(article, asked)
                ? asked.AsksWhatWasReplaced && article.Basis.Any(basis => basis.ReplacedBy == status.Document.Number)
                : article.Basis.Any(basis => basis.Document == status.Document.Number)
        );

    /// <summary>
    /// A title or a question of the article names the matter, and not only as a part of another term: a Vietnamese word is narrowed by
    /// what follows it ("hộ chiếu số"), an English one by what precedes it ("product passport"), unless the question narrows it so too.
    /// </summary>
    private static bool Tells(Article article, string matter, Understanding asked) =>
        article
            .GetQuestions(asked.Language)
            .Append(article.Title[asked.Language])
            .Any(text => IsNamed(KnowledgeBase.FoldPhrase(text), matter, asked));

    private static bool IsNamed(string text, string matter, Understanding asked)
    {
        var start = text.IndexOf(matter, StringComparison.Ordinal);
        if (start < 0)
        {
            return false;
        }

        var before = text[..start].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var after = text[(start + matter.Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var narrowing = asked.Language == Lang.Vi ? after.FirstOrDefault() : before.LastOrDefault(word => word.Length > LongestParticle);
        return narrowing is null || $" {asked.Folded} ".Contains($" {narrowing} ", StringComparison.Ordinal);
    }

    /// <summary>"Em muốn hỏi về ISO": the articles whose titles hold all that the question names, where they are several and none is named
    /// more closely.</summary>
    private static List<Candidate> Family(Understanding asked, Retrieval found)
    {
        var own = asked.Folded.Split(' ').Where(word => !ConversationPolicy.Current.Fields.IsGeneralWord(word)).ToList();
        if (
            own.Count is 0 or > MostFamilyWords
            || found.Certainty >= FamilyCertainty
            || ConversationPolicy.Current.Fields.NamesField(asked.Folded)
            || Talk.Aspects.Find(asked.Folded) is not null
        )
        {
            return [];
        }

        var words = $" {string.Join(' ', own)} ";
        return
        [
            .. found
                .Candidates.Where(candidate =>
                    $" {KnowledgeBase.FoldPhrase(candidate.Article.Title[asked.Language])} ".Contains(words, StringComparison.Ordinal)
                )
                .Take(Choices),
        ];
    }
}

using System.Runtime.CompilerServices;
using PolicyAssistantBot.Knowledge.Content;
using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>
/// A proposition that people ask about or believe ("môn bài vẫn phải nộp", "VAT 8 % sang năm còn"), with its truth by period. It is data,
/// so that an editor can add the next rumour without a programmer.
/// </summary>
public sealed record Statement
{
    public string Key { get; init; } = "";

    /// <summary>
    /// The keys of the articles that explain it; the first is cited. After an answer from one of them a
    /// follow-up need not name the subject.
    /// </summary>
    [YamlMember(Alias = "articles")]
    public List<string> ArticleKeys { get; init; } = [];

    /// <summary>The subject: groups of folded alternatives separated by <c>|</c>; each group must occur.</summary>
    [YamlMember(Alias = "about")]
    public List<string> SubjectPhrases { get; init; } = [];

    /// <summary>The claim about the subject, in the same form; each group must occur in the message itself.</summary>
    [YamlMember(Alias = "says")]
    public List<string> ClaimPhrases { get; init; } = [];

    /// <summary>
    /// Whether the claim is enough after an answer from one of the articles, so that the subject need not be named again.
    /// </summary>
    [YamlMember(Alias = "follows")]
    public bool ClaimSufficesInFollowUp { get; init; }

    /// <summary>Whether the statement takes precedence over the rules even when the message contains figures.</summary>
    [YamlMember(Alias = "first")]
    public bool PrecedesRules { get; init; }

    /// <summary>Words of a related subject; a message with one of them is not about this statement.</summary>
    [YamlMember(Alias = "not")]
    public string ExcludedPhrases { get; init; } = "";

    /// <summary>Words that negate the proposition, in addition to the usual negations.</summary>
    [YamlMember(Alias = "turned")]
    public string NegationPhrases { get; init; } = "";

    /// <summary>The correct percentages, amounts or years; a claim with others is wrong. Empty when figures are not compared.</summary>
    public List<decimal> Figures { get; init; } = [];

    public List<StatementPeriod> Periods { get; init; } = [];

    /// <summary>The period that contains a day; null when there is none.</summary>
    public StatementPeriod? FindPeriod(DateOnly day) => Periods.Find(period => new ValidityPeriod(period.From, period.Until).Contains(day));
}

public sealed record StatementPeriod
{
    public DateOnly? From { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether the proposition is true; null when it is not confirmed.</summary>
    [YamlMember(Alias = "holds")]
    public bool? IsTrue { get; init; }

    /// <summary>The answer: the verdict, the reason and the clause, in this order.</summary>
    public LocalizedText Text { get; init; } = new("", "");

    /// <summary>Whether only an official or another office can give more information.</summary>
    [YamlMember(Alias = "asksOffice")]
    public bool RefersToOffice { get; init; }
}

/// <summary>Finds the statement that a message refers to.</summary>
public static class Statements
{
    public static IReadOnlyList<Statement> All { get; } = RuleData.Load<List<Statement>>("statements.yaml");

    /// <summary>The best matching statement of a message; null when there is none.</summary>
    /// <param name="foldedText">Lower case, without diacritics and punctuation.</param>
    /// <param name="lastArticleKey">The key of the article of the last answer, which can supply the subject.</param>
    public static Statement? Find(string foldedText, string? lastArticleKey) => Find(foldedText, lastArticleKey, All);

    public static Statement? Find(string foldedText, string? lastArticleKey, IReadOnlyList<Statement> all)
    {
        ArgumentNullException.ThrowIfNull(foldedText);
        ArgumentNullException.ThrowIfNull(all);
        var text = JoinCompounds($" {foldedText} ");
        Statement? best = null;
        var bestScore = 0;
        foreach (var statement in all)
        {
            if (Score(statement, text, lastArticleKey) is var score && score > bestScore)
            {
                (best, bestScore) = (statement, score);
            }
        }

        return best;
    }

    /// <summary>Whether the message itself names the subject.</summary>
    public static bool NamesSubject(Statement statement, string foldedText)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var text = JoinCompounds($" {foldedText} ");
        return Array.TrueForAll(PhrasesOf(statement).Subject, group => PhraseGroups.ContainsAny(group, text));
    }

    /// <summary>Joins "hỗ trợ" and "hồ sơ" into one word each, so that their first syllable does not match "hộ" (household).</summary>
    private static string JoinCompounds(string text) =>
        text.Replace("ho tro", "hotro", StringComparison.Ordinal).Replace("ho so", "hoso", StringComparison.Ordinal);

    private static int Score(Statement statement, string text, string? lastArticleKey)
    {
        var (sum, matchCount) = (0, 0);
        var phrases = PhrasesOf(statement);
        foreach (var group in phrases.Claim)
        {
            if (PhraseGroups.FindLongestMatch(group, text) is not (var length and > 0))
            {
                return 0;
            }

            (sum, matchCount) = (sum + length, matchCount + 1);
        }

        if (PhraseGroups.ContainsAny(phrases.Excluded, text))
        {
            return 0;
        }

        var isSubjectGiven = lastArticleKey is not null && statement.ArticleKeys.Contains(lastArticleKey);
        var claimSuffices = isSubjectGiven && statement.ClaimSufficesInFollowUp && statement.ClaimPhrases.Count > 0;
        foreach (var group in phrases.Subject)
        {
            var length = PhraseGroups.FindLongestMatch(group, text);
            if (length == 0 && !claimSuffices)
            {
                return 0;
            }

            (sum, matchCount) = (sum + length, matchCount + (length > 0 ? 1 : 0));
        }

        return (100 * matchCount) + sum + (isSubjectGiven ? 50 : 0);
    }

    private static Phrases PhrasesOf(Statement statement) => PhrasesByStatement.GetValue(statement, one => new Phrases(one));

    /// <summary>By the object, so that those of tables that are no longer used are forgotten.</summary>
    private static readonly ConditionalWeakTable<Statement, Phrases> PhrasesByStatement = [];

    /// <summary>The phrases of a statement as they are compared with a text, with their compounds joined.</summary>
    private sealed class Phrases(Statement statement)
    {
        public string[][] Claim { get; } = [.. statement.ClaimPhrases.Select(Split)];

        public string[][] Subject { get; } = [.. statement.SubjectPhrases.Select(Split)];

        public string[] Excluded { get; } = Split(statement.ExcludedPhrases);

        private static string[] Split(string group) => PhraseGroups.Split(JoinCompounds(group));
    }
}

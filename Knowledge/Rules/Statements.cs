using PolicyAssistantBot.Knowledge.Content;

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
    public List<string> Articles { get; init; } = [];

    /// <summary>The subject: groups of folded alternatives separated by <c>|</c>; each group must occur.</summary>
    public List<string> About { get; init; } = [];

    /// <summary>The claim about the subject, in the same form; each group must occur in the message itself.</summary>
    public List<string> Says { get; init; } = [];

    /// <summary>
    /// Whether the claim is enough after an answer from one of the articles, so that the subject need not be named again.
    /// </summary>
    public bool Follows { get; init; }

    /// <summary>Whether the statement takes precedence over the rules even when the message contains figures.</summary>
    public bool First { get; init; }

    /// <summary>Words of a related subject; a message with one of them is not about this statement.</summary>
    public string Not { get; init; } = "";

    /// <summary>Words that negate the proposition, in addition to the usual negations.</summary>
    public string Turned { get; init; } = "";

    /// <summary>The correct percentages, amounts or years; a claim with others is wrong. Empty when figures are not compared.</summary>
    public List<decimal> Figures { get; init; } = [];

    public List<StatementPeriod> Periods { get; init; } = [];

    /// <summary>The period that contains a day; null when there is none.</summary>
    public StatementPeriod? On(DateOnly day) => Periods.Find(period => new ValidityPeriod(period.From, period.Until).Contains(day));
}

public sealed record StatementPeriod
{
    public DateOnly? From { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether the proposition is true; null when it is not confirmed.</summary>
    public bool? Holds { get; init; }

    /// <summary>The answer: the verdict, the reason and the clause, in this order.</summary>
    public LocalizedText Text { get; init; } = new("", "");

    /// <summary>Whether only an official or another office can give more information.</summary>
    public bool AsksOffice { get; init; }
}

/// <summary>Finds the statement that a message refers to.</summary>
public static class Statements
{
    public static IReadOnlyList<Statement> All { get; } = RuleData.Load<List<Statement>>("statements.yaml");

    /// <summary>The best matching statement of a message; null when there is none.</summary>
    /// <param name="folded">Lower case, without marks and punctuation.</param>
    /// <param name="article">The key of the article of the last answer, which can supply the subject.</param>
    public static Statement? Find(string folded, string? article) => Find(folded, article, All);

    public static Statement? Find(string folded, string? article, IReadOnlyList<Statement> all)
    {
        ArgumentNullException.ThrowIfNull(folded);
        ArgumentNullException.ThrowIfNull(all);
        var text = Joined($" {folded} ");
        return all.Select(statement => (statement, score: Score(statement, text, article)))
            .Where(found => found.score > 0)
            .OrderByDescending(found => found.score)
            .Select(found => found.statement)
            .FirstOrDefault();
    }

    /// <summary>Whether the message itself names the subject.</summary>
    public static bool IsNamed(Statement statement, string folded)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.About.TrueForAll(group => PhraseGroups.Holds(Joined(group), Joined($" {folded} ")));
    }

    /// <summary>Joins "hỗ trợ" and "hồ sơ" into one word each, so that their first syllable does not match "hộ" (household).</summary>
    private static string Joined(string text) =>
        text.Replace("ho tro", "hotro", StringComparison.Ordinal).Replace("ho so", "hoso", StringComparison.Ordinal);

    private static int Score(Statement statement, string text, string? article)
    {
        var says = statement.Says.ConvertAll(group => PhraseGroups.Longest(Joined(group), text));
        if (says.Contains(0) || PhraseGroups.Holds(Joined(statement.Not), text))
        {
            return 0;
        }

        var about = statement.About.ConvertAll(group => PhraseGroups.Longest(Joined(group), text));
        var isContext = article is not null && statement.Articles.Contains(article);
        return about.Contains(0) && !(isContext && statement.Follows && statement.Says.Count > 0)
            ? 0
            : (100 * (about.Count(length => length > 0) + says.Count)) + about.Sum() + says.Sum() + (isContext ? 50 : 0);
    }
}

using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>
/// A proposition that people ask about or take to be so ("môn bài vẫn phải nộp", "VAT 8 % sang năm còn"), with what holds on which days.
/// Data, so that an editor adds the next rumour and not a programmer.
/// </summary>
public sealed record Statement
{
    public string Key { get; init; } = "";

    /// <summary>The articles that explain it, the first deciding; an answer from one of them supplies the subject of a follow-up.</summary>
    public List<string> Articles { get; init; } = [];

    /// <summary>What it is about: alternatives separated by <c>|</c>, folded; each group must occur.</summary>
    public List<string> About { get; init; } = [];

    /// <summary>What is said of it, in the same form; each group must occur in the message itself.</summary>
    public List<string> Says { get; init; } = [];

    /// <summary>What it says is enough after an answer from one of its articles: the subject need not be named again.</summary>
    public bool Follows { get; init; }

    /// <summary>Goes before the rules, whatever figures a message holds.</summary>
    public bool First { get; init; }

    /// <summary>Words of a neighbouring matter, which it is not about.</summary>
    public string Not { get; init; } = "";

    /// <summary>Words, beside the usual negations, that turn the proposition round.</summary>
    public string Turned { get; init; } = "";

    /// <summary>
    /// Percentages, amounts or years that the proposition rightly holds; others make a claim wrong. Empty where figures do not matter.
    /// </summary>
    public List<decimal> Figures { get; init; } = [];

    public List<StatementPeriod> Periods { get; init; } = [];

    /// <summary>What holds on a day; null where nothing is held for it.</summary>
    public StatementPeriod? On(DateOnly day) => Periods.Find(period => new Period(period.From, period.Until).Contains(day));
}

public sealed record StatementPeriod
{
    public DateOnly? From { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether the proposition holds; null where it is not confirmed.</summary>
    public bool? Holds { get; init; }

    /// <summary>The verdict, why, and the clause. Begins with the verdict.</summary>
    public LocalizedText Text { get; init; } = new("", "");

    /// <summary>Only a person or another office can say more.</summary>
    public bool AsksOffice { get; init; }
}

/// <summary>The statements, and how a message names one.</summary>
public static class Statements
{
    public static IReadOnlyList<Statement> All { get; } = RuleData.Load<List<Statement>>("statements.yaml");

    /// <summary>The statement that a message names most closely; null when it names none.</summary>
    /// <param name="folded">Lower case, without marks and punctuation.</param>
    /// <param name="article">The article of the last answer, which may supply the subject.</param>
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

    /// <summary>The message itself names the subject.</summary>
    public static bool IsNamed(Statement statement, string folded)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.About.TrueForAll(group => PhraseGroups.Holds(Joined(group), Joined($" {folded} ")));
    }

    /// <summary>"Hỗ trợ" and "hồ sơ" are one word each: their first syllable is no household ("hộ").</summary>
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

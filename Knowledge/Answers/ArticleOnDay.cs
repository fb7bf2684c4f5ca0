using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>What an article says on a day: its sections as they hold then or, once it has ended, what holds after it.</summary>
public static class ArticleOnDay
{
    internal static bool HasEnded(Article article, DateOnly day) => article.InForce.Until < day;

    /// <summary>The sections on a day; those of an article that has ended say until when they held.</summary>
    internal static IReadOnlyList<Section> Sections(Article article, DateOnly day, Lang lang) =>
        article.InForce.Until is { } until && until < day
            ?
            [
                .. article
                    .GetSections(lang)
                    .Select(section =>
                        section with
                        {
                            Heading = AnswerTexts.HeadingUntil.With(lang, section.Heading, LocalFormat.Day(until, lang)),
                        }
                    ),
            ]
            : article.GetSectionsOn(day, lang);

    /// <summary>What holds after an article that has ended; null where it has not ended.</summary>
    internal static string? After(Article article, DateOnly day, Lang lang) =>
        HasEnded(article, day) ? PeriodTexts.FormatEnded(article.InForce.Until, article.Then, lang) : null;

    /// <summary>The short answer, or what holds after an article that has ended; null where there is no article.</summary>
    internal static string? Short(Article? article, DateOnly day, Lang lang) =>
        article is null
            ? null
            : After(article, day, lang)
                ?? article.GetSectionsOn(day, lang).FirstOrDefault(section => section.Id == AnswerSections.Short)?.Markdown;

    /// <summary>What an article of the store would answer in short on a day.</summary>
    public static string ShortAnswer(Article article, DateOnly day, Lang lang)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Short(StatementPeriods.Apply(article), day, lang) ?? "";
    }
}

/// <summary>
/// Finds articles about rules that have ended and are still asked for by name. Such an article cites the old document with its last day
/// and its replacement.
/// </summary>
internal static class EndedRules
{
    /// <summary>
    /// The article was written about a rule that had ended: its first basis, or one that the question names. An article one of whose
    /// figures has ended since is not about an ended rule.
    /// </summary>
    public static bool IsAbout(Article article, Understanding understanding) =>
        HadEnded(article.Basis[0], article, understanding) || FindNamedBasis(article, understanding) is not null;

    /// <summary>The ended basis that the question names, or null.</summary>
    public static LegalBasis? FindNamedBasis(Article article, Understanding understanding) =>
        article.Basis.FirstOrDefault(basis =>
            HadEnded(basis, article, understanding) && understanding.Documents.Any(document => document.Number == basis.Document)
        );

    private static bool HadEnded(LegalBasis basis, Article article, Understanding understanding) =>
        basis.InForce.Until < understanding.AskedAbout && StatementPeriods.IsCitedAsEnded(basis, article);
}

using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Legal;

/// <summary>
/// Gives each statement of an article the period of its basis: of the period or basis that it refers to, else of the clauses that it
/// names, else of those that hold its figures. An item or row without any takes the period of the sentence that introduces it.
/// A basis that had ended when the article was checked gives no period: the text was written to tell that it ended.
/// </summary>
internal static class StatementPeriods
{
    public static Article Apply(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Periods.Count == 0 && !article.Basis.Any(basis => StartsOrEndsWithin(basis, article))
            ? article
            : article with
            {
                SectionsVi = Apply(article, article.SectionsVi, Lang.Vi),
                SectionsEn = Apply(article, article.SectionsEn, Lang.En),
            };
    }

    /// <summary>Whether the basis had already ended on the day on which the article was checked.</summary>
    public static bool IsCitedAsEnded(LegalBasis basis, Article article) => basis.InForce.Until < article.Checked;

    private static bool StartsOrEndsWithin(LegalBasis basis, Article article) =>
        !IsCitedAsEnded(basis, article) && (EndsWithin(basis.InForce, article) || StartsWithin(basis.InForce, article));

    private static bool EndsWithin(ValidityPeriod period, Article article) =>
        period.Until is { } until && !(until >= article.InForce.Until);

    private static bool StartsWithin(ValidityPeriod period, Article article) => period.From is { } from && !(from <= article.InForce.From);

    private static List<Section> Apply(Article article, IReadOnlyList<Section> sections, Lang lang)
    {
        var bases = new StatementBasis(article, lang);
        return [.. sections.Select(section => section with { DatedStatements = [.. FindDatedStatements(article, bases, section, lang)] })];
    }

    private static IEnumerable<DatedStatement> FindDatedStatements(Article article, StatementBasis bases, Section section, Lang lang)
    {
        // Documents and figures have digits.
        if (section.Marks.Count == 0 && !section.Markdown.AsSpan().ContainsAnyInRange('0', '9'))
        {
            yield break;
        }

        var periodsByStatement = new Dictionary<WrittenStatement, BasisPeriod>();
        foreach (var statement in WrittenStatement.FindAll(section.Markdown))
        {
            var period = bases.FindPeriod(section, statement);
            if (period is null && statement.Introduction is { } introduction)
            {
                period = periodsByStatement.GetValueOrDefault(introduction);
            }

            if (period is null)
            {
                continue;
            }

            periodsByStatement[statement] = period;
            var (from, until) = (
                StartsWithin(period.InForce, article) ? period.InForce.From : null,
                EndsWithin(period.InForce, article) ? period.InForce.Until : null
            );
            if (from is not null || until is not null)
            {
                yield return new DatedStatement(
                    statement.Start,
                    statement.Length,
                    new ValidityPeriod(from, until),
                    PeriodTexts.FormatNotYetInForce(from, lang),
                    PeriodTexts.FormatEnded(until, period.Then, lang)
                )
                {
                    Table = statement.Table,
                    HasThen = period.Then is not null,
                };
            }
        }
    }
}

/// <summary>The period of a statement, with the rule that applies afterwards.</summary>
internal sealed record BasisPeriod(ValidityPeriod InForce, LocalizedText? Then);

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
        return article.Periods.Count == 0 && !article.Basis.Any(basis => IsBounded(basis, article))
            ? article
            : article with
            {
                SectionsVi = Apply(article, article.SectionsVi, Lang.Vi),
                SectionsEn = Apply(article, article.SectionsEn, Lang.En),
            };
    }

    /// <summary>Whether the basis had already ended on the day on which the article was checked.</summary>
    public static bool IsCitedAsEnded(LegalBasis basis, Article article) => basis.InForce.Until < article.Checked;

    private static bool IsBounded(LegalBasis basis, Article article) =>
        !IsCitedAsEnded(basis, article) && (EndsWithin(basis.InForce, article) || BeginsWithin(basis.InForce, article));

    private static bool EndsWithin(ValidityPeriod period, Article article) =>
        period.Until is { } until && !(until >= article.InForce.Until);

    private static bool BeginsWithin(ValidityPeriod period, Article article) => period.From is { } from && !(from <= article.InForce.From);

    private static List<Section> Apply(Article article, IReadOnlyList<Section> sections, Lang lang)
    {
        var bases = new StatementBasis(article, lang);
        return [.. sections.Select(section => section with { Dated = [.. Dated(article, bases, section, lang)] })];
    }

    private static IEnumerable<DatedStatement> Dated(Article article, StatementBasis bases, Section section, Lang lang)
    {
        // Documents and figures have digits.
        if (section.Marks.Count == 0 && !section.Markdown.AsSpan().ContainsAnyInRange('0', '9'))
        {
            yield break;
        }

        var found = new Dictionary<WrittenStatement, Bound>();
        foreach (var statement in WrittenStatement.In(section.Markdown))
        {
            var bound = bases.BoundOf(section, statement);
            if (bound is null && statement.Introduction is { } introduction)
            {
                bound = found.GetValueOrDefault(introduction);
            }

            if (bound is null)
            {
                continue;
            }

            found[statement] = bound;
            var (from, until) = (
                BeginsWithin(bound.InForce, article) ? bound.InForce.From : null,
                EndsWithin(bound.InForce, article) ? bound.InForce.Until : null
            );
            if (from is not null || until is not null)
            {
                yield return new DatedStatement(
                    statement.Start,
                    statement.Length,
                    new ValidityPeriod(from, until),
                    PeriodTexts.NotYet(from, lang),
                    PeriodTexts.Ended(until, bound.Then, lang)
                )
                {
                    Table = statement.Table,
                    HasThen = bound.Then is not null,
                };
            }
        }
    }
}

/// <summary>The period of a statement, with what holds after it.</summary>
internal sealed record Bound(ValidityPeriod InForce, LocalizedText? Then);

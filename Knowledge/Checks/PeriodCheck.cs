using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>
/// Checks the periods of an article and of its statements: statements that ended before a day have the rule that follows, a period agrees
/// with its clause and with the day that the text names, and both languages have the same periods.
/// </summary>
internal static partial class PeriodCheck
{
    /// <param name="day">The day before which periods count as ended.</param>
    public static IEnumerable<Problem> Check(CheckedArticle checkedArticle, DateOnly day) =>
        CheckEnded(checkedArticle, day)
            .Concat(CheckBasesOutlived(checkedArticle))
            .Concat(CheckPeriodIds(checkedArticle))
            .Concat(CheckStatementPeriods(checkedArticle))
            .Concat(CheckSamePeriods(checkedArticle));

    private static IEnumerable<Problem> CheckEnded(CheckedArticle checkedArticle, DateOnly day)
    {
        var article = checkedArticle.Article;
        if (article.InForce.Until is { } until && until < day && article.Then is null)
        {
            yield return checkedArticle.ReportInFrontMatter(
                "validity",
                "ended",
                $"Bài đã hết hiệu lực sau ngày {until:dd/MM/yyyy}: “validity” phải có “then” nói quy định nay ra sao.",
                $"The article ended after {until:yyyy-MM-dd}: “validity” needs “then”, which says what holds now."
            );
        }

        foreach (
            var basis in article.Basis.Where(basis =>
                StatementPeriods.IsCitedAsEnded(basis, article)
                && basis is { Then: null, ReplacedBy: null }
                && basis.Figures.SelectMany(figure => FigureReader.Read(figure, Lang.Vi)).Any(figure => figure.Kind != FigureKind.Date)
            )
        )
        {
            yield return checkedArticle.ReportInFrontMatter(
                "basis",
                basis.Document,
                "ended",
                $"{basis.Document} đã hết hiệu lực mà còn giữ số liệu: ghi “then” hoặc “replacedBy”.",
                $"{basis.Document} has ended and still holds figures: it needs “then” or “replacedBy”."
            );
        }

        foreach (
            var (lang, section, dated) in FindDatedStatements(article)
                .Where(found => found.Dated.InForce.Until < day && !found.Dated.HasThen)
        )
        {
            yield return checkedArticle.ReportInSection(
                lang,
                section.Id,
                GetExcerpt(section, dated),
                "ended",
                $"Câu này hết hiệu lực sau ngày {dated.InForce.Until:dd/MM/yyyy}: căn cứ của nó phải có “then”.",
                $"This statement ended after {dated.InForce.Until:yyyy-MM-dd}: its basis needs “then”, which says what holds now."
            );
        }
    }

    /// <summary>An article must not apply longer than all of its bases.</summary>
    private static IEnumerable<Problem> CheckBasesOutlived(CheckedArticle checkedArticle)
    {
        var article = checkedArticle.Article;
        var basesInForce = article.Basis.Where(basis => !StatementPeriods.IsCitedAsEnded(basis, article)).ToList();
        if (
            basesInForce.Count > 0
            && basesInForce.TrueForAll(basis => basis.InForce.Until is not null)
            && basesInForce.Max(basis => basis.InForce.Until) is { } last
            && (article.InForce.Until is null || article.InForce.Until > last)
        )
        {
            yield return checkedArticle.ReportInFrontMatter(
                "validity",
                "period",
                $"Mọi căn cứ hết hiệu lực chậm nhất ngày {last:dd/MM/yyyy}: bài phải có “until” không muộn hơn.",
                $"All bases end by {last:yyyy-MM-dd}: the article needs an “until” that is no later."
            );
        }
    }

    private static IEnumerable<Problem> CheckPeriodIds(CheckedArticle checkedArticle)
    {
        var article = checkedArticle.Article;
        var knownIds = article
            .Periods.Select(period => period.Id)
            .Concat(article.Basis.Select(basis => basis.Id).OfType<string>())
            .ToList();
        var usedIds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var lang in new[] { Lang.Vi, Lang.En })
        {
            foreach (var section in article.GetSections(lang))
            {
                foreach (var mark in section.Marks)
                {
                    usedIds.Add(mark.Id);
                    if (!knownIds.Contains(mark.Id))
                    {
                        yield return checkedArticle.ReportInSection(
                            lang,
                            section.Id,
                            $"{{@{mark.Id}}}",
                            "period",
                            $"Không có kỳ hay căn cứ nào mang mã “{mark.Id}”.",
                            $"There is no period or basis with the id “{mark.Id}”."
                        );
                    }
                }
            }
        }

        foreach (var id in knownIds.Where(id => !usedIds.Contains(id) || knownIds.Count(other => other == id) > 1).Distinct())
        {
            yield return checkedArticle.ReportInFrontMatter(
                "basis",
                $"id: {id}",
                "period",
                $"Mã “{id}” không được câu nào dùng, hoặc dùng cho hai kỳ.",
                $"The id “{id}” is used by no statement, or names two periods."
            );
        }
    }

    private static IEnumerable<Problem> CheckStatementPeriods(CheckedArticle checkedArticle)
    {
        var article = checkedArticle.Article;
        foreach (var lang in new[] { Lang.Vi, Lang.En })
        {
            var bases = new StatementBasis(article, lang);
            foreach (var section in article.GetSections(lang))
            {
                foreach (var statement in WrittenStatement.FindAll(section.Markdown))
                {
                    if (FindDisagreement(article, bases, section, statement, lang) is { } reason)
                    {
                        yield return checkedArticle.ReportInSection(
                            lang,
                            section.Id,
                            TakeStart(statement.Text),
                            "period",
                            reason.Vi,
                            reason.En
                        );
                    }
                }
            }
        }
    }

    private static LocalizedText? FindDisagreement(
        Article article,
        StatementBasis bases,
        Section section,
        WrittenStatement statement,
        Lang lang
    )
    {
        var own = bases.FindReferencedPeriod(section, statement)?.InForce;
        var clause = bases.FindPeriodByClause(statement)?.InForce;
        if (own is not null && clause is not null && (clause.Until is { } end && !(own.Until <= end) || own.From < clause.From))
        {
            return new(
                "Kỳ riêng của câu vượt ra ngoài hiệu lực của điều khoản mà câu dẫn.",
                "The statement's own period goes beyond the period of the clause that it names."
            );
        }

        var until =
            own?.Until ?? clause?.Until ?? (statement.Introduction is { } intro ? bases.FindPeriod(section, intro)?.InForce.Until : null);
        var written = FindLastDays(statement.Text, lang).Where(day => day >= article.Checked && day != article.InForce.Until).ToList();
        return written.Count == 0 || (until is { } last && written.Contains(last))
            ? null
            : new(
                $"Câu nói “đến hết {written[0]:dd/MM/yyyy}” nhưng căn cứ của nó không hết vào ngày đó: sửa “until”, "
                    + "hoặc gắn kỳ riêng {@…}.",
                $"The statement says “until the end of {written[0]:yyyy-MM-dd}”, but its basis does not end on that day: correct “until”, "
                    + "or refer to a period {@…}."
            );
    }

    /// <summary>The last days that a text names: “đến hết 31/12/2026”, “until the end of 31 December 2026”.</summary>
    private static IEnumerable<DateOnly> FindLastDays(string text, Lang lang) =>
        (lang == Lang.En ? EnglishLastDayRegex() : VietnameseLastDayRegex())
            .Matches(text)
            .SelectMany(match => FigureReader.Read(match.Groups["day"].Value, lang))
            .Where(figure => figure.Kind == FigureKind.Date)
            .Select(figure =>
                DateOnly.TryParseExact(figure.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? day
                    : (DateOnly?)null
            )
            .OfType<DateOnly>();

    private static IEnumerable<Problem> CheckSamePeriods(CheckedArticle checkedArticle)
    {
        foreach (var (vi, en) in checkedArticle.Article.SectionsVi.Zip(checkedArticle.Article.SectionsEn))
        {
            var (ofVi, ofEn) = (GetPeriods(vi), GetPeriods(en));
            if (!ofVi.SetEquals(ofEn))
            {
                yield return checkedArticle.ReportInSection(
                    Lang.En,
                    en.Id,
                    null,
                    "same-periods",
                    "Hai ngôn ngữ có các câu hết hạn vào những ngày khác nhau trong mục này.",
                    "The statements of this section end on different days in the two languages."
                );
            }
        }

        static HashSet<ValidityPeriod> GetPeriods(Section section) => [.. section.DatedStatements.Select(dated => dated.InForce)];
    }

    private static IEnumerable<(Lang Lang, Section Section, DatedStatement Dated)> FindDatedStatements(Article article) =>
        from lang in new[] { Lang.Vi, Lang.En }
        from section in article.GetSections(lang)
        from dated in section.DatedStatements
        select (lang, section, dated);

    private static string GetExcerpt(Section section, DatedStatement dated) =>
        TakeStart(section.Markdown.Substring(dated.Start, dated.Length));

    /// <summary>Enough of a statement to find its line; references in the file make the rest differ from what was read.</summary>
    private static string TakeStart(string text) => text.Trim() is { Length: > 30 } longer ? longer[..30] : text.Trim();

    [GeneratedRegex(@"(đến hết|đến cuối) (ngày )?(?<day>\d{1,2}/\d{1,2}/\d{4})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex VietnameseLastDayRegex();

    [GeneratedRegex(@"until (the end of )?(?<day>\d{1,2} [A-Z][a-z]+ \d{4})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex EnglishLastDayRegex();
}

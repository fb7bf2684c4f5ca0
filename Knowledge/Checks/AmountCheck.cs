using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>
/// Checks that an article refers to the amounts that the rule tables define instead of repeating them, and that each reference agrees with
/// the basis on which the article rests it.
/// </summary>
internal static class AmountCheck
{
    private const string Mask = "□";

    public static IEnumerable<Problem> Check(CheckedArticle article)
    {
        var referencedAmounts = AmountReferences
            .FindIds(article.Text)
            .Distinct()
            .Select(AmountTable.Default.Find)
            .OfType<DefinedAmount>()
            .ToList();
        var problems = referencedAmounts.SelectMany(amount => CheckReference(article, amount));
        return
            ArticleReader.Read(article.Article.Path, article.Text, (_, _) => Mask) is ArticleReadResult.Valid { Article: var maskedArticle }
            ? problems.Concat(CheckBasis(article, maskedArticle)).Concat(CheckText(article, maskedArticle, referencedAmounts))
            : problems;
    }

    /// <summary>The amount may be stated, and the article has a basis with its clause and period.</summary>
    private static IEnumerable<Problem> CheckReference(CheckedArticle article, DefinedAmount amount)
    {
        if (!amount.Confidence.MayBeStated && !amount.Confidence.NeedsConfirmation)
        {
            yield return Report(
                $"mức có nhãn {ConfidenceText.Format(amount.Confidence)} nên không được nêu.",
                "the amount is not verified and must not be stated."
            );
            yield break;
        }

        var bases = article.Article.Basis.Where(basis => IsBasisOf(basis, amount)).ToList();
        if (bases.Count == 0)
        {
            yield return Report(
                $"bài phải có căn cứ {amount.Document} {amount.Clause}.",
                $"the article needs the basis {amount.Document} {amount.Clause}."
            );
        }
        else if (bases.TrueForAll(basis => basis.InForce.Until != amount.InForce.Until))
        {
            yield return Report(
                "ngày hết hiệu lực trong bảng khác với căn cứ của bài.",
                "its last day in the table is not that of the article's basis."
            );
        }

        Problem Report(string vi, string en) =>
            article.ReportAtReference(amount.Id, "amount", $"{{{{{amount.Id}}}}}: {vi}", $"{{{{{amount.Id}}}}}: {en}");
    }

    /// <summary>No basis lists as its own figure what a table defines for its clause, or another amount than the table.</summary>
    private static IEnumerable<Problem> CheckBasis(CheckedArticle article, Article maskedArticle)
    {
        foreach (var basis in maskedArticle.Basis)
        {
            var definedAmounts = AmountTable.Default.All.Where(amount => MayBeSameAmount(basis, amount, maskedArticle)).ToList();
            foreach (var figure in basis.Figures.Except(basis.Examples).SelectMany(figure => FigureReader.Read(figure, Lang.Vi)))
            {
                var sameAmounts = definedAmounts.Where(amount => GetIdentity(amount) == figure.Identity).ToList();
                if (sameAmounts.Count > 0)
                {
                    yield return article.ReportInFrontMatter(
                        "basis",
                        figure.Written,
                        "amount",
                        $"“{figure.Written}” có trong bảng quy tắc: viết {FormatReferences(sameAmounts)}.",
                        $"“{figure.Written}” is defined in a rule table: write {FormatReferences(sameAmounts)}."
                    );
                }
                else if (
                    definedAmounts
                        .Where(amount => IsDefinedBy(amount, basis, maskedArticle) && GetIdentity(amount).Kind == figure.Kind)
                        .ToList() is
                    { Count: > 0 } otherAmounts
                )
                {
                    yield return article.ReportInFrontMatter(
                        "basis",
                        figure.Written,
                        "amount",
                        $"“{figure.Written}” khác bảng quy tắc ({FormatAmounts(otherAmounts, Lang.Vi)}). "
                            + "Số của ví dụ thì ghi vào “examples”.",
                        $"“{figure.Written}” differs from the rule table ({FormatAmounts(otherAmounts, Lang.En)}). "
                            + "Figures of an example go to “examples”."
                    );
                }
            }
        }
    }

    /// <summary>No statement repeats an amount to which the article refers.</summary>
    private static IEnumerable<Problem> CheckText(CheckedArticle article, Article maskedArticle, List<DefinedAmount> referencedAmounts)
    {
        if (referencedAmounts.Count == 0)
        {
            yield break;
        }

        var basisFigures = maskedArticle
            .Basis.SelectMany(basis => basis.Figures)
            .SelectMany(figure => FigureReader.Read(figure, Lang.Vi))
            .ToList();
        foreach (var lang in new[] { Lang.Vi, Lang.En })
        {
            foreach (var section in maskedArticle.GetSections(lang))
            {
                foreach (var figure in FigureReader.Read(section.Markdown, lang).DistinctBy(figure => figure.Identity))
                {
                    var sameAmounts = referencedAmounts.Where(amount => GetIdentity(amount) == figure.Identity).ToList();
                    if (sameAmounts.Count > 0 && basisFigures.TrueForAll(other => other.Identity != figure.Identity))
                    {
                        yield return article.ReportInSection(
                            lang,
                            section.Id,
                            figure.Written,
                            "amount",
                            $"“{figure.Written}” có trong bảng quy tắc: viết {FormatReferences(sameAmounts)}.",
                            $"“{figure.Written}” is defined in a rule table: write {FormatReferences(sameAmounts)}."
                        );
                    }
                }
            }
        }
    }

    /// <summary>The tables have all amounts of a clause that they name exactly, and of the article that explains the rule.</summary>
    private static bool IsDefinedBy(DefinedAmount amount, LegalBasis basis, Article article) =>
        amount.Article == article.Key || (amount.Clause.Length > 0 && amount.Clause == basis.Clause && amount.Unit == AmountUnit.Vnd);

    /// <summary>The basis names the document, and not another clause of it.</summary>
    private static bool IsBasisOf(LegalBasis basis, DefinedAmount amount) =>
        basis.Document == amount.Document
        && (
            basis.Clause is not { } clause
            || amount.Clause.Length == 0
            || NamesClause(clause, amount.Clause)
            || NamesClause(amount.Clause, clause)
        );

    /// <summary>
    /// The basis has the clause that sets the amount: sums of money by any wording of the clause; shares and periods, which many clauses
    /// have alike, by the same words or in the article that explains the rule.
    /// </summary>
    private static bool MayBeSameAmount(LegalBasis basis, DefinedAmount amount, Article article) =>
        IsBasisOf(basis, amount)
        && (
            amount.Article == article.Key
            || (basis.Clause ?? "") == amount.Clause
            || (amount.Unit == AmountUnit.Vnd && amount.Clause.Length > 0 && basis.Clause is not null)
        );

    /// <summary>“Điều 11, Điều 14” names “Điều 11” but not “Điều 1”.</summary>
    private static bool NamesClause(string clause, string other) =>
        $"{clause},".Split(other).Skip(1).Any(rest => rest.Length > 0 && !char.IsLetterOrDigit(rest[0]));

    private static (FigureKind Kind, string Value) GetIdentity(DefinedAmount amount) =>
        FigureReader.Read(amount.Format(Lang.Vi), Lang.Vi)[0].Identity;

    private static string FormatReferences(List<DefinedAmount> amounts) =>
        string.Join(" / ", amounts.Select(amount => $"{{{{{amount.Id}}}}}"));

    private static string FormatAmounts(List<DefinedAmount> amounts, Lang lang) =>
        string.Join("; ", amounts.Select(amount => amount.Format(lang)).Distinct());
}

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
        var used = AmountReferences.In(article.Text).Distinct().Select(AmountTable.Default.Find).OfType<DefinedAmount>().ToList();
        var problems = used.SelectMany(amount => OfReference(article, amount));
        return ArticleReader.Read(article.Article.Path, article.Text, (_, _) => Mask) is ArticleReadResult.Valid { Article: var literal }
            ? problems.Concat(InBasis(article, literal)).Concat(InText(article, literal, used))
            : problems;
    }

    /// <summary>A reference may be told, and a basis of the article has its clause and its period.</summary>
    private static IEnumerable<Problem> OfReference(CheckedArticle article, DefinedAmount amount)
    {
        if (!amount.Confidence.MayBeStated && !amount.Confidence.NeedsConfirmation)
        {
            yield return Report(
                $"mức có nhãn {ConfidenceText.Write(amount.Confidence)} nên không được nêu.",
                "the amount is not verified and must not be stated."
            );
            yield break;
        }

        var bases = article.Article.Basis.Where(basis => Covers(basis, amount)).ToList();
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
            article.AtReference(amount.Id, "amount", $"{{{{{amount.Id}}}}}: {vi}", $"{{{{{amount.Id}}}}}: {en}");
    }

    /// <summary>No basis lists as its own figure what a table defines for its clause, or another amount than the table.</summary>
    private static IEnumerable<Problem> InBasis(CheckedArticle article, Article literal)
    {
        foreach (var basis in literal.Basis)
        {
            var defined = AmountTable.Default.All.Where(amount => IsBeside(basis, amount, literal)).ToList();
            foreach (var figure in basis.Figures.Except(basis.Examples).SelectMany(figure => FigureReader.Read(figure, Lang.Vi)))
            {
                var same = defined.Where(amount => Identity(amount) == figure.Identity).ToList();
                if (same.Count > 0)
                {
                    yield return article.InFrontMatter(
                        "basis",
                        figure.Written,
                        "amount",
                        $"“{figure.Written}” có trong bảng quy tắc: viết {References(same)}.",
                        $"“{figure.Written}” is defined in a rule table: write {References(same)}."
                    );
                }
                else if (
                    defined.Where(amount => IsSetBy(amount, basis, literal) && Identity(amount).Kind == figure.Kind).ToList() is
                    { Count: > 0 } others
                )
                {
                    yield return article.InFrontMatter(
                        "basis",
                        figure.Written,
                        "amount",
                        $"“{figure.Written}” khác bảng quy tắc ({Amounts(others, Lang.Vi)}). Số của ví dụ thì ghi vào “examples”.",
                        $"“{figure.Written}” differs from the rule table ({Amounts(others, Lang.En)}). "
                            + "Figures of an example go to “examples”."
                    );
                }
            }
        }
    }

    /// <summary>No statement repeats an amount to which the article refers.</summary>
    private static IEnumerable<Problem> InText(CheckedArticle article, Article literal, List<DefinedAmount> used)
    {
        if (used.Count == 0)
        {
            yield break;
        }

        var own = literal.Basis.SelectMany(basis => basis.Figures).SelectMany(figure => FigureReader.Read(figure, Lang.Vi)).ToList();
        foreach (var lang in new[] { Lang.Vi, Lang.En })
        {
            foreach (var section in literal.Sections(lang))
            {
                foreach (var figure in FigureReader.Read(section.Markdown, lang).DistinctBy(figure => figure.Identity))
                {
                    var same = used.Where(amount => Identity(amount) == figure.Identity).ToList();
                    if (same.Count > 0 && own.TrueForAll(other => other.Identity != figure.Identity))
                    {
                        yield return article.InSection(
                            lang,
                            section.Id,
                            figure.Written,
                            "amount",
                            $"“{figure.Written}” có trong bảng quy tắc: viết {References(same)}.",
                            $"“{figure.Written}” is defined in a rule table: write {References(same)}."
                        );
                    }
                }
            }
        }
    }

    /// <summary>The tables have all amounts of a clause that they name exactly, and of the article that explains the rule.</summary>
    private static bool IsSetBy(DefinedAmount amount, LegalBasis basis, Article article) =>
        amount.Article == article.Key || (amount.Clause.Length > 0 && amount.Clause == basis.Clause && amount.Unit == AmountUnit.Vnd);

    /// <summary>The basis names the document, and not another clause of it.</summary>
    private static bool Covers(LegalBasis basis, DefinedAmount amount) =>
        basis.Document == amount.Document
        && (basis.Clause is not { } clause || amount.Clause.Length == 0 || Names(clause, amount.Clause) || Names(amount.Clause, clause));

    /// <summary>
    /// The basis has the clause that sets the amount: sums of money by any wording of the clause; shares and periods, which many clauses
    /// have alike, by the same words or in the article that explains the rule.
    /// </summary>
    private static bool IsBeside(LegalBasis basis, DefinedAmount amount, Article article) =>
        Covers(basis, amount)
        && (
            amount.Article == article.Key
            || (basis.Clause ?? "") == amount.Clause
            || (amount.Unit == AmountUnit.Vnd && amount.Clause.Length > 0 && basis.Clause is not null)
        );

    /// <summary>“Điều 11, Điều 14” names “Điều 11” but not “Điều 1”.</summary>
    private static bool Names(string clause, string other) =>
        $"{clause},".Split(other).Skip(1).Any(rest => rest.Length > 0 && !char.IsLetterOrDigit(rest[0]));

    private static (FigureKind Kind, string Value) Identity(DefinedAmount amount) =>
        FigureReader.Read(amount.Write(Lang.Vi), Lang.Vi)[0].Identity;

    private static string References(List<DefinedAmount> amounts) => string.Join(" / ", amounts.Select(amount => $"{{{{{amount.Id}}}}}"));

    private static string Amounts(List<DefinedAmount> amounts, Lang lang) =>
        string.Join("; ", amounts.Select(amount => amount.Write(lang)).Distinct());
}

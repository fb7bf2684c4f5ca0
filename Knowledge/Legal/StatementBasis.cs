using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Legal;

/// <summary>Finds the basis of a statement among those of its article.</summary>
internal sealed class StatementBasis(Article article, Lang lang)
{
    private readonly List<(LegalBasis Basis, HashSet<(FigureKind Kind, string Value)> Figures)> basesWithFigures =
    [
        .. article
            .Basis.Where(basis => basis.Figures.Count > 0 && !StatementPeriods.IsCitedAsEnded(basis, article))
            .Select(basis => (basis, ReadFigures(string.Join("; ", basis.Figures), Lang.Vi))),
    ];

    /// <summary>The period of a statement; null when the article ties it to no basis.</summary>
    public BasisPeriod? FindPeriod(Section section, WrittenStatement statement) =>
        FindReferencedPeriod(section, statement) ?? FindPeriodByClause(statement);

    /// <summary>The period of the clauses that it names, else of those that hold its figures; null when there are none.</summary>
    public BasisPeriod? FindPeriodByClause(WrittenStatement statement) =>
        FindNamedBases(statement.Text) is { Count: > 0 } named
            ? Intersect(named.Select(CreatePeriod))
            : FindPeriodByFigures(statement.Text);

    /// <summary>The periods and bases that the statement refers to by <c>{@id}</c>, as one period; null when there are none.</summary>
    public BasisPeriod? FindReferencedPeriod(Section section, WrittenStatement statement)
    {
        var ids = section
            .Marks.Where(mark => mark.Offset >= statement.Start && mark.Offset <= statement.End)
            .Select(mark => mark.Id)
            .ToList();
        return ids.Count == 0 ? null : Intersect(ids.Select(id => FindPeriodById(id)).OfType<BasisPeriod>());
    }

    /// <summary>A period or basis by its id; null when the article has none with that id.</summary>
    public BasisPeriod? FindPeriodById(string id) =>
        article.Periods.FirstOrDefault(period => period.Id == id) is { } ownPeriod ? new BasisPeriod(ownPeriod.InForce, ownPeriod.Then)
        : article.Basis.FirstOrDefault(basis => basis.Id == id) is { } basis ? CreatePeriod(basis)
        : null;

    /// <summary>The bases whose document the text names; of several with one document, those whose clause it names.</summary>
    private List<LegalBasis> FindNamedBases(string text) =>
        [
            .. article
                .Basis.Where(basis => !StatementPeriods.IsCitedAsEnded(basis, article) && ContainsWhole(text, basis.Document))
                .GroupBy(basis => basis.Document, StringComparer.Ordinal)
                .SelectMany(sameDocument =>
                    sameDocument
                        .Where(basis => basis.Clause is { } clause && ContainsWhole(text, LocalFormat.Clause(clause, lang)))
                        .ToList()
                        is { Count: > 0 } sameClause
                        ? sameClause
                        : [.. sameDocument]
                ),
        ];

    private static bool ContainsWhole(string text, string name)
    {
        for (
            var index = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            index >= 0;
            index = text.IndexOf(name, index + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var end = index + name.Length;
            if (
                (index == 0 || !(char.IsLetterOrDigit(text[index - 1]) || text[index - 1] is '.' or '/'))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A figure holds as long as one of the bases that have it; the statement as long as all its figures do. Dates are no figures here:
    /// they tell when something begins or ends.
    /// </summary>
    private BasisPeriod? FindPeriodByFigures(string text)
    {
        var periods =
            basesWithFigures.Count == 0 || !text.AsSpan().ContainsAnyInRange('0', '9')
                ? []
                : ReadFigures(text, lang)
                    .Select(figure =>
                        basesWithFigures.Where(basis => basis.Figures.Contains(figure)).Select(basis => CreatePeriod(basis.Basis)).ToList()
                    )
                    .Where(figurePeriods => figurePeriods.Count > 0)
                    .Select(Union)
                    .ToList();
        return periods.Count == 0 ? null : Intersect(periods);
    }

    private static HashSet<(FigureKind Kind, string Value)> ReadFigures(string text, Lang lang) =>
        [
            .. FigureReader
                .Read(text, lang)
                .Where(figure => figure.Kind is FigureKind.Money or FigureKind.Percent or FigureKind.Period)
                .Select(figure => figure.Identity),
        ];

    private static BasisPeriod CreatePeriod(LegalBasis basis) => new(basis.InForce, basis.Then);

    /// <summary>From the first day of the earliest until the last day of the one that ends first.</summary>
    private static BasisPeriod Intersect(IEnumerable<BasisPeriod> periods)
    {
        var all = periods.ToList();
        var first = all.Where(bound => bound.InForce.Until is not null).MinBy(bound => bound.InForce.Until);
        return new(new ValidityPeriod(GetEarliestStart(all), first?.InForce.Until), first?.Then);
    }

    /// <summary>From the first day of the earliest until the last day of the one that ends last.</summary>
    private static BasisPeriod Union(List<BasisPeriod> periods)
    {
        var last = periods.Exists(bound => bound.InForce.Until is null) ? null : periods.MaxBy(bound => bound.InForce.Until);
        return new(new ValidityPeriod(GetEarliestStart(periods), last?.InForce.Until), last?.Then);
    }

    private static DateOnly? GetEarliestStart(List<BasisPeriod> periods) =>
        periods.Exists(bound => bound.InForce.From is null) ? null : periods.Min(bound => bound.InForce.From);
}

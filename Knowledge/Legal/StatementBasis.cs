using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Legal;

/// <summary>Finds the basis of a statement among those of its article.</summary>
internal sealed class StatementBasis(Article article, Lang lang)
{
    private readonly List<(LegalBasis Basis, HashSet<(FigureKind Kind, string Value)> Figures)> withFigures =
    [
        .. article
            .Basis.Where(basis => basis.Figures.Count > 0 && !StatementPeriods.IsCitedAsEnded(basis, article))
            .Select(basis => (basis, Figures(string.Join("; ", basis.Figures), Lang.Vi))),
    ];

    /// <summary>The period of a statement; null when the article ties it to no basis.</summary>
    public Bound? BoundOf(Section section, WrittenStatement statement) => Marked(section, statement) ?? BoundByClause(statement);

    /// <summary>The period of the clauses that it names, else of those that hold its figures; null when there are none.</summary>
    public Bound? BoundByClause(WrittenStatement statement) =>
        Named(statement.Text) is { Count: > 0 } named ? All(named.Select(Of)) : ByFigures(statement.Text);

    /// <summary>The periods and bases that the statement refers to by <c>{@id}</c>, as one period; null when there are none.</summary>
    public Bound? Marked(Section section, WrittenStatement statement)
    {
        var ids = section
            .Marks.Where(mark => mark.Offset >= statement.Start && mark.Offset <= statement.End)
            .Select(mark => mark.Id)
            .ToList();
        return ids.Count == 0 ? null : All(ids.Select(id => ById(id)).OfType<Bound>());
    }

    /// <summary>A period or basis by its id; null when the article has none with that id.</summary>
    public Bound? ById(string id) =>
        article.Periods.FirstOrDefault(period => period.Id == id) is { } own ? new Bound(own.InForce, own.Then)
        : article.Basis.FirstOrDefault(basis => basis.Id == id) is { } basis ? Of(basis)
        : null;

    /// <summary>The bases whose document the text names; of several with one document, those whose clause it names.</summary>
    private List<LegalBasis> Named(string text) =>
        [
            .. article
                .Basis.Where(basis => !StatementPeriods.IsCitedAsEnded(basis, article) && IsIn(text, basis.Document))
                .GroupBy(basis => basis.Document, StringComparer.Ordinal)
                .SelectMany(same =>
                    same.Where(basis => basis.Clause is { } clause && IsIn(text, LocalFormat.Clause(clause, lang))).ToList()
                        is { Count: > 0 } exact
                        ? exact
                        : [.. same]
                ),
        ];

    private static bool IsIn(string text, string name)
    {
        for (
            var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var end = at + name.Length;
            if (
                (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '/'))
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
    private Bound? ByFigures(string text)
    {
        var periods =
            withFigures.Count == 0 || !text.AsSpan().ContainsAnyInRange('0', '9')
                ? []
                : Figures(text, lang)
                    .Select(figure => withFigures.Where(basis => basis.Figures.Contains(figure)).Select(basis => Of(basis.Basis)).ToList())
                    .Where(held => held.Count > 0)
                    .Select(Any)
                    .ToList();
        return periods.Count == 0 ? null : All(periods);
    }

    private static HashSet<(FigureKind Kind, string Value)> Figures(string text, Lang lang) =>
        [
            .. FigureReader
                .Read(text, lang)
                .Where(figure => figure.Kind is FigureKind.Money or FigureKind.Percent or FigureKind.Period)
                .Select(figure => figure.Identity),
        ];

    private static Bound Of(LegalBasis basis) => new(basis.InForce, basis.Then);

    /// <summary>From the first day of the earliest until the last day of the one that ends first.</summary>
    private static Bound All(IEnumerable<Bound> bounds)
    {
        var all = bounds.ToList();
        var first = all.Where(bound => bound.InForce.Until is not null).MinBy(bound => bound.InForce.Until);
        return new(new ValidityPeriod(Earliest(all), first?.InForce.Until), first?.Then);
    }

    /// <summary>From the first day of the earliest until the last day of the one that ends last.</summary>
    private static Bound Any(List<Bound> bounds)
    {
        var last = bounds.Exists(bound => bound.InForce.Until is null) ? null : bounds.MaxBy(bound => bound.InForce.Until);
        return new(new ValidityPeriod(Earliest(bounds), last?.InForce.Until), last?.Then);
    }

    private static DateOnly? Earliest(List<Bound> bounds) =>
        bounds.Exists(bound => bound.InForce.From is null) ? null : bounds.Min(bound => bound.InForce.From);
}

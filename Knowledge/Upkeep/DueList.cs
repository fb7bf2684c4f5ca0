using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Upkeep;

/// <summary>Why an editor should look at an article, the most urgent first.</summary>
public enum DueKind
{
    /// <summary>The article, or a clause that it cited as current, has ended.</summary>
    Ended,

    /// <summary>The article, or a clause that it cites as current, ends within the period.</summary>
    Ends,

    /// <summary>A document that the article rests on changed after the last check, or will change within the period.</summary>
    Changed,

    /// <summary>The review day has passed.</summary>
    Overdue,

    /// <summary>The review day comes within the period.</summary>
    Review,
}

/// <param name="Day">The last day in force, the day of the change, or the review day.</param>
public sealed record DueItem(DueKind Kind, Article Article, DateOnly Day, LocalizedText Reason)
{
    /// <summary>Whether the article has the rule that applies after the end.</summary>
    public bool HasSuccessorText { get; init; }
}

/// <summary>What needs an editor on a day, or will within a number of days.</summary>
/// <param name="Items">By kind, then by day.</param>
public sealed record DueList(DateOnly Today, int Days, IReadOnlyList<DueItem> Items)
{
    public const int DefaultDays = 90;

    public static DueList Of(IReadOnlyList<Article> articles, LegalRegister register, ReviewSchedule schedule, DateOnly today, int days)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(schedule);
        var period = new ValidityPeriod(today, today.AddDays(days));
        var items = articles.SelectMany(article =>
            FindEnds(article, period)
                .Concat(FindChanges(article, register, period))
                .Append(Review(article, schedule.GetNextReview(article), period))
                .OfType<DueItem>()
        );
        return new DueList(
            today,
            days,
            [.. items.OrderBy(item => item.Kind).ThenBy(item => item.Day).ThenBy(item => item.Article.Key, StringComparer.Ordinal)]
        );
    }

    public IReadOnlyList<DueItem> Of(DueKind kind) => [.. Items.Where(item => item.Kind == kind)];

    /// <summary>Whether something is late, not merely coming.</summary>
    public bool HasLate => Items.Any(IsLate);

    private bool IsLate(DueItem item) =>
        item.Kind switch
        {
            DueKind.Ended => !item.HasSuccessorText,
            DueKind.Changed => item.Day <= Today,
            _ => item.Kind == DueKind.Overdue,
        };

    private static IEnumerable<DueItem?> FindEnds(Article article, ValidityPeriod period)
    {
        yield return CreateEndItem(article, article.InForce.Until, article.Then, DueTexts.ArticleEnds, "", period);

        // Clauses that had ended before the last check are cited only to say so.
        foreach (var basis in article.Basis.Where(basis => basis.InForce.Until >= article.Checked))
        {
            var name = basis.Clause is null ? basis.Document : $"{basis.Document} {basis.Clause}";
            yield return CreateEndItem(article, basis.InForce.Until, basis.Then ?? article.Then, DueTexts.BasisEnds, name, period);
        }

        foreach (var own in article.Periods.Where(own => own.InForce.Until >= article.Checked))
        {
            yield return CreateEndItem(article, own.InForce.Until, own.Then, DueTexts.StatementEnds, own.Id, period);
        }
    }

    private static DueItem? CreateEndItem(
        Article article,
        DateOnly? until,
        LocalizedText? then,
        LocalizedText endsReason,
        string name,
        ValidityPeriod period
    ) =>
        until is not { } lastDay || lastDay > period.Until
            ? null
            : new DueItem(
                lastDay < period.From ? DueKind.Ended : DueKind.Ends,
                article,
                lastDay,
                DueTexts.FormatReason(endsReason, lastDay, name, then is null ? DueTexts.NothingAfter : DueTexts.WrittenAfter)
            )
            {
                HasSuccessorText = then is not null,
            };

    private static IEnumerable<DueItem> FindChanges(Article article, LegalRegister register, ValidityPeriod period)
    {
        var documents = article.Basis.Select(basis => register.Find(basis.Document)).OfType<LegalDocument>().Distinct();
        foreach (var document in documents)
        {
            if (document.Changed is { } changed && changed > article.Checked && changed <= period.Until)
            {
                yield return new(DueKind.Changed, article, changed, DueTexts.FormatReason(DueTexts.EntryChanged, changed, document.Number));
            }

            foreach (var amendment in document.AmendedBy.Select(number => register.Find(number)!))
            {
                if (amendment.From is { } from && from > article.Checked && from <= period.Until)
                {
                    yield return new(
                        DueKind.Changed,
                        article,
                        from,
                        DueTexts.FormatReason(
                            DueTexts.Amended,
                            from,
                            document.Number,
                            new LocalizedText(amendment.Number, amendment.Number)
                        )
                    );
                }
            }
        }
    }

    private static DueItem? Review(Article article, DateOnly next, ValidityPeriod period) =>
        next > period.Until ? null
        : next < period.From ? new DueItem(DueKind.Overdue, article, next, DueTexts.FormatReason(DueTexts.CheckedLast, article.Checked))
        : new DueItem(DueKind.Review, article, next, DueTexts.FormatReason(DueTexts.CheckedLast, article.Checked));
}

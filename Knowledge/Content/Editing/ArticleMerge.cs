using System.Globalization;
using PolicyAssistantBot.Knowledge.Content.Gaps;

namespace PolicyAssistantBot.Knowledge.Content.Editing;

/// <summary>A field or section of which two people changed the same article's text differently.</summary>
/// <param name="Name">The field's name, or <c>vi:amount</c> for a section.</param>
/// <param name="Base">What both began with; empty where there was nothing.</param>
public sealed record MergeConflict(string Name, string Base, string Mine, string Theirs);

/// <param name="Article">With everything that could be merged; in a conflict it has <see cref="MergeConflict.Mine"/>.</param>
public sealed record MergeResult(Article Article, IReadOnlyList<MergeConflict> Conflicts);

/// <summary>Merges two changes of one article, field by field and section by section.</summary>
public static class ArticleMerge
{
    private static readonly ArticleField[] Fields =
    [
        new("title", a => Join(a.Title), (a, from) => a with { Title = from.Title }),
        new("questions.vi", a => Lines(a.QuestionsVi), (a, from) => a with { QuestionsVi = from.QuestionsVi }),
        new("questions.en", a => Lines(a.QuestionsEn), (a, from) => a with { QuestionsEn = from.QuestionsEn }),
        new("basis", a => Lines(a.Basis.Select(Join)), (a, from) => a with { Basis = from.Basis }),
        new("validity", a => Join(Join(a.InForce), Join(a.Then)), (a, from) => a with { InForce = from.InForce, Then = from.Then }),
        new(
            "periods",
            a => Lines(a.Periods.Select(one => Join(one.Id, Join(one.InForce), Join(one.Then)))),
            (a, from) => a with { Periods = from.Periods }
        ),
        new("checked", a => Join(a.Checked), (a, from) => a with { Checked = from.Checked }),
        new("review", a => Join(a.ReviewOn), (a, from) => a with { ReviewOn = from.ReviewOn }),
        new("confidence", a => ConfidenceText.Format(a.Confidence), (a, from) => a with { Confidence = from.Confidence }),
        new("source", a => a.Source, (a, from) => a with { Source = from.Source }),
        new("owner", a => a.Owner, (a, from) => a with { Owner = from.Owner }),
        new("audience", a => Lines(a.Audience), (a, from) => a with { Audience = from.Audience }),
        new("followUps", a => Lines(a.FollowUps), (a, from) => a with { FollowUps = from.FollowUps }),
        new("related", a => Lines(a.Related), (a, from) => a with { Related = from.Related }),
        new("formerly", a => Lines(a.FormerKeys), (a, from) => a with { FormerKeys = from.FormerKeys }),
        new("filing", a => Join(a.Filing), (a, from) => a with { Filing = from.Filing }),
        new(
            "unknown",
            a => a.OwnGap is { } gap ? Join(Lines(gap.Facts.Select(fact => $"{fact}")), Join(gap.About), gap.Ask) : "",
            (a, from) => a with { OwnGap = from.OwnGap, Gap = from.OwnGap }
        ),
    ];

    /// <param name="origin">What both changes began with; all three are from <see cref="ArticleWriter.ReadForEditing"/>.</param>
    public static MergeResult Merge(Article origin, Article mine, Article theirs)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        var conflicts = new List<MergeConflict>();
        var merged = mine;
        foreach (var field in Fields)
        {
            switch (Choose(field.Name, field.Describe(origin), field.Describe(mine), field.Describe(theirs), conflicts))
            {
                case true:
                    merged = field.Copy(merged, theirs);
                    break;
                default:
                    break;
            }
        }

        return new MergeResult(
            merged with
            {
                SectionsVi = MergeSections("vi", origin.SectionsVi, mine.SectionsVi, theirs.SectionsVi, conflicts),
                SectionsEn = MergeSections("en", origin.SectionsEn, mine.SectionsEn, theirs.SectionsEn, conflicts),
            },
            conflicts
        );
    }

    /// <summary>The fields and sections of an article as people read them, by their names; empty ones are left out.</summary>
    public static IReadOnlyDictionary<string, string> Describe(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Fields
            .Select(field => (field.Name, Text: field.Describe(article)))
            .Concat(article.SectionsVi.Select(section => (Name: $"vi:{section.Id}", Text: Describe(article.SectionsVi, section.Id))))
            .Concat(article.SectionsEn.Select(section => (Name: $"en:{section.Id}", Text: Describe(article.SectionsEn, section.Id))))
            .Where(part => part.Text.Length > 0)
            .DistinctBy(part => part.Name, StringComparer.Ordinal)
            .ToDictionary(part => part.Name, part => part.Text, StringComparer.Ordinal);
    }

    /// <returns>True when their version is taken.</returns>
    private static bool Choose(string name, string origin, string mine, string theirs, List<MergeConflict> conflicts)
    {
        if (mine == theirs || theirs == origin)
        {
            return false;
        }

        if (mine == origin)
        {
            return true;
        }

        conflicts.Add(new MergeConflict(name, origin, mine, theirs));
        return false;
    }

    private static List<Section> MergeSections(
        string lang,
        IReadOnlyList<Section> origin,
        IReadOnlyList<Section> mine,
        IReadOnlyList<Section> theirs,
        List<MergeConflict> conflicts
    )
    {
        var merged = new List<Section>();
        foreach (var id in mine.Select(section => section.Id).Union(theirs.Select(section => section.Id)))
        {
            var isTheirs = Choose($"{lang}:{id}", Describe(origin, id), Describe(mine, id), Describe(theirs, id), conflicts);
            if (Find(isTheirs ? theirs : mine, id) is { } section)
            {
                merged.Add(section);
            }
        }

        return merged;
    }

    private static Section? Find(IReadOnlyList<Section> sections, string id) => sections.FirstOrDefault(section => section.Id == id);

    private static string Describe(IReadOnlyList<Section> sections, string id) =>
        Find(sections, id) is { } section ? $"{section.Heading}\n\n{ArticleWriter.WriteMarkdown(section)}" : "";

    private static string Join(LegalBasis basis) =>
        string.Join(
            " · ",
            basis.Document,
            basis.Clause,
            Join(basis.InForce),
            ConfidenceText.Format(basis.Confidence),
            string.Join("; ", basis.Figures.SkipLast(basis.Examples.Count)),
            string.Join("; ", basis.Examples),
            basis.ReplacedBy,
            basis.Id,
            Join(basis.Then)
        );

    private static string Join(Filing? filing) =>
        filing is null ? ""
        : filing.IsNone ? "none"
        : Join(filing.SameAs ?? "", Lines(filing.Known.Select(line => $"{line.Fact}: {Join(line.Text)}")));

    private static string Join(ValidityPeriod period) => $"{Join(period.From)} – {Join(period.Until)}";

    private static string Join(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Join(LocalizedText? text) => text is null ? "" : $"{text.Vi}\n{text.En}";

    private static string Join(params string[] parts) => string.Join('\n', parts);

    private static string Lines(IEnumerable<string> values) => string.Join('\n', values);

    private sealed record ArticleField(string Name, Func<Article, string> Describe, Func<Article, Article, Article> Copy);
}

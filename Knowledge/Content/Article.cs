using System.Text.Json.Serialization;
using PolicyAssistantBot.Knowledge.Content.Gaps;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>One reviewed article, which answers one question in both languages.</summary>
/// <param name="Key">The key of the fact, optionally with a suffix, such as <c>B9-tax-3years</c>. Unique.</param>
/// <param name="Topic">The name of its folder: definitions, support, financing, supplier-standards, organisation or request-form.</param>
/// <param name="Basis">The legal basis of the article; never empty.</param>
/// <param name="InForce">The period in which the content applies.</param>
/// <param name="Checked">The day on which a person last compared the text with its sources.</param>
/// <param name="Path">The file, relative to the articles' folder.</param>
public sealed record Article(
    string Key,
    string Topic,
    LocalizedText Title,
    IReadOnlyList<string> QuestionsVi,
    IReadOnlyList<string> QuestionsEn,
    IReadOnlyList<LegalBasis> Basis,
    ValidityPeriod InForce,
    DateOnly Checked,
    Confidence Confidence,
    string Source,
    string Owner,
    IReadOnlyList<string> Audience,
    IReadOnlyList<string> FollowUps,
    IReadOnlyList<string> Related,
    IReadOnlyList<Section> SectionsVi,
    IReadOnlyList<Section> SectionsEn,
    string Path
)
{
    /// <summary>
    /// The keys of articles that were merged into this one; references to them lead to this article.
    /// </summary>
    public IReadOnlyList<string> FormerKeys { get; init; } = [];

    /// <summary>
    /// The day on which the editor wants to check it again, where that is before the interval of its topic; null otherwise.
    /// </summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>The rule that applies once the whole article has ended; null where it has not been written.</summary>
    public LocalizedText? Then { get; init; }

    /// <summary>The periods of statements whose clause has none of its own.</summary>
    public IReadOnlyList<OwnPeriod> Periods { get; init; } = [];

    /// <summary>How its scheme is applied for; null where nothing was written.</summary>
    public Filing? Filing { get; init; }

    /// <summary>What the article itself says is not known; null when it says nothing.</summary>
    public KnowledgeGap? OwnGap { get; init; }

    /// <summary>What an answer says is not known: <see cref="OwnGap"/> and what the article of <see cref="Filing.SameAs"/> lacks.</summary>
    public KnowledgeGap? Gap { get; init; }

    /// <summary>The key, followed by the former keys.</summary>
    public IEnumerable<string> Keys => FormerKeys.Prepend(Key);

    /// <summary>
    /// A hash of twelve hexadecimal digits over what an answer says: texts, basis and validity. A check that
    /// finds nothing to change leaves it as it is.
    /// </summary>
    public string Revision => ArticleRevision.Compute(this);

    /// <summary>
    /// Whether an answer of this revision says what the article says now. Earlier versions of the program also hashed the day of the check.
    /// </summary>
    public bool HasRevision(string? revision) => revision == Revision || revision == FormerRevision;

    /// <summary>The revision as earlier versions of the program computed it, with the day of the check.</summary>
    public string FormerRevision => ArticleRevision.ComputeFormer(this);

    /// <summary>The common prefix of the articles on one subject: <c>B9-tax</c> for <c>B9-tax-rates</c> and <c>B9-tax-cut30</c>.</summary>
    public string SubjectKey => GetSubject(Key) is var subject && subject.Length == Key.Length ? Key : subject.ToString();

    /// <summary>Whether both articles are on one subject.</summary>
    public bool HasSameSubject(Article other) => GetSubject(Key).SequenceEqual(GetSubject(other.Key));

    private static ReadOnlySpan<char> GetSubject(string key)
    {
        var second = key.IndexOf('-', key.IndexOf('-', StringComparison.Ordinal) + 1);
        return second < 0 ? key : key.AsSpan(0, second);
    }

    public IReadOnlyList<string> GetQuestions(Lang lang) => lang == Lang.En ? QuestionsEn : QuestionsVi;

    public IReadOnlyList<Section> GetSections(Lang lang) => lang == Lang.En ? SectionsEn : SectionsVi;

    /// <summary>The sections on a day: a statement that has ended is replaced by the rule that follows it.</summary>
    public IReadOnlyList<Section> GetSectionsOn(DateOnly day, Lang lang) =>
        GetSections(lang) is var sections && sections.All(section => section.IsInForceOn(day))
            ? sections
            : [.. sections.Select(section => SectionOnDay.Create(section, day))];
}

/// <summary>A clause of a legal document or of another source, with how well it was verified.</summary>
/// <param name="Document">The document's number (<c>80/2021/NĐ-CP</c>), or a short name where there is none.</param>
/// <param name="Clause">The clause, such as <c>Điều 11 khoản 1</c>; null for the whole document.</param>
/// <param name="Figures">The amounts, percentages, dates and periods that this basis supports, as written in the Vietnamese text.</param>
public sealed record LegalBasis(
    string Document,
    string? Clause,
    ValidityPeriod InForce,
    string? ReplacedBy,
    Confidence Confidence,
    IReadOnlyList<string> Figures
)
{
    /// <summary>Those of <see cref="Figures"/> that belong to worked examples: the clause itself does not state them.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>The name by which a statement can refer to this basis; null where none needs to.</summary>
    [JsonIgnore]
    public string? Id { get; init; }

    /// <summary>The rule that applies after the last day; null where there is none or it has not been written.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LocalizedText? Then { get; init; }
}

/// <summary>How a fact was verified; decides whether and how an answer may state it (see <see cref="Confidence.MayBeStated"/>).</summary>
public enum VerificationLabel
{
    /// <summary>Compared with the full text of the document.</summary>
    V1,

    /// <summary>Found in a secondary source.</summary>
    V2,

    /// <summary>Found only in sources that are not public bodies.</summary>
    V3,

    /// <summary>From memory, not verified.</summary>
    R,

    /// <summary>Sources contradict each other, or no source was found.</summary>
    Unknown,
}

/// <summary>How reliable the verification is within one label.</summary>
public enum VerificationLevel
{
    High,
    Medium,
    Low,
}

/// <summary>A label with its level, written <c>V1-high</c>, <c>V2-medium</c>, <c>V3</c>, <c>R</c> or <c>?</c>.</summary>
public readonly record struct Confidence(VerificationLabel Label, VerificationLevel Level)
{
    /// <summary>An answer may state the fact, with its basis.</summary>
    public bool MayBeStated => Label == VerificationLabel.V1 || (Label == VerificationLabel.V2 && Level == VerificationLevel.High);

    /// <summary>An answer may state the fact only with the caveat of <see cref="ConfidenceText.Caveat"/>.</summary>
    public bool NeedsConfirmation => Label == VerificationLabel.V2 && Level != VerificationLevel.High;
}
